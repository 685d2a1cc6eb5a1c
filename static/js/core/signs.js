// The signs of themes as the path of a picture of 24 by 24, and the names of their colours.
/** @type {Record<string, string>} */
export const SHAPES = {
  circle: "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z",
  triangle: "M12 3.5L21.5 20h-19z",
  square: "M4.5 4.5h15v15h-15z",
  diamond: "M12 2.5L21.5 12L12 21.5L2.5 12z",
  star: "M12 2l3 6.6l7.2.8l-5.4 4.8l1.5 7.1L12 17.7l-6.3 3.6l1.5-7.1L1.8 9.4L9 8.6z",
  hexagon: "M12 2.5l8.3 4.8v9.4L12 21.5l-8.3-4.8V7.3z",
  cross: "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z",
  ring: "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18zm0 4.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z",
};

export const SIGNS = Object.keys(SHAPES);
export const COLORS = ["blue", "amber", "green", "rose", "violet"];

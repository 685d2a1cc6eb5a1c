/** Icons from the sprite, and the signs of themes drawn as shapes. */
import { html } from "../../vendor/preact-htm-signals.js";

let sprite = "/static/icons/icons.svg";

/** Takes the sprite into the page, so that icons are there without a connection too. @param {string} assets versioned prefix of all files */
export async function iconsFrom(assets) {
  sprite = `${assets}icons/icons.svg`;
  try {
    const text = await (await fetch(sprite)).text();
    const { documentElement: svg } = new DOMParser().parseFromString(text, "image/svg+xml");
    if (svg.localName !== "svg") return;
    for (const symbol of svg.querySelectorAll("symbol")) symbol.id = `icon-${symbol.id}`;
    svg.setAttribute("class", "sprite");
    svg.setAttribute("aria-hidden", "true");
    document.body.append(document.importNode(svg, true));
    sprite = "";
  } catch {
    return; // the browser fetches the file itself, icon by icon
  }
}

/** @param {{name: string, mirror?: boolean}} props `mirror`: the picture has a direction that follows the text */
export function Icon({ name, mirror }) {
  return html`<svg class=${mirror ? "icon icon-mirror" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <use href=${sprite ? `${sprite}#${name}` : `#icon-${name}`} />
  </svg>`;
}

/** @type {Record<string, string>} */
const SIGNS = {
  circle: "M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z",
  triangle: "M12 3.5L21.5 20h-19z",
  square: "M4.5 4.5h15v15h-15z",
  diamond: "M12 2.5L21.5 12L12 21.5L2.5 12z",
  star: "M12 2l3 6.6l7.2.8l-5.4 4.8l1.5 7.1L12 17.7l-6.3 3.6l1.5-7.1L1.8 9.4L9 8.6z",
  hexagon: "M12 2.5l8.3 4.8v9.4L12 21.5l-8.3-4.8V7.3z",
  cross: "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z",
  ring: "M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18zm0 4.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z",
};

export const SIGN_NAMES = Object.keys(SIGNS);
export const COLORS = ["blue", "amber", "green", "rose", "violet"];

/** @param {{name: string}} props */
export function Sign({ name }) {
  return html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${SIGNS[name] || SIGNS.circle} /></svg>`;
}

/** @param {{kind: string}} props */
export function KindIcon({ kind }) {
  return html`<${Icon} name=${kind === "solution" ? "lightbulb" : "flag"} />`;
}

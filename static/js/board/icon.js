// An icon of the page's sprite, as an element that says nothing to screen readers.

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "sign-icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** @param {string} name of an SVG element @param {Record<string, string>} [attributes] */
export function shape(name, attributes = {}) {
  const el = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, value);
  return el;
}

/** @param {string} name class @param {string} [words] */
export function span(name, words = "") {
  const el = document.createElement("span");
  el.className = name;
  if (words) el.textContent = words;
  return el;
}

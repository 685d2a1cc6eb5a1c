// The signs of themes as shapes for pages without components.
import { SHAPES } from "../core/signs.js";

/** @param {string} name */
export function drawSign(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "sign");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[name] ?? SHAPES.circle);
  svg.append(path);
  return svg;
}

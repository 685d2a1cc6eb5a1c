/** Icons from the sprite, and the signs of themes drawn as shapes. */
import { html } from "../../vendor/preact-htm-signals.js";
import { SHAPES } from "../core/signs.js";

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

/** @param {{name: string}} props */
export function Sign({ name }) {
  return html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${SHAPES[name] || SHAPES.circle} /></svg>`;
}

/** @param {{kind: string}} props */
export function KindIcon({ kind }) {
  return html`<${Icon} name=${kind === "solution" ? "lightbulb" : "flag"} />`;
}

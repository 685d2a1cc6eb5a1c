// The canvas in the page: the elements that the board's modules draw into, outermost first.

import { shape } from "./icon.js";

/** @typedef {import('./types.js').Parts} Parts */

/** @param {HTMLElement} root @returns {Parts} */
export function buildParts(root) {
  const make = (/** @type {string} */ name, /** @type {HTMLElement} */ into) => {
    const el = document.createElement("div");
    el.className = name;
    into.append(el);
    return el;
  };
  const viewport = make("board-viewport", root);
  const canvas = makeCanvas("board-far", viewport);
  const world = make("board-world", viewport);
  const dots = make("board-dots", world);
  const zones = make("board-zones", world);
  const notes = make("board-notes", world);
  notes.setAttribute("role", "listbox");
  notes.setAttribute("aria-multiselectable", "true");
  notes.setAttribute("aria-describedby", "board-help");
  notes.tabIndex = 0;
  const hand = make("board-hand", notes);
  hand.setAttribute("role", "presentation");
  const tools = make("board-tools", world);
  // Above the notes: below them a close grid would hide nearly all of a connector.
  const links = shape("svg", { class: "board-links", width: "1", height: "1", "aria-hidden": "true" });
  tools.append(links);
  const desk = make("board-desk", world);
  const farHand = makeCanvas("board-far board-far-hand", viewport);
  const guests = make("board-guests", viewport);
  guests.setAttribute("aria-hidden", "true");
  const overlay = make("board-overlay", viewport);
  const help = make("board-help", viewport);
  help.id = "board-help";
  help.hidden = true;
  dots.setAttribute("aria-hidden", "true");
  // A focused element out of view must not scroll the canvas: only the camera moves it.
  viewport.addEventListener("scroll", () => viewport.scrollTo(0, 0));
  return { viewport, dots, world, zones, canvas, farHand, notes, links, hand, tools, desk, guests, overlay, help };
}

/** @param {string} name @param {HTMLElement} into */
function makeCanvas(name, into) {
  const canvas = document.createElement("canvas");
  canvas.className = name;
  canvas.hidden = true;
  canvas.setAttribute("aria-hidden", "true");
  into.append(canvas);
  return canvas;
}

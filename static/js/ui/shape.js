/** The two shapes of the board page, the full board and the one made for the thumb: the module, words and styles of one alone are fetched. */
import { look } from "./looks.js";
/** @typedef {"full" | "phone"} Shape */

/** @type {Record<Shape, {part: string, load: () => Promise<any>}>} */
export const SHAPES = {
  full: { part: "ui/app", load: () => Promise.all([import("./app.js"), look("full")]).then(([module]) => module.Page) },
  phone: { part: "ui/phone/page", load: () => Promise.all([import("./phone/page.js"), look("phone")]).then(([module]) => module.Page) },
};

/** What first.js has chosen. @returns {Shape} */
export function shapeOfPage() {
  return document.documentElement.dataset.shape === "phone" ? "phone" : "full";
}

/** Opens the page in another shape, which this device remembers; what waits to be sent and what was begun is kept on the device as ever. @param {Shape} shape */
export function reshape(shape) {
  const url = new URL(location.href);
  url.searchParams.set("shape", shape); // for a browser that remembers nothing
  try {
    localStorage.setItem("shape", shape);
    url.searchParams.delete("shape");
  } catch {
    // The address says it.
  }
  if (url.href === location.href) location.reload();
  else location.replace(url);
}

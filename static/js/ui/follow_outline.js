/** Where a part of the board is in the outline: the theme nearest to it, scrolled to. */
import { clusterFrame, zones } from "../core/layout.js";
/** @typedef {import("./state.js").App} App */

/** The theme around the middle of a rectangle, or the nearest. @param {App} app @param {readonly number[]} view @returns {string|undefined} */
export function themeAt({ store }, [x, y, w, h]) {
  const themes = store.themes();
  const notes = new Map(themes.map((/** @type {any} */ theme) => [theme.id, store.notesOf(theme.id)]));
  const frames = new Map(themes.map((/** @type {any} */ theme) => [theme.id, store.clustersOf(theme.id).map((/** @type {any} */ cluster) => clusterFrame(cluster, store.notesIn(cluster.id)))]));
  const at = { x: x + w / 2, y: y + h / 2 };
  const away = (/** @type {any} */ zone) => Math.hypot(at.x - Math.max(zone.x, Math.min(at.x, zone.x + zone.w)), at.y - Math.max(zone.y, Math.min(at.y, zone.y + zone.h)));
  return [...zones(themes, notes, frames)].sort(([, a], [, b]) => away(a) - away(b))[0]?.[0];
}

/** Shows a theme where there is no canvas: on a phone alone, else in the outline. @param {App} app @param {string} id @returns {() => void} brings back what was seen before */
export function showTheme({ phone }, id) {
  if (!phone) return scrollToTheme(id);
  const [tab, theme] = [phone.tab.peek(), phone.theme.peek()];
  if (id) phone.showTheme(id);
  return () => {
    phone.showTheme(theme);
    phone.showTab(tab);
  };
}

/** @param {string} id */
function scrollToTheme(id) {
  const theme = document.querySelector(`.outline-page [data-theme="${CSS.escape(id)}"]`);
  const scroller = theme && scrollerOf(theme);
  if (!theme || !scroller) return () => {};
  const before = scroller.scrollTop;
  const room = parseFloat(getComputedStyle(scroller).paddingBlockStart) || 80;
  scroller.scrollTop += theme.getBoundingClientRect().top - scroller.getBoundingClientRect().top - Math.min(room, 140);
  return () => {
    if (scroller.isConnected) scroller.scrollTop = before;
  };
}

/** @param {Element} element @returns {Element|null} */
function scrollerOf(element) {
  for (let box = element.parentElement; box; box = box.parentElement) if (["auto", "scroll"].includes(getComputedStyle(box).overflowY)) return box;
  return document.scrollingElement;
}

/** How far the bars at the top reach down, so that the board is placed below them. */
import { useEffect } from "../../vendor/preact-htm-signals.js";
/** @typedef {import("./state.js").App} App */

const GAP = 16;

/** Called by whatever stands at the top, after each of its draws. @param {App} app */
export function useRoom(app) {
  useEffect(() => {
    const { panelInset } = app.session;
    const bottoms = [...document.querySelectorAll(".top .bar, .top .banner, .phone-canvas-top > *")].map((bar) => bar.getBoundingClientRect().bottom);
    const top = Math.ceil(Math.max(0, ...bottoms)) + GAP;
    if (panelInset.peek().top !== top) panelInset.value = { ...panelInset.peek(), top };
  });
}

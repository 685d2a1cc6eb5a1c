/** The tour: four short words at real controls. Beside the page, never over a dialog or somebody's typing; left once, it does not come again by itself. */
import { html, useEffect, useLayoutEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { number } from "./phrases.js";
import { stopsFor } from "./tour_stops.js";
/** @typedef {import("./state.js").App} App */

const GAP = 14;
const EDGE = 12;
const FIELD = "input, textarea, select, [contenteditable]";

/** Whether the person writes or answers something now. @param {App} app */
const isBusy = ({ ui, session }) => ui.dialog.value !== null || ui.menu.value !== null || ui.refused.value.length > 0 || session.editing.value !== null;

/** @param {{app: App}} props */
export function Tour({ app }) {
  const { ui, session } = app;
  const [at, setAt] = useState(0);
  const [typing, setTyping] = useState(false);
  const [, redraw] = useState(0);
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  const ring = useRef(/** @type {HTMLElement|null} */ (null));
  void session.panel.value;
  void session.view.value;
  void app.live.board();
  const stops = stopsFor(app);
  const stop = stops[Math.min(at, stops.length - 1)];
  const hidden = !stop || typing || isBusy(app);

  useEffect(() => {
    const again = () => redraw((n) => n + 1);
    const look = () => setTyping(Boolean(document.activeElement?.matches(FIELD)));
    const sizes = new ResizeObserver(again);
    for (const bar of document.querySelectorAll(".top > *, .dock")) sizes.observe(bar);
    addEventListener("resize", again);
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", look);
    look();
    return () => {
      sizes.disconnect();
      removeEventListener("resize", again);
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", look);
    };
  }, []);
  useLayoutEffect(() => {
    if (box.current && ring.current && stop) place(box.current, ring.current, stop.rect);
  });
  useEffect(() => {
    if (!hidden && stop) session.announce.value = `${t(`tour.${stop.name}`)}. ${t(`tour.${stop.name}_text`)}`;
  }, [hidden, stop?.name]);
  useEffect(() => {
    if (ui.tour.peek() === "asked") box.current?.focus();
  }, []);

  if (hidden) return null;
  const last = at >= stops.length - 1;
  const leave = () => {
    const within = box.current?.contains(document.activeElement);
    forget();
    ui.tour.value = null;
    if (within) /** @type {HTMLElement|null} */ (document.querySelector("#canvas [role=listbox], #outline"))?.focus();
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation();
    if (event.key === "Escape") leave();
  };
  return html`<div ref=${ring} class="tour-ring" aria-hidden="true"></div>
    <div ref=${box} class="tour" role="dialog" aria-labelledby="tour-title" aria-describedby="tour-text" tabindex="-1" onKeyDown=${key}>
      <p class="tour-place">${t("step.n_of_m", { n: number(Math.min(at, stops.length - 1) + 1), m: number(stops.length) })}</p>
      <h2 id="tour-title">${t(`tour.${stop.name}`)}</h2>
      <p id="tour-text">${t(`tour.${stop.name}_text`)}</p>
      <div class="tour-buttons">
        ${!last && html`<${Button} text label=${t("tour.skip")} onClick=${leave} />`}
        ${at > 0 && html`<${Button} icon="arrow-left" mirror label=${t("tour.back")} onClick=${() => setAt(at - 1)} />`}
        <${Button} kind="primary" text label=${t(last ? "tour.done" : "tour.next")} onClick=${() => (last ? leave() : setAt(at + 1))} />
      </div>
    </div>`;
}

/** Below or above the control, inside the window. @param {HTMLElement} box @param {HTMLElement} ring @param {DOMRect} rect */
function place(box, ring, rect) {
  const size = box.getBoundingClientRect();
  const wanted = rect.left + rect.width / 2 - size.width / 2;
  const x = Math.max(EDGE, Math.min(wanted, innerWidth - size.width - EDGE));
  const below = rect.bottom + GAP;
  const y = rect.top < innerHeight / 2 ? below : rect.top - GAP - size.height;
  box.style.left = `${x}px`;
  box.style.top = `${Math.max(EDGE, y)}px`;
  Object.assign(ring.style, { left: `${rect.left - 4}px`, top: `${rect.top - 4}px`, inlineSize: `${rect.width + 8}px`, blockSize: `${rect.height + 8}px` });
}

function forget() {
  try {
    localStorage.setItem("tour", "done");
  } catch {
    return; // storage is closed to us: then it did not begin by itself either
  }
}

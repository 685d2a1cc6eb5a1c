/** The presentation: the whole screen shows one thing at a time, the same for everyone; facilitators go on with keys or buttons. */
import { html, useEffect, useLayoutEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t, direction } from "../core/i18n.js";
import { Button } from "./button.js";
import { brief, number } from "./phrases.js";
import { Slide } from "./present_slide.js";
import { larger, placeOf, stopsOf } from "./present_stops.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./present_stops.js").Stop} Stop */

/** @param {{app: App, stage: {type: string, id: string, seat?: string}}} props */
export function Stage({ app, stage }) {
  const { session, actions, live, store } = app;
  const box = useRef(/** @type {HTMLDialogElement|null} */ (null));
  const last = useRef(0);
  for (const type of ["note", "cluster", "theme", "round"]) live.all(type);
  const stops = stopsOf(store);
  const found = placeOf(stops, stage);
  const at = found < 0 ? Math.min(last.current, stops.length - 1) : found;
  last.current = at;
  const leads = session.role.value === "facilitator";
  const mine = stage.seat === session.me.value;
  const name = live.get("seat", stage.seat ?? "")?.name;
  const end = () => actions.stage(null);
  const leave = () => (session.stageLeft.value = true);
  /** @param {Stop|undefined} stop */
  const go = (stop) => stop && leads && actions.stage(stop.type, stop.id);
  const step = (/** @type {number} */ way) => go(stops[found < 0 && way > 0 ? at : at + way]);

  useEffect(() => {
    const before = /** @type {HTMLElement|null} */ (document.activeElement);
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before?.closest("#canvas")) requestAnimationFrame(() => document.activeElement === document.body && app.layer.peek()?.refocus());
      else if (before?.isConnected && before !== document.body) before.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => {
    box.current?.querySelector(".stage-body")?.scrollTo(0, 0);
  }, [stage.type, stage.id]);
  useEffect(() => {
    if (!onButton()) /** @type {HTMLElement|null|undefined} */ (box.current?.querySelector(".slide-title"))?.focus({ preventScroll: true });
  }, [stage.type, stage.id, Boolean(store.get(stage.type, stage.id))]);

  /** Whether the buttons are in use; else the heading has the focus, and is read by itself. */
  const onButton = () => document.activeElement?.tagName === "BUTTON" && box.current?.contains(document.activeElement);
  /** Long pages are read to their end before the next one. */
  const goesOn = () => {
    const body = box.current?.querySelector(".stage-body");
    return !body || body.scrollTop + body.clientHeight >= body.scrollHeight - 2;
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !leads) return;
    const pressed = event.target instanceof Element && event.target.closest("button");
    if (pressed && [" ", "Enter"].includes(event.key)) return;
    const [ahead, behind] = direction() === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    /** @type {Record<string, () => void>} */
    const keys = {
      [ahead]: () => step(1), PageDown: () => step(1), " ": () => step(event.shiftKey ? -1 : 1),
      [behind]: () => step(-1), PageUp: () => step(-1), Home: () => go(stops[0]), End: () => go(stops[stops.length - 1]),
      ArrowDown: () => go(larger(stops, at, 1)), ArrowUp: () => go(larger(stops, at, -1)),
    };
    if (event.key === "ArrowDown" && !goesOn()) return;
    const theme = /^[1-9]$/u.test(event.key) && store.themes()[Number(event.key) - 1];
    if (theme) go({ type: "theme", id: theme.id });
    else if (event.key in keys) keys[event.key]();
    else return;
    event.preventDefault();
  };
  /** @param {Event} event */
  const escape = (event) => {
    event.preventDefault();
    if (mine) end();
    else leave();
  };

  const place = t("stage.n_of_m", { n: number(at + 1), m: number(stops.length) });
  return html`<dialog ref=${box} class="stage" aria-label=${t("stage.title")} onCancel=${escape} onKeyDown=${(/** @type {KeyboardEvent} */ event) => (event.stopPropagation(), key(event))}>
    <div class="stage-body"><${Slide} app=${app} stage=${stage} /></div>
    <div class="stage-bar">
      <p class="stage-place">${place}${name && !mine && html` · <span>${t("stage.by", { name })}</span>`}</p>
      ${leads && html`<div class="stage-steps">
        <${Button} icon="chevrons-up-down" label=${t("stage.skip")} keys="ArrowDown" off=${!larger(stops, at, 1)} onClick=${() => go(larger(stops, at, 1))} />
        <${Button} icon="arrow-left" mirror label=${t("stage.previous")} keys="PageUp" off=${at <= 0} onClick=${() => step(-1)} />
        <${Button} icon="arrow-right" mirror label=${t("stage.next")} text kind="primary" keys="PageDown" off=${at >= stops.length - 1 && found >= 0} onClick=${() => step(1)} />
      </div>`}
      <div class="stage-ways">
        ${(!leads || !mine) && html`<${Button} icon="x" text label=${t("stage.leave")} onClick=${leave} />`}
        ${leads && html`<${Button} icon="square" text label=${t("stage.end")} onClick=${end} />`}
      </div>
    </div>
    <progress class="stage-progress" aria-hidden="true" max=${Math.max(1, stops.length)} value=${at + 1}></progress>
    <p class="visually-hidden" role="status" aria-live="polite">${onButton() ? `${wordsOf(app, stage)}. ${place}` : place}</p>
  </dialog>`;
}

/** @param {App} app @param {{type: string, id: string}} stage */
function wordsOf(app, stage) {
  const record = app.store.get(stage.type, stage.id);
  return brief(record?.title ?? record?.text ?? "", 120);
}

/** The order of the agenda under one's hands: dragged by the grip, or up and down by buttons. */
import { useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {ReturnType<typeof useOrder>} Order */

/**
 * @param {App} app
 * @param {{current: HTMLElement|null}} list
 * @param {any[]} steps
 */
export function useOrder(app, list, steps) {
  const [drag, setDrag] = useState(/** @type {{id: string, to: number}|null} */ (null));
  const from = drag ? steps.findIndex((step) => step.id === drag.id) : -1;
  const shown = drag && from >= 0 ? moved(steps, from, drag.to) : steps;

  /** @param {number} start @param {number} to */
  const shift = (start, to) => {
    if (to < 0 || to >= steps.length || start === to) return;
    app.actions.orderSteps(moved(steps, start, to).map((step) => step.id));
    app.session.announce.value = t("settings.theme_moved", { title: steps[start].title, place: to + 1 });
  };

  /** The place that a height belongs to: after all steps whose middle lies above it. @param {string} id @param {number} y */
  const placeAt = (id, y) => {
    const rows = /** @type {HTMLElement[]} */ ([...(list.current?.children ?? [])]).filter((row) => row.dataset.step !== id);
    return rows.filter((row) => {
      const box = row.getBoundingClientRect();
      return box.top + box.height / 2 < y;
    }).length;
  };

  /** @param {string} id @param {PointerEvent} event */
  const grab = (id, event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const grip = /** @type {HTMLElement} */ (event.currentTarget);
    grip.setPointerCapture(event.pointerId);
    const start = steps.findIndex((step) => step.id === id);
    let to = start;
    setDrag({ id, to });
    const move = (/** @type {PointerEvent} */ e) => {
      to = placeAt(id, e.clientY);
      setDrag({ id, to });
    };
    const end = (/** @type {PointerEvent} */ e) => {
      grip.removeEventListener("pointermove", move);
      grip.removeEventListener("pointerup", end);
      grip.removeEventListener("pointercancel", end);
      setDrag(null);
      if (e.type === "pointerup") shift(start, to);
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("pointerup", end);
    grip.addEventListener("pointercancel", end);
  };

  return { shown, shift, grab, dragged: drag?.id ?? null };
}

/** @template T @param {T[]} list @param {number} from @param {number} to @returns {T[]} */
function moved(list, from, to) {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

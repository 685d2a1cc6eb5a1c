// Theme zones: coloured areas with a heading of real text at every zoom, and a hint where no note is yet.

import { written } from "../core/i18n.js";
import { icon } from "./icon.js";

export const SIGNS = {
  circle: "●",
  triangle: "▲",
  square: "■",
  diamond: "◆",
  star: "★",
  hexagon: "⬢",
  cross: "✚",
  ring: "○",
};

/** @typedef {import('./types.js').Board} Board */
/** @typedef {{el: HTMLElement, head: HTMLButtonElement, sign: HTMLElement, title: HTMLElement, count: HTMLElement, hush: HTMLElement, hint: HTMLElement}} ZoneView */

/** @param {Board} board */
export function createZones(board) {
  const { scene, store, sync, camera, t } = board;
  /** @type {Map<string, ZoneView>} */
  const views = new Map();
  let scale = "";

  /** @param {string} id @returns {ZoneView} */
  function build(id) {
    const el = document.createElement("div");
    el.className = "zone";
    const box = document.createElement("h2");
    const head = document.createElement("button");
    const [sign, title, count, hush] = ["zone-sign", "zone-title", "zone-count", "zone-private"].map((name) => {
      const part = document.createElement("span");
      part.className = name;
      return part;
    });
    const hint = document.createElement("p");
    hint.className = "zone-hint";
    hint.dir = "auto";
    head.type = "button";
    head.className = "zone-head";
    head.tabIndex = -1;
    const lock = icon("lock");
    sign.setAttribute("aria-hidden", "true");
    title.dir = "auto";
    head.append(sign, title, lock, count, hush);
    head.addEventListener("click", () => board.layer.zoomToTheme(id));
    box.append(head);
    el.append(box, hint);
    board.parts.zones.append(el);
    return { el, head, sign, title, count, hush, hint };
  }

  /** Bring all zones up to date. */
  function paint() {
    const themes = store.themes();
    const gone = new Set(views.keys());
    for (const theme of themes) {
      gone.delete(theme.id);
      let view = views.get(theme.id);
      if (!view) views.set(theme.id, (view = build(theme.id)));
      const zone = scene.zone(theme.id);
      if (!zone) continue;
      const count = scene.count(theme.id);
      Object.assign(view.el.style, {
        left: `${zone.x}px`,
        top: `${zone.y}px`,
        width: `${zone.w}px`,
        height: `${zone.h}px`,
      });
      view.el.dataset.color = theme.color;
      write(view.sign, SIGNS[/** @type {keyof typeof SIGNS} */ (theme.sign)] ?? "●");
      write(view.title, theme.title);
      write(view.count, written.number(count));
      const hidden = store.board()?.private ? (sync.counts.private[theme.id] ?? 0) : 0;
      write(view.hush, hidden ? t("private.short", { count: hidden }) : "");
      view.hush.hidden = !hidden;
      view.el.toggleAttribute("data-locked", Boolean(theme.locked));
      const label = [t("canvas.zone", { title: theme.title, count }), hidden && t("private.count_here", { count: hidden }), theme.locked && t("canvas.theme_locked")].filter(Boolean).join(", ");
      if (view.head.getAttribute("aria-label") !== label) view.head.setAttribute("aria-label", label);
      view.head.title = t("canvas.zoom_to_theme");
      write(view.hint, count ? "" : t(board.mayAdd() ? "canvas.empty_zone" : "canvas.empty_zone_plain"));
      view.hint.hidden = count > 0 || store.clustersOf(theme.id).length > 0;
    }
    for (const id of gone) {
      views.get(id)?.el.remove();
      views.delete(id);
    }
  }

  /** Headings keep a readable size however far one zooms out. */
  function rescale() {
    const next = Math.max(1, 13 / (20 * camera.z)).toFixed(3);
    if (next === scale) return;
    scale = next;
    board.parts.zones.style.setProperty("--head-scale", next);
  }

  /** Marks the zone that a drag would drop into. @param {string | null} id */
  function aim(id) {
    for (const [key, view] of views) view.el.classList.toggle("aimed", key === id);
  }

  return { paint, rescale, aim };
}

/** @param {HTMLElement} el @param {string} text */
function write(el, text) {
  if (el.textContent !== text) el.textContent = text;
}

/** "12 new notes since you left": which themes they are in, and a walk through them. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { countsByTheme } from "../core/away.js";
import { t } from "../core/i18n.js";
import { NOTE } from "../core/layout.js";
import { Button } from "./button.js";
import { select, whenThere } from "./note_actions.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const THEMES = 3;
const AIR = 120;

/** @param {{app: App}} props */
export function AwayBar({ app }) {
  const { ui, session, live } = app;
  const [at, setAt] = useState(/** @type {number | null} */ (null));
  const asked = ui.news.value?.ids ?? [];
  const ids = asked.filter((/** @type {string} */ id) => live.get("note", id));
  const words = t("away.new", { count: ids.length });
  const close = () => {
    ui.news.value = null;
    session.fresh.value = new Set();
  };
  useEffect(() => {
    setAt(null);
    session.announce.value = words;
  }, [asked]);
  useEffect(() => {
    if (!ids.length) close();
  }, [ids.length]);
  if (!ids.length) return null;

  const all = () => {
    session.fresh.value = new Set(ids);
    setAt(-1);
    showAll(app, ids);
  };
  const go = (/** @type {number} */ by) => {
    const next = ((at ?? -1) + by + ids.length + (at === -1 && by < 0 ? 1 : 0)) % ids.length;
    setAt(next);
    showOne(app, ids[next]);
  };
  const themes = countsByTheme(ids.map((/** @type {string} */ id) => live.get("note", id)));
  const rest = themes.slice(THEMES).reduce((sum, [, count]) => sum + count, 0);
  return html`<section class="away-bar" aria-label=${t("away.title")}>
    <p class="away-words">${words}</p>
    <ul class="away-themes">
      ${themes.slice(0, THEMES).map(([id, count]) => html`<li key=${id} class="away-theme" data-color=${live.get("theme", id)?.color}><bdi>${live.get("theme", id)?.title}</bdi> <b>${number(count)}</b></li>`)}
      ${rest > 0 && html`<li class="muted">${t("away.elsewhere", { count: rest })}</li>`}
    </ul>
    ${at === null
      ? html`<button type="button" class="button button-primary" onClick=${all}>${t("away.show")}</button>`
      : html`<span class="away-steps"><${Button} icon="chevron-left" mirror label=${t("away.previous")} onClick=${() => go(-1)} /><span class="away-place">${at < 0 ? number(ids.length) : t("away.place", { n: number(at + 1), m: number(ids.length) })}</span><${Button} icon="chevron-right" mirror label=${t("away.next")} onClick=${() => go(1)} /></span>`}
    <${Button} icon="x" label=${t("away.dismiss")} onClick=${close} />
  </section>`;
}

/** @param {App} app @param {string[]} ids */
function showAll(app, ids) {
  const layer = app.layer.peek();
  if (!layer) return showOne(app, ids[0]);
  const places = ids.map((id) => layer.scene.at(id) ?? layer.scene.frames.at(app.store.get("note", id)?.cluster)).filter(Boolean);
  if (!places.length) return;
  const left = Math.min(...places.map(({ x }) => x)), top = Math.min(...places.map(({ y }) => y));
  const right = Math.max(...places.map(({ x }) => x)), bottom = Math.max(...places.map(({ y }) => y));
  layer.camera.fit({ x: left - AIR, y: top - AIR, w: right - left + NOTE + 2 * AIR, h: bottom - top + NOTE + 2 * AIR });
}

/** @param {App} app @param {string} id */
function showOne(app, id) {
  const layer = app.layer.peek();
  const place = layer?.scene.at(id);
  select(app, id);
  if (place) layer.camera.fit({ x: place.x - AIR, y: place.y - AIR, w: NOTE + 2 * AIR, h: NOTE + 2 * AIR });
  else if (!layer) whenThere(`#outline [data-note="${CSS.escape(id)}"]`, (row) => row.scrollIntoView({ block: "center" }));
}

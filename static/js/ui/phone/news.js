/** "12 new notes since you left" on the phone: a line below the head, and a sheet with those notes, theme by theme. */
import { html, useEffect } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { Button } from "../button.js";
import { Sign } from "../icon.js";
import { number } from "../phrases.js";
import { Card } from "./card.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

/** New notes that are still there. @param {App} app @returns {any[]} */
const newsOf = ({ ui, live }) => (ui.news.value?.ids ?? []).map((/** @type {string} */ id) => live.get("note", id)).filter(Boolean);

/** @param {{app: App}} props */
export function NewsBar({ app }) {
  const { ui, session } = app;
  const asked = ui.news.value?.ids;
  const count = newsOf(app).length;
  const words = t("away.new", { count });
  const seen = () => (ui.news.value = null);
  useEffect(() => {
    if (count) session.announce.value = words;
  }, [asked]);
  useEffect(() => {
    if (!count) seen();
  }, [count]);
  if (!count) return null;
  return html`<section class="phone-news" aria-label=${t("away.title")}>
    <p>${words}</p>
    <${Button} kind="primary" text label=${t("away.show")} aria-haspopup="dialog" onClick=${() => app.phone?.open({ name: "news" })} />
    <${Button} icon="x" label=${t("away.dismiss")} onClick=${seen} />
  </section>`;
}

/** What is in the sheet; closed, it is seen. @param {{app: App, phone: Phone}} props */
export function News({ app, phone }) {
  const { live, ui } = app;
  useEffect(() => () => void (ui.news.value = null), []);
  const notes = newsOf(app);
  const themes = live.themes().filter((/** @type {any} */ theme) => notes.some((note) => note.theme === theme.id));
  if (!notes.length) return html`<p class="phone-empty">${t("reason.gone")}</p>`;
  return html`${themes.map((/** @type {any} */ theme) => {
    const here = notes.filter((note) => note.theme === theme.id);
    return html`<section key=${theme.id} class="phone-news-theme" data-color=${theme.color} aria-labelledby=${`news-${theme.id}`}>
      <h3 id=${`news-${theme.id}`} class="phone-theme-head"><${Sign} name=${theme.sign} /><span dir="auto">${theme.title}</span> <span class="phone-number">${number(here.length)}</span></h3>
      <ul class="phone-notes">${here.map((note) => html`<${Card} key=${note.id} app=${app} phone=${phone} id=${note.id} />`)}</ul>
    </section>`;
  })}`;
}

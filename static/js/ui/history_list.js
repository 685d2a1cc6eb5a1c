/** A moment of the history in words: its notes by theme, and how it differs from now. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { byNote } from "../core/reading.js";
import { Turn, Words } from "./note_words.js";
import { brief, kindWord, number } from "./phrases.js";

const SAME = ["text", "kind", "theme", "cluster", "x", "y", "status", "merged_into"];

/** How many notes there are now that were not then, that are no more, that are otherwise. @param {any[]} then @param {readonly any[]} now */
export function compare(then, now) {
  const before = new Map(then.map((note) => [note.id, note]));
  const more = now.filter((note) => !before.has(note.id)).length;
  const other = now.filter((note) => before.has(note.id) && SAME.some((field) => before.get(note.id)[field] !== note[field])).length;
  return { more, fewer: before.size - (now.length - more), other };
}

/** @param {{app: any, records: Record<string, any[]>}} props */
export function MomentList({ app, records }) {
  const translations = byNote(records.translation ?? []);
  const themes = [...records.theme].sort((a, b) => a.order - b.order);
  return themes.map((theme) => {
    const notes = records.note.filter((note) => note.theme === theme.id && !note.merged_into);
    const clusters = records.cluster.filter((cluster) => cluster.theme === theme.id);
    return html`<section key=${theme.id} data-color=${theme.color}><h3 dir="auto">${theme.title} <span class="muted">${number(notes.length)}</span></h3>
      ${clusters.map((cluster) => html`<h4 key=${cluster.id} dir="auto">${cluster.title || t("cluster.untitled")}</h4><${Notes} app=${app} translations=${translations} notes=${notes.filter((note) => note.cluster === cluster.id)} />`)}
      <${Notes} app=${app} translations=${translations} notes=${notes.filter((note) => !clusters.some((cluster) => cluster.id === note.cluster))} />
    </section>`;
  });
}

/** @param {{app: any, translations: Map<string, any[]>, notes: any[]}} props */
function Notes({ app, translations, notes }) {
  return notes.length > 0 && html`<ul>${notes.map((note) => html`<li key=${note.id}><span class="muted">${kindWord(note.kind)}</span> <${Words} app=${app} note=${note} translations=${translations.get(note.id) ?? []} cut=${(/** @type {string} */ text) => brief(text, 300)} /> <${Turn} app=${app} note=${note} translations=${translations.get(note.id) ?? []} /></li>`)}</ul>`;
}

/** Deleted notes and the way back: a facilitator's trash holds all, everybody else's their own. */
import { html, useEffect, useMemo, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { byNote, readNote } from "../core/reading.js";
import { howToRead } from "../core/session.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { KindIcon } from "./icon.js";
import { Turn, Words } from "./note_words.js";
import { because, brief, kindWord, when } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Trash({ app }) {
  const { page, live, actions, session } = app;
  const [notes, setNotes] = useState(/** @type {any[]|null} */ (null));
  const [tongues, setTongues] = useState(/** @type {any[]} */ ([]));
  const translations = useMemo(() => byNote(tongues), [tongues]);
  const [problem, setProblem] = useState("");
  live.counts.value; // deleted and restored notes change the trash
  const count = live.all("note").length;

  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      try {
        const answer = await call(page.board, "/trash");
        if (!gone) {
          setNotes(answer.notes);
          setTongues(answer.translations);
          setProblem("");
        }
      } catch (error) {
        if (!gone) setProblem(/** @type {any} */ (error).reason || "unavailable");
      }
    }, notes ? 400 : 0);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [count, session.saved.value.state]);

  /** @param {any[]} back */
  const restore = (back) => {
    actions.restoreNotes(back);
    session.announce.value = t("trash.restored", { count: back.length });
  };
  const shown = (notes || []).filter((note) => !live.get("note", note.id));
  return html`<h2>${t("trash.title")}</h2>
    <p class="hint">${t(session.role.value === "facilitator" ? "trash.all" : "trash.own")}</p>
    ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
    ${!notes && !problem && html`<p class="empty">${t("state.loading")}</p>`}
    ${notes && !shown.length && html`<${Empty} icon="trash-2" words=${t("trash.empty")} />`}
    ${shown.length > 1 && actions.may("add") && html`<${Button} icon="rotate-ccw" text label=${t("trash.restore_all", { count: shown.length })} onClick=${() => restore(shown)} />`}
    <ul class="trash-list">
      ${shown.map(
        (note) => html`<li key=${note.id} class="trash-row" data-color=${live.get("theme", note.theme)?.color} data-kind=${note.kind}>
          <span class="kind-chip"><${KindIcon} kind=${note.kind} /></span>
          <div class="person-body">
            <span class="visually-hidden">${kindWord(note.kind)}: </span><${Words} app=${app} note=${note} translations=${translations.get(note.id) ?? []} name="note-line-text" tag="p" />
            <p class="muted">${t("trash.deleted", { name: live.get("seat", note.deleted_by)?.name || t("note.author_unknown"), when: when(note.deleted_at) })}</p>
          </div>
          <${Turn} app=${app} note=${note} translations=${translations.get(note.id) ?? []} />
          ${actions.may("add") && html`<${Button} icon="rotate-ccw" label=${t("trash.restore", { text: brief(readNote(note, translations.get(note.id) ?? [], howToRead()).text, 40) })} onClick=${() => restore([note])} />`}
        </li>`,
      )}
    </ul>`;
}

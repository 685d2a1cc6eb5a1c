/** One note in the outline: a line that opens into its text field and everything that can be done to it. */
import { html, useComputed, useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { KindIcon, Icon } from "./icon.js";
import { NoteText } from "./note_text.js";
import { NoteControls } from "./note_controls.js";
import { NoteMarks } from "./note_marks.js";
import { Writers } from "./note_writers.js";
import { WhyUnseen } from "./note_unseen.js";
import { NoteTalk } from "./note_talk.js";
import { SdgMarks } from "./sdg_grid.js";
import { VoteStepper } from "./vote_stepper.js";
import { brief, kindWord } from "./phrases.js";
import { Below, Turn, Words } from "./note_words.js";
import { select } from "./note_actions.js";
import { othersOf } from "./answer_list.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, id: string, color: string}} props */
export function OutlineNote({ app, id, color }) {
  const { live, session, ui } = app;
  const row = useRef(/** @type {HTMLButtonElement|null} */ (null));
  const note = live.get("note", id);
  const open = useComputed(() => ui.open.value === id).value; // a line is drawn again when something about itself differs
  const chosen = useComputed(() => session.selection.value.has(id)).value;
  const wasOpen = useRef(open);

  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) row.current?.focus();
    if (open && !wasOpen.current) row.current?.scrollIntoView({ block: "nearest" });
    wasOpen.current = open;
  }, [open]);

  if (!note) return null;
  const toggle = (/** @type {MouseEvent} */ event) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      const next = new Set(session.selection.value);
      if (!next.delete(id)) next.add(id);
      session.selection.value = next;
      return;
    }
    ui.open.value = open ? null : id;
    if (!open) select(app, id);
  };
  const done = () => {
    ui.open.value = null;
    row.current?.focus();
  };
  return html`<li class="note-row" data-color=${color} data-kind=${note.kind} data-open=${open ? "" : undefined} data-chosen=${chosen ? "" : undefined} data-unseen=${note.private || note.hidden ? "" : undefined} data-note=${id}>
    <div class="note-first">
      <button type="button" ref=${row} class="note-line" aria-expanded=${String(open)} onClick=${toggle}>
        <span class="kind-chip"><${KindIcon} kind=${note.kind} /></span>
        <span class="note-line-body">
          <span class="visually-hidden">${kindWord(note.kind)}: </span>
          <${Words} app=${app} note=${note} name="note-line-text" cut=${open ? brief : undefined} />
          <span class="note-line-meta">
            ${note.association && html`<bdi>${note.association}</bdi>`}
            <${SdgMarks} sdgs=${note.sdgs} />
            <${NoteMarks} app=${app} note=${note} />
            <${Writers} app=${app} id=${id} />
            ${live.pending("note", id) && session.saved.value.state !== "saved" && html`<span class="waiting">${t("note.waiting")}</span>`}
          </span>
          ${chosen && html`<span class="visually-hidden">${t("note.selected")}</span>`}
        </span>
      </button>
      <${Turn} app=${app} note=${note} />
      <${VoteStepper} app=${app} type="note" record=${note} />
    </div>
    ${open
      ? html`<div class="note-open">
          <${WhyUnseen} note=${note} />
          ${app.actions.may("edit", note) ? html`<${NoteText} app=${app} id=${id} focus=${!ui.phone.value} onDone=${done} /><${Below} app=${app} note=${note} />` : html`<${Words} app=${app} note=${note} name="note-whole" tag="p" />`}
          <${NoteTalk} app=${app} note=${note} />
          <${NoteControls} app=${app} ids=${[id]} select />
          <div class="row-end"><button type="button" class="button" onClick=${done}>${t("action.done")}</button></div>
        </div>`
      : html`<${Inside} app=${app} note=${note} />`}
  </li>`;
}

/** Below a closed line: the texts merged into it, and the solutions that answer a challenge. @param {{app: App, note: any}} props */
function Inside({ app, note }) {
  const merged = app.live.about(note.id).mergedInto(note.id);
  const answers = note.kind === "challenge" ? othersOf(app, note) : [];
  if (!merged.length && !answers.length) return null;
  return html`<ul class="inside-list">
    ${merged.map((/** @type {any} */ one) => html`<${Line} key=${one.id} app=${app} id=${one.id} merged />`)}
    ${answers.map((one) => html`<${Line} key=${one.id} app=${app} id=${one.id} />`)}
  </ul>`;
}

/** @param {{app: App, id: string, merged?: boolean}} props */
function Line({ app, id, merged }) {
  const note = app.live.get("note", id);
  if (!note) return null;
  return html`<li class="inside">${merged ? html`<${Icon} name="merge" />` : html`<${KindIcon} kind="solution" />`}
    <span class="inside-text"><span class="muted">${t(merged ? "merge.also_one" : "answer.by")}</span> <${Words} app=${app} note=${note} cut=${(/** @type {string} */ text) => brief(text, 160)} />${note.association && html` <bdi class="muted">${note.association}</bdi>`}</span></li>`;
}

/** The inspector: everything about the chosen note, or what can be done to several at once. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { originInWords } from "../core/origin.js";
import { NoteText } from "./note_text.js";
import { NoteControls } from "./note_controls.js";
import { SdgMarks } from "./sdg_grid.js";
import { KindIcon, Icon, Sign } from "./icon.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { kindWord, when, writer } from "./phrases.js";
import { notesOf } from "./note_actions.js";
import { Writers } from "./note_writers.js";
import { titleOf } from "./cluster_actions.js";
import { WhyUnseen } from "./note_unseen.js";
import { NoteTalk } from "./note_talk.js";
import { Below, Turn, Words } from "./note_words.js";
import { VoteStepper } from "./vote_stepper.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function NotePanel({ app }) {
  const { session } = app;
  const notes = notesOf(app, session.selection.value);
  if (!notes.length) return html`<h2 class="visually-hidden">${t("panel.note")}</h2><${Empty} icon="sticky-note" words=${t("note.choose")} />`;
  if (notes.length === 1) return html`<${One} key=${notes[0].id} app=${app} note=${notes[0]} />`;
  return html`<h2>${t("note.selected_n", { count: notes.length })}</h2>
    <${NoteControls} app=${app} ids=${notes.map((note) => note.id)} goals />
    <${Button} text label=${t("note.select_none")} onClick=${() => (session.selection.value = new Set())} />`;
}

/** @param {{app: App, note: any}} props */
function One({ app, note }) {
  const { session, live, actions } = app;
  const theme = live.get("theme", note.theme);
  const cluster = note.cluster && live.get("cluster", note.cluster);
  session.role.value;
  live.board();
  const mayEdit = actions.may("edit", note);
  return html`<div class="inspector" data-color=${theme?.color} data-kind=${note.kind}>
    <h2 class="inspector-head"><span class="kind-chip"><${KindIcon} kind=${note.kind} /></span>${kindWord(note.kind)}</h2>
    ${theme && html`<h3 class="theme-word"><${Sign} name=${theme.sign} /><span><bdi>${theme.title}</bdi>${cluster && html` <span class="cluster-word"><${Icon} name="group" /><span class="visually-hidden">${t("cluster.in")} </span><bdi>${titleOf(cluster)}</bdi></span>`}</span></h3>`}
    <${WhyUnseen} note=${note} />
    <${Writers} app=${app} id=${note.id} tag="p" />
    ${mayEdit
      ? html`<${NoteText} app=${app} id=${note.id} label=${t("note.text_label")} onDone=${() => app.layer.peek()?.focusNote(note.id)} /><${Below} app=${app} note=${note} />`
      : html`<${Words} app=${app} note=${note} name="note-whole" tag="p" /><${Turn} app=${app} note=${note} text /><${SdgMarks} sdgs=${note.sdgs} />`}
    <${VoteStepper} app=${app} type="note" record=${note} />
    <${NoteTalk} app=${app} note=${note} />
    <${NoteControls} app=${app} ids=${[note.id]} />
    <dl class="facts">
      <dt>${t("note.author")}</dt><dd><bdi>${writer(app, note)}</bdi></dd>
      ${note.association && html`<dt>${t("note.association")}</dt><dd><bdi>${note.association}</bdi></dd>`}
      <dt>${t("note.created")}</dt><dd>${when(note.created_at) || t("note.waiting")}</dd>
      ${note.origin && html`<dt>${t("origin.label")}</dt><dd>${originInWords(note.origin)}</dd>`}
      ${note.edited_at && note.edited_at !== note.created_at && html`<dt>${t("note.edited")}</dt><dd>${when(note.edited_at)}</dd>`}
    </dl>
  </div>`;
}

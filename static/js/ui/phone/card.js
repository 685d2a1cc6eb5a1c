/** One note in a list on the phone: its words, from whom, and what there is about it. Pressed, it opens as a sheet. */
import { html } from "../../../vendor/preact-htm-signals.js";
import { KindIcon } from "../icon.js";
import { NoteMarks } from "../note_marks.js";
import { Turn, Words } from "../note_words.js";
import { Writers } from "../note_writers.js";
import { kindWord } from "../phrases.js";
import { VoteStepper } from "../vote_stepper.js";
/** @typedef {import("../state.js").App} App */

/** @param {{app: App, phone: import("./state.js").Phone, id: string, from?: boolean, children?: any}} props `from`: with its theme instead of its association */
export function Card({ app, phone, id, from, children }) {
  const { live } = app;
  const note = live.get("note", id);
  if (!note) return null;
  const theme = live.get("theme", note.theme);
  return html`<li class="phone-note" data-color=${theme?.color} data-kind=${note.kind} data-note=${id} data-unseen=${note.private || note.hidden ? "" : undefined}>
    <button type="button" class="phone-card" aria-haspopup="dialog" onClick=${() => phone.show(id)}>
      <span class="kind-chip"><${KindIcon} kind=${note.kind} /></span>
      <span class="phone-card-body">
        <span class="visually-hidden">${kindWord(note.kind)}: </span>
        <${Words} app=${app} note=${note} name="phone-words" />
        <span class="phone-meta">
          ${from ? theme && html`<bdi>${theme.title}</bdi>` : note.association && html`<bdi>${note.association}</bdi>`}
          <${NoteMarks} app=${app} note=${note} />
          <${Writers} app=${app} id=${id} />
        </span>
      </span>
    </button>
    <${Turn} app=${app} note=${note} />
    <${VoteStepper} app=${app} type="note" record=${note} />
    ${children}
  </li>`;
}

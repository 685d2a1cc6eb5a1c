/** One note as a sheet: its whole text, the vote, reactions, answers and comments; for those who may, the ways to change it. */
import { html, useEffect, useState } from "../../../vendor/preact-htm-signals.js";
import { t, withWords } from "../../core/i18n.js";
import { Answers } from "../answer_list.js";
import { Button } from "../button.js";
import { titleOf } from "../cluster_actions.js";
import { Comments } from "../comments.js";
import { Icon, KindIcon, Sign } from "../icon.js";
import { Merged } from "../note_merged.js";
import { withLook } from "../looks.js";
import { NoteText } from "../note_text.js";
import { Below, Turn, Words } from "../note_words.js";
import { WhyUnseen } from "../note_unseen.js";
import { Writers } from "../note_writers.js";
import { ago, kindWord, when, writer } from "../phrases.js";
import { Reactions } from "../reactions.js";
import { VoteStepper } from "../vote_stepper.js";
import { Part } from "./part.js";
import { NoteState } from "./mine_tab.js";
import { Sheet } from "./sheet.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

const TONGUES = withLook("phone_dialogs", () => withWords("ui/translations", () => import("../translations.js")).then((module) => module.Tongues));
const CONTROLS = withLook("phone_dialogs", () => withWords("ui/note_controls", () => import("../note_controls.js")).then((module) => module.NoteControls));

/** @param {{app: App, phone: Phone, id: string, write?: boolean}} props */
export function NoteSheet({ app, phone, id, write }) {
  const { live, session, actions } = app;
  const [editing, setEditing] = useState(Boolean(write));
  const note = live.get("note", id);
  session.role.value;
  live.board();
  useEffect(() => {
    session.selection.value = new Set([id]);
  }, [id]);
  const close = () => phone.close();
  if (!note) return html`<${Sheet} title=${t("phone.gone")} onClose=${close}><p>${t("reason.gone")}</p><//>`;
  const theme = live.get("theme", note.theme);
  const mayEdit = actions.may("edit", note);
  const mine = note.seat === session.me.value;
  const title = html`<span class="kind-chip"><${KindIcon} kind=${note.kind} /></span><span>${kindWord(note.kind)}</span>`;
  const remove = () => {
    close();
    actions.removeNotes([id]);
  };
  return html`<${Sheet} title=${title} onClose=${close} full first=${write ? ".writing-field textarea" : undefined} color=${theme?.color} kind=${note.kind}>
    <${Where} app=${app} note=${note} theme=${theme} />
    <${WhyUnseen} note=${note} />
    ${editing && mayEdit ? html`<${NoteText} app=${app} id=${id} focus label=${t("note.text_label")} onDone=${() => setEditing(false)} /><${Below} app=${app} note=${note} />` : html`<${Words} app=${app} note=${note} name="phone-whole" tag="p" /><${Turn} app=${app} note=${note} text />`}
    <p class="phone-meta"><bdi>${writer(app, note)}</bdi>${note.association && html`<bdi>${note.association}</bdi>`}<time datetime=${note.created_at} title=${when(note.created_at)}>${ago(note.created_at)}</time>${mine && html`<${NoteState} app=${app} id=${id} />`}</p>
    <${Writers} app=${app} id=${id} tag="p" />
    <${VoteStepper} app=${app} type="note" record=${note} />
    ${(mayEdit || actions.may("remove", note)) && html`<div class="button-row phone-tools">
      ${mayEdit && html`<${Button} icon=${editing ? "check" : "pencil"} text label=${t(editing ? "action.done" : "action.edit")} pressed=${editing || undefined} onClick=${() => setEditing(!editing)} />`}
      ${actions.may("remove", note) && html`<${Button} icon="trash-2" kind="danger" text label=${t("action.delete")} onClick=${remove} />`}
    </div>`}
    <h3 class="visually-hidden">${t("action.details")}</h3>
    <${Reactions} app=${app} note=${note} />
    <${Merged} app=${app} note=${note} />
    <${Answers} app=${app} note=${note} />
    <${Comments} app=${app} note=${note} />
    <${Change} app=${app} note=${note} />
  <//>`;
}

/** @param {{app: App, note: any, theme: any}} props */
function Where({ app, note, theme }) {
  const cluster = note.cluster && app.live.get("cluster", note.cluster);
  return theme && html`<p class="phone-where"><${Sign} name=${theme.sign} /><bdi>${theme.title}</bdi>${cluster && html`<span><${Icon} name="group" /><span class="visually-hidden">${t("cluster.in")} </span><bdi>${titleOf(cluster)}</bdi></span>`}</p>`;
}

/** Everything else that can be done to a note, for those who ask for it. @param {{app: App, note: any}} props */
function Change({ app, note }) {
  const [open, setOpen] = useState(false);
  const { actions } = app;
  if (!["edit", "move", "remove", "translate"].some((action) => actions.may(action, note))) return null;
  return html`<details class="phone-more-tools" open=${open} onToggle=${(/** @type {any} */ event) => setOpen(event.currentTarget.open)}>
    <summary><${Icon} name="chevron-right" mirror />${t("phone.change")}</summary>
    ${open && html`<${Part} app=${app} name="phone-controls" load=${CONTROLS} ids=${[note.id]} /><${Part} app=${app} name="phone-tongues" load=${TONGUES} quiet note=${note} />`}
  </details>`;
}

/** My own notes, the newest first, each with what became of it: waiting on this device, or saved. */
import { html, useEffect, useRef } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { Button } from "../button.js";
import { Icon } from "../icon.js";
import { brief, number } from "../phrases.js";
import { Card } from "./card.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

/** @param {{app: App, phone: Phone}} props */
export function MineTab({ app, phone }) {
  const { live, session, actions } = app;
  const head = useRef(/** @type {HTMLElement|null} */ (null));
  const me = session.me.value;
  session.role.value;
  live.board();
  const notes = live.all("note").filter((note) => note.seat === me).sort(newest);
  const count = useRef(notes.length);
  useEffect(() => {
    const fewer = notes.length < count.current;
    count.current = notes.length;
    if (fewer && document.activeElement === document.body) head.current?.focus();
  }, [notes.length]);
  return html`<section class="phone-list" aria-labelledby="my-notes">
    <h2 id="my-notes" class="phone-head-line" tabindex="-1" ref=${head}>${t("phone.my_notes")} <span class="muted">${number(notes.length)}</span></h2>
    ${!notes.length && html`<p class="phone-empty phone-blank"><${Icon} name="sticky-note" />${t(actions.may("add") ? "phone.mine_none" : "phone.mine_none_closed")}</p>`}
    <ul class="phone-notes">${notes.map((note) => html`<${Card} key=${note.id} app=${app} phone=${phone} id=${note.id} from><${Own} app=${app} phone=${phone} note=${note} /><//>`)}</ul>
  </section>`;
}

/** Whether it is saved, and what I can do with it. @param {{app: App, phone: Phone, note: any}} props */
function Own({ app, phone, note }) {
  const { actions, session, live } = app;
  session.role.value;
  live.board();
  const text = brief(note.text, 40);
  return html`<div class="phone-own">
    <${NoteState} app=${app} id=${note.id} />
    ${actions.may("edit", note) && html`<${Button} icon="pencil" label=${t("phone.edit", { text })} onClick=${() => phone.show(note.id, { write: true })} />`}
    ${actions.may("remove", note) && html`<${Button} icon="trash-2" label=${t("phone.delete", { text })} onClick=${() => actions.removeNotes([note.id])} />`}
  </div>`;
}

/** @param {{app: App, id: string}} props */
export function NoteState({ app, id }) {
  const waiting = app.live.pending("note", id);
  return html`<span class="phone-state" data-state=${waiting ? "waiting" : "saved"}><${Icon} name=${waiting ? "clock" : "check"} />${t(waiting ? "note.waiting" : "state.saved")}</span>`;
}

/** @param {any} a @param {any} b */
function newest(a, b) {
  const [x, y] = [a.created_at || "~", b.created_at || "~"];
  return x === y ? 0 : x < y ? 1 : -1;
}

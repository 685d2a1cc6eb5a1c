/** The sheet for writing a note. It is always in the page, so that one tap opens it and brings the keyboard; it stays open for the next note. */
import { html, useEffect, useRef } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { cpLength } from "../../core/text.js";
import { Button } from "../button.js";
import { Icon, KindIcon } from "../icon.js";
import { openKinds } from "../kind_choice.js";
import { Counter } from "../note_text.js";
import { Words } from "../note_words.js";
import { brief, kindWord } from "../phrases.js";
import { allowed } from "../text_binding.js";
import { NoteState } from "./mine_tab.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

const NEAR = 200;

/** @param {{app: App, phone: Phone}} props */
export function Write({ app, phone }) {
  const { session, actions, page, live } = app;
  const { draft } = phone;
  const box = useRef(/** @type {HTMLDialogElement|null} */ (null));
  const field = useRef(/** @type {HTMLTextAreaElement|null} */ (null));
  const open = phone.sheets.value.at(-1)?.name === "write";
  const challenge = draft.answers.value ? live.get("note", draft.answers.value) : undefined;
  const answering = Boolean(draft.answers.value);
  const theme = live.get("theme", challenge?.theme ?? draft.theme.value) ?? live.themes()[0];
  const text = draft.text.value;
  const limit = page.limits.text;
  const over = cpLength(text) - limit;
  const kind = answering ? "solution" : session.kind.value;
  session.role.value;
  live.board();
  const may = theme && actions.may("add", { kind, theme: theme.id }) && (!answering || Boolean(challenge));

  useEffect(() => {
    phone.onWriting(() => {
      const dialog = box.current;
      if (!dialog || dialog.open) return;
      dialog.showModal();
      field.current?.focus();
    });
  }, []);
  useEffect(() => {
    if (!open && box.current?.open) box.current.close();
    if (open && !box.current?.open) box.current?.showModal();
  }, [open]);

  const close = () => phone.close();
  const send = () => {
    const clean = allowed(text).trim();
    if (!clean || over > 0 || !may) return field.current?.focus();
    const id = answering ? actions.answerWith(challenge.id, { text: clean }) : actions.addNote({ kind, theme: theme.id, text: clean });
    void draft.sent(app.sync.sender.keep());
    if (answering) {
      session.announce.value = t("phone.sent");
      return close();
    }
    if (id) phone.sent.value = [id, ...phone.sent.peek()];
    phone.theme.value = theme.id;
    field.current?.focus();
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    event.stopPropagation();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  /** @param {any} event */
  const outside = (event) => event.target === box.current && close();
  return html`<dialog ref=${box} class="sheet sheet-write" aria-labelledby="write-title" data-color=${theme?.color} data-kind=${kind} onClick=${outside}
    onCancel=${(/** @type {Event} */ event) => (event.preventDefault(), close())} onKeyDown=${key}>
    <form class="sheet-box" onSubmit=${(/** @type {Event} */ event) => (event.preventDefault(), send())}>
      <div class="sheet-head"><h2 id="write-title">${t(answering ? "answer.write" : "phone.new")}</h2><${Button} icon="x" label=${t("action.close")} onClick=${close} /></div>
      <div class="sheet-body">
        ${answering ? html`<${Answered} app=${app} note=${challenge} />` : html`<${Kinds} app=${app} kind=${kind} />`}
        <label class="visually-hidden" for="write-text">${t("add.text", { theme: theme?.title ?? "" })}</label>
        <textarea id="write-text" ref=${field} class="field" rows="3" dir=${text ? "auto" : undefined} placeholder=${t("add.placeholder")} value=${text} aria-invalid=${over > 0 ? "true" : undefined}
          aria-describedby="write-count" onInput=${(/** @type {any} */ event) => draft.set(event.currentTarget.value)}></textarea>
        ${over > -NEAR && html`<${Counter} id="write-count" length=${over + limit} limit=${limit} />`}
        ${over > 0 && html`<p class="error" role="alert">${t("add.too_long", { count: over })}</p>`}
        ${!may && html`<p class="error" role="alert">${t("phone.closed")}</p>`}
        <div class="write-line">
          ${!answering && html`<label class="write-theme"><span class="visually-hidden">${t("note.theme")}</span>
            <select class="select" value=${theme?.id} onChange=${(/** @type {any} */ event) => (draft.theme.value = event.currentTarget.value)}>
              ${live.themes().map((/** @type {any} */ one) => html`<option key=${one.id} value=${one.id} disabled=${!actions.may("add", { kind, theme: one.id })}>${one.title}</option>`)}
            </select></label>`}
          <button type="submit" class="button button-primary write-send" aria-disabled=${text.trim() && may ? undefined : "true"} aria-keyshortcuts="Control+Enter" onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()}><${Icon} name="send" mirror /><span>${t("phone.send")}</span></button>
        </div>
        <${Sent} app=${app} phone=${phone} />
      </div>
    </form>
  </dialog>`;
}

/** Challenge or solution as two large buttons; the keyboard stays. @param {{app: App, kind: string}} props */
function Kinds({ app, kind }) {
  const open = openKinds(app);
  return html`<div class="write-kinds" role="group" aria-label=${t("kind.of_new")}>
    ${["challenge", "solution"].map((one) => html`<button type="button" key=${one} class="write-kind" data-kind=${one} aria-pressed=${String(kind === one)} aria-disabled=${open.includes(/** @type {any} */ (one)) ? undefined : "true"}
      onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()} onClick=${() => open.includes(/** @type {any} */ (one)) && (app.session.kind.value = one)}><${KindIcon} kind=${one} /><span>${kindWord(one)}</span></button>`)}
  </div>`;
}

/** The challenge that is answered. @param {{app: App, note: any}} props */
function Answered({ app, note }) {
  return html`<blockquote class="write-answered"><${KindIcon} kind="challenge" />${note ? html`<${Words} app=${app} note=${note} tag="p" cut=${(/** @type {string} */ text) => brief(text, 200)} />` : html`<p>${t("reason.gone")}</p>`}</blockquote>`;
}

/** What was sent since the sheet was opened, and where it is now. @param {{app: App, phone: Phone}} props */
function Sent({ app, phone }) {
  const ids = phone.sent.value;
  return html`<div role="status">${ids.length > 0 && html`<h3 class="phone-rest">${t("phone.sent_n", { count: ids.length })}</h3>
    <ul class="write-sent">${ids.slice(0, 3).map((id) => html`<li key=${id}><span dir="auto">${brief(app.live.get("note", id)?.text ?? "", 80)}</span><${NoteState} app=${app} id=${id} /></li>`)}</ul>`}</div>`;
}

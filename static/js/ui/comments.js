/** What people say about a note: the list of comments and the field to add one. */
import { html, useEffect, useLayoutEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { cpLength } from "../core/text.js";
import { tongueOf } from "../core/tongue.js";
import { allowed } from "./text_binding.js";
import { Button } from "./button.js";
import { ago, number, when, writer } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const MOST = 1000;

/** @param {{app: App, note: any}} props */
export function Comments({ app, note }) {
  const { actions, session, live } = app;
  session.role.value;
  live.board();
  const comments = live.about(note.id).commentsOf(note.id);
  const may = !note.private && !note.hidden && actions.may("comment", note);
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  const [, again] = useState(0);
  useEffect(() => {
    if (!comments.length) return;
    const timer = setInterval(() => again((n) => n + 1), 60_000); // "3 minutes ago" goes on
    return () => clearInterval(timer);
  }, [comments.length > 0]);
  if (!may && !comments.length) return null;
  /** @param {string} text */
  const add = (text) => {
    actions.addComment(note.id, text);
    session.announce.value = t("comment.added");
  };
  return html`<section class="talk-part" aria-label=${t("comment.title")}>
    <h4 class="kind-head">${t("comment.title")} <span class="muted">${number(comments.length)}</span></h4>
    ${comments.length > 0 && html`<ol class="comment-list" ref=${list} tabindex="-1" aria-label=${t("comment.title")}>${comments.map((/** @type {any} */ comment) => html`<${Comment} key=${comment.id} app=${app} id=${comment.id} may=${may} onGone=${() => list.current?.focus()} />`)}</ol>`}
    ${may && html`<${CommentForm} id=${`comment-${note.id}`} label=${t("comment.write")} submit=${t("comment.send")} onText=${add} />`}
  </section>`;
}

/** @param {{app: App, id: string, may: boolean, onGone: () => void}} props */
function Comment({ app, id, may, onGone }) {
  const { live, actions, session } = app;
  const [editing, setEditing] = useState(false);
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  const comment = live.get("comment", id);
  if (!comment) return null;
  const mine = comment.seat === session.me.value;
  const name = writer(app, comment);
  /** @param {string} text */
  const keep = (text) => {
    actions.setComment(id, text);
    done();
  };
  const done = () => {
    setEditing(false);
    requestAnimationFrame(() => /** @type {HTMLElement|null} */ (box.current?.querySelector("[data-edit]"))?.focus());
  };
  const remove = () => {
    actions.removeComment(id);
    session.announce.value = t("comment.removed");
    onGone();
  };
  return html`<li class="comment" ref=${box}>
    <p class="comment-head"><bdi class="comment-name">${name}</bdi>${comment.association && html`<bdi class="muted">${comment.association}</bdi>`}
      <time class="muted" datetime=${comment.created_at} title=${when(comment.created_at)}>${ago(comment.created_at) || t("note.waiting")}</time>
      ${comment.edited_at && comment.edited_at !== comment.created_at && html`<span class="muted">${t("comment.edited")}</span>`}</p>
    ${editing
      ? html`<${CommentForm} id=${`edit-${id}`} label=${t("comment.change")} submit=${t("action.keep")} text=${comment.text} onText=${keep} onCancel=${done} />`
      : html`<p class="comment-text" dir="auto" lang=${tongueOf(comment.text) || undefined}>${comment.text}</p>`}
    ${may && !editing && (mine || session.role.value === "facilitator") &&
    html`<span class="comment-tools">
      ${mine && html`<${Button} icon="pencil" label=${t("comment.edit")} onClick=${() => setEditing(true)} data-edit />`}
      <${Button} icon="trash-2" label=${t("comment.remove", { name })} onClick=${remove} />
    </span>`}
  </li>`;
}

/** @param {{id: string, label: string, submit: string, text?: string, onText: (text: string) => void, onCancel?: () => void}} props */
function CommentForm({ id, label, submit, text: before = "", onText, onCancel }) {
  const [text, setText] = useState(before);
  const field = useRef(/** @type {HTMLTextAreaElement|null} */ (null));
  useLayoutEffect(() => {
    if (onCancel) field.current?.focus();
  }, []);
  const over = cpLength(text) - MOST;
  const send = () => {
    const clean = allowed(text).trim();
    if (!clean || over > 0) return field.current?.focus();
    onText(clean);
    if (!onCancel) setText("");
    field.current?.focus();
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };
  return html`<form class="comment-form" onSubmit=${(/** @type {Event} */ e) => (e.preventDefault(), send())} onKeyDown=${key}>
    <label class="visually-hidden" for=${id}>${label}</label>
    <textarea id=${id} ref=${field} class="field" rows="2" dir=${text ? "auto" : undefined} placeholder=${label} value=${text} aria-invalid=${over > 0 ? "true" : undefined}
      onInput=${(/** @type {any} */ e) => setText(e.currentTarget.value)}></textarea>
    ${over > 0 && html`<p class="error" role="alert">${t("add.too_long", { count: over })}</p>`}
    <div class="row-end">${onCancel && html`<${Button} text label=${t("action.cancel")} onClick=${onCancel} />`}
      <button type="submit" class="button" aria-disabled=${text.trim() ? undefined : "true"} aria-keyshortcuts="Control+Enter">${submit}</button></div>
  </form>`;
}

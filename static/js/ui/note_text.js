/** The field in which a note's text is written, alone or together with others. */
import { html, useEffect, useLayoutEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { cpLength } from "../core/text.js";
import { bindText } from "./text_binding.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const NEAR = 200;

/** @param {{app: App, id: string, focus?: boolean, label?: string, onDone?: () => void}} props */
export function NoteText({ app, id, focus, label, onDone }) {
  const { sync, session, page } = app;
  const area = useRef(/** @type {HTMLTextAreaElement|null} */ (null));
  const binding = useRef(/** @type {ReturnType<typeof bindText>|null} */ (null));
  const [length, setLength] = useState(0);
  const note = app.live.get("note", id);

  useLayoutEffect(() => {
    if (!area.current) return;
    const field = area.current;
    const grow = () => {
      if (CSS.supports("field-sizing", "content")) return; // the style sheet does it
      field.style.blockSize = "auto";
      field.style.blockSize = `${Math.min(field.scrollHeight + 4, 360)}px`;
    };
    const bound = bindText(field, {
      sync,
      id,
      limit: page.limits.text,
      onText: (text) => {
        setLength(cpLength(text));
        grow();
        if (document.activeElement === field) sync.signal({ typing: id });
      },
      onFull: () => (session.announce.value = t("note.text_full", { limit: number(page.limits.text) })),
    });
    binding.current = bound;
    if (focus) {
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }
    return () => {
      bound.stop();
      stopped();
    };
  }, [id]);

  useEffect(() => binding.current?.refresh(), [note?.text]);

  const started = () => {
    session.editing.value = id;
    sync.signal({ typing: id });
  };
  const stopped = () => {
    if (session.editing.peek() === id) session.editing.value = null;
    sync.signal({ typing: null });
  };

  /** @param {KeyboardEvent} event */
  const key = (event) => {
    event.stopPropagation();
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      onDone?.();
    }
  };

  const field = `text-${id}`;
  return html`<div class="writing-field">
    <label class=${label ? "label" : "visually-hidden"} for=${field}>${label || t("note.text_label")}</label>
    <textarea id=${field} ref=${area} class="field" dir="auto" lang=${note?.language || undefined} rows="3"
      aria-describedby="${field}-count" onFocus=${started} onBlur=${stopped} onKeyDown=${key}></textarea>
    <${Counter} id="${field}-count" length=${length} limit=${page.limits.text} />
  </div>`;
}

/** Says how much room is left once it matters. @param {{id: string, length: number, limit: number}} props */
export function Counter({ id, length, limit }) {
  const near = length > limit - NEAR;
  return html`<p id=${id} class=${near ? "counter counter-near" : "counter"}>
    <bdi dir="ltr" aria-hidden="true">${number(length)} / ${number(limit)}</bdi>
    <span class="visually-hidden">${t("note.left", { count: Math.max(0, limit - length) })}</span>
  </p>`;
}

/** The board's title; a facilitator renames it in place. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { usePageTitle } from "./page_title.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Title({ app }) {
  const { session, actions } = app;
  const [editing, setEditing] = useState(false);
  const field = useRef(/** @type {HTMLInputElement|null} */ (null));
  const back = useRef(false);
  const button = useRef(/** @type {HTMLButtonElement|null} */ (null));
  const title = usePageTitle(app);
  useEffect(() => {
    if (editing) field.current?.select();
    else if (back.current) button.current?.focus();
    back.current = false;
  }, [editing]);
  if (session.role.value !== "facilitator") return html`<h1 class="board-title" dir="auto" title=${title}>${title}</h1>`;
  const keep = () => {
    const wanted = field.current?.value.replace(/\s+/g, " ").trim();
    if (wanted && wanted !== title) actions.setBoard({ title: wanted });
    setEditing(false);
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    back.current = true;
    event.key === "Enter" ? keep() : setEditing(false);
  };
  return html`<h1 class="board-title">
    ${editing
      ? html`<input ref=${field} class="field" dir="auto" maxlength="120" aria-label=${t("board.title")} value=${title} onKeyDown=${key} onBlur=${keep} />`
      : html`<button type="button" ref=${button} class="title-button" dir="auto" title=${t("board.rename")} onClick=${() => setEditing(true)}>${title}</button>`}
  </h1>`;
}

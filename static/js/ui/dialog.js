/** A modal dialog: native <dialog>, named by its heading; Esc closes, focus goes back to where it was. */
import { html, useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";

let count = 0;

/** @param {{title: string, onClose: () => void, wide?: boolean, children?: any}} props */
export function Dialog({ title, onClose, wide, children }) {
  const box = useRef(/** @type {HTMLDialogElement|null} */ (null));
  const id = useRef(`dialog-${(count += 1)}`);

  useEffect(() => {
    const before = /** @type {HTMLElement|null} */ (document.activeElement);
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before?.isConnected && before !== document.body) before.focus();
    };
  }, []);

  /** A press on the backdrop, not one that began inside. @param {any} event */
  const outside = (event) => event.target === box.current && onClose();
  return html`<dialog ref=${box} class=${wide ? "dialog dialog-wide" : "dialog"} aria-labelledby=${id.current} onPointerDown=${outside}
    onCancel=${(/** @type {Event} */ e) => (e.preventDefault(), onClose())} onKeyDown=${(/** @type {Event} */ e) => e.stopPropagation()}>
    <div class="dialog-box">
      <header class="dialog-head"><h2 id=${id.current} tabindex="-1" autofocus>${title}</h2><${Button} icon="x" label=${t("action.close")} onClick=${onClose} /></header>
      <div class="dialog-body">${children}</div>
    </div>
  </dialog>`;
}

/** A sheet that comes up from the bottom over everything: a native dialog, named by its heading. Back, Escape, the cross and a tap beside it close it. */
import { html, useEffect, useRef } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { Button } from "../button.js";
/** @typedef {import("../state.js").App} App */

let count = 0;

/** @param {{title: any, onClose: () => void, full?: boolean, first?: string, color?: string, kind?: string, children?: any}} props `full`: as tall as the screen allows; `first`: what has the focus, else the heading */
export function Sheet({ title, onClose, full, first, color, kind, children }) {
  const box = useRef(/** @type {HTMLDialogElement|null} */ (null));
  const id = useRef(`sheet-${(count += 1)}`);
  useEffect(() => {
    const before = /** @type {HTMLElement|null} */ (document.activeElement);
    const dialog = box.current;
    dialog?.showModal();
    if (first) /** @type {HTMLElement|null|undefined} */ (dialog?.querySelector(first))?.focus();
    return () => {
      dialog?.close();
      if (before?.isConnected && before !== document.body) before.focus({ preventScroll: true });
    };
  }, []);
  /** @param {any} event */
  const outside = (event) => event.target === box.current && onClose();
  return html`<dialog ref=${box} class=${full ? "sheet sheet-full" : "sheet"} aria-labelledby=${id.current} data-color=${color} data-kind=${kind} onClick=${outside}
    onCancel=${(/** @type {Event} */ event) => (event.preventDefault(), onClose())} onKeyDown=${(/** @type {Event} */ event) => event.stopPropagation()}>
    <div class="sheet-box">
      <div class="sheet-head"><h2 id=${id.current} tabindex="-1" autofocus>${title}</h2><${Button} icon="x" label=${t("action.close")} onClick=${onClose} /></div>
      <div class="sheet-body">${children}</div>
    </div>
  </dialog>`;
}

/** The place of the canvas: makes the board layer when the board is shown and lets it go afterwards. */
import { html, useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { createLayer } from "../board/layer.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function CanvasHost({ app }) {
  const root = useRef(/** @type {HTMLElement|null} */ (null));
  useEffect(() => {
    if (!root.current) return;
    const { store, sync, actions, session, ui } = app;
    const layer = createLayer({ root: root.current, store, sync, actions, session, t });
    app.layer.value = layer;
    const menu = (/** @type {any} */ event) => (ui.menu.value = event.detail);
    const dialog = (/** @type {any} */ event) => (ui.dialog.value = event.detail);
    root.current.addEventListener("board:menu", menu);
    root.current.addEventListener("board:dialog", dialog);
    const host = root.current;
    return () => {
      host.removeEventListener("board:menu", menu);
      host.removeEventListener("board:dialog", dialog);
      app.layer.value = null;
      layer.destroy();
      host.replaceChildren();
    };
  }, []);
  return html`<div id="canvas" ref=${root} class="canvas-host" tabindex="-1"></div>`;
}

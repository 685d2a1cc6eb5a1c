/** The place of the small board in a corner of the canvas, and the button that puts it away. */
import { html, useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { createMinimap } from "../board/minimap.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Minimap({ app }) {
  const place = useRef(/** @type {HTMLElement|null} */ (null));
  const layer = app.layer.value;
  useEffect(() => {
    if (!layer || !place.current) return;
    return createMinimap({ root: place.current, layer, store: app.store }).destroy;
  }, [layer]);
  const hide = () => {
    app.ui.minimap.value = "off";
    app.session.toast.value = { text: t("minimap.hidden"), action: { label: t("minimap.back"), run: () => (app.ui.minimap.value = "on") } };
  };
  return html`<section class="minimap" aria-label=${t("minimap.title")}>
    <div ref=${place} class="minimap-map" dir="ltr" aria-hidden="true"></div>
    <${Button} icon="x" label=${t("minimap.hide")} onClick=${hide} />
  </section>`;
}

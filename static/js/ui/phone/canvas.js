/** The board as a picture on the phone, moved and enlarged with the fingers; a note chosen on it opens as a sheet. Fetched when it is asked for. */
import { html, useEffect, useRef } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { Button } from "../button.js";
import { CanvasHost } from "../canvas_host.js";
import { brief } from "../phrases.js";
import { notesOf } from "../note_actions.js";
import { useRoom } from "../step_room.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

/** @param {{app: App, phone: Phone, from: HTMLElement|null}} props `from`: what it was opened with */
export function Canvas({ app, phone, from }) {
  const { session } = app;
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  const [note] = notesOf(app, session.selection.value);
  const one = session.selection.value.size === 1 ? note : undefined;
  useEffect(() => {
    session.view.value = "board";
    session.selection.value = new Set();
    box.current?.querySelector("button")?.focus();
    return () => {
      session.view.value = "outline";
      session.selection.value = new Set();
      requestAnimationFrame(() => from?.isConnected && from.focus({ preventScroll: true }));
    };
  }, []);
  useRoom(app);
  const layer = app.layer.value;
  const zoom = (/** @type {number} */ by) => layer?.zoomBy?.(by);
  return html`<section class="phone-canvas" ref=${box} aria-label=${t("view.board")}>
    <${CanvasHost} app=${app} />
    <div class="phone-canvas-top">
      <${Button} icon="arrow-left" mirror text label=${t("phone.back")} onClick=${() => phone.close()} />
      <span class="phone-canvas-zoom"><${Button} icon="minus" label=${t("dock.zoom_out")} onClick=${() => zoom(1 / 1.3)} /><${Button} icon="maximize" label=${t("dock.fit")} onClick=${() => layer?.fit?.()} /><${Button} icon="plus" label=${t("dock.zoom_in")} onClick=${() => zoom(1.3)} /></span>
    </div>
    ${one && html`<div class="phone-canvas-foot"><${Button} kind="primary" text icon="maximize-2" label=${t("phone.open_note", { text: brief(one.text, 40) })} short=${t("phone.open")} onClick=${() => phone.open({ name: "note", id: one.id })} /></div>`}
  </section>`;
}

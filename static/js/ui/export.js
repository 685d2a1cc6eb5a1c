/** Taking the board home: JSON, CSV, print. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, onClose: () => void}} props */
export function Export({ app, onClose }) {
  const [names, setNames] = useState(false);
  const board = encodeURIComponent(app.page.board);
  const query = `?names=${names ? 1 : 0}`;
  const unsaved = app.session.saved.value.waiting > 0;
  return html`<${Dialog} title=${t("export.title")} onClose=${onClose}>
    <div class="stack">
      ${unsaved && html`<p class="notice"><${Icon} name="triangle-alert" />${t("export.unsaved")}</p>`}
      ${app.session.role.value === "facilitator" &&
      html`<label class="check"><input type="checkbox" checked=${names} onChange=${(/** @type {any} */ e) => setNames(e.currentTarget.checked)} /><span>${t("export.names")}</span></label>`}
      <${Way} href=${`/api/boards/${board}/export/csv${query}`} icon="download" title=${t("export.csv")} hint=${t("export.csv_hint")} download />
      <${Way} href=${`/api/boards/${board}/export/json${query}`} icon="download" title=${t("export.json")} hint=${t("export.json_hint")} download />
      <${Way} href=${`/board/${board}/print`} icon="printer" title=${t("export.print")} hint=${t("export.print_hint")} />
    </div>
  <//>`;
}

/** @param {{href: string, icon: string, title: string, hint: string, download?: boolean}} props */
function Way({ href, icon, title, hint, download }) {
  return html`<a class="way" href=${href} download=${download} target=${download ? undefined : "_blank"} rel="noopener">
    <${Icon} name=${icon} /><span><strong>${title}</strong><span class="hint">${hint}</span></span></a>`;
}

/** A part that comes over the line when it is first shown. */
import { html } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { Button } from "../button.js";
import { useFetched } from "../later.js";
/** @typedef {import("../state.js").App} App */

/** @param {{app: App, name: string, load: () => Promise<any>, quiet?: boolean, [prop: string]: any}} props `quiet`: nothing is said while it comes; further props are handed on */
export function Part({ app, name, load, quiet, ...props }) {
  const { part, failed, again } = useFetched(name, load);
  if (part) return html`<${part} app=${app} ...${props} />`;
  if (failed) return html`<div class="phone-empty" role="alert"><p>${t("panel.failed")}</p><${Button} text icon="refresh-cw" label=${t("state.try_now")} onClick=${again} /></div>`;
  return quiet ? null : html`<p class="phone-empty">${t("state.loading")}</p>`;
}

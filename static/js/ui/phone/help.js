/** Help for the phone: what there is, in a few sentences. */
import { html } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { Icon } from "../icon.js";

const LINES = [["plus", "write"], ["list-tree", "themes"], ["user", "mine"], ["vote", "votes"], ["cloud-off", "line"], ["layout-grid", "board"]];

export function Help() {
  return html`<ul class="phone-help">${LINES.map(([icon, what]) => html`<li key=${what}><${Icon} name=${icon} /><p>${t(`phone.help_${what}`)}</p></li>`)}</ul>
    <p><a class="line-link" href="/accessibility" target="_blank" rel="noopener">${t("access.title")}</a></p>`;
}

/** Step one of taking the board home: as what. One list; on a small screen each line leads on. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { GROUPS, goodFor, shortName } from "./export_formats.js";
import { Icon } from "./icon.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, value: string, leads: boolean, onChoose: (format: string) => void}} props `leads`: choosing goes to another page of the dialog */
export function Choose({ app, value, leads, onChoose }) {
  return html`<div class="take-what">
    <h3 class="take-step" tabindex="-1">${t("export.step_what")}</h3>
    ${GROUPS.map((group) => html`<div key=${group.name} class="take-group" role="group" aria-labelledby=${`take-${group.name}`}>
      <h4 class="take-group-name" id=${`take-${group.name}`}>${t(`export.group_${group.name}`)}</h4>
      ${group.formats.map(({ name, icon }) => html`<${Line} key=${name} name=${name} icon=${icon} chosen=${name === value} leads=${leads} onChoose=${onChoose} />`)}
    </div>`)}
    <div class="take-group"><h4 class="take-group-name">${t("export.group_paper")}</h4>
      <a class="take-format" href=${`/board/${encodeURIComponent(app.page.board)}/print`} target="_blank" rel="noopener">
        <${Words} icon="printer" name=${t("export.print")} hint=${t("export.print_hint")} /></a></div>
  </div>`;
}

/** @param {{name: string, icon: string, chosen: boolean, leads: boolean, onChoose: (format: string) => void}} props */
function Line({ name, icon, chosen, leads, onChoose }) {
  const words = html`<${Words} icon=${icon} name=${shortName(name)} hint=${goodFor(name)} />`;
  if (leads) return html`<button type="button" class="take-format" onClick=${() => onChoose(name)}>${words}<${Icon} name="chevron-right" mirror /></button>`;
  return html`<label class="take-format"><input type="radio" class="take-radio" name="take-format" checked=${chosen} onChange=${() => onChoose(name)} />${words}<${Icon} name="check" /></label>`;
}

/** @param {{icon: string, name: string, hint: string}} props */
function Words({ icon, name, hint }) {
  return html`<span class="take-sign"><${Icon} name=${icon} /></span><span class="take-words"><strong>${name}</strong> <span class="hint">${hint}</span></span>`;
}

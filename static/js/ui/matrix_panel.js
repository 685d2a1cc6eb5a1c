/** The coverage matrix: associations by themes, with challenges, solutions and how many challenges are answered; each cell is a filter. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { NO_FILTER } from "../core/session.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { Icon, Sign } from "./icon.js";
import { number, percent } from "./phrases.js";
import { coverage } from "./matrix_count.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./matrix_count.js").Cell} Cell */

/** @param {{app: App}} props */
export function Matrix({ app }) {
  const { live, session } = app;
  live.all("note");
  live.all("answer");
  const themes = live.themes();
  const { rows, totals, all } = coverage(app.store, themes, live.associations.value);
  const filter = session.filter.value;
  const held = session.matrixCell.value && filter.theme === session.matrixCell.value.theme && filter.association === session.matrixCell.value.association;
  const { shown } = live.counts.value;
  /** @param {string} theme @param {string} association */
  const choose = (theme, association) => {
    const same = held && filter.theme === theme && filter.association === association;
    session.filter.value = same ? NO_FILTER : { ...NO_FILTER, theme, association };
    session.matrixCell.value = same ? null : { theme, association };
  };
  const see = () => {
    if (session.view.value === "outline") session.panel.value = null;
    else session.panel.value = "outline";
  };
  /** @param {string} theme @param {string} association */
  const pressed = (theme, association) => Boolean(held && filter.theme === theme && filter.association === association);
  return html`<div class="matrix">
    <h2>${t("panel.matrix")}</h2>
    <p class="hint">${t("matrix.hint")}</p>
    <p class="matrix-legend"><span><${Icon} name="flag" />${t("kind.challenges")}</span><span><${Icon} name="lightbulb" />${t("kind.solutions")}</span><span><${Icon} name="link-2" />${t("matrix.answered")}</span><span class="gap-word"><${Icon} name="triangle-alert" />${t("matrix.gap")}</span><span class="none-word">${t("matrix.nothing")}</span></p>
    <p class="matrix-found" role="status">${held ? html`${t("filter.found", { count: shown })} <button type="button" class="link-button" onClick=${see}>${t("matrix.see")}</button> <button type="button" class="link-button" onClick=${() => choose(filter.theme, filter.association)}>${t("filter.clear")}</button>` : ""}</p>
    <div class="matrix-scroll" tabindex="0" role="region" aria-label=${t("panel.matrix")}>
      <table>
        <thead><tr><th scope="col">${t("note.association")}</th>
          ${themes.map((/** @type {any} */ theme) => html`<th key=${theme.id} scope="col" data-color=${theme.color}><span class="theme-word"><${Sign} name=${theme.sign} /><span dir="auto">${theme.title}</span></span></th>`)}
          <th scope="col">${t("matrix.total")}</th></tr></thead>
        <tbody>
          ${rows.map(({ association, cells, total }) => html`<tr key=${association}><th scope="row"><bdi>${association || t("matrix.unknown")}</bdi></th>
            ${themes.map((/** @type {any} */ theme, /** @type {number} */ i) => html`<td key=${theme.id} data-color=${theme.color}><${Share} cell=${cells[i]} name=${`${theme.title}, ${association || t("matrix.unknown")}`} pressed=${pressed(theme.id, association)} onClick=${association ? () => choose(theme.id, association) : undefined} /></td>`)}
            <td class="sum"><${Share} cell=${total} name=${association || t("matrix.unknown")} pressed=${pressed("", association)} onClick=${association ? () => choose("", association) : undefined} /></td></tr>`)}
        </tbody>
        <tfoot><tr><th scope="row">${t("matrix.total")}</th>
          ${themes.map((/** @type {any} */ theme, /** @type {number} */ i) => html`<td key=${theme.id} data-color=${theme.color}><${Share} cell=${totals[i]} name=${theme.title} pressed=${pressed(theme.id, "")} onClick=${() => choose(theme.id, "")} /></td>`)}
          <td class="sum"><${Share} cell=${all} name=${t("matrix.total")} /></td></tr></tfoot>
      </table>
    </div>
    ${!rows.length && html`<${Empty} icon="table-2" words=${t("matrix.empty")} />`}
    <${Button} icon="flag" text label=${t("panel.unanswered")} onClick=${() => (session.panel.value = "unanswered")} />
  </div>`;
}

/** @param {{cell: Cell, name: string, pressed?: boolean, onClick?: () => void}} props */
function Share({ cell, name, pressed, onClick }) {
  const { challenges, solutions, answered } = cell;
  const none = challenges + solutions === 0;
  const gap = challenges > 0 && answered === 0;
  const words = [none ? t("matrix.nothing") : "", t("print.challenges", { count: challenges }), t("print.solutions", { count: solutions }), challenges ? t("matrix.answered_n", { count: answered, percent: percent(answered, challenges) }) : "", gap ? t("matrix.gap") : ""].filter(Boolean).join(t("announce.comma"));
  const inner = none
    ? html`<span class="cell-none" aria-hidden="true">–</span>`
    : html`<span class="cell-counts" aria-hidden="true"><span><${Icon} name="flag" />${number(challenges)}</span><span><${Icon} name="lightbulb" />${number(solutions)}</span></span>
        ${challenges > 0 && html`<span class="cell-share" aria-hidden="true">${gap ? html`<${Icon} name="triangle-alert" />` : html`<${Icon} name="link-2" />`}${percent(answered, challenges)}</span>`}`;
  const state = none ? "none" : gap ? "gap" : challenges > 0 && answered === challenges ? "full" : "some";
  if (!onClick) return html`<div class="cell" data-state=${state}>${inner}<span class="visually-hidden">${words}</span></div>`;
  return html`<button type="button" class="cell" data-state=${state} aria-pressed=${String(Boolean(pressed))} aria-label=${`${name}: ${words}`} onClick=${onClick}>${inner}</button>`;
}

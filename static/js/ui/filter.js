/** Search and filter, shared by outline and canvas through the session. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { isFiltering, NO_FILTER } from "../core/session.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { SDGS } from "./sdg_grid.js";
import { number, STATUSES } from "./phrases.js";
import { titleOf } from "./cluster_actions.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Filter({ app }) {
  const { session, live } = app;
  const filter = session.filter.value;
  const { shown } = live.counts.value;
  const active = isFiltering(filter);
  const clusters = live.all("cluster").filter((cluster) => !filter.theme || cluster.theme === filter.theme);
  const chosen = [filter.kind, filter.theme, filter.association, filter.sdg, filter.mine, filter.status, filter.unanswered, filter.cluster].filter(Boolean).length;
  const [open, setOpen] = useState(chosen > 0);
  const search = useRef(/** @type {HTMLInputElement|null} */ (null));
  /** @param {Record<string, any>} fields */
  const set = (fields) => (session.filter.value = { ...session.filter.value, ...fields });
  const clear = () => {
    session.filter.value = NO_FILTER;
    search.current?.focus();
  };

  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => (session.announce.value = t("filter.found", { count: shown })), 600);
    return () => clearTimeout(timer);
  }, [active, shown, filter]);

  return html`<search class="filter" aria-label=${t("filter.title")}>
    <div class="filter-line">
      <span class="search-field"><${Icon} name="search" />
        <input ref=${search} type="search" class="field" aria-label=${t("filter.search")} placeholder=${t("filter.search")} dir=${filter.text ? "auto" : undefined} value=${filter.text}
          onInput=${(/** @type {any} */ e) => set({ text: e.currentTarget.value })} /></span>
      <${Button} icon="filter" label=${chosen ? t("filter.more_n", { count: chosen }) : t("filter.more")} short=${chosen ? number(chosen) : undefined}
        aria-expanded=${String(open)} onClick=${() => setOpen(!open)} />
    </div>
    ${open &&
    html`<div class="filter-more">
      <${Choice} label=${t("note.kind")} value=${filter.kind} onChange=${(/** @type {string} */ kind) => set({ kind })}
        options=${[["challenge", t("kind.challenges")], ["solution", t("kind.solutions")]]} />
      <${Choice} label=${t("note.theme")} value=${filter.theme} onChange=${(/** @type {string} */ theme) => set({ theme })}
        options=${live.themes().map((/** @type {any} */ theme) => [theme.id, theme.title])} />
      <${Choice} label=${t("note.association")} value=${filter.association} onChange=${(/** @type {string} */ association) => set({ association })}
        options=${live.associations.value.map((name) => [name, name])} />
      <${Choice} label=${t("filter.sdg")} value=${filter.sdg ? String(filter.sdg) : ""} onChange=${(/** @type {string} */ sdg) => set({ sdg: Number(sdg) })}
        options=${SDGS.map((sdg) => [String(sdg), `${number(sdg)} – ${t(`sdg.${sdg}`)}`])} />
      <${Choice} label=${t("filter.status")} value=${filter.status ?? ""} onChange=${(/** @type {string} */ status) => set({ status })}
        options=${STATUSES.map((status) => [status, t(`status.${status}`)])} />
      ${clusters.length > 0 && html`<${Choice} label=${t("filter.cluster")} value=${filter.cluster ?? ""} onChange=${(/** @type {string} */ cluster) => set({ cluster })}
        options=${clusters.map((cluster) => [cluster.id, titleOf(cluster)])} />`}
      <label class="check"><input type="checkbox" checked=${Boolean(filter.unanswered)} onChange=${(/** @type {any} */ e) => set({ unanswered: e.currentTarget.checked })} /><span>${t("filter.unanswered")}</span></label>
      <label class="check"><input type="checkbox" checked=${filter.mine} onChange=${(/** @type {any} */ e) => set({ mine: e.currentTarget.checked })} /><span>${t("filter.mine")}</span></label>
    </div>`}
    ${active &&
    html`<p class="filter-found"><span>${shown ? t("filter.found", { count: shown }) : t("filter.none")}</span>
      <button type="button" class="link-button" onClick=${clear}>${t("filter.clear")}</button></p>`}
  </search>`;
}

/** @param {{label: string, value: string, options: [string, string][], onChange: (value: string) => void}} props */
function Choice({ label, value, options, onChange }) {
  return html`<label class="filter-choice"><span class="label">${label}</span>
    <select class="select select-small" value=${value} onChange=${(/** @type {any} */ e) => onChange(e.currentTarget.value)}>
      <option value="">${t("filter.any")}</option>
      ${options.map(([key, words]) => html`<option key=${key} value=${key}>${words}</option>`)}
    </select></label>`;
}

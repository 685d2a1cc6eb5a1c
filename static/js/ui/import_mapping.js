/** What of the file means what on the board: first what matters for where it is from, then what holds where it says nothing. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Columns } from "./import_columns.js";
import { Areas, Colors, Kinds, Themes } from "./import_values.js";
import { TextLooks } from "./import_text.js";
import { Pick } from "./import_pick.js";
/** @typedef {import("./import_reading.js").Reading} Reading */
/** @typedef {import("./import_reading.js").Proposal} Proposal */
/** @typedef {{id: string, title: string, color: string, sign: string}} Theme */

/** @param {{reading: Reading, proposal: Proposal, themes: Theme[], limit: number}} props */
export function Mapping({ reading, proposal, themes, limit }) {
  const { source, values } = proposal;
  const whiteboard = source === "mural" || source === "miro";
  return html`
    ${source === "table" && html`<${Columns} reading=${reading} proposal=${proposal} />`}
    ${values.color.length > 0 && html`<${Colors} reading=${reading} proposal=${proposal} themes=${themes} />`}
    ${values.area.length > 0 && html`<${Areas} reading=${reading} proposal=${proposal} themes=${themes} />`}
    ${values.kind.length > 0 && html`<${Kinds} reading=${reading} proposal=${proposal} />`}
    ${values.theme.length > 0 && html`<${Themes} reading=${reading} proposal=${proposal} themes=${themes} />`}
    <${Rest} reading=${reading} proposal=${proposal} themes=${themes} limit=${limit} />
    ${whiteboard && html`<details class="bring-more"><summary>${t("import.columns")}</summary><${Columns} reading=${reading} proposal=${proposal} bare /></details>`}
    <${TextLooks} reading=${reading} proposal=${proposal} />`;
}

/** What holds for every note of which the file says nothing else. @param {{reading: Reading, proposal: Proposal, themes: Theme[], limit: number}} props */
function Rest({ reading, proposal, themes, limit }) {
  const { options } = reading.state.value;
  const { source, values, rows, clusters } = proposal;
  const told = values.kind.length + values.theme.length + values.color.length + values.area.length > 0 || proposal.columns.filter(({ field }) => field === "text").length > 1;
  const fields = new Set(proposal.columns.map(({ field }) => field));
  const ways = ["cluster", "area"].filter((name) => fields.has(name));
  const long = rows.filter(({ skip }) => skip === "long").length;
  return html`<section class="bring-part"><h4>${t(told ? "import.rest" : "import.all")}</h4>
    <div class="bring-pair">
      <${Pick} label=${t("note.kind")} value=${options.default_kind || "challenge"} options=${[["challenge", t("kind.challenge")], ["solution", t("kind.solution")]]}
        onChange=${(/** @type {string} */ kind) => reading.change({ default_kind: kind })} />
      <${Pick} label=${t("note.theme")} value=${options.default_theme || themes[0]?.id} options=${themes.map(({ id, title }) => [id, title])}
        onChange=${(/** @type {string} */ theme) => reading.change({ default_theme: theme })} />
      ${ways.length > 0 && (ways.length > 1 || source !== "mural") && html`<${Pick} label=${t("import.clusters")} value=${clusters}
        options=${[...ways.map((name) => [name, t(source === "lines" ? "import.headings" : `import.clusters_${name}`)]), ["none", t("import.clusters_none")]]} onChange=${(/** @type {string} */ by) => reading.change({ clusters: { by } })} />`}
      ${source === "lines" && html`<${Pick} label=${t("import.one_note")} value=${options.split === "row" ? "row" : "line"} options=${[["line", t("import.per_line")], ["row", t("import.per_paragraph")]]}
        onChange=${(/** @type {string} */ split) => reading.change({ split })} />`}
    </div>
    ${(long > 0 || options.cut) && html`<label class="check"><input type="checkbox" checked=${Boolean(options.cut)} onChange=${(/** @type {any} */ e) => reading.change({ cut: e.currentTarget.checked })} />
      <span>${long ? t("import.cut", { count: long, limit }) : t("import.cut_now", { limit })}</span></label>`}
  </section>`;
}

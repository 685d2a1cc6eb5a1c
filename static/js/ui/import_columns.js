/** The columns of a table: what stands in each, and what it is on the board. */
import { html, useMemo } from "../../vendor/preact-htm-signals.js";
import { language, t } from "../core/i18n.js";
import { FIELDS, letters } from "./import_words.js";
import { Pick, Some } from "./import_pick.js";
import { languageNames } from "./names.js";
/** @typedef {import("./import_reading.js").Reading} Reading */
/** @typedef {import("./import_reading.js").Column} Column */

const FIRST = 12;

/** @param {{reading: Reading, proposal: import("./import_reading.js").Proposal, bare?: boolean}} props `bare`: the heading stands elsewhere */
export function Columns({ reading, proposal, bare }) {
  const { columns = {} } = reading.state.value.options;
  const tongues = useMemo(() => translations(proposal), [proposal, language.value]);
  const line = (/** @type {Column} */ { index, name, samples, field }) => {
    const title = name || t("import.column", { name: letters(index) });
    return html`<li key=${index} class="bring-line bring-column"><span class="bring-value"><bdi>${title}</bdi>
        ${samples.length > 0 && html`<span class="hint bring-samples"><bdi>${samples.join(" · ")}</bdi></span>`}</span>
      <${Pick} hidden label=${t("import.column_is", { name: title })} value=${columns[index] ?? field} options=${FIELDS.map((each) => [each, t(`import.field_${each || "none"}`)])} more=${tongues}
        onChange=${(/** @type {string} */ chosen) => reading.map("columns", index, chosen)} /></li>`;
  };
  const list = html`<${Some} list=${proposal.columns.filter(({ name, samples }) => name || samples.length)} first=${FIRST} name=${t("import.columns")} draw=${line} />`;
  return bare ? list : html`<section class="bring-part"><h4>${t("import.columns")}</h4>${list}</section>`;
}

/** A column may be a translation into any language. @param {import("./import_reading.js").Proposal} proposal */
function translations({ columns }) {
  const codes = columns.map(({ field }) => field.match(/^translation_(.+)$/)?.[1]).filter((code) => code !== undefined);
  const named = [...new Map(["", ...codes].flatMap((code) => languageNames(code)))];
  return { name: t("translation.title"), options: named.map(([code, name]) => /** @type {[string, string]} */ ([`translation_${code}`, t("import.field_translation", { language: name })])) };
}

/** "The text looks wrong?": the encoding, what parts columns, the header, the sheet, and what sort of file it is. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { ENCODINGS, SEPARATORS, SOURCES, encodingWord } from "./import_words.js";
import { Pick } from "./import_pick.js";
/** @typedef {import("./import_reading.js").Reading} Reading */

/** Without a proposal, for a file that could not be read as it was. @param {{reading: Reading, proposal?: import("./import_reading.js").Proposal|null}} props */
export function TextLooks({ reading, proposal }) {
  const { options, file } = reading.state.value;
  if (proposal?.source === "json" || (!proposal && /\.(xlsx|json)$/i.test(file?.name ?? ""))) return null;
  const { encoding = options.encoding ?? "", separator, sheets = [], sheet = "", header = false, source = options.source ?? "" } = proposal ?? {};
  const book = sheets.length > 0;
  const change = (/** @type {string} */ name) => (/** @type {string} */ value) => reading.change({ [name]: value || undefined });
  const sources = [["", t("import.source_auto")], ...SOURCES.map((each) => [each, t(`import.source_${each}`)])];
  const encodings = ENCODINGS.map((each) => [each, encodingWord(each)]);
  return html`<details class="bring-more" open=${!proposal || undefined}><summary>${t("import.looks_wrong")}</summary>
    <div class="bring-pair">
      ${sheets.length > 1 && html`<${Pick} label=${t("import.sheet")} value=${sheet ?? ""} options=${sheets.map((each) => [each, each])} onChange=${change("sheet")} />`}
      ${!book && html`<${Pick} label=${t("import.encoding")} value=${encoding ?? ""} options=${encoding ? encodings : [["", t("import.source_auto")], ...encodings]} onChange=${change("encoding")} />`}
      ${!book && source !== "lines" && html`<${Pick} label=${t("import.separator")} value=${options.separator ?? (proposal ? separator ?? "none" : "")}
        options=${[...(proposal ? [] : [["", t("import.source_auto")]]), ...SEPARATORS.map(([sign, name]) => [sign, t(`import.separator_${name}`)])]} onChange=${change("separator")} />`}
      <${Pick} label=${t("import.read_as")} value=${options.source ?? ""} options=${sources} onChange=${change("source")} />
    </div>
    ${proposal && source !== "lines" && html`<label class="check"><input type="checkbox" checked=${header} onChange=${(/** @type {any} */ e) => reading.change({ header: e.currentTarget.checked })} /><span>${t("import.header")}</span></label>`}
  </details>`;
}

/** From a file to notes: choose it, see what comes of it, say what means what. The same on a board and before there is one. */
import { html, useEffect, useMemo, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { LeftOut, Problems } from "./import_left_out.js";
import { Mapping } from "./import_mapping.js";
import { sorted, translationsOf } from "./import_reading.js";
import { Rows } from "./import_rows.js";
import { Chosen, Source, catches } from "./import_source.js";
import { TextLooks } from "./import_text.js";
import { whyNot } from "./import_words.js";
/** @typedef {import("./import_reading.js").Reading} Reading */
/** @typedef {import("./import_mapping.js").Theme} Theme */

/** Of the table, which stays in view. */
const HEAD = 44;
const NARROW = "(max-width: 899px), (max-height: 559px)";
const AGAIN = new Set(["offline", "unavailable", "too_fast", "unsure"]);
/** What a change of how the text is read may mend. */
const MENDABLE = new Set(["encoding", "no_text", "not_a_table", "too_many_columns"]);

/** @param {{reading: Reading, themes: Theme[], limit: number, say: (words: string) => void, foot: any, children?: any}} props `foot`: what is done with it; `children`: what stands above */
export function Bringing({ reading, themes, limit, say, foot, children }) {
  const { file, proposal, trouble, stale, busy, sending } = reading.state.value;
  const catching = useMemo(() => catches(reading, say), [reading]);
  const again = trouble && stale && AGAIN.has(trouble.reason);
  return html`<div class="bring" ...${catching}>
    ${children}
    ${file && html`<${Chosen} reading=${reading} />`}
    ${trouble && html`<div class="message message-error bring-trouble" role="alert"><${Icon} name="triangle-alert" /><p>${whyNot(trouble)}</p>
      ${again && html`<${Button} text icon="refresh-cw" label=${t("import.again")} onClick=${reading.read} />`}</div>`}
    ${!file && html`<${Source} reading=${reading} />`}
    ${file && !proposal && busy && html`<p class="bring-wait" role="status"><span class="bring-spin"></span>${t("import.reading")}</p>`}
    ${file && !proposal && trouble && MENDABLE.has(trouble.why ?? "") && html`<div class="bring-mend"><${TextLooks} reading=${reading} /></div>`}
    ${proposal && html`<${Found} reading=${reading} themes=${themes} limit=${limit} inert=${sending} />`}
    ${foot}
  </div>`;
}

/** @param {{reading: Reading, themes: Theme[], limit: number, inert: boolean}} props */
function Found({ reading, themes, limit, inert }) {
  const { busy, stale } = reading.state.value;
  const proposal = /** @type {import("./import_reading.js").Proposal} */ (reading.state.value.proposal);
  const { notes, skipped } = useMemo(() => sorted(proposal), [proposal]);
  const narrow = useMedia(NARROW);
  const translated = translationsOf(reading.state.value);
  const [silent] = useState(() => proposal.values.color.length > 0 && proposal.values.color.every(({ guess }) => !guess.kind && !guess.theme)); // then somebody has to say it
  const mapping = html`<${Mapping} reading=${reading} proposal=${proposal} themes=${themes} limit=${limit} />`;
  return html`<div class="bring-found" inert=${inert} data-busy=${busy || stale ? "" : undefined}>
    <div class="bring-count-all"><p role="status">${t(`import.source_${proposal.source}`)}: <strong>${t("import.found", { count: notes.length })}</strong>${translated > 0 && html` <span class="bring-translations">${t("translation.coming", { count: translated })}</span>`}${busy && html`<span class="visually-hidden">. ${t("import.reading")}</span>`}</p>
      ${skipped.length > 0 && html`<button type="button" class="link-button" onClick=${() => show("bring-left-out")}>${t("import.left_out", { count: skipped.length })}</button>`}
      ${proposal.problems.length > 0 && html`<button type="button" class="link-button" onClick=${() => show("bring-problems")}>${t("import.problems", { count: proposal.problems.length })}</button>`}
      ${busy && html`<span class="bring-spin"></span>`}</div>
    <div class="bring-how">${narrow ? html`<details class="bring-more bring-fold" open=${silent || undefined}><summary>${t("import.how")}</summary>${mapping}</details>` : html`<h3 class="visually-hidden">${t("import.how")}</h3>${mapping}`}</div>
    <div class="bring-what" tabindex="0" role="region" aria-label=${t("import.notes")}>
      ${notes.length ? html`<${Rows} reading=${reading} notes=${notes} themes=${themes} />` : html`<p class="bring-none">${t("import.none")}</p>`}
      <${LeftOut} rows=${skipped} limit=${limit} />
      <${Problems} problems=${proposal.problems} limit=${limit} />
    </div>
  </div>`;
}

/** Opens a part further down and goes there. @param {string} id */
function show(id) {
  const part = /** @type {HTMLDetailsElement|null} */ (document.getElementById(id));
  if (!part) return;
  part.open = true;
  const scrolls = [part.closest(".bring-what"), part.closest(".bring-found")].find((each) => each && getComputedStyle(each).overflowY === "auto");
  if (scrolls) scrolls.scrollTop += part.getBoundingClientRect().top - scrolls.getBoundingClientRect().top - HEAD;
  else part.scrollIntoView();
  part.querySelector("summary")?.focus({ preventScroll: true });
}

/** @param {string} query */
function useMedia(query) {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const look = () => setMatches(list.matches);
    list.addEventListener("change", look);
    return () => list.removeEventListener("change", look);
  }, []);
  return matches;
}

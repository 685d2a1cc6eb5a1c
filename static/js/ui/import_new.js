/** A new board from a file, on the landing page. Fetched when somebody wants it. */
import { html, render, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import "../core/words_signal.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { iconsFrom } from "./icon.js";
import { Bringing } from "./import_proposal.js";
import { countOf, createReading } from "./import_reading.js";
import { PASTED } from "./import_send.js";
/** @typedef {import("./import_reading.js").Reading} Reading */
/** @typedef {{themes: import("./import_mapping.js").Theme[], language: string, languages: {code: string, name: string}[], assets: string, onMade: (made: any, title: string) => void, onBoard: (file: File) => boolean, onClose: () => void}} Start */

const LONGEST = 2000;

/** @param {HTMLElement} place @param {File | null} file @param {Start} start */
export async function startFromFile(place, file, start) {
  await iconsFrom(start.assets);
  const away = () => render(null, place);
  const leaving = {
    ...start,
    onClose: () => (away(), start.onClose()),
    onMade: (/** @type {any} */ made, /** @type {string} */ title) => (away(), start.onMade(made, title)),
    onBoard: (/** @type {File} */ other) => start.onBoard(other) && (away(), true),
  };
  render(html`<${NewBoard} file=${file} start=${leaving} />`, place);
}

/** @param {{file: File | null, start: Start}} props */
function NewBoard({ file: first, start }) {
  const [title, setTitle] = useState(null);
  const [language, setLanguage] = useState(start.language);
  const [said, say] = useState("");
  const [wanted] = useState({ title: "", language });
  const [reading] = useState(() => createReading({ path: "/api/imports", more: () => wanted, elsewhere: start.onBoard }));
  const { file, proposal, sending } = reading.state.value;
  const shown = title ?? titleOf(file);
  Object.assign(wanted, { title: shown.trim(), language });
  useEffect(() => {
    if (first) void reading.open(first);
    return reading.close;
  }, []);
  const make = async () => {
    const made = await reading.bring();
    if (made) start.onMade(made, shown.trim());
  };
  const speak = (/** @type {string} */ code) => {
    setLanguage(code);
    wanted.language = code;
    if (proposal) reading.later();
  };
  return html`<div class="card bring-card">
    <h1 class="bring-title" id="bring-title" tabindex="-1">${t("import.new_title")}</h1>
    <p class="visually-hidden" role="status">${said}</p>
    <${Bringing} reading=${reading} themes=${start.themes} limit=${LONGEST} say=${say} foot=${html`<${Foot} reading=${reading} off=${!shown.trim()} onBack=${start.onClose} onMake=${make} />`}>
      ${said && html`<p class="hint">${said}</p>`}
      ${file && html`<div class="bring-pair bring-board" inert=${sending}>
        <label><span class="label">${t("home.board_title")}</span><input class="field" maxlength="120" dir="auto" value=${shown} aria-invalid=${shown.trim() ? undefined : "true"} onInput=${(/** @type {any} */ e) => setTitle(e.currentTarget.value)} /></label>
        <label><span class="label">${t("home.board_language")}</span><select class="select" value=${language} onChange=${(/** @type {any} */ e) => speak(e.currentTarget.value)}>
          ${start.languages.map(({ code, name }) => html`<option key=${code} value=${code} lang=${code}>${name}</option>`)}</select></label></div>`}
    <//>
  </div>`;
}

/** @param {{reading: Reading, off: boolean, onBack: () => void, onMake: () => void}} props */
function Foot({ reading, off, onBack, onMake }) {
  const state = reading.state.value;
  const count = countOf(state);
  return html`<div class="bring-foot">
    <${Button} text icon="arrow-left" mirror label=${t("import.back")} off=${state.sending} onClick=${onBack} />
    ${state.file && html`<${Button} kind="primary" text label=${state.sending ? t("import.making") : t("import.make", { count })}
      off=${off || !count || state.busy || state.stale || state.sending} aria-busy=${state.sending ? "true" : undefined} onClick=${onMake} />`}
  </div>`;
}

/** @param {File | null} file */
function titleOf(file) {
  if (!file || file.name === PASTED) return t("home.imported");
  return file.name.replace(/\.[^.]{1,5}$/, "").replace(/[_\s]+/g, " ").trim().slice(0, 120) || t("home.imported");
}

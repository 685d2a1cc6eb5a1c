/** Where notes come from: a file that is dropped or chosen, or text that is pasted. Then the file that is being read. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { PASTED, pasted } from "./import_send.js";
import { bytes } from "./import_words.js";
/** @typedef {import("./import_reading.js").Reading} Reading */

const ACCEPTED = ".csv,.tsv,.txt,.md,.xlsx,.json,text/csv,text/plain,text/tab-separated-values,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @param {{reading: Reading}} props */
export function Source({ reading }) {
  const [text, setText] = useState("");
  const look = () => text.trim() && void reading.open(pasted(text));
  return html`<div class="bring-source">
    <div class="bring-drop">
      <${Icon} name="file-up" />
      <p class="bring-drop-words">${t("import.drop")}</p>
      <${ChooseFile} reading=${reading} primary label=${t("import.choose")} />
      <p class="hint">${t("import.kinds")}</p>
    </div>
    <div class="bring-paste">
      <label><span class="label">${t("import.paste")}</span>
        <textarea class="field" rows="4" dir=${text ? "auto" : undefined} value=${text} onInput=${(/** @type {any} */ e) => setText(e.currentTarget.value)}></textarea></label>
      <${Button} text icon="list-checks" label=${t("import.look")} off=${!text.trim()} onClick=${look} />
    </div>
  </div>`;
}

/** @param {{reading: Reading, label: string, primary?: boolean}} props */
function ChooseFile({ reading, label, primary }) {
  const chosen = (/** @type {any} */ event) => {
    const [file] = event.currentTarget.files;
    event.currentTarget.value = ""; // the same file can be chosen again
    if (file) void reading.open(file);
  };
  return html`<label class=${`button ${primary ? "button-primary" : "button-outline"} bring-choose`}><${Icon} name="file-up" /><span>${label}</span>
    <input type="file" class="visually-hidden" accept=${ACCEPTED} onChange=${chosen} /></label>`;
}

/** @param {{reading: Reading}} props */
export function Chosen({ reading }) {
  const { file } = reading.state.value;
  if (!file) return null;
  const typed = file.name === PASTED;
  return html`<div class="bring-file"><${Icon} name=${typed ? "clipboard-paste" : "file-text"} />
    <p class="bring-file-name"><bdi>${typed ? t("import.pasted") : file.name}</bdi> ${!typed && html`<span class="hint">${bytes(file.size)}</span>`}</p>
    <${Button} text icon="file-up" label=${t("import.other")} onClick=${reading.close} />
  </div>`;
}

/** For what holds all this: files that are dropped or pasted anywhere in it. @param {Reading} reading @param {(words: string) => void} say */
export function catches(reading, say) {
  const take = (/** @type {DataTransfer|null} */ data) => {
    const files = [...(data?.files ?? [])];
    if (files[0]) void reading.open(files[0]);
    if (files.length > 1) say(t("import.only_one"));
    return files.length > 0;
  };
  const over = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    /** @type {any} */ (event.currentTarget).dataset.over = "";
  };
  const out = (/** @type {any} */ event) => !event.currentTarget.contains(event.relatedTarget) && delete event.currentTarget.dataset.over;
  return {
    onDragEnter: over,
    onDragOver: over,
    onDragLeave: out,
    onDrop(/** @type {any} */ event) {
      event.preventDefault();
      delete event.currentTarget.dataset.over;
      if (reading.state.peek().sending || take(event.dataTransfer)) return;
      const text = event.dataTransfer?.getData("text/plain");
      if (text?.trim()) void reading.open(pasted(text));
    },
    onPaste(/** @type {any} */ event) {
      if (reading.state.peek().sending || event.target.closest("input, textarea, select")) return;
      const text = event.clipboardData?.getData("text/plain");
      if (take(event.clipboardData)) event.preventDefault();
      else if (text?.trim()) void reading.open(pasted(text));
    },
  };
}

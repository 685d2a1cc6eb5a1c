/** Many notes at once: each line becomes one, shown before it happens. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { cpLength } from "../core/text.js";
import { allowed } from "./text_binding.js";
import { Button } from "./button.js";
import { Dialog } from "./dialog.js";
import { KindSwitch } from "./kind_choice.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const SHOWN = 50;
const MOST = 500;

/** @param {{app: App, text?: string, onClose: () => void}} props */
export function Paste({ app, text: given = "", onClose }) {
  const { session, live, page, actions } = app;
  const [text, setText] = useState(given);
  const [kind, setKind] = useState(session.kind.peek());
  const [theme, setTheme] = useState(app.layer.peek()?.themeAtCentre() || live.themes()[0]?.id);
  const lines = linesOf(text);
  const long = lines.filter((line) => cpLength(line) > page.limits.text);
  const good = lines.filter((line) => cpLength(line) <= page.limits.text).slice(0, MOST);
  const add = () => {
    if (!good.length) return;
    const ids = actions.addNotes(good.map((line) => ({ kind, theme, text: line })));
    session.selection.value = new Set(ids);
    session.announce.value = t("announce.added", { count: good.length });
    onClose();
  };
  return html`<${Dialog} title=${t("paste.title")} onClose=${onClose} wide>
    <div class="stack">
      <label><span class="label">${t("paste.lines")}</span>
        <textarea class="field" rows="6" dir=${text ? "auto" : undefined} value=${text} onInput=${(/** @type {any} */ e) => setText(e.currentTarget.value)}></textarea></label>
      <div class="choice-row">
        <${KindSwitch} label=${t("note.kind")} words value=${kind} onChange=${setKind} />
        <label class="inline-field"><span class="label">${t("note.theme")}</span>
          <select class="select select-small" value=${theme} onChange=${(/** @type {any} */ e) => setTheme(e.currentTarget.value)}>
            ${live.themes().map((/** @type {any} */ one) => html`<option key=${one.id} value=${one.id}>${one.title}</option>`)}
          </select></label>
      </div>
      <p role="status"><strong>${t("paste.count", { count: good.length })}</strong>
        ${long.length > 0 && html` <span class="error">${t("paste.too_long", { count: long.length })}</span>`}
        ${lines.length - long.length > MOST && html` <span class="error">${t("paste.most", { count: MOST })}</span>`}</p>
      ${lines.length > 0 &&
      html`<ol class="preview" tabindex="0" aria-label=${t("paste.preview")}>
        ${lines.slice(0, SHOWN).map((line, i) => {
          const over = cpLength(line) - page.limits.text;
          return html`<li key=${i} data-long=${over > 0 ? "" : undefined}><bdi>${line.slice(0, 200)}${line.length > 200 && "…"}</bdi> ${over > 0 && html`<span class="error">${t("add.too_long", { count: over })}</span>`}</li>`;
        })}
        ${lines.length > SHOWN && html`<li class="muted">${t("paste.and_more", { count: lines.length - SHOWN })}</li>`}
      </ol>`}
      <div class="row-end"><${Button} text label=${t("action.cancel")} onClick=${onClose} />
        <${Button} kind="primary" text label=${t("paste.add", { count: good.length, n: number(good.length) })} off=${!good.length} onClick=${add} /></div>
    </div>
  <//>`;
}

/** Lines that hold anything, without list marks. @param {string} text */
export function linesOf(text) {
  return allowed(text)
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*•–]\s+)?/, "").trim())
    .filter(Boolean);
}

/** The board's settings, for facilitators. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Dialog } from "./dialog.js";
import { Field } from "./settings_field.js";
import { Writing } from "./settings_writing.js";
import { Keep } from "./settings_keep.js";
import { Themes } from "./settings_themes.js";
import { languageNames } from "./names.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, onClose: () => void}} props */
export function Settings({ app, onClose }) {
  const { live, actions } = app;
  const board = live.board();
  const [title, setTitle] = useState(board.title || "");
  const keepTitle = () => {
    const clean = title.replace(/\s+/g, " ").trim();
    if (clean) actions.setBoard({ title: clean });
    else setTitle(board.title);
  };
  return html`<${Dialog} title=${t("settings.title")} onClose=${onClose} wide>
    <div class="stack">
      <label><span class="label">${t("board.title")}</span>
        <input class="field" dir="auto" maxlength="120" value=${title} onInput=${(/** @type {any} */ e) => setTitle(e.currentTarget.value)} onChange=${keepTitle} /></label>
      <label><span class="label">${t("settings.purpose")}</span>
        <${Field} long rows="2" maxlength="600" aria-describedby="purpose-hint" value=${board.purpose || ""} onKeep=${(/** @type {string} */ purpose) => actions.setBoard({ purpose })} />
        <span class="hint" id="purpose-hint">${t("settings.purpose_hint")}</span></label>
      <label><span class="label">${t("settings.language")}</span>
        <select class="select select-small" value=${board.language} onChange=${(/** @type {any} */ e) => actions.setBoard({ language: e.currentTarget.value })}>
          ${languageNames(board.language).map(([code, name]) => html`<option key=${code} value=${code}>${name}</option>`)}
        </select></label>
      <fieldset class="rights"><legend class="label">${t("settings.edit_right")}</legend>
        ${["own", "association", "everyone"].map(
          (right) => html`<label key=${right} class="check"><input type="radio" name="edit_right" checked=${board.edit_right === right} onChange=${() => actions.setBoard({ edit_right: right })} /><span>${t(`settings.right_${right}`)}</span></label>`,
        )}
      </fieldset>
      <label class="check"><input type="checkbox" checked=${board.locked} onChange=${(/** @type {any} */ e) => actions.setBoard({ locked: e.currentTarget.checked })} /><span>${t("settings.locked")}</span></label>
    </div>
    <${Writing} app=${app} />
    <${Themes} app=${app} />
    <section class="section"><h3>${t("settings.archive")}</h3>
      <label class="check"><input type="checkbox" checked=${Boolean(board.archived)} aria-describedby="archive-hint" onChange=${(/** @type {any} */ e) => actions.setBoard({ archived: e.currentTarget.checked })} /><span>${t("settings.archived")}</span></label>
      <p class="hint" id="archive-hint">${t("settings.archived_hint")}</p>
    </section>
    <${Keep} app=${app} />
  <//>`;
}

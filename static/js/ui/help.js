/** The sheet of shortcuts. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Dialog } from "./dialog.js";
import { readable } from "./button.js";
/** @typedef {import("./state.js").App} App */

/** @type {[string, [string, string][]][]} */
const SHEET = [
  ["help.board", [["N", "help.new"], ["Arrows", "help.arrows"], ["Enter F2", "help.edit"], ["Space", "help.choose"], ["M", "help.move"], ["Delete", "help.delete"], ["Control+D", "help.duplicate"], ["]", "help.front"], ["G", "help.group"], ["Shift+G", "help.ungroup"], ["L", "help.lasso"], ["C", "help.fold"], ["K", "help.link"], ["V Shift+V", "help.vote_keys"], ["Control+A", "help.all"], ["Escape", "help.escape"]]],
  ["help.together", [["G", "help.group"], ["Shift+G", "help.ungroup"], ["L", "help.lasso"], ["C", "help.fold"], ["K", "help.link"], ["V", "help.vote"], ["Shift+V", "help.vote_back"]]],
  ["help.everywhere", [["Control+Z", "help.undo"], ["Control+Y Control+Shift+Z", "help.redo"], ["?", "help.help"]]],
  ["help.lead", [["Shift+B", "help.bring"], ["Shift+P", "help.present"]]],
  ["help.outline", [["Arrows", "help.lines"], ["Enter", "help.open_line"], ["Control+Enter", "help.done"], ["Control+Space", "help.choose"], ["+ -", "help.vote"]]],
];

/** @param {{app: App, onClose: () => void}} props */
export function Help({ app, onClose }) {
  return html`<${Dialog} title=${t("help.title")} onClose=${onClose} wide>
    <p>${t("help.intro")}</p>
    <div class="help">
      ${SHEET.map(
        ([title, rows]) => html`<section key=${title}><h3>${t(title)}</h3>
          <dl class="keys">${rows.map(([keys, what]) => html`<div key=${what}><dt>${keys.split(" ").map((one, i) => html`${i > 0 && " / "}<kbd>${readable(one)}</kbd>`)}</dt><dd>${t(what)}</dd></div>`)}</dl>
        </section>`,
      )}
    </div>
    <p class="hint">${t("help.pointer")}</p>
    <label class="check"><input type="checkbox" checked=${app.session.singleKeys.value} onChange=${(/** @type {any} */ e) => (app.session.singleKeys.value = e.currentTarget.checked)} /><span>${t("help.single_keys")}</span></label>
  <//>`;
}

/** A change that the server refused: what happened, and the words given back. */
import { html, useEffect } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Copy } from "./copy.js";
import { Dialog } from "./dialog.js";
import { because } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Refusals({ app }) {
  const { ui, actions } = app;
  const [first] = ui.refused.value;
  const next = () => (ui.refused.value = ui.refused.value.slice(1));
  const slight = first && isVote(first);
  useEffect(() => {
    if (!slight) return;
    app.session.toast.value = { text: because(first.reason, first) };
    next();
  }, [first]);
  if (!first || slight) return null;
  const words = first.text || "";
  const addNew = () => {
    const old = app.store.get("note", first.record?.[1] ?? "");
    const theme = old?.theme || app.layer.peek()?.themeAtCentre() || app.store.themes()[0]?.id;
    actions.addNote({ kind: old?.kind || app.session.kind.peek(), theme, text: words });
    next();
  };
  return html`<${Dialog} key=${first.change_id} title=${t("refused.title")} onClose=${next}>
    <div class="stack">
      <p>${because(first.reason, first)}</p>
      ${words && html`<p class="label" id="given-back">${t("refused.words")}</p><p class="given-back" dir="auto" tabindex="0" role="group" aria-labelledby="given-back">${words}</p>`}
      <div class="row-end">
        ${words && html`<${Copy} app=${app} text=${words} label=${t("refused.copy")} />`}
        ${words && actions.may("add") && first.steps?.[0]?.[1] !== "translation" && html`<${Button} icon="plus" text label=${t("refused.add")} onClick=${addNew} />`}
        <${Button} kind="primary" text label=${t("action.understood")} onClick=${next} />
      </div>
    </div>
  <//>`;
}

/** A vote holds no words of anybody's: a short message is enough, and voting goes on. @param {{steps?: any[]}} refused */
function isVote({ steps }) {
  return Boolean(steps?.length) && (steps ?? []).every((step) => step[1] === "vote" || step[1] === "reaction");
}

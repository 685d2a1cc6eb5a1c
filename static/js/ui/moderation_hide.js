/** Hiding a note from everybody but its author, with a reason that the author reads. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Dialog } from "./dialog.js";
import { brief } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const REASONS = ["person", "tone", "subject", "double", "other"];
const LONGEST = 200;

/** @param {{app: App, id: string, text?: string, hide?: (reason: string) => void, onClose: () => void}} props `hide` does it for a note that is not on this screen */
export function Hide({ app, id, text, hide, onClose }) {
  const [reason, setReason] = useState("person");
  const [own, setOwn] = useState("");
  const [wrong, setWrong] = useState("");
  const words = text ?? app.store.get("note", id)?.text ?? "";
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const said = reason === "other" ? own.replace(/\s+/g, " ").trim() : t(`hide.${reason}`);
    if (!said) return setWrong(t("hide.say_why"));
    onClose();
    if (hide) return hide(said);
    app.actions.hideNote(id, said);
    app.session.announce.value = t("hide.done");
  };
  return html`<${Dialog} title=${t("hide.title")} onClose=${onClose}>
    <form class="stack" onSubmit=${submit}>
      <p class="given-back" dir="auto" tabindex="0" role="group" aria-label=${t("note.text_label")}>${brief(words, 400)}</p>
      <p>${t("hide.what")}</p>
      <fieldset class="rights"><legend class="label">${t("hide.why")}</legend>
        ${REASONS.map((one) => html`<label key=${one} class="check"><input type="radio" name="why" checked=${reason === one} onChange=${() => setReason(one)} /><span>${t(`hide.${one}`)}</span></label>`)}
      </fieldset>
      ${reason === "other" &&
      html`<label><span class="label">${t("hide.own_words")}</span>
        <input class="field" dir="auto" maxlength=${LONGEST} value=${own} aria-invalid=${wrong ? "true" : undefined} aria-describedby="hide-wrong" onInput=${(/** @type {any} */ e) => (setOwn(e.currentTarget.value), setWrong(""))} /></label>
        <p id="hide-wrong" class="field-error" role="alert">${wrong}</p>`}
      <div class="row-end"><${Button} text label=${t("action.cancel")} onClick=${onClose} /><button type="submit" class="button button-primary">${t("hide.hide")}</button></div>
    </form>
  <//>`;
}

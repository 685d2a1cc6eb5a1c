/** A button that copies a text and says so. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, text: string, label: string, primary?: boolean}} props */
export function Copy({ app, text, label, primary }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await toClipboard(text);
    setDone(true);
    app.session.announce.value = t("action.copied");
    setTimeout(() => setDone(false), 2500);
  };
  return html`<${Button} icon=${done ? "check" : "copy"} kind=${primary ? "primary" : undefined} text label=${done ? t("action.copied") : label} off=${!text} onClick=${copy} />`;
}

/** Also where the page is not served over HTTPS. @param {string} text */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    (document.querySelector("dialog[open]") || document.body).append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

/** The open sheets and dialogs of the phone, one above the other. All but the note's are fetched when they are first opened. */
import { html } from "../../../vendor/preact-htm-signals.js";
import { t, withWords } from "../../core/i18n.js";
import { withLook } from "../looks.js";
import { NoteSheet } from "./note_sheet.js";
import { Part } from "./part.js";
import { Sheet } from "./sheet.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

/** @type {Record<string, {title: string, load: () => Promise<any>}>} */
const LATER = {
  news: { title: "away.title", load: () => withWords("ui/phone/news", () => import("./news.js")).then((module) => module.News) },
  people: { title: "people.title", load: withLook("phone_dialogs", () => withWords("ui/people", () => import("../people.js")).then((module) => module.People)) },
  interpreter: { title: "panel.interpreter", load: withLook("phone_dialogs", () => withWords("ui/interpreter", () => import("../interpreter.js")).then((module) => module.Interpreter)) },
  help: { title: "help.open", load: () => withWords("ui/phone/help", () => import("./help.js")).then((module) => module.Help) },
};
const CANVAS = withLook("phone_canvas", () => withWords("ui/phone/canvas", () => import("./canvas.js")).then((module) => module.Canvas));
const DIALOGS = withLook("phone_dialogs", () => withWords("ui/dialogs", () => import("../dialogs.js")).then((module) => module.Dialogs));
/** A link to the board may open a dialog. */
const addressed = location.hash.length > 1;

/** @param {{app: App, phone: Phone}} props */
export function Sheets({ app, phone }) {
  const close = () => phone.close();
  return html`${phone.sheets.value.map((sheet, i) => {
      const key = `${i} ${sheet.name} ${sheet.id ?? ""}`;
      if (sheet.name === "note") return html`<${NoteSheet} key=${key} app=${app} phone=${phone} id=${sheet.id} write=${sheet.write} />`;
      if (sheet.name === "canvas") return html`<${Part} key=${key} app=${app} name="phone-canvas" load=${CANVAS} quiet phone=${phone} from=${sheet.from} />`;
      const found = LATER[sheet.name];
      return found && html`<${Sheet} key=${key} title=${t(found.title)} onClose=${close} full><${Part} app=${app} name=${`phone-${sheet.name}`} load=${found.load} phone=${phone} /><//>`;
    })}
    ${(app.ui.dialog.value || addressed) && html`<${Part} key="dialogs" app=${app} name="phone-dialogs" load=${DIALOGS} quiet />`}`;
}

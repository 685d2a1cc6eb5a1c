/** The title of the page in the browser's tab: the board's, and how much is new while nobody looks. */
import { useEffect } from "../../vendor/preact-htm-signals.js";
import { language } from "../core/i18n.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** Keeps it up to date, also in a language chosen later. @param {App} app @returns {string} the board's title */
export function usePageTitle({ live, page, ui }) {
  const title = live.board().title || page.title;
  const unseen = ui.unseen.value;
  const lang = language.value;
  useEffect(() => {
    document.title = unseen ? `(${number(unseen)}) ${title}` : title;
  }, [title, unseen, lang]);
  return title;
}

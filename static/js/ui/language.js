/** Changes the language of the page without loading it again. */
import { loadWords, language } from "../core/i18n.js";
/** @typedef {import("./state.js").App} App */

/** @param {App} app @param {string} code */
export async function speak(app, code) {
  await loadWords(code, app.page.assets);
  if (language.peek() !== code) return; // another was chosen meanwhile
  const found = app.languages.find((one) => one.code === code);
  document.documentElement.lang = code;
  document.documentElement.dir = found?.dir || "ltr";
  document.cookie = `lang=${code}; path=/; max-age=31536000; samesite=lax`;
}

/** @param {App} app @returns {import("./menu.js").Item[]} */
export function languageItems(app) {
  return app.languages.map(({ code, name }) => ({ label: name, lang: code, checked: language.value === code, run: () => void speak(app, code) }));
}

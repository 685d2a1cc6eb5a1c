/** Changes the language of the page without loading it again. */
import { loadWords, language, t } from "../core/i18n.js";
/** @typedef {import("./state.js").App} App */

/** The old one stays when the words of the new one cannot be fetched, and that is said. @param {App} app @param {string} code @returns {Promise<void>} when it is done */
export async function speak(app, code) {
  const found = app.languages.find((one) => one.code === code);
  try {
    await loadWords(code, app.page.assets);
  } catch {
    const old = app.languages.find((one) => one.code === language.peek());
    app.session.toast.value = { text: t("language.failed", { wanted: found?.name ?? code, old: old?.name ?? language.peek() }), action: { label: t("state.try_now"), run: () => void speak(app, code) } };
    return;
  }
  if (language.peek() !== code) return; // another was chosen meanwhile
  document.documentElement.lang = code;
  document.documentElement.dir = found?.dir || "ltr";
  const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="manifest"]'));
  if (manifest) manifest.href = `/manifest/${code}.webmanifest`;
  document.cookie = `lang=${code}; path=/; max-age=31536000; samesite=lax`;
}

/** @param {App} app @returns {import("./menu.js").Choice[]} */
export function languageItems(app) {
  return app.languages.map(({ code, name }) => ({ label: name, lang: code, checked: language.value === code, run: () => void speak(app, code) }));
}

// A board from a file: our own export goes straight in; anything else is looked at first, by what is fetched when it is needed.
import { t, withWords } from "../core/i18n.js";
import { ask, assets, because, byId, fieldError, pageData } from "./common.js";
import { whyNot } from "./home_gate.js";
import { showReady } from "./home_ready.js";

const OURS = /\.json$/i;
const MOST = 20_000_000;

/** @param {() => string} boardLanguage as chosen for a new board */
export function importing(boardLanguage) {
  const file = /** @type {HTMLInputElement} */ (byId("import"));
  const part = byId("import-part");
  const take = (/** @type {File} */ chosen) => void begin(chosen, boardLanguage());
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (chosen) take(chosen);
    file.value = "";
  });
  byId("import-paste").addEventListener("click", () => void look(null, boardLanguage()));
  const start = byId("start"); // a file that misses the place is meant for it all the same
  start.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    part.dataset.over = "";
  });
  start.addEventListener("dragleave", (event) => !start.contains(/** @type {Node | null} */ (event.relatedTarget)) && delete part.dataset.over);
  start.addEventListener("drop", (event) => {
    const dropped = event.dataTransfer?.files[0];
    delete part.dataset.over;
    if (!dropped) return;
    event.preventDefault();
    take(dropped);
  });
}

/** @param {File} chosen @param {string} language */
async function begin(chosen, language) {
  fieldError("import", "");
  if (!OURS.test(chosen.name)) return look(chosen, language);
  if (chosen.size > MOST) return fieldError("import", t("home.import_limit"));
  const text = await chosen.text().catch(() => "");
  const name = importedTitle(text);
  if (name === null) return fieldError("import", t("home.import_malformed"));
  const answer = await ask("/api/boards/import", text);
  if (answer.ok) return showReady(answer.value, name || t("home.imported"));
  fieldError("import", whyNotImported(answer.refusal));
}

/** @param {File | null} file none: it is chosen there, or text is pasted @param {string} language */
async function look(file, language) {
  const place = byId("bring");
  const from = /** @type {HTMLElement | null} */ (document.activeElement);
  const [{ themes: ready }] = pageData().ready; // the first board is the one that others are read into
  const themes = ready[document.documentElement.lang] ?? ready.en;
  const languages = [.../** @type {HTMLSelectElement} */ (byId("board-language")).options].map(({ value, text }) => ({ code: value, name: text }));
  const shown = (/** @type {boolean} */ on) => {
    byId("start").hidden = on;
    byId("language").closest("div")?.toggleAttribute("hidden", on); // it would load the page anew, without the file
    place.hidden = !on;
    scrollTo(0, 0);
  };
  const onMade = (/** @type {any} */ made, /** @type {string} */ title) => {
    place.hidden = true;
    showReady(made, title || t("home.imported"));
  };
  const onClose = () => {
    shown(false);
    from?.focus();
  };
  /** A whole board does not need to be looked at. @param {File} other */
  const onBoard = (other) => {
    if (!OURS.test(other.name)) return false;
    shown(false);
    void begin(other, language);
    return true;
  };
  try {
    const { startFromFile } = await withWords("ui/import_new", () => import("../ui/import_new.js"));
    shown(true);
    await startFromFile(place, file, { themes, language, languages, assets, onMade, onBoard, onClose });
    byId("bring-title").focus();
  } catch {
    shown(false);
    fieldError("import", because({ reason: "offline" }));
  }
}

/** The title in the file, or null when the file is not JSON. @param {string} text @returns {string | null} */
function importedTitle(text) {
  try {
    return String(JSON.parse(text)?.board?.title ?? "");
  } catch {
    return null;
  }
}

/** @param {import("./common.js").Refusal} refusal */
function whyNotImported(refusal) {
  if (refusal.reason === "malformed") return t("home.import_malformed");
  if (refusal.reason === "invalid") return t("home.import_invalid", { field: refusal.field ?? "?" });
  if (refusal.reason === "limit") return t("home.import_limit");
  return whyNot(refusal);
}

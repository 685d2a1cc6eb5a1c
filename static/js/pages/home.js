// The landing page: enter a code, create a board, make one from a file.
import { t } from "../core/i18n.js";
import { ask, because, busy, byId, fieldError, languageSwitch, message, pageData, tidyCode } from "./common.js";
import { gate, whyNot } from "./home_gate.js";
import { importing } from "./home_import.js";
import { showReady } from "./home_ready.js";
import { readyBoards } from "./home_ready_boards.js";
import { themeEditor } from "./home_themes.js";
import { fillTyped, takeTyped } from "./typed.js";

const page = pageData();

const enter = /** @type {HTMLFormElement} */ (byId("enter"));
const create = /** @type {HTMLFormElement} */ (byId("create"));
const code = /** @type {HTMLInputElement} */ (byId("code"));
const title = /** @type {HTMLInputElement} */ (byId("title"));
const boardLanguage = /** @type {HTMLSelectElement} */ (byId("board-language"));

const typed = takeTyped();
fillTyped(typed);
const ready = readyBoards(page.ready, () => boardLanguage.value);
const themes = themeEditor(ready.themes());
ready.onChange(() => themes.begin(ready.themes()));
if (typed?.more) themes.fill(typed.more);
languageSwitch(() => (themes.changed() ? themes.now() : null));
boardLanguage.addEventListener("change", () => themes.changed() || themes.begin(ready.themes()));

enter.addEventListener("submit", (event) => {
  event.preventDefault();
  void busy(submitOf(enter), enterCode);
});
code.addEventListener("input", () => fieldError("code", ""));

async function enterCode() {
  const tidy = tidyCode(code.value);
  if (tidy.length !== 8) return refuseCode(tidy ? t("home.code_length") : t("home.code_empty"));
  const answer = await ask("/api/door", { code: tidy });
  if (!answer.ok) return refuseCode(answer.refusal.reason === "not_found" ? t("home.code_wrong") : because(answer.refusal));
  location.assign(`/join/${answer.value.board}#${tidy}`);
}

/** @param {string} text */
function refuseCode(text) {
  fieldError("code", text);
  code.focus();
}

create.addEventListener("submit", (event) => {
  event.preventDefault();
  void busy(submitOf(create), createBoard);
});
title.addEventListener("input", () => fieldError("title", ""));

async function createBoard() {
  message("create-error", "");
  const name = title.value.trim();
  fieldError("title", name ? "" : t("home.board_title_empty"));
  const chosen = themes.read();
  if (!name) return title.focus();
  if (!chosen) return;
  const answer = await ask("/api/boards", { title: name, language: boardLanguage.value, themes: chosen, template: ready.name() });
  if (answer.ok) return showReady(answer.value, name);
  const { refusal } = answer;
  if (refusal.field === "title") {
    fieldError("title", refusal.reason === "limit" ? t("join.too_long") : t("join.invalid"));
    title.focus();
  } else message("create-error", whyNot(refusal));
}

gate();
importing(() => boardLanguage.value);

/** @param {HTMLFormElement} form @returns {HTMLButtonElement} */
function submitOf(form) {
  return /** @type {HTMLButtonElement} */ (form.querySelector("button[type=submit]"));
}

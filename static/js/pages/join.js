// The door: opens a link or code, greets, asks for a name, takes the seat. Nothing of the board's content comes here.
import { t } from "../core/i18n.js";
import { PROFILE } from "../core/profile.js";
import { ask, because, busy, byId, element, fieldError, keepLanguage, languageSwitch, message, pageData, tidyCode } from "./common.js";
import { fillTyped, takeTyped } from "./typed.js";

/** @typedef {{board: string, title: string, language: string, role: string, associations: string[], seat: null | Record<string, string>}} Door */
const FIELDS = ["name", "association", "country", "role_title", "language"];
const { board } = pageData();

const form = /** @type {HTMLFormElement} */ (byId("join"));
const askForm = /** @type {HTMLFormElement} */ (byId("ask-form"));
const code = /** @type {HTMLInputElement} */ (byId("code"));
/** @type {{key: string} | {code: string}} */
let secret = { code: "" };
/** @type {Door | null} */
let door = null;

const typed = takeTyped();
languageSwitch(() => ({ form: !form.hidden }));
addEventListener("hashchange", () => location.reload());
void begin();

async function begin() {
  const given = decoded(location.hash.slice(1));
  if (given) return open(tidyCode(given).length === 8 && given.length < 20 ? { code: tidyCode(given) } : { key: given });
  if (board) {
    const here = await ask(`/api/boards/${board}/me`);
    if (here.ok) return enterBoard();
    if (here.refusal.reason === "forbidden") return askForCode(because(here.refusal), true);
  }
  askForCode(board ? t("join.ask_needed") : "", false);
}

/** @param {{key: string} | {code: string}} with_ */
async function open(with_) {
  const answer = await ask("/api/door", board && "key" in with_ ? { ...with_, board } : with_);
  if (!answer.ok) {
    byId("again").hidden = answer.refusal.reason === "not_found";
    return askForCode(because(answer.refusal), true);
  }
  secret = with_;
  door = /** @type {Door} */ (answer.value);
  greet(door);
}

/** @param {string} why @param {boolean} wrong */
function askForCode(why, wrong) {
  show("ask");
  const place = byId("ask-message");
  place.classList.toggle("message-error", wrong);
  place.classList.toggle("message-warn", !wrong);
  message("ask-message", why);
  fillTyped(typed);
  if (wrong) byId("ask-title").focus();
  else code.focus();
}

byId("again").addEventListener("click", () => void busy(byId("again"), begin));
askForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const tidy = tidyCode(code.value);
  if (tidy.length !== 8) {
    fieldError("code", tidy ? t("home.code_length") : t("home.code_empty"));
    return code.focus();
  }
  void busy(/** @type {HTMLElement} */ (askForm.querySelector("button")), async () => {
    const answer = await ask("/api/door", { code: tidy });
    if (answer.ok) return void location.assign(`/join/${answer.value.board}#${tidy}`);
    message("ask-message", "");
    fieldError("code", answer.refusal.reason === "not_found" ? t("home.code_wrong") : because(answer.refusal));
    code.focus();
  });
});
code.addEventListener("input", () => fieldError("code", ""));

/** @param {Door} opened */
function greet(opened) {
  show("door");
  byId("door-title").textContent = opened.title;
  byId("door-title").lang = opened.language;
  byId("door-role").textContent = t(opened.seat ? "join.welcome" : `join.as_${opened.role}`);
  document.title = `${opened.title} · ${t("app.name")}`;
  byId("associations").replaceChildren(...opened.associations.map((value) => element("option", { value })));
  fill(opened.seat ?? remembered());
  fillTyped(typed);
  if (!opened.seat || typed?.more.form) return showForm();
  byId("return").hidden = false;
  byId("return-button").textContent = t("join.continue", { name: `\u2068${opened.seat.name}\u2069` });
  byId("return-button").focus();
}

byId("return-button").addEventListener("click", () => void busy(byId("return-button"), () => takeSeat({})));
byId("return-change").addEventListener("click", showForm);

function showForm() {
  byId("return").hidden = true;
  form.hidden = false;
  const name = input("name");
  (name.value ? byId("join-button") : name).focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const profile = read();
  fieldError("name", profile.name ? "" : t("join.name_empty"));
  if (!profile.name) return input("name").focus();
  remember();
  void busy(byId("join-button"), () => takeSeat(profile));
});
form.addEventListener("input", (event) => {
  const { id, name } = /** @type {HTMLInputElement} */ (event.target);
  if (FIELDS.includes(name)) fieldError(id, "", `${name}-error`);
});

/** @param {Record<string, string>} profile */
async function takeSeat(profile) {
  message("join-message", "");
  const answer = await ask(`/api/boards/${door?.board}/seats`, { ...secret, ...profile });
  if (!answer.ok) return refused(answer.refusal);
  if (profile.language && [...languageChoices()].includes(profile.language)) keepLanguage(profile.language);
  enterBoard();
}

function enterBoard() {
  const id = door?.board ?? board;
  history.replaceState(null, "", `/join/${id}`);
  location.assign(`/board/${id}`);
}

/** @param {import("./common.js").Refusal} refusal */
function refused(refusal) {
  const field = refusal.field && FIELDS.includes(refusal.field) ? refusal.field : "";
  if (!field) return message("join-message", refusal.reason === "limit" ? t("join.full") : because(refusal));
  form.hidden = false;
  if (!["name", "association"].includes(field)) /** @type {HTMLDetailsElement} */ (byId("more")).open = true;
  fieldError(input(field).id, refusal.reason === "limit" ? t("join.too_long") : t("join.invalid"), `${field}-error`);
  input(field).focus();
}

/** @param {"ask" | "door"} id */
function show(id) {
  for (const each of ["waiting", "ask", "door"]) byId(each).hidden = each !== id;
}

/** @param {string} name @returns {HTMLInputElement} */
function input(name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/** @returns {Record<string, string>} */
function read() {
  return Object.fromEntries(FIELDS.map((name) => [name, input(name).value.replace(/\s+/gu, " ").trim()]));
}

/** @param {Record<string, string>} values */
function fill(values) {
  for (const name of FIELDS) if (typeof values[name] === "string" && values[name]) input(name).value = values[name];
  if (!input("language").value) input("language").value = document.documentElement.lang;
}

function remember() {
  if (form.hidden) return;
  const { language, ...profile } = read();
  try {
    localStorage.setItem(PROFILE, JSON.stringify(profile));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** @returns {Record<string, string>} */
function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(PROFILE) || "{}");
    return kept && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}

function* languageChoices() {
  for (const option of /** @type {HTMLSelectElement} */ (byId("language")).options) yield option.value;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

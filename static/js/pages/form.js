// The form that collects notes before a session: asks, keeps what is written on this device, sends it. Nobody needs a seat.
import { t } from "../core/i18n.js";
import { ask, because, busy, byId, copy, element, fieldError, languageSwitch, message, pageData } from "./common.js";
import { createKept } from "./form_kept.js";
import { createNotes, MOST_NOTES } from "./form_notes.js";
import { createSent, line } from "./form_sent.js";
import { takeTyped } from "./typed.js";
/** @typedef {import("./common.js").Refusal} Refusal */
/** @typedef {import("./form_kept.js").Note} Note */
/** @typedef {{title: string, language: string, question: string, associations: string[], themes: import("./form_notes.js").Theme[]}} Asked */

const { board } = pageData();
const key = decoded(location.hash.slice(1));
const association = /** @type {HTMLInputElement} */ (byId("association"));
const language = /** @type {HTMLSelectElement} */ (byId("note-language"));
const kept = createKept(board);
const notes = createNotes(byId("notes"), edited);
const sent = createSent(board, kept, edit);
/** Whether the form stands on the page: before, there is no draft to keep. */
let open = false;
let waitsForLine = false;

const typed = takeTyped();
if (typed?.more) kept.keepDraft(typed.more); // also where the browser keeps nothing
languageSwitch(() => (keep(), open ? kept.draft() : null));
addEventListener("hashchange", () => location.reload());
addEventListener("pagehide", () => keep());
addEventListener("online", () => {
  if (!waitsForLine) return;
  waitsForLine = false;
  if (!open) return void begin();
  say(t("form.online"), "ok");
});
sent.draw();
void begin();

async function begin() {
  if (!key) return trouble({ reason: "not_found" });
  const answer = await ask(`/api/boards/${encodeURIComponent(board)}/form`, { key });
  if (!answer.ok) return trouble(answer.refusal);
  greet(answer.value);
}

/** @param {Asked} asked */
function greet(asked) {
  const own = asked.question.trim();
  byId("title").textContent = asked.title;
  byId("title").lang = asked.language;
  byId("question").textContent = own || t("form.default_question");
  byId("question").lang = own ? asked.language : document.documentElement.lang;
  document.title = `${asked.title} · ${t("app.name")}`;
  byId("associations").replaceChildren(...asked.associations.map((value) => element("option", { value })));
  notes.offer(asked.themes);
  if (open) return show("form");
  const draft = kept.draft();
  association.value = draft.association;
  language.value = draft.language || document.documentElement.lang;
  if (language.selectedIndex < 0) language.value = "other";
  notes.fill(draft.notes);
  notes.speak(chosenLanguage());
  open = true;
  show("form");
  keep();
}

/** The form cannot be opened: why, and what of one's words is still here. @param {Refusal} refusal */
function trouble(refusal) {
  const { reason } = refusal;
  waitsForLine = reason === "offline";
  byId("trouble-title").textContent = t(reason === "closed" ? "form.closed_title" : reason === "not_found" ? "form.wrong_title" : "form.trouble_title");
  byId("trouble-why").textContent = reason === "closed" ? t("form.closed") : reason === "not_found" ? t("form.wrong")
    : reason === "offline" ? t("form.no_line") : because(refusal);
  byId("again").hidden = reason === "not_found";
  const unsent = kept.draft().notes.filter((each) => each.text);
  byId("unsent").hidden = !unsent.length;
  byId("unsent-list").replaceChildren(...unsent.map(line));
  show("trouble");
  byId("trouble-title").focus();
}

byId("again").addEventListener("click", () => void busy(byId("again"), begin));
byId("copy").addEventListener("click", async () => {
  const words = kept.draft().notes.filter((each) => each.text).map((each) => `${t(`kind.${each.kind}`)}: ${each.text}`);
  if (await copy(words.join("\n\n"))) message("copied", t("common.copied"));
});
byId("add").addEventListener("click", () => notes.addOne());
language.addEventListener("change", () => (notes.speak(chosenLanguage()), edited()));
association.addEventListener("input", () => (fieldError("association", ""), edited()));

/** @type {HTMLFormElement} */ (byId("form")).addEventListener("submit", (event) => {
  event.preventDefault();
  keep();
  if (!notes.check()) return say(t("form.look_again"), "error");
  void busy(byId("send"), send);
});

async function send() {
  say("", "error");
  const written = notes.read().filter((each) => each.text);
  const answer = await ask(`/api/boards/${encodeURIComponent(board)}/form/notes`,
    { key, notes: written, language: chosenLanguage(), association: association.value.replace(/\s+/gu, " ").trim() });
  if (!answer.ok) return refused(answer.refusal);
  const { batch, secret } = answer.value;
  const titled = written.map((each) => ({ ...each, title: notes.title(each.theme) }));
  kept.changeSent((before) => [{ batch, secret, at: new Date().toISOString(), notes: titled }, ...before]);
  message("mine-message", "");
  sent.draw();
  notes.fill([{ kind: "challenge", theme: written.at(-1)?.theme ?? "", text: "" }]);
  keep();
  show("thanks");
  scrollTo(0, 0);
  byId("thanks-title").focus();
}

byId("more").addEventListener("click", () => {
  show("form");
  byId("title").focus();
  scrollTo(0, 0);
});

/** @param {Refusal} refusal */
async function refused(refusal) {
  const { reason, field = "", limit } = refusal;
  const [, index, name] = field.match(/^notes\[(\d+)\]\.(\w+)$/) ?? [];
  if (name === "theme" || name === "text") {
    if (name === "theme") await begin(); // it was removed meanwhile: offer those there are
    notes.refuse(Number(index), name, t(name === "theme" ? "form.theme_missing" : reason === "limit" ? "join.too_long" : "join.invalid"));
    return say(t("form.look_again"), "error");
  }
  if (field === "association") {
    fieldError("association", t(reason === "limit" ? "join.too_long" : "join.invalid"));
    return association.focus();
  }
  waitsForLine = reason === "offline";
  if (reason === "closed") return say(t("form.closed_sending"), "error");
  if (reason === "not_found") return say(t("form.wrong_sending"), "error");
  if (reason === "offline") return say(t("form.offline"), "warn");
  if (reason === "too_fast") return say(t("form.too_fast", { seconds: Math.ceil(refusal.retry_after ?? 5) }), "warn");
  if (reason === "limit") return say(field === "notes" ? t("form.most", { limit: limit ?? MOST_NOTES }) : t("form.limit"), "error");
  say(because(refusal), "error");
}

/** Notes that were taken back are written on. @param {Note[]} back */
function edit(back) {
  if (!open) {
    const draft = kept.draft();
    kept.keepDraft({ ...draft, notes: [...draft.notes.filter((each) => each.text), ...back].slice(0, MOST_NOTES) });
    return void begin();
  }
  const before = notes.read().filter((each) => each.text);
  notes.fill([...before, ...back.map(({ kind, theme, text }) => ({ kind, theme, text }))]);
  keep();
  show("form");
  byId("notes").children[before.length]?.querySelector("textarea")?.focus();
}

/** What was said of the last try no longer holds. */
function edited() {
  if (!waitsForLine) say("", "error");
  keep();
}

function keep() {
  if (!open) return;
  kept.keepDraft({ notes: notes.read(), language: language.value, association: association.value });
  byId("kept").textContent = t(kept.works ? "form.draft" : "form.not_kept");
}

function chosenLanguage() {
  return language.value === "other" ? "" : language.value;
}

/** @param {string} text @param {"error" | "warn" | "ok"} sort */
function say(text, sort) {
  byId("send-message").className = `message message-${sort}`;
  message("send-message", text);
}

/** @param {"trouble" | "form" | "thanks"} id */
function show(id) {
  for (const each of ["waiting", "trouble", "form", "thanks"]) byId(each).hidden = each !== id;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

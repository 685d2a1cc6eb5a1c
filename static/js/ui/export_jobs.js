/** Files that are being made: asked for, looked after until they are ready, downloaded. It goes on when the dialog is closed. */
import { signal } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { fullName } from "./export_formats.js";
/** @typedef {import("./state.js").App} App */

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} format
 * @property {Record<string, any>} wish
 * @property {string} at
 * @property {"waiting" | "ready" | "failed"} state
 * @property {string} reason
 * @property {number} size
 * @property {number} seconds
 * @property {string} name
 * @property {string[]} remarks
 * @property {string} seat
 * @property {number} age seconds
 * @property {boolean} kept
 */

const PAUSE = 700;
const PAUSE_OFFLINE = 4000;

/** The last files as the server tells them; null before it has. @type {{value: Entry[]|null, peek(): Entry[]|null}} */
export const files = signal(/** @type {Entry[]|null} */ (null));
/** Ids of what was asked for here, newest first. @type {{value: string[], peek(): string[]}} */
export const asked = signal(/** @type {string[]} */ ([]));

/** What was said last, for the dialog: while it is open, the page's own voice is behind it. @type {{value: string}} */
export const said = signal("");

/** What each was asked for with, a filter's notes too. @type {Map<string, Record<string, any>>} */
const wishes = new Map();
/** The place in line of each: it can only come nearer. @type {Map<string, number>} */
const places = new Map();
/** @type {Set<string>} */
const open = new Set();
let watching = false;

/** Asks for a file. Throws Refusal. @param {App} app @param {Record<string, any>} wish */
export async function ask(app, wish) {
  const { id } = await call(app.page.board, "/exports", { method: "POST", body: wish });
  wishes.set(id, wish);
  open.add(id);
  asked.value = [id, ...asked.peek()];
  files.value = [begun(app, id, wish), ...(files.peek() ?? [])];
  say(app, t("export.begun", { format: fullName(wish.format) }));
  watch(app).catch(() => {}); // whoever is put out meanwhile is told so elsewhere
}

/** What the list will say, until it comes. @param {App} app @param {string} id @param {Record<string, any>} wish @returns {Entry} */
function begun(app, id, wish) {
  const part = ["theme", "association", "notes"].find((name) => name in wish);
  const scope = part ? [part, part === "notes" ? wish.notes.length : wish[part]] : ["board", ""];
  return { id, format: wish.format, wish: { ...wish, scope }, at: new Date().toISOString(), state: "waiting", reason: "", size: 0, seconds: 0, name: "",
    remarks: [], seat: app.session.me.peek(), age: 0, kept: false };
}

/** @param {string} id */
export function wishFor(id) {
  return wishes.get(id);
}

/** How many files come before this one. @param {string} id */
export function before(id) {
  return Math.max(0, (places.get(id) ?? 1) - 1);
}

/** Reads the list, again and again while something in it waits that anybody here looks at. @param {App} app */
export async function watch(app) {
  if (watching) return;
  watching = true;
  try {
    for (;;) {
      const pause = (await read(app)) ? PAUSE : PAUSE_OFFLINE;
      if (!open.size && !(isShown(app) && files.peek()?.some(({ state }) => state === "waiting"))) return;
      await new Promise((done) => setTimeout(done, pause));
    }
  } finally {
    watching = false;
  }
}

/** @param {App} app @returns {Promise<boolean>} whether it came. Throws what waiting will not mend */
async function read(app) {
  try {
    const found = await call(app.page.board, "/exports");
    measure(found.exports, found.waiting);
    files.value = found.exports;
    for (const entry of found.exports) if (open.has(entry.id) && entry.state !== "waiting") settle(app, entry);
    return true;
  } catch (error) {
    if (!["offline", "unavailable", "too_fast"].includes(/** @type {any} */ (error).reason)) throw error;
    return false;
  }
}

/** Of all that wait on the server, those that were asked for later come later. @param {Entry[]} list newest first @param {number} waiting */
function measure(list, waiting) {
  let later = 0;
  for (const { id, state } of list) {
    if (state !== "waiting") continue;
    places.set(id, Math.min(places.get(id) ?? Infinity, Math.max(1, waiting - later)));
    later += 1;
  }
}

/** @param {App} app @param {Entry} entry */
function settle(app, entry) {
  open.delete(entry.id);
  const ready = entry.state === "ready";
  const text = t(ready ? "export.ready_said" : "export.failed_said", { format: fullName(entry.format) });
  if (isShown(app)) {
    say(app, text);
    if (ready) void download(app, entry.id);
    return;
  }
  app.session.toast.value = { text, action: ready
    ? { label: t("export.download"), run: () => void download(app, entry.id).then((gone) => gone && show(app)) }
    : { label: t("export.look"), run: () => show(app) } };
}

/** @param {App} app @param {string} text */
function say(app, text) {
  said.value = text;
  app.session.announce.value = text;
}

/** Gives the file to the browser, once the server says that it still has it. @param {App} app @param {string} id @returns {Promise<string>} why not, or "" */
export async function download(app, id) {
  const href = `/api/boards/${encodeURIComponent(app.page.board)}/exports/${encodeURIComponent(id)}/file`;
  const answer = await fetch(href, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (!answer?.ok) {
    const why = !answer ? "offline" : answer.status === 409 || answer.status === 404 ? "gone" : "unavailable";
    if (why === "gone") files.value = (files.peek() ?? []).map((entry) => (entry.id === id ? { ...entry, kept: false } : entry));
    return why;
  }
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
  return "";
}

/** @param {App} app */
function isShown(app) {
  return app.ui.dialog.peek()?.name === "export";
}

/** @param {App} app */
function show(app) {
  app.ui.dialog.value = { name: "export", tab: "files" };
}

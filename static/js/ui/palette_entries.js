/** What the command palette finds: commands that are possible now, and places on the board. */
import { plain, score, wordsOf } from "../core/fuzzy.js";
import { t } from "../core/i18n.js";
import { readNote } from "../core/reading.js";
import { howToRead } from "../core/session.js";
import { menuGroups } from "./commands.js";
import { languageItems } from "./language.js";
import { show, whenThere } from "./note_actions.js";
import { kindWord } from "./phrases.js";
import { goTo } from "./step_go.js";
import { agendaOf } from "./step_state.js";
import { toolCommands } from "./tools.js";
/** @typedef {import("./state.js").App} App */
/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} label
 * @property {string} [more] said after the label: where a note is, of which association a person
 * @property {string} [icon]
 * @property {string} [lang] of the label
 * @property {string} [color] of a theme
 * @property {string} [keys]
 * @property {boolean} [mirror]
 * @property {() => void} run
 * @typedef {{group: string, entries: Entry[]}} Found `palette.<group>` is its heading
 */

const RECENT = 5;
const MOST = { commands: 12, themes: 6, clusters: 6, notes: 20, people: 8 };
/** Places are found by what people wrote, which is much: a command of the same name comes first. */
const ORDER = /** @type {const} */ (["commands", "themes", "clusters", "notes", "people"]);

/** @type {WeakMap<object, {from: string, text: string}>} */
const read = new WeakMap();
/** The text of a record as it is compared, kept until it changes. @param {any} record @param {string} text */
function plainOf(record, text) {
  const kept = read.get(record);
  if (kept?.from === text) return kept.text;
  const made = { from: text, text: plain(text) };
  read.set(record, made);
  return made.text;
}

/** @type {WeakMap<object, {from: string, question: string, worth: number}>} */
const judged = new WeakMap();
/** How well a record fits, kept while neither its text nor the question changes: whatever else happens on the board draws the palette anew. @param {any} record @param {string} text @param {string[]} words */
function worthOf(record, text, words) {
  const question = words.join(" ");
  const kept = judged.get(record);
  if (kept?.from === text && kept.question === question) return kept.worth;
  const worth = score(words, plainOf(record, text));
  judged.set(record, { from: text, question, worth });
  return worth;
}

/** @param {App} app @returns {Entry[]} */
export function commandEntries(app) {
  /** @type {Map<string, Entry>} */
  const found = new Map();
  const open = (/** @type {string} */ href) => () => void window.open(href, "_blank", "noopener");
  for (const command of [...toolCommands(app), ...menuGroups(app).flatMap(({ commands }) => commands)]) {
    if (command.id !== "palette") found.set(command.id, { ...command, run: command.run ?? open(command.href ?? "") });
  }
  if (app.session.role.peek() === "facilitator") {
    for (const step of agendaOf(app)) found.set(`step:${step.id}`, { id: `step:${step.id}`, icon: "arrow-right", mirror: true, label: t("palette.step", { title: step.title }), run: () => goTo(app, step.id) });
  }
  for (const item of languageItems(app)) {
    if (item && !item.checked) found.set(`language:${item.lang}`, { id: `language:${item.lang}`, icon: "languages", label: item.label, lang: item.lang, more: t("language.choose"), run: /** @type {() => void} */ (item.run) });
  }
  return [...found.values()];
}

/** @param {App} app @param {string} question @param {readonly string[]} recent ids @returns {Found[]} */
export function find(app, question, recent) {
  const words = wordsOf(question);
  const commands = commandEntries(app);
  if (!words.length) {
    const last = recent.map((id) => commands.find((one) => one.id === id) ?? placeOf(app, id)).filter((one) => one !== undefined).slice(0, RECENT);
    const rest = commands.filter((one) => !last.some(({ id }) => id === one.id));
    return [{ group: "recent", entries: last }, { group: "commands", entries: rest }, { group: "themes", entries: themes(app) }].filter(({ entries }) => entries.length > 0);
  }
  const made = {
    commands: best(commands, (one) => score(words, plain(`${one.label} ${one.more ?? ""}`)), MOST.commands),
    themes: best(themes(app), (one) => score(words, plain(one.label)), MOST.themes),
    clusters: records(app, "cluster", (one) => one.title, words, MOST.clusters),
    notes: records(app, "note", (one) => [one.text, ...app.store.translationsOf(one.id).map((/** @type {any} */ each) => each.text)].join("\n"), words, MOST.notes),
    people: records(app, "seat", (one) => `${one.name} ${one.association}`, words, MOST.people),
  };
  return ORDER.map((group) => ({ group, entries: made[group] })).filter(({ entries }) => entries.length > 0);
}

/** @template T @param {T[]} all @param {(one: T) => number} judge @param {number} most @returns {T[]} */
function best(all, judge, most) {
  return all.map((one) => ({ one, worth: judge(one) })).filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth).slice(0, most).map(({ one }) => one);
}

/** @param {App} app @param {"note" | "cluster" | "seat"} type @param {(record: any) => string} text @param {string[]} words @param {number} most */
function records(app, type, text, words, most) {
  return best(app.store.all(type), (record) => worthOf(record, text(record) ?? "", words), most).map((record) => placeOf(app, `${type}:${record.id}`)).filter((one) => one !== undefined);
}

/** @param {App} app @returns {Entry[]} */
function themes(app) {
  return app.store.themes().map((/** @type {any} */ theme) => ({ id: `theme:${theme.id}`, label: theme.title, color: theme.color, icon: "layout-grid", run: () => toTheme(app, theme.id) }));
}

/** A place by what it is remembered by. @param {App} app @param {string} key @returns {Entry | undefined} */
function placeOf(app, key) {
  const [, type, id] = key.match(/^(note|cluster|seat|theme):(.+)$/) ?? [];
  const record = type && app.store.get(type, id);
  if (!record) return undefined;
  const theme = app.store.get("theme", record.theme);
  if (type === "theme") return themes(app).find((one) => one.id === key);
  if (type === "seat") return { id: key, icon: "user", label: record.name, more: record.association, run: () => toPerson(app, id) };
  if (type === "cluster") return { id: key, icon: "group", label: record.title || t("cluster.untitled"), more: theme?.title, color: theme?.color, run: () => toCluster(app, id) };
  if (!record.text?.trim()) return undefined;
  const read = readNote(record, app.store.translationsOf(id), howToRead());
  return { id: key, icon: record.kind === "solution" ? "lightbulb" : "flag", label: read.text.trim(), lang: read.lang || undefined, more: [kindWord(record.kind), theme?.title].filter(Boolean).join(" · "), color: theme?.color, run: () => show(app, id) };
}

/** @param {App} app @param {string} id */
function toTheme(app, id) {
  const layer = app.layer.peek();
  if (layer) return layer.zoomToTheme(id);
  whenThere(`#outline [data-theme="${CSS.escape(id)}"] summary`, (head) => {
    head.scrollIntoView({ block: "start" });
    head.focus();
  });
}

/** @param {App} app @param {string} id */
function toCluster(app, id) {
  const layer = app.layer.peek();
  if (layer) return layer.focusCluster(id);
  toTheme(app, app.store.get("cluster", id)?.theme);
}

/** @param {App} app @param {string} id */
function toPerson(app, id) {
  app.session.panel.value = "people";
  whenThere(`[data-seat="${CSS.escape(id)}"]`, (row) => {
    row.scrollIntoView({ block: "nearest" });
    row.focus();
  });
}

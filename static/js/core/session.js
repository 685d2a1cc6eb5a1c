// What this screen is doing: selection, filter, tool, panels. Shared by the board layer and the panels; never stored or sent.
import { computed, signal } from "../../vendor/preact-htm-signals.js";
import { language } from "./i18n.js";
/** @typedef {import("./types.js").Role} Role */
/** @typedef {import("./types.js").Saved} Saved */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {{text: string, kind: string, theme: string, association: string, sdg: number, mine: boolean, status: string, unanswered: boolean, cluster: string}} Filter  "" and 0 mean any */
/** @template T @typedef {{value: T, peek(): T, subscribe(fn: (value: T) => void): () => void}} Signal */

/** @template T @param {T} value @returns {Signal<T>} */
const holds = (value) => signal(value);

/** @type {Readonly<Filter>} */
export const NO_FILTER = Object.freeze({ text: "", kind: "", theme: "", association: "", sdg: 0, mine: false, status: "", unanswered: false, cluster: "" });

export const session = {
  me: holds(""),
  role: holds(/** @type {Role} */ ("viewer")),
  selection: holds(/** @type {Set<string>} */ (new Set())),
  focused: holds(/** @type {string | null} */ (null)),
  editing: holds(/** @type {string | null} */ (null)),
  tool: holds(/** @type {"select" | "pan"} */ ("select")),
  kind: holds(/** @type {"challenge" | "solution"} */ ("challenge")),
  filter: holds(/** @type {Filter} */ (NO_FILTER)),
  panel: holds(/** @type {string | null} */ (null)),
  view: holds(/** @type {"board" | "outline"} */ ("board")),
  zoom: holds(1),
  saved: holds(/** @type {Saved} */ ({ state: "saving", waiting: 0, kept: true })),
  people: holds(/** @type {Set<string>} */ (new Set())),
  typing: holds(/** @type {Map<string, Set<string>>} */ (new Map())),
  announce: holds(""),
  /** How much is said of what others do. */
  hear: holds(/** @type {"off" | "summary" | "all"} */ ("summary")),
  toast: holds(/** @type {null | {text: string, action?: {label: string, run: () => void}, stays?: boolean}} */ (null)),
  panelInset: holds({ start: 0, end: 0 }),
  pasteText: holds(""),
  /** The cluster that is selected. */
  cluster: holds(/** @type {string | null} */ (null)),
  /** The note from which a connector is drawn or a link chosen. */
  linking: holds(/** @type {string | null} */ (null)),
  /** Notes that are marked as new since this person left. */
  fresh: holds(/** @type {Set<string>} */ (new Set())),
  /** The round whose results or dots are shown. */
  round: holds(/** @type {string | null} */ (null)),
  /** This person has left the presentation. */
  stageLeft: holds(false),
  /** This screen follows the leader's. */
  following: holds(false),
  /** What is read of notes that somebody has translated. */
  reading: holds(/** @type {import("./reading.js").Mode} */ ("mine")),
  /** The reader's language where it is not that of the page. */
  readIn: holds(""),
  /** Notes that are shown the other way for the moment: the original, or its translation. */
  flipped: holds(/** @type {Set<string>} */ (new Set())),
  /** The cell of the coverage matrix that is chosen. */
  matrixCell: holds(/** @type {{theme: string, association: string} | null} */ (null)),
  /** Goes up with every redraw of the store, so that components can read records and be told. */
  version: holds(0),
};

/** Small letters without marks, so that "Politica" finds "política" and vocalised Arabic is found without vowels. @param {string} text */
export function folded(text) {
  return text.normalize("NFKD").replace(/(?<=\p{Script=Latin}\p{M}*|\p{Script=Arabic}\p{M}*|\p{Script=Greek}\p{M}*|\p{Script=Cyrillic}\p{M}*)\p{M}/gu, "").toLowerCase();
}

/** @param {Filter} filter */
export function isFiltering(filter) {
  return Boolean(filter.text.trim() || filter.kind || filter.theme || filter.association || filter.sdg || filter.mine || filter.status || filter.unanswered || filter.cluster);
}

/** How this screen reads notes. @returns {import("./reading.js").How} */
export function howToRead() {
  return { mode: session.reading.value, language: session.readIn.value || language.value, flipped: session.flipped.value };
}

/** Shows a note the other way, or again as before. @param {string} id */
export function flip(id) {
  const next = new Set(session.flipped.peek());
  if (!next.delete(id)) next.add(id);
  session.flipped.value = next;
}

/** @param {import("./types.js").Rec} note @param {Filter} filter @param {string} me the seat that asks @param {Store} [store] for what hangs on notes */
export function matches(note, filter, me, store) {
  if (filter.kind && note.kind !== filter.kind) return false;
  if (filter.theme && note.theme !== filter.theme) return false;
  if (filter.association && note.association !== filter.association) return false;
  if (filter.sdg && !note.sdgs.includes(filter.sdg)) return false;
  if (filter.mine && note.seat !== me) return false;
  if (filter.status && note.status !== filter.status) return false;
  if (filter.cluster && note.cluster !== filter.cluster) return false;
  if (filter.unanswered && (note.kind !== "challenge" || (store && store.answersTo(store.relations.rootOf(note).id).length > 0))) return false;
  const wanted = folded(filter.text).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return true;
  const texts = [note, ...(store?.translationsOf(note.id) ?? [])].map((each) => folded(each.text));
  return texts.some((text) => wanted.every((word) => text.includes(word)));
}

/** The notes that the filter leaves, and those that one of them is merged into; null when all are. @param {Store} store @returns {{readonly value: Set<string> | null}} */
export function visibleIds(store) {
  return computed(() => {
    void session.version.value;
    const filter = session.filter.value;
    if (!isFiltering(filter)) return null;
    const me = session.me.value;
    const fitting = store.all("note").filter((note) => matches(note, filter, me, store));
    return new Set(fitting.flatMap((note) => [note.id, store.relations.rootOf(note).id]));
  });
}

/** Lets the signals follow a store and a sync. @param {Store} store @param {import("./sync.js").Sync} sync */
export function follow(store, sync) {
  const offs = [
    store.subscribe(() => {
      session.version.value += 1;
    }),
    sync.on("state", (saved) => {
      session.saved.value = saved;
    }),
    sync.on("people", (people) => {
      session.people.value = people;
    }),
    sync.on("role", (role) => {
      session.role.value = role;
    }),
    sync.on("typing", (typing) => {
      session.typing.value = typing;
    }),
  ];
  return () => offs.forEach((off) => off());
}

// What can be undone, kept over a reload of the page: in the tab's own storage (sessionStorage), bounded, and looked through before it is
// believed. Beside it lie the texts it stands on, so that typing moves over what others typed while the page was away.
import { apply, BadDelta, check, diff } from "./text.js";
/** @typedef {import("./undo.js").Atom} Atom */
/** @typedef {import("./undo.js").Entry} Entry */
/** @typedef {import("./undo.js").Undo} Undo */
/** @typedef {import("./sync.js").Sync} Sync */
/** @typedef {{get: () => string | null, set: (text: string) => void, remove: () => void}} Place  each may throw */
/** @typedef {{done: Entry[], undone: Entry[], texts: Record<string, string>}} Memory */

/** Entries on each side, and letters in all: a tab's storage is small. */
const ENTRIES = 60;
const LETTERS = 300_000;
const REST = 400;
const VERBS = new Set(["add", "remove", "set", "text"]);

/**
 * Keeps the undo of a sync in a place from now on, and takes up what lies there once the board and what waits unsent are here.
 * @param {Sync} sync @param {Place} place @returns {{write: () => void, forget: () => void, taken: Promise<void>}}
 */
export function keepUndo(sync, place) {
  const undo = sync.undoing;
  let over = false;
  let ready = false;
  /** @type {any} */
  let timer = null;
  const write = () => {
    sync.timers.clear(timer);
    timer = null;
    if (over || !ready || !sync.store.loaded) return;
    try {
      const text = packed(undo);
      if (text) place.set(text);
      else place.remove();
    } catch {
      // full or closed to us: a reload forgets what can be undone
    }
  };
  const forget = () => {
    over = true;
    try {
      place.remove();
    } catch {
      // nothing lies there
    }
  };
  sync.on("undo", () => {
    timer ??= sync.timers.set(write, REST);
  });
  sync.on("state", () => {
    if (sync.ended) forget();
  });
  const taken = sync.adoption.first.then(() => {
    ready = true;
    if (over) return;
    try {
      const kept = read(place.get());
      if (kept) takeUp(undo, kept);
    } catch {
      // it cannot be read: there is nothing to undo
    }
  });
  return { write, forget, taken };
}

/** The newest entries that fit, as text; "" when there are none. @param {Undo} undo */
export function packed(undo) {
  const done = undo.done.slice(-ENTRIES).map(bare);
  const undone = undo.undone.slice(-ENTRIES).map(bare);
  while (done.length || undone.length) {
    const text = JSON.stringify({ done, undone, texts: textsOf(undo, [...done, ...undone]) });
    if (text.length <= LETTERS) return text;
    (undone.length > done.length ? undone : done).shift();
  }
  return "";
}

/** @param {Entry} entry @returns {Entry} */
function bare({ atoms, label }) {
  return label === undefined ? { atoms } : { atoms, label };
}

/** @param {Undo} undo @param {Entry[]} entries */
function textsOf(undo, entries) {
  /** @type {Record<string, string>} */
  const texts = {};
  for (const id of typedIn(entries)) {
    const text = undo.store.get("note", id)?.text;
    if (text !== undefined) texts[id] = text;
  }
  return texts;
}

/** @param {Entry[]} entries */
function typedIn(entries) {
  return new Set(entries.flatMap(({ atoms }) => atoms).filter(({ verb }) => verb === "text").map(({ id }) => id));
}

/** @param {string | null} text @returns {Memory | null} null when it is not of our making */
export function read(text) {
  if (!text || text.length > 2 * LETTERS) return null;
  let memory;
  try {
    memory = JSON.parse(text);
  } catch {
    return null;
  }
  const texts = memory?.texts;
  const whole = isRecord(texts) && Object.values(texts).every((each) => typeof each === "string") && areEntries(memory.done) && areEntries(memory.undone);
  return whole ? memory : null;
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} list */
function areEntries(list) {
  return Array.isArray(list) && list.length <= ENTRIES && list.every((entry) => isRecord(entry) && (entry.label === undefined || typeof entry.label === "string")
    && Array.isArray(entry.atoms) && entry.atoms.length > 0 && entry.atoms.every(isAtom));
}

/** @param {unknown} atom */
function isAtom(atom) {
  if (!isRecord(atom) || !VERBS.has(atom.verb) || typeof atom.id !== "string" || typeof atom.type !== "string") return false;
  if (atom.verb === "text") return atom.type === "note" && isDelta(atom.delta);
  if (atom.verb === "set") return isRecord(atom.before) && isRecord(atom.after);
  return isRecord(atom.record) && atom.record.id === atom.id;
}

/** @param {unknown} delta */
function isDelta(delta) {
  try {
    check(delta);
    return true;
  } catch {
    return false;
  }
}

/** Puts what was kept below what was done since, unless something was. @param {Undo} undo @param {Memory} memory */
export function takeUp(undo, memory) {
  if (undo.done.length || undo.undone.length) return;
  undo.done = memory.done;
  undo.undone = memory.undone;
  for (const { atoms } of [...undo.done, ...undo.undone]) {
    for (const atom of atoms) if (atom.verb === "remove" && atom.type === "note" && !undo.store.get("note", atom.id) && !undo.store.graves.has(atom.id)) undo.store.graves.set(atom.id, atom.record);
  }
  for (const id of typedIn([...undo.done, ...undo.undone])) {
    const was = memory.texts[id];
    const now = undo.store.get("note", id)?.text;
    const fits = was !== undefined && [undo.done, undo.undone].every((stack) => undoes(stack, id, was));
    if (was === undefined && now === undefined) continue; // it is in the trash, as it was then
    if (!fits || now === undefined) forgetTyping(undo, id);
    else if (was !== now) undo.hear(id, diff(was, now));
  }
  undo.tell();
}

/** Whether the typing of a stack can be taken back from the text, one after the other. @param {Entry[]} stack @param {string} id @param {string} text */
function undoes(stack, id, text) {
  let now = text;
  try {
    for (const { atoms } of [...stack].reverse()) for (const atom of [...atoms].reverse()) if (atom.verb === "text" && atom.id === id) now = apply(now, atom.delta);
    return true;
  } catch (error) {
    if (error instanceof BadDelta) return false;
    throw error;
  }
}

/** @param {Undo} undo @param {string} id */
function forgetTyping(undo, id) {
  const other = (/** @type {Atom} */ atom) => atom.verb !== "text" || atom.id !== id;
  for (const side of /** @type {const} */ (["done", "undone"])) {
    undo[side] = undo[side].map((entry) => ({ ...entry, atoms: entry.atoms.filter(other) })).filter(({ atoms }) => atoms.length > 0);
  }
}

/** The place in this tab's storage. @param {string} board @param {string} seat @returns {Place} */
export function tabPlace(board, seat) {
  const key = `undo:${board}/${seat}`;
  return {
    get: () => sessionStorage.getItem(key),
    set: (text) => sessionStorage.setItem(key, text),
    remove: () => sessionStorage.removeItem(key),
  };
}

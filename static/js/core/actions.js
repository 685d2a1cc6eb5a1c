// What people do, as verbs. Every part of the page uses these; only this module builds steps.
import { freePlaces } from "./layout.js";
import { may } from "./rights.js";
import { topZ } from "./guess.js";
import { diff } from "./text.js";
import { equal, split } from "./values.js";
/** @typedef {import("./types.js").Note} Note */
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {{id: string, theme: string, x: number, y: number}} Move */

const NOTES_A_CHANGE = 100;

/** An id that nobody else will choose. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

/** @param {{store: import("./store.js").Store, sync: import("./sync.js").Sync, newId?: () => string}} parts */
export function createActions({ store, sync, newId = randomId }) {
  /** Sends steps in as few changes as the limits allow, as one gesture. @param {Step[]} steps @param {number} [most] */
  const change = (steps, most) => {
    if (steps.length === 0) return;
    sync.beginGesture();
    for (const part of split(steps, most)) sync.change(part);
    sync.endGesture();
  };

  /** @param {readonly string[]} ids */
  const known = (ids) => ids.map((id) => store.get("note", id)).filter((note) => note !== undefined);

  /** @param {Partial<Note>[]} wanted */
  const addNotes = (wanted) => {
    const steps = wanted.map((fields) => ["add", "note", { ...defined(fields), id: newId() }]);
    change(steps, NOTES_A_CHANGE);
    return steps.map((step) => /** @type {string} */ (/** @type {Rec} */ (step[2]).id));
  };

  /** @param {Move[]} moves */
  const moveNotes = (moves) => change(moves.map(({ id, theme, x, y }) => ["set", "note", id, changed(store.get("note", id), { theme, x, y })]).filter(says));

  /** @param {readonly string[]} ids @param {Record<string, any>} fields */
  const setNotes = (ids, fields) => {
    const { text, ...rest } = fields;
    sync.beginGesture();
    change(known(ids).map((note) => ["set", "note", note.id, changed(note, rest)]).filter(says));
    if (text !== undefined) for (const note of known(ids)) if (note.text !== text) sync.typeText(note.id, diff(note.text, text), { byEditor: false });
    sync.endGesture();
  };

  return {
    /** @param {Partial<Note>} fields */
    addNote: (fields) => addNotes([fields])[0],
    addNotes,
    moveNotes,

    /** Moves notes to free places of a theme. @param {readonly string[]} ids @param {string} theme */
    moveToTheme(ids, theme) {
      const notes = known(ids).filter((note) => note.theme !== theme);
      const places = freePlaces(/** @type {any} */ (store.notesOf(theme)), notes.length);
      moveNotes(notes.map((note, i) => ({ id: note.id, theme, ...places[i] })));
    },

    /** @param {readonly string[]} ids */
    removeNotes: (ids) => change(known(ids).map((note) => ["remove", "note", note.id])),

    /** Takes notes out of the trash; records from the trash list show at once. @param {readonly (string | Rec)[]} notes */
    restoreNotes(notes) {
      for (const note of notes) if (typeof note !== "string" && !store.graves.has(note.id)) store.graves.set(note.id, trashed(note));
      change(notes.map((note) => ["add", "note", { id: typeof note === "string" ? note : note.id }]), NOTES_A_CHANGE);
    },

    /** @param {readonly string[]} ids */
    duplicateNotes: (ids) => addNotes(known(ids).map(({ kind, theme, text, sdgs, language }) => ({ kind, theme, text, sdgs, language }))),

    /** @param {readonly string[]} ids */
    bringToFront(ids) {
      const notes = known(ids).sort((a, b) => a.z - b.z);
      const top = topZ(store);
      const isFront = notes.length === 1 && notes[0].z === top && !store.all("note").some((note) => note.z === top && note.id !== notes[0].id);
      if (!isFront) change(notes.map((note, i) => ["set", "note", note.id, { z: top + 1 + i }]));
    },

    /** @param {string} id @param {Record<string, any>} fields a text is merged with what others type */
    setNote: (id, fields) => setNotes([id], fields),
    setNotes,

    /** @param {Record<string, any>} fields */
    setBoard(fields) {
      const board = store.board();
      if (board) change([["set", "board", board.id, changed(board, fields)]].filter(says));
    },

    /** @param {Record<string, any>} fields */
    addTheme(fields) {
      const id = newId();
      const order = Math.max(0, ...store.themes().map((theme) => theme.order + 1));
      change([["add", "theme", { order, ...fields, id }]]);
      return id;
    },

    /** @param {string} id @param {Record<string, any>} fields */
    setTheme: (id, fields) => change([["set", "theme", id, changed(store.get("theme", id), fields)]].filter(says)),

    /** @param {readonly string[]} ids */
    orderThemes: (ids) => change(ids.map((id, order) => ["set", "theme", id, changed(store.get("theme", id), { order })]).filter(says)),

    /** @param {string} id */
    removeTheme: (id) => change([["remove", "theme", id]]),

    /** @param {string} id @param {Record<string, any>} fields */
    setSeat: (id, fields) => change([["set", "seat", id, changed(store.get("seat", id), fields)]].filter(says)),

    /** @param {import("./rights.js").Action} action @param {Rec} [note] */
    may: (action, note) => may(action, { role: sync.role, seat: store.get("seat", sync.seat), board: store.board() }, note),
  };
}

/** Only the fields that differ. @param {Rec | undefined} record @param {Record<string, any>} fields */
function changed(record, fields) {
  const differ = Object.entries(fields).filter(([name, value]) => value !== undefined && !equal(record?.[name], value));
  return Object.fromEntries(differ);
}

/** A `set` that sets something. @param {Step} step */
function says(step) {
  return Object.keys(step[3]).length > 0;
}

/** @param {Record<string, any>} fields */
function defined(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** @param {Rec} note from the trash list @returns {Rec} */
function trashed(note) {
  const { deleted_at, deleted_by, ...rest } = note;
  return /** @type {Rec} */ (rest);
}

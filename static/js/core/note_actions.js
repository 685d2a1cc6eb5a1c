// Verbs on notes, the board's settings, themes and seats.
import { NOTES_A_CHANGE, defined } from "./acts.js";
import { topZ } from "./guess.js";
import { freePlaces, overlap, ownFrame, square } from "./layout.js";
import { diff } from "./text.js";
/** @typedef {import("./types.js").Note} Note */
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {{id: string, theme: string, x: number, y: number, cluster?: string}} Move */

/** @param {import("./acts.js").Acts} acts */
export function noteActions({ store, sync, newId, gesture, change, setting, placing, set, add, remove, notes }) {
  /** @param {Partial<Note>[]} wanted */
  const addNotes = (wanted) => {
    const steps = wanted.map((fields) => ["add", "note", { ...defined(fields), id: newId() }]);
    change(steps, NOTES_A_CHANGE);
    return steps.map((step) => /** @type {string} */ (/** @type {Rec} */ (step[2]).id));
  };

  /** @param {readonly Move[]} moves `cluster` puts into one, "" takes out */
  const moveNotes = (moves) => change(moves.flatMap(({ id, theme, x, y, cluster }) => {
    const note = store.get("note", id);
    return note ? placing(note, { theme, x, y, cluster }) : [];
  }));

  /** @param {readonly string[]} ids @param {Record<string, any>} fields */
  const setNotes = (ids, fields) => {
    const { text, ...rest } = fields;
    gesture(() => {
      change(notes(ids).map((note) => setting("note", note.id, rest)));
      if (text !== undefined) for (const note of notes(ids)) if (note.text !== text) sync.typeText(note.id, diff(note.text, text), { byEditor: false });
    });
  };

  return {
    /** @param {Partial<Note>} fields */
    addNote: (fields) => addNotes([fields])[0],
    addNotes,
    moveNotes,

    /** Moves notes to free places of a theme. @param {readonly string[]} ids @param {string} theme */
    moveToTheme(ids, theme) {
      const moved = notes(ids).filter((note) => note.theme !== theme);
      const places = freePlaces(/** @type {any} */ (store.notesOf(theme)), moved.length, /** @type {any} */ (store.clustersOf(theme)));
      moveNotes(moved.map((note, i) => ({ id: note.id, theme, ...places[i] })));
    },

    /** @param {readonly string[]} ids */
    removeNotes: (ids) => change(notes(ids).map((note) => ["remove", "note", note.id])),

    /** Takes notes out of the trash; records from the trash list show at once. @param {readonly (string | Rec)[]} trash */
    restoreNotes(trash) {
      for (const note of trash) if (typeof note !== "string" && !store.graves.has(note.id)) store.graves.set(note.id, trashed(note));
      change(trash.map((note) => ["add", "note", { id: typeof note === "string" ? note : note.id }]), NOTES_A_CHANGE);
    },

    /** @param {readonly string[]} ids */
    duplicateNotes: (ids) => addNotes(notes(ids).map(({ kind, theme, text, sdgs, language }) => ({ kind, theme, text, sdgs, language }))),

    /** @param {readonly string[]} ids */
    bringToFront(ids) {
      const chosen = notes(ids).sort((a, b) => a.z - b.z);
      const top = topZ(store);
      const isFront = chosen.length === 1 && chosen[0].z === top && !store.all("note").some((note) => note.z === top && note.id !== chosen[0].id);
      if (!isFront) change(chosen.map((note, i) => ["set", "note", note.id, { z: top + 1 + i }]));
    },

    /** @param {string} id @param {Record<string, any>} fields a text is merged with what others type */
    setNote: (id, fields) => setNotes([id], fields),
    setNotes,

    /** @param {readonly string[]} ids @param {string} status */
    setStatus: (ids, status) => setNotes(ids, { status }),

    /** @param {readonly string[]} ids @param {boolean} locked */
    lockNotes: (ids, locked) => setNotes(ids, { locked }),

    /** Facilitators. @param {string} id @param {string} reason */
    hideNote: (id, reason) => set("note", id, { hidden: reason }),

    /** Of a note that this screen may not have. @param {string} id */
    unhideNote: (id) => change([["set", "note", id, { hidden: "" }]]),

    /** Shows notes as one; all of their texts and authors stay. @param {string} into @param {readonly string[]} ids */
    mergeNotes(into, ids) {
      const root = store.get("note", into);
      const merged = notes(ids).filter((note) => note.id !== into && note.kind === root?.kind);
      if (root) change(merged.map((note) => setting("note", note.id, { merged_into: root.merged_into || into })));
    },

    /** Lets a merged note stand for itself again: where it stood, or where there is room. @param {string} id */
    unmergeNote(id) {
      const note = store.get("note", id);
      if (!note) return;
      const others = /** @type {any} */ (store.notesOf(note.theme).filter((other) => other.id !== id));
      const clusters = /** @type {any} */ (store.clustersOf(note.theme));
      const own = square(/** @type {any} */ (note));
      const areas = [...others.map(square), ...clusters.filter((/** @type {Rec} */ cluster) => cluster.id !== note.cluster).map(ownFrame)];
      const elsewhere = areas.some((area) => overlap(area, own)) ? { ...freePlaces(others, 1, clusters)[0], cluster: "" } : {};
      change([setting("note", id, { merged_into: "", ...elsewhere })]);
    },

    /** @param {Record<string, any>} fields */
    setBoard(fields) {
      const board = store.board();
      if (board) set("board", board.id, fields);
    },

    /** @param {Record<string, any>} fields */
    addTheme: (fields) => add("theme", { order: Math.max(0, ...store.themes().map((theme) => theme.order + 1)), ...fields }),

    /** @param {string} id @param {Record<string, any>} fields */
    setTheme: (id, fields) => set("theme", id, fields),

    /** @param {readonly string[]} ids */
    orderThemes: (ids) => change(ids.map((id, order) => setting("theme", id, { order }))),

    /** @param {string} id */
    removeTheme: (id) => remove("theme", id),

    /** @param {string} id @param {Record<string, any>} fields */
    setSeat: (id, fields) => set("seat", id, fields),
  };
}

/** @param {Rec} note from the trash list @returns {Rec} */
function trashed(note) {
  const { deleted_at, deleted_by, ...rest } = note;
  return /** @type {Rec} */ (rest);
}

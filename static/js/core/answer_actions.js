// Verbs on answers: which solution answers which challenge.
import { NOTE, GAP, freePlace, overlap, ownFrame, square } from "./layout.js";
/** @typedef {import("./types.js").Note} Note */
/** @typedef {import("./types.js").Rec} Rec */

/** @param {import("./acts.js").Acts} acts */
export function answerActions({ store, newId, change, add }) {
  /** A place beside a note where nothing lies: to the right, below, to the left, above, else the first free one. @param {Rec} note */
  const beside = (note) => {
    const notes = /** @type {any[]} */ (store.notesOf(note.theme));
    const frames = store.clustersOf(note.theme).filter((cluster) => cluster.id !== note.cluster || cluster.collapsed).map((cluster) => ownFrame(/** @type {any} */ (cluster)));
    const step = NOTE + GAP;
    const places = [[step, 0], [0, step], [-step, 0], [0, -step]].map(([x, y]) => ({ x: note.x + x, y: note.y + y }));
    const taken = [...notes.map(square), ...frames];
    const free = places.find(({ x, y }) => x >= 0 && y >= 0 && !taken.some((area) => overlap(area, square({ x, y }))));
    return free ?? freePlace(notes, /** @type {any} */ (store.clustersOf(note.theme)));
  };

  return {
    /** @param {string} solution @param {string} challenge @returns {string | null} its id, or null when it is linked already */
    link(solution, challenge) {
      if (store.answerBetween(solution, challenge)) return null;
      return add("answer", { solution, challenge });
    },

    /** @param {string} solution @param {string} challenge */
    unlink: (solution, challenge) => change(store.relations.answersBetween(solution, challenge).map((answer) => ["remove", "answer", answer.id])),

    /** Writes a solution beside a challenge and links it. @param {string} challenge @param {Partial<Note>} [fields] @returns {string | null} the solution */
    answerWith(challenge, fields = {}) {
      const note = store.get("note", challenge);
      if (!note) return null;
      const id = newId();
      change([
        ["add", "note", { kind: "solution", theme: note.theme, ...beside(note), ...fields, id }],
        ["add", "answer", { id: newId(), solution: id, challenge }],
      ]);
      return id;
    },
  };
}

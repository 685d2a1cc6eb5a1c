// Verbs on answers: which solution answers which challenge.
import { GAP, HEAD, NOTE, clusterFrame, freePlace, overlap, square } from "./layout.js";
/** @typedef {import("./types.js").Note} Note */
/** @typedef {import("./types.js").Rec} Rec */

/** @param {import("./acts.js").Acts} acts */
export function answerActions({ store, newId, change, add }) {
  /** A place beside a note, or beside the cluster it is in: to the right, below, to the left, above, else the first free one. @param {Rec} note */
  const beside = (note) => {
    const notes = /** @type {any[]} */ (store.notesOf(note.theme));
    const clusters = /** @type {any[]} */ (store.clustersOf(note.theme));
    const frames = clusters.map((cluster) => clusterFrame(cluster, /** @type {any} */ (store.notesIn(cluster.id))));
    const around = frames[clusters.findIndex((cluster) => cluster.id === note.cluster)] ?? square(/** @type {any} */ (note));
    const { x, y } = note;
    const places = [{ x: around.x + around.w + GAP, y }, { x, y: around.y + around.h + GAP }, { x: around.x - GAP - NOTE, y }, { x, y: around.y - GAP - NOTE }];
    const taken = [...notes.map(square), ...frames];
    const free = places.find((place) => place.x >= 0 && place.y >= HEAD && !taken.some((area) => overlap(area, square(place))));
    return free ?? freePlace(notes, clusters);
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
      if (note?.kind !== "challenge") return null;
      const id = newId();
      change([
        ["add", "note", { kind: "solution", theme: note.theme, ...beside(note), ...fields, id }],
        ["add", "answer", { id: newId(), solution: id, challenge }],
      ]);
      return id;
    },
  };
}

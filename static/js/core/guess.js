// Fills in what the server will fill in (author, times, order, free place), so that a change shows at once.
import { freePlace } from "./layout.js";
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./store.js").Store} Store */

/**
 * @param {Store} store
 * @param {Step[]} steps
 * @param {{seat: string, now: string}} by
 * @returns {Step[]} one for each step
 */
export function guessSteps(store, steps, by) {
  /** @type {Map<string, Rec[]>} */
  const placed = new Map();
  let z = 0;
  const nextZ = () => {
    z = Math.max(z, topZ(store)) + 1;
    return z;
  };
  return steps.map((step) => {
    const [verb, type] = step;
    if (type !== "note") return verb === "add" ? [verb, type, { created_at: by.now, ...step[2] }] : step;
    if (verb === "set") return [verb, type, step[2], { edited_at: by.now, ...step[3] }];
    if (verb !== "add") return step;
    const stored = store.graves.get(step[2].id);
    const note = stored ? restored(store, stored, step[2]) : newNote(store, step[2], by, nextZ);
    if (note.x === undefined) {
      const others = placed.get(note.theme) ?? [...store.notesOf(note.theme)];
      Object.assign(note, freePlace(/** @type {any} */ (others)));
      others.push(note);
      placed.set(note.theme, others);
    }
    return [verb, type, note];
  });
}

/** @param {Store} store */
export function topZ(store) {
  let top = 0;
  for (const note of store.all("note")) if (note.z > top) top = note.z;
  return top;
}

/** @param {Store} store @param {Rec} stored @param {Rec} fields @returns {Rec} */
function restored(store, stored, fields) {
  const theme = store.get("theme", stored.theme) ? stored.theme : (store.themes()[0]?.id ?? stored.theme);
  return { ...stored, id: fields.id, theme };
}

/** @param {Store} store @param {Rec} fields @param {{seat: string, now: string}} by @param {() => number} nextZ @returns {Rec} */
function newNote(store, fields, by, nextZ) {
  return {
    kind: "challenge",
    theme: store.themes()[0]?.id ?? "",
    text: "",
    text_rev: 0,
    sdgs: [],
    language: "",
    z: fields.z ?? nextZ(),
    seat: by.seat,
    association: store.get("seat", by.seat)?.association ?? "",
    created_at: by.now,
    edited_at: by.now,
    ...fields,
  };
}

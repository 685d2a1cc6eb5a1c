// What the server fills in for a new record of each type, guessed. Pure but for the records it looks at.
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./view.js").View} View */
/** @typedef {{seat: string, now: string}} By  whose change, when by the server's clock */

import { ACTIONS } from "./rights.js";
import { sumOf } from "./reading.js";

/** A board's `authors` as a record's `anonymous`. @type {Record<string, string>} */
const UNKNOWN = { named: "", association: "name", nobody: "all" };

/** @typedef {(fields: Rec, store: View, by: By) => Record<string, any>} Filler */
/** @type {Record<string, Filler>} */
const FILLERS = {
  theme: (_fields, store) => ({ color: "blue", sign: "circle", locked: false, order: after(store.all("theme")) }),
  cluster: (_fields, _store, by) => ({ title: "", collapsed: false, locked: false, created_at: by.now }),
  note: (_fields, store, by) => ({
    kind: "challenge", theme: store.themes()[0]?.id ?? "", cluster: "", text: "", text_rev: 0, sdgs: [], language: "", status: "open",
    merged_into: "", locked: false, hidden: "", origin: null, private: store.board()?.private ?? false, ...writer(store, by),
  }),
  answer: (_fields, _store, by) => ({ created_at: by.now }),
  comment: (_fields, store, by) => writer(store, by),
  reaction: (_fields, _store, by) => ({ seat: by.seat }),
  translation: (fields, store, by) => ({
    machine: false, source: sumOf(store.get("note", fields.note)?.text ?? ""), seat: by.seat, created_at: by.now, edited_at: by.now,
    anonymous: store.get("note", fields.note)?.anonymous || writer(store, by).anonymous,
  }),
  step: (_fields, store) => ({ task: "", may: ACTIONS, private: false, minutes: 0, order: after(store.all("step")) }),
  round: (fields, _store, by) => ({
    votes: 5, most: 0, on: "notes", kinds: [], themes: [], live: false, state: "draft", results: null,
    opened_at: fields.state === "open" ? by.now : "", closed_at: "", created_at: by.now,
  }),
  vote: (fields, store, by) => ({ proxy: false, association: fields.proxy ? "" : associationOf(store, by), seat: by.seat }),
};

/** A new record as the server will make it. @param {string} type @param {Rec} fields @param {View} store @param {By} by @returns {Rec} */
export function filledIn(type, fields, store, by) {
  return { ...FILLERS[type]?.(fields, store, by), ...fields };
}

/** @param {View} store @param {By} by */
function writer(store, by) {
  return { seat: by.seat, association: associationOf(store, by), anonymous: UNKNOWN[store.board()?.authors ?? "named"] ?? "", created_at: by.now, edited_at: by.now };
}

/** @param {View} store @param {By} by */
function associationOf(store, by) {
  return store.get("seat", by.seat)?.association ?? "";
}

/** The order of one that comes last. @param {readonly Rec[]} all */
function after(all) {
  return Math.max(0, ...all.map((record) => record.order ?? 0)) + 1;
}

// What all verbs are made with: sending steps as one gesture, only the fields that differ, what a seat may do.
import { whyNot } from "./rights.js";
import { equal, split } from "./values.js";
/** @typedef {import("./types.js").Note} Note */
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./rights.js").Action} Action */
/** @typedef {ReturnType<typeof createActs>} Acts */

/** Of new notes, and of notes that are arranged, in one change. */
export const NOTES_A_CHANGE = 100;

/** What a note that not everybody sees does not take. @type {ReadonlySet<Action>} */
const NOT_IN_SECRET = new Set(/** @type {Action[]} */ (["group", "merge", "comment", "translate", "vote"]));

/** @param {{store: import("./store.js").Store, sync: import("./sync.js").Sync, newId: () => string}} parts */
export function createActs({ store, sync, newId }) {
  /** Does several things as one gesture: one entry of undo. @template T @param {() => T} act @returns {T} */
  const gesture = (act) => {
    sync.beginGesture();
    try {
      return act();
    } finally {
      sync.endGesture();
    }
  };

  /** Sends steps in as few changes as the limits allow, as one gesture. @param {Step[]} steps @param {number} [most] */
  const change = (steps, most) => {
    const real = steps.filter((step) => step[0] !== "set" || Object.keys(step[3]).length > 0);
    if (real.length) gesture(() => split(real, most).forEach((part) => sync.change(part)));
  };

  /** A step that sets the fields that differ. @param {string} type @param {string} id @param {Record<string, any>} fields @returns {Step} */
  const setting = (type, id, fields) => ["set", type, id, changed(store.get(type, id), fields)];

  /** @param {string} type @param {string} id @param {Record<string, any>} fields */
  const set = (type, id, fields) => store.get(type, id) && change([setting(type, id, fields)]);

  /** @param {string} type @param {Record<string, any>} fields @returns {string} */
  const add = (type, fields) => {
    const id = newId();
    change([["add", type, { ...defined(fields), id }]]);
    return id;
  };

  /** @param {string} type @param {string} id */
  const remove = (type, id) => store.get(type, id) && change([["remove", type, id]]);

  /** @param {readonly string[]} ids @returns {Rec[]} */
  const notes = (ids) => ids.map((id) => store.get("note", id)).filter((note) => note !== undefined);

  /** Steps that put a note somewhere: to another theme, what is merged into it goes along. @param {Rec} note @param {Record<string, any>} fields @returns {Step[]} */
  const placing = (note, fields) => {
    const along = fields.theme && fields.theme !== note.theme ? store.mergedInto(note.id) : [];
    return [setting("note", note.id, fields), ...along.map((child) => setting("note", child.id, { theme: fields.theme }))];
  };

  /** Everything whose lock holds for a record. @param {Action} action @param {Rec | undefined} record */
  const within = (action, record) => {
    if (!record) return [];
    const around = [record.theme && store.get("theme", record.theme), record.cluster && store.get("cluster", record.cluster)];
    return action === "comment" || action === "translate" ? around : action === "vote" ? [] : [record, ...around];
  };

  return {
    store,
    sync,
    newId,
    gesture,
    change,
    setting,
    placing,
    set,
    add,
    remove,
    notes,

    /** Why the server would refuse: for words. @param {Action} action @param {Rec} [record] @returns {import("./rights.js").Why | null} */
    whyNot(action, record) {
      if (record && (record.private || record.hidden) && NOT_IN_SECRET.has(action)) return "closed";
      const who = { role: sync.role, seat: store.get("seat", sync.seat), board: store.board(), now: sync.serverNow(), within: within(action, record) };
      return whyNot(action, who, record);
    },
  };
}

/** Only the fields that differ. @param {Rec | undefined} record @param {Record<string, any>} fields */
export function changed(record, fields) {
  const differ = Object.entries(fields).filter(([name, value]) => value !== undefined && !equal(record?.[name], value));
  return Object.fromEntries(differ);
}

/** @param {Record<string, any>} fields */
export function defined(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

// Typing into a note: letters gather in one unsent delta per note; who else shows the text is told what others did to it.
import { compose } from "./text.js";
import { randomName } from "./events.js";
/** @typedef {import("./types.js").Delta} Delta */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./sync.js").Sync} Sync */

const GATHER = 120;

export class Typing {
  /** @param {Sync} sync */
  constructor(sync) {
    this.sync = sync;
    /** @type {Map<string, Set<(delta: Delta) => void>>} */
    this.listeners = new Map();
    sync.store.onText((note, delta) => this.tell(note, delta));
  }

  /** @param {string} note @param {Delta} delta */
  tell(note, delta) {
    for (const listener of [...(this.listeners.get(note) ?? [])]) listener(delta);
  }

  /** @param {string} note @param {(delta: Delta) => void} listener */
  listen(note, listener) {
    const all = this.listeners.get(note) ?? new Set();
    this.listeners.set(note, all.add(listener));
    return () => {
      all.delete(listener);
      if (all.size === 0 && this.listeners.get(note) === all) this.listeners.delete(note);
    };
  }

  /** @param {string} note @param {Delta} delta on the text as shown @returns {string} change_id */
  type(note, delta) {
    const { store } = this.sync;
    const open = this.unsent(note);
    if (open) {
      const at = open.guess.findIndex((step) => step[2] === note);
      store.amend(open, at, compose(open.guess[at][4], delta));
      return open.change_id;
    }
    const step = ["text", "note", note, 0, delta];
    /** @type {Pending} */
    const entry = { change_id: randomName(this.sync.random), steps: [step], guess: [step], typed: true, hold: this.sync.now() + GATHER };
    store.push(entry, { silent: true });
    return entry.change_id;
  }

  /** @param {string} note */
  unsent(note) {
    const refs = this.sync.store.refs.get("note")?.get(note) ?? [];
    const last = refs.findLast(({ entry, at }) => entry.guess[at][0] !== "set" || "text" in entry.guess[at][3])?.entry;
    return last?.typed && !last.frozen ? last : undefined;
  }
}

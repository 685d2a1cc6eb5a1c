// The board as it was last confirmed, kept on this device (IndexedDB) so that it opens without a connection. It is written anew soon
// after each change, so that what was taken from this seat's sight does not stay here either.
import { createStore, del, get, set, update } from "../../vendor/idb-keyval.js";
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./types.js").Snapshot} Snapshot */
/** @typedef {{at: number, snapshot: Snapshot}} KeptBoard  `at`: when the board was so, by this device's clock */

const BOARDS = 5;
const RECORDS = 20_000;
const PAUSE = 1500;
const PATIENCE = 4000;
const LIST = "list";
const CHOICE = "keep-board";
const NAME = ["workshop-board-kept", "boards"];
/** Under this lies of when a kept board is. @param {string} key */
const timeOf = (key) => `${key}/at`;

/** Whether people let this device keep boards; no, where it cannot even remember that. */
export function mayKeep() {
  try {
    return localStorage.getItem(CHOICE) !== "off";
  } catch {
    return false;
  }
}

/** @param {boolean} on */
export function chooseKeeping(on) {
  try {
    if (on) localStorage.removeItem(CHOICE);
    else localStorage.setItem(CHOICE, "off");
  } catch {
    // nothing is kept then anyway
  }
}

/** No board stays on this device. */
export async function forgetAll() {
  const db = createStore(NAME[0], NAME[1]);
  /** @type {string[]} */
  const keys = (await get(LIST, db)) ?? [];
  for (const key of [...keys, ...keys.map(timeOf), LIST]) await del(key, db);
}

/** @param {{board: string, seat: string, store: Store}} whose */
export function createKept(whose) {
  return new Kept(whose);
}

class Kept {
  /** @param {{board: string, seat: string, store: Store}} whose */
  constructor({ board, seat, store }) {
    this.board = board;
    this.key = `${board}/${seat}`;
    this.store = store;
    this.over = false;
    /** @type {any} */
    this.base = null;
    /** @type {any} */
    this.timer = null;
    this.cost = 0;
    /** Confirmed at; later than what is written while a write waits. */
    this.at = 0;
    this.seq = -1;
  }

  db() {
    return (this.base ??= createStore(NAME[0], NAME[1]));
  }

  /** @returns {Promise<KeptBoard | null>} */
  async load() {
    try {
      return this.over || !mayKeep() ? null : ((await within(get(this.key, this.db()))) ?? null);
    } catch {
      return null;
    }
  }

  /** What the server says reaches as far as this moment. */
  confirmed() {
    this.at = Date.now();
    if (this.timer || this.over) return;
    this.timer = setTimeout(() => void this.write(), Math.max(PAUSE, 50 * this.cost));
  }

  /** Writes what is confirmed, if that was not done yet. */
  async write() {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.over || !this.at || !mayKeep() || !this.store.loaded) return;
    const began = performance.now();
    const snapshot = snapshotOf(this.store);
    if (!snapshot) return this.forget({ still: true });
    try {
      if (await this.isOld()) return;
      await set(this.key, { at: this.at, snapshot }, this.db());
      if (this.over) return void (await this.remove());
      this.cost = performance.now() - began;
      if (this.seq < 0) await this.enlist();
      this.seq = snapshot.seq;
    } catch {
      this.cost = 1200; // full or closed to us: once a minute is often enough
    }
  }

  /** Another tab of this seat has kept the board as it was later: what was hidden since must not come back with this one's. */
  async isOld() {
    let old = false;
    await update(timeOf(this.key), (/** @type {number} */ at = 0) => {
      old = at > this.at && at <= Date.now();
      return old ? at : this.at;
    }, this.db());
    return old;
  }

  /** The last boards stay, one seat of each. */
  async enlist() {
    /** @type {string[]} */
    let gone = [];
    await update(LIST, (/** @type {string[]} */ keys = []) => {
      const mine = [this.key, ...keys.filter((key) => key.split("/")[0] !== this.board)].slice(0, BOARDS);
      gone = keys.filter((key) => !mine.includes(key));
      return mine;
    }, this.db());
    for (const key of [...gone, ...gone.map(timeOf)]) await del(key, this.db());
  }

  /** Nothing of this board stays on the device. @param {{still?: boolean}} [how] still: it may be kept again, when it fits */
  async forget({ still = false } = {}) {
    this.over ||= !still;
    clearTimeout(this.timer);
    this.timer = null;
    this.seq = -1;
    await this.remove().catch(() => {});
  }

  async remove() {
    for (const key of [this.key, timeOf(this.key)]) await del(key, this.db());
    await update(LIST, (/** @type {string[]} */ keys = []) => keys.filter((key) => key !== this.key), this.db());
  }
}

/** The confirmed records; null when there are too many to keep. @param {Store} store @returns {Snapshot | null} */
export function snapshotOf(store) {
  /** @type {Snapshot["records"]} */
  const records = {};
  let count = 0;
  for (const [type, table] of store.tables) {
    records[type] = [...table.values()];
    count += table.size;
  }
  return count > RECORDS ? null : { seq: store.seq, records };
}

/** @template T @param {Promise<T>} promise @returns {Promise<T>} */
function within(promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(reject, PATIENCE))]);
}

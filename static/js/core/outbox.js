// Keeps pending changes on this device (IndexedDB), one list a tab; a new tab takes over the lists of tabs that are gone.
import { createStore, del, get, set, update } from "../../vendor/idb-keyval.js";
import { randomName } from "./events.js";
/** @typedef {import("./types.js").Pending} Pending */

const ANSWER = 400;
const PATIENCE = 4000;

/** @param {{board: string, seat: string, random: () => number}} whose */
export function createOutbox({ board, seat, random }) {
  return new Outbox(`${board}/${seat}`, randomName(random, 12));
}

/** Missing on plain HTTP. */
const locks = () => globalThis.navigator?.locks;

class Outbox {
  /** @param {string} prefix @param {string} tab */
  constructor(prefix, tab) {
    this.prefix = prefix;
    this.tab = tab;
    this.key = `${prefix}/${tab}`;
    /** Whether changes survive a closed tab. */
    this.kept = true;
    this.alone = false;
    /** @type {any} */
    this.db = null;
    /** @type {(() => Pending[]) | null} */
    this.wanted = null;
    /** @type {Promise<void> | null} */
    this.writing = null;
    this.written = "[]";
    /** Taken over from another tab, not in the list of this one yet. @type {Pending[]} */
    this.taken = [];
    this.ready = this.open();
  }

  async open() {
    try {
      this.db = createStore("workshop-board", "outbox");
      await within(update(this.prefix, (tabs = []) => [...tabs, this.tab], this.db));
    } catch {
      this.kept = false;
    }
    this.claim();
  }

  /** Shows other tabs that this one lives: by a lock, or by answering where locks are missing (plain HTTP). */
  claim() {
    if (locks()) {
      void locks()?.request(this.key, () => new Promise((resolve) => {
        this.release = () => resolve(undefined);
      }));
    } else if (globalThis.BroadcastChannel) {
      this.channel = new BroadcastChannel(this.prefix);
      this.channel.onmessage = ({ data }) => {
        if (data.ask === this.tab) this.channel?.postMessage({ here: this.tab });
        if (data.here) this.answers?.add(data.here);
      };
    }
  }

  /** The changes that tabs of this seat left behind; they are in this tab's list before they leave the other. @returns {Promise<Pending[]>} */
  async load() {
    await this.ready;
    if (!this.kept) return [];
    try {
      const tabs = (await get(this.prefix, this.db)) ?? [];
      /** @type {Pending[]} */
      const found = [];
      for (const tab of tabs) {
        if (tab !== this.tab) await this.ifGone(tab, async () => void found.push(...(await this.takeOver(tab))));
      }
      return found;
    } catch {
      this.kept = false;
      return [];
    }
  }

  /** From now on the list that is written holds what was taken over. */
  adopted() {
    this.taken = [];
  }

  /** @param {string} tab @returns {Promise<Pending[]>} */
  async takeOver(tab) {
    const key = `${this.prefix}/${tab}`;
    /** @type {Pending[]} */
    const left = (await get(key, this.db)) ?? [];
    this.taken.push(...left);
    if (left.length) await update(this.key, (mine = []) => [...left, ...mine], this.db);
    this.written = "";
    await del(key, this.db);
    await update(this.prefix, (tabs = []) => tabs.filter((/** @type {string} */ other) => other !== tab), this.db);
    return left;
  }

  /** @param {string} tab @param {() => Promise<void>} act */
  async ifGone(tab, act) {
    if (locks()) {
      await locks().request(`${this.prefix}/${tab}`, { ifAvailable: true }, (lock) => (lock ? act() : undefined));
      return;
    }
    this.answers = new Set();
    this.channel?.postMessage({ ask: tab });
    await new Promise((resolve) => setTimeout(resolve, ANSWER));
    if (!this.answers.has(tab)) await act();
  }

  /** Resolves when this list, or a later one, is on the device. @param {() => Pending[]} list @returns {Promise<void>} */
  write(list) {
    const first = !this.wanted;
    this.wanted = list;
    if (first) this.next = (this.writing ?? this.ready).then(() => this.flush());
    return /** @type {Promise<void>} */ (this.next);
  }

  flush() {
    const list = [...this.taken, ...(this.wanted?.() ?? [])];
    this.wanted = null;
    const text = JSON.stringify(list);
    if (!this.kept || text === this.written) return Promise.resolve();
    this.written = text;
    this.writing = within(set(this.key, list, this.db)).catch(() => {
      this.kept = false;
    });
    return this.writing;
  }

  /** Nothing of this seat waits on the device any more. */
  async forget() {
    this.wanted = null;
    this.kept = false;
    try {
      const tabs = (await get(this.prefix, this.db)) ?? [];
      for (const key of [...tabs.map((/** @type {string} */ tab) => `${this.prefix}/${tab}`), this.prefix]) await del(key, this.db);
    } catch {
      // a device without such a database keeps nothing anyway
    }
  }

  close() {
    this.release?.();
    this.channel?.close();
  }
}

/** A database that does not answer must not hold the changes back. @template T @param {Promise<T>} promise @returns {Promise<T>} */
function within(promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(reject, PATIENCE))]);
}

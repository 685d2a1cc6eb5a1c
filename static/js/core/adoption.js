// Takes over what a closed tab of this seat left unsent, at the start and from time to time.
import { guessSteps } from "./guess.js";
import { revive } from "./rebase.js";

const SOON = 2000;
const EVERY = 20000;

export class Adoption {
  /** @param {import("./sync.js").Sync} sync */
  constructor(sync) {
    this.sync = sync;
    /** @type {any} */
    this.timer = null;
    /** Resolves when what was left behind was looked for once. @type {Promise<void>} */
    this.first = new Promise((done) => (this.looked = done));
  }

  /** @param {number} [again] */
  async adopt(again = SOON) {
    const { sync } = this;
    const { store, outbox } = sync;
    await sync.incoming.loaded;
    const entries = await outbox.load();
    for (const kept of entries) {
      if (store.find(kept.change_id)) continue;
      const entry = { ...kept, guess: guessSteps(store, kept.steps, sync.by()) };
      revive(store, entry);
      store.push(entry);
    }
    outbox.adopted();
    if (entries.length) void sync.sender.keep();
    void sync.sender.pump();
    sync.tellState();
    this.looked?.();
    if (sync.running) this.timer = sync.timers.set(() => void this.adopt(EVERY), again);
  }

  stop() {
    this.sync.timers.clear(this.timer);
  }
}

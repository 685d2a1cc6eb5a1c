// What comes from the server: numbered changes applied without a hole, catching up, the snapshot, the heartbeat.
/** @typedef {import("./types.js").Numbered} Numbered */
/** @typedef {import("./sync.js").Sync} Sync */

const AHEAD = 3000;
const SILENCE = 15000;

export class Incoming {
  /** @param {Sync} sync */
  constructor(sync) {
    this.sync = sync;
    this.store = sync.store;
    /** Changes that came before their turn. @type {Map<number, Numbered>} */
    this.ahead = new Map();
    this.high = 0;
    this.busy = false;
    this.failures = 0;
    this.mustReload = false;
    /** @type {any} */
    this.timer = null;
    /** @type {any} */
    this.silence = null;
    /** @type {() => void} */
    this.hasLoaded = () => {};
    /** @type {Promise<void>} */
    this.loaded = new Promise((resolve) => {
      this.hasLoaded = resolve;
    });
  }

  get failed() {
    return this.failures > 0;
  }

  /** @param {{seq: number, changes?: Numbered[], reload?: boolean}} answer */
  joined(answer) {
    this.ahead.clear();
    this.high = answer.seq;
    this.alive();
    if (answer.reload) void this.reload();
    else this.take(answer.changes ?? [], answer.seq);
  }

  /** @param {readonly Numbered[]} changes @param {number} seq */
  take(changes, seq) {
    for (const change of changes) {
      if (change.seq > this.store.seq && this.ahead.size < AHEAD) this.ahead.set(change.seq, change);
      this.high = Math.max(this.high, change.seq);
    }
    this.reached(seq);
  }

  /** @param {number} seq */
  reached(seq) {
    this.high = Math.max(this.high, seq);
    this.drain();
    if (this.high > this.store.seq) void this.catchUp();
  }

  drain() {
    /** @type {Numbered[]} */
    const applied = [];
    try {
      for (let next = this.ahead.get(this.store.seq + 1); next; next = this.ahead.get(this.store.seq + 1)) {
        this.ahead.delete(next.seq);
        const mine = next.seat === this.sync.seat;
        if (mine) this.sync.sender.overtaken(next);
        if (this.store.receive([next]) === "gap") break;
        if (!mine) applied.push(next);
      }
    } catch (error) {
      console.error(error);
      void this.reload();
    }
    for (const seq of this.ahead.keys()) if (seq <= this.store.seq) this.ahead.delete(seq);
    this.sync.sender.tidy();
    this.sync.hasRole(this.store.confirmed("seat", this.sync.seat)?.role);
    if (applied.length) this.sync.emit("remote", sums(applied));
  }

  /** Asks for what is missing until nothing is. */
  async catchUp() {
    if (this.busy || this.timer || !this.store.loaded || !this.sync.running) return;
    this.busy = true;
    let again = false;
    try {
      const answer = this.mustReload ? { reload: true } : await this.sync.http.changes(this.store.seq);
      if (!this.sync.running) return;
      this.failures = 0;
      if (answer.reload) again = await this.fetchSnapshot();
      else {
        const before = this.store.seq;
        this.take(answer.changes, 0);
        again = this.store.seq > before;
      }
    } catch (error) {
      this.fail(error);
    }
    this.busy = false;
    this.sync.tellState();
    if (this.high > this.store.seq) {
      if (again) void this.catchUp();
      else this.later();
    }
  }

  /** Fetches everything anew. */
  async reload() {
    this.mustReload = true;
    if (this.busy) return this.later();
    this.busy = true;
    try {
      await this.fetchSnapshot();
    } catch (error) {
      this.fail(error);
    }
    this.busy = false;
    this.sync.tellState();
    if (this.mustReload) this.later();
    else if (this.high > this.store.seq) void this.catchUp();
  }

  async fetchSnapshot() {
    const snapshot = await this.sync.http.snapshot();
    if (!this.sync.running) return false;
    this.mustReload = false;
    this.failures = 0;
    this.store.load(snapshot);
    this.hasLoaded();
    this.drain();
    if (this.sync.joined) this.sync.sender.restart();
    else void this.sync.join();
    return true;
  }

  /** @param {any} error */
  fail(error) {
    this.failures += 1;
    if (error?.reason === "not_found" || error?.reason === "forbidden") this.sync.end(error.reason);
  }

  later() {
    if (this.timer || !this.sync.running || this.sync.ended) return;
    const wait = Math.min(10000, 300 * 2 ** this.failures);
    this.timer = this.sync.timers.set(() => {
      this.timer = null;
      this.next();
    }, wait * (0.5 + this.sync.random()));
  }

  next() {
    if (this.mustReload) void this.reload();
    else if (this.high > this.store.seq) void this.catchUp();
  }

  hurry() {
    if (!this.timer) return;
    this.sync.timers.clear(this.timer);
    this.timer = null;
    this.next();
  }

  /** Something was heard; a connection that stays silent for long is made anew. */
  alive() {
    this.sync.timers.clear(this.silence);
    this.silence = this.sync.timers.set(() => {
      if (this.sync.joined) this.sync.link?.reset();
    }, SILENCE);
  }

  stop() {
    this.sync.timers.clear(this.timer);
    this.sync.timers.clear(this.silence);
  }
}

/** How much others did, for announcements. @param {readonly Numbered[]} changes */
function sums(changes) {
  const sum = { added: 0, changed: 0, removed: 0 };
  for (const { steps } of changes) {
    const touched = new Set();
    for (const step of steps) {
      if (step[1] !== "note") continue;
      if (step[0] === "add") sum.added += 1;
      else if (step[0] === "remove") sum.removed += 1;
      else touched.add(step[2]);
    }
    sum.changed += touched.size;
  }
  return sum;
}

// What comes from the server: numbered changes applied without a hole, catching up, the snapshot, the heartbeat.
/** @typedef {import("./types.js").Numbered} Numbered */
/** @typedef {import("./types.js").Range} Range */
/** @typedef {import("./sync.js").Sync} Sync */

const AHEAD = 3000;
const SILENCE = 15000;
const LONG = 5000;

export class Incoming {
  /** @param {Sync} sync */
  constructor(sync) {
    this.sync = sync;
    this.store = sync.store;
    /** What came before its turn. @type {Range[]} */
    this.ahead = [];
    /** What waits for a packed message before it to be unpacked. @type {(() => void | Promise<void>)[]} */
    this.inbox = [];
    this.unpacking = false;
    /** The last number of a list that could not be unpacked. */
    this.lost = 0;
    this.high = 0;
    this.busy = false;
    this.failures = 0;
    this.mustReload = false;
    /** @type {any} */
    this.timer = null;
    /** @type {any} */
    this.silence = null;
    /** @type {any} */
    this.waits = null;
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

  /** The answer to a join that asked for the changes since a number. @param {{seq: number, changes?: Numbered[], packed?: string, reload?: boolean}} answer @param {number} since */
  joined(answer, since) {
    this.ahead = [];
    this.high = answer.seq;
    this.alive();
    if (answer.reload) void this.reload();
    else this.hear({ after: since, ...answer });
  }

  /** @param {{after: number, seq: number, changes?: Numbered[], packed?: string}} message */
  hear(message) {
    const { after, seq, packed } = message;
    if (packed === undefined) return this.inTurn(() => this.take({ after, seq, changes: message.changes ?? [] }));
    this.inTurn(async () => {
      /** @type {Numbered[] | null} */
      const changes = await this.sync.unpack(packed).catch(() => null);
      if (!this.sync.running) return;
      if (!changes) this.lost = Math.max(this.lost, seq);
      this.take({ after, seq, changes: changes ?? [] });
      this.sync.tellState();
    });
  }

  /** Messages take effect in the order in which they came, also when one has to be unpacked first. @param {() => void | Promise<void>} act */
  inTurn(act) {
    if (this.unpacking) return void this.inbox.push(act);
    const busy = act();
    if (!busy) return;
    this.unpacking = true;
    void busy.finally(() => {
      this.unpacking = false;
      while (!this.unpacking && this.inbox.length) this.inTurn(/** @type {() => void} */ (this.inbox.shift()));
    });
  }

  /** A list that could not be unpacked may have held what only this seat sees; what everybody is told of the same numbers does not make up for it. @param {Range} range */
  take(range) {
    const known = this.store.seq >= this.lost || range.after >= this.lost;
    if (known) this.accept(range);
    else this.reached(range.seq);
  }

  /** @param {Range} range */
  accept(range) {
    if (range.seq > this.store.seq && this.ahead.length < AHEAD) this.ahead.push(range);
    this.reached(range.seq);
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
      for (let range = this.due(); range; range = this.due()) {
        this.store.receive(range, (change) => {
          if (this.isMine(change)) this.sync.sender.confirmed(change);
          applied.push(change);
        });
      }
    } catch (error) {
      console.error(error);
      void this.reload();
    }
    this.ahead = this.ahead.filter(({ seq }) => seq > this.store.seq);
    this.sync.sender.tidy();
    if (this.sync.joined) this.sync.kept?.confirmed();
    this.sync.hasRole(this.store.confirmed("seat", this.sync.seat)?.role);
    this.tell(applied);
  }

  /** A range whose turn it is. */
  due() {
    const { seq } = this.store;
    return this.ahead.find((range) => range.after <= seq && range.seq > seq);
  }

  /** @param {Numbered} change */
  isMine(change) {
    return change.seat === this.sync.seat;
  }

  /** @param {Numbered[]} applied */
  tell(applied) {
    const others = applied.filter((change) => !this.isMine(change));
    if (others.length) this.sync.emit("remote", sums(others));
    const fields = applied.flatMap(({ steps }) => steps).filter((step) => step[0] === "set" && step[1] === "board").map((step) => step[3]);
    if (fields.length) this.sync.emit("board", Object.assign({}, ...fields));
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
        this.accept({ after: before, seq: answer.seq, changes: answer.changes });
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

  /** Fetches everything; if that takes long, what was kept goes first. */
  begin() {
    this.waits = this.sync.timers.set(() => void this.fromKept(), LONG);
    void this.reload();
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

  /** Without an answer of the server, the board as this device kept it; what is missing is asked for by its number later. */
  async fromKept() {
    const kept = this.store.loaded ? null : await this.sync.kept?.load();
    if (!kept || this.store.loaded || !this.sync.running || this.sync.ended) return;
    this.sync.keptAt = kept.at;
    this.mustReload = false;
    this.store.load(kept.snapshot);
    this.hasLoaded();
    this.sync.tellState();
    void this.sync.join();
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
    else void this.fromKept();
  }

  later() {
    if (this.timer || !this.sync.running || this.sync.ended) return;
    const wait = Math.min(10000, 300 * 2 ** this.failures);
    this.timer = this.sync.timers.set(() => {
      this.timer = null;
      this.goOn();
    }, wait * (0.5 + this.sync.random()));
  }

  goOn() {
    if (this.mustReload) void this.reload();
    else if (this.high > this.store.seq) void this.catchUp();
  }

  hurry() {
    if (!this.timer) return;
    this.sync.timers.clear(this.timer);
    this.timer = null;
    this.goOn();
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
    this.sync.timers.clear(this.waits);
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

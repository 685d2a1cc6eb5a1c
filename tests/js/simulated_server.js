// A small server by the rules of board/PROTOCOL.md, for the sync fuzz: orders, remembers, merges text, refuses, crashes.
import { Work } from "./simulated_notes.js";
import { BOARD, Refused } from "./simulated_records.js";
import { forSeat, projection } from "./simulated_secrecy.js";

const LOG_HISTORY = 40;

export class SimulatedServer {
  /** @param {{clock: any, dice: any, weather: any, faults?: {forgets?: boolean, earlyAck?: boolean, dropsSteps?: boolean, leaks?: boolean}}} parts */
  constructor({ clock, dice, weather, faults = {} }) {
    this.clock = clock;
    this.dice = dice;
    this.weather = weather;
    this.faults = faults;
    this.down = false;
    /** @type {Set<any>} */
    this.links = new Set();
    /** @type {Set<any>} */
    this.room = new Set();
    /** @type {{link: any, change: any}[]} */
    this.queue = [];
    this.ticking = false;
    // What is on the disk:
    this.seq = 0;
    /** @type {any[]} */
    this.log = [];
    /** @type {Map<string, any>} */
    this.outcomes = new Map();
    /** @type {Map<string, any[]>} */
    this.deltas = new Map();
    this.accepted = 0;
    this.refused = 0;
    /** All records; what is in the trash is marked `deleted`. @type {Map<string, Map<string, any>>} */
    this.tables = new Map(["cluster", "note", "answer", "comment", "reaction", "step", "round", "vote", "seat"].map((type) => [type, new Map()]));
    this.tables.set("board", new Map([["b", { ...BOARD }]]));
    this.tables.set("theme", new Map(["one", "two"].map((id, order) => [id, { id, title: id, color: "blue", sign: "circle", order, locked: false }])));
    this.beat();
  }

  beat() {
    this.clock.set(() => {
      for (const link of this.room) link.deliver("changes", { after: this.seq, seq: this.seq, changes: [], now: this.time() });
      this.beat();
    }, 5000);
  }

  /** @param {any} link */
  left(link) {
    this.links.delete(link);
    this.room.delete(link);
  }

  /** @param {any} link @param {string} event @param {any} payload */
  hears(link, event, payload) {
    if (event !== "change") return;
    if (!this.room.has(link)) return link.deliver("outcome", { change_id: payload.change_id, ok: false, reason: "not_found" });
    this.queue.push({ link, change: payload });
    if (this.ticking) return;
    this.ticking = true;
    this.clock.set(() => this.commit(), this.dice.between(1, 15));
  }

  /** @param {any} link @param {string} event @param {any} payload */
  asked(link, event, payload) {
    if (event !== "join") return { ok: false, reason: "malformed" };
    this.room.add(link);
    link.told = undefined;
    const answer = this.packed(this.since(payload.since, link.seat));
    const { role } = this.tables.get("seat")?.get(link.seat) ?? { role: "participant" };
    return { ok: true, seq: this.seq, seat: link.seat, role, here: [], now: this.time(), private: {}, ...answer };
  }

  /** @param {number} since @param {string} seat @returns {any} */
  since(since, seat) {
    if (since > this.seq || since < this.seq - LOG_HISTORY) return { reload: true };
    return { seq: this.seq, changes: this.seenBy(this.log.slice(since), seat) };
  }

  /** What a seat may see of changes; a fault drops a step now and then. @param {any[]} changes @param {string} seat */
  seenBy(changes, seat) {
    const told = this.faults.leaks ? changes.map((change) => ({ ...change, tags: change.tags.map((/** @type {any} */ tag) => (tag?.startsWith("=") ? `=${seat}` : tag)) })) : changes;
    const seen = told.map((change) => forSeat(change, seat)).filter((change) => change !== null);
    if (!this.faults.dropsSteps) return seen;
    return seen.map((change) => (change.steps.length > 1 && change.seq % 3 === 0 ? { ...change, steps: change.steps.slice(0, -1) } : change));
  }

  /** Now and then as if the list were long. @param {any} message */
  packed({ changes, ...message }) {
    if (!changes?.length || !this.weather.bad || !this.dice.chance(0.2)) return changes ? { ...message, changes } : message;
    return { ...message, packed: JSON.stringify(changes) };
  }

  /** What everybody sees, and what only one seat does. @param {string} seat */
  snapshot(seat) {
    const records = projection(this.tables, "");
    /** @type {Record<string, any[]>} */
    const own = {};
    for (const [type, list] of Object.entries(projection(this.tables, seat))) {
      const shared = new Map(records[type].map((record) => [record.id, JSON.stringify(record)]));
      own[type] = list.filter((record) => shared.get(record.id) !== JSON.stringify(record));
    }
    return structuredClone({ seq: this.seq, records, own });
  }

  time() {
    return new Date(this.clock.now()).toISOString();
  }

  /** Group commit: what is broadcast is durable, unless the fault says otherwise; a crash may strike before or after. */
  commit() {
    this.ticking = false;
    const batch = this.queue;
    this.queue = [];
    const strikes = this.weather.bad && this.dice.chance(this.weather.crash);
    const before = strikes && this.dice.chance(0.5);
    if (before && !this.faults.earlyAck) return this.crash();
    const disk = before ? this.disk() : null;
    const fails = this.weather.bad && this.dice.chance(0.02);
    const out = [];
    const after = this.seq;
    for (const { link, change } of batch) {
      if (fails) link.deliver("outcome", { change_id: change.change_id, ok: false, reason: "storage", retry_after: 1 });
      else this.judge(link, change, out);
    }
    if (strikes && !before) return this.crash();
    if (out.length) for (const link of this.room) this.tell(link, after, out);
    if (disk) this.clock.set(() => this.crash(disk), 100);
  }

  /**
   * One message for everybody, and before it one for a seat that sees more. Those who see nothing of it may hear nothing, until
   * the heartbeat or the next message covers its number.
   * @param {any} link @param {number} after @param {any[]} out
   */
  tell(link, after, out) {
    const changes = this.seenBy(out, link.seat);
    const begin = link.told !== undefined && link.told <= after && this.dice.chance(0.9) ? link.told : after;
    if (changes.length === 0 && this.dice.chance(0.5)) return;
    link.told = this.seq;
    const message = (/** @type {any[]} */ list) => this.packed({ after: begin, seq: this.seq, changes: list });
    const everybody = this.seenBy(out, "");
    if (JSON.stringify(everybody) === JSON.stringify(changes)) link.deliver("changes", message(everybody));
    else link.deliver("changes", message(changes), message(everybody));
  }

  disk() {
    const { seq, log, outcomes, deltas, tables } = this;
    return structuredClone({ seq, log, outcomes, deltas, tables });
  }

  /** @param {any} [disk] */
  crash(disk) {
    if (disk) Object.assign(this, disk);
    this.queue = [];
    this.down = true;
    for (const link of [...this.links]) link.cut();
    this.clock.set(() => {
      this.down = false;
    }, this.dice.between(100, 2000));
  }

  /** @param {any} link @param {any} change @param {any[]} out */
  judge(link, change, out) {
    const { change_id } = change;
    const key = `${link.seat} ${change_id}`;
    const known = this.faults.forgets ? undefined : this.outcomes.get(key);
    if (known) return link.deliver("outcome", { change_id, ...known });
    if (this.weather.bad && this.dice.chance(0.02)) return link.deliver("outcome", { change_id, ok: false, reason: "too_fast", retry_after: 0.5 });
    try {
      if (this.weather.bad && this.dice.chance(0.05)) throw new Refused("forbidden");
      const effect = new Work(this, link.seat, this.clock.now());
      for (const step of change.steps) effect.take(step);
      const { steps, tags, quiet, tables, deltas } = effect;
      Object.assign(this, { tables, deltas });
      this.seq += 1;
      const numbered = { seq: this.seq, change_id, seat: link.seat, at: this.time(), steps, tags, quiet };
      this.log.push(numbered);
      this.outcomes.set(key, { ok: true, seq: this.seq });
      this.accepted += 1;
      out.push(numbered);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.refused += 1;
      const remembered = { ...error.outcome };
      this.outcomes.set(key, remembered);
      link.deliver("outcome", { change_id, ...remembered });
    }
  }
}

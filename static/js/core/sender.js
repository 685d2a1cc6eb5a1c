// Sends pending changes in order, kept on the device first, and deals with what the server answers to each.
import { randomName } from "./events.js";
import { revive } from "./rebase.js";
import { actsOn, leansOn, shapesText, words, yieldTo } from "./steps.js";
/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./types.js").Numbered} Numbered */
/** @typedef {import("./sync.js").Sync} Sync */

const BURST = 80;
const A_SECOND = 25;
const ANSWER_WITHIN = 8000;
const AGAIN = new Set(["too_fast", "storage", "unavailable", "reload"]);
/** What is refused for one of these is refused for all that was typed into the note after it. */
const FOR_ALL = new Set(["gone", "forbidden", "locked", "not_found"]);

export class Sender {
  /** @param {Sync} sync */
  constructor(sync) {
    this.sync = sync;
    this.store = sync.store;
    this.tokens = BURST;
    this.filledAt = sync.now();
    this.pausedUntil = 0;
    /** The server could not store: "not saved" is the truth until it can. */
    this.troubled = false;
    this.storms = 0;
    this.pumping = false;
    /** @type {any} */
    this.timer = null;
    /** @type {any} */
    this.watch = null;
  }

  /** Keeps the list of what is pending on the device. */
  keep() {
    return this.sync.outbox.write(() => this.store.pending.map((entry) => this.kept(entry)));
  }

  /** @param {Pending} entry */
  kept(entry) {
    const { change_id, frozen = false } = entry;
    const { steps, base } = frozen ? { steps: entry.steps, base: entry.base ?? {} } : this.store.wire(entry);
    return { change_id, steps, guess: [], base, frozen };
  }

  /** A new connection: nothing is on its way any more. */
  restart() {
    for (const entry of this.store.pending) entry.flying = false;
    void this.pump();
  }

  async pump() {
    if (this.pumping) return;
    this.pumping = true;
    try {
      while (this.sync.joined) {
        const batch = this.next();
        if (batch.length === 0) break;
        if (batch.some((entry) => !entry.frozen)) {
          for (const entry of batch) this.freeze(entry);
          await this.keep();
        }
        if (!this.sync.joined) break;
        for (const entry of batch) if (this.store.pending.includes(entry)) this.send(entry);
      }
    } finally {
      this.pumping = false;
    }
  }

  /** What may leave now, in order. */
  next() {
    /** @type {Pending[]} */
    const batch = [];
    const now = this.sync.now();
    if (now < this.pausedUntil) return this.later(this.pausedUntil - now);
    this.troubled = false;
    this.fill(now);
    const { pending } = this.store;
    /** Records that a change held back acts on: what comes after on them waits too. @type {Set<string>} */
    const held = new Set();
    for (let i = 0; i < pending.length; i += 1) {
      const entry = pending[i];
      if (entry.flying) continue;
      if ((entry.notBefore ?? 0) > now || leansOn(entry.steps).some((record) => held.has(record))) {
        actsOn(entry.steps).forEach((record) => held.add(record));
        continue;
      }
      if (this.waits(entry)) break;
      if (i === pending.length - 1 && (entry.hold ?? 0) > now) {
        this.later((entry.hold ?? 0) - now);
        break;
      }
      if (batch.length + 1 > this.tokens) {
        this.later(1000 / A_SECOND);
        break;
      }
      batch.push(entry);
    }
    return batch;
  }

  /** Typing is sent only when the text it stands on is settled: one delta of a note on its way at a time. @param {Pending} entry */
  waits(entry) {
    return entry.guess.some((step) => {
      if (step[0] !== "text") return false;
      const refs = this.store.refs.get("note")?.get(step[2]) ?? [];
      const earlier = refs.slice(0, refs.findIndex((ref) => ref.entry === entry));
      return earlier.some((ref) => shapesText(ref.entry.guess[ref.at]));
    });
  }

  /** @param {Pending} entry */
  freeze(entry) {
    if (entry.frozen) return;
    Object.assign(entry, this.store.wire(entry));
    entry.frozen = true;
  }

  /** @param {Pending} entry */
  send(entry) {
    entry.flying = true;
    entry.sentAt = this.sync.now();
    this.tokens -= 1;
    this.sync.link?.send("change", { change_id: entry.change_id, steps: entry.steps });
    this.watch ??= this.sync.timers.set(() => this.look(), ANSWER_WITHIN);
  }

  /** Sends again what has had no answer for long. */
  look() {
    this.watch = null;
    const late = this.sync.now() - ANSWER_WITHIN + 1;
    const flying = this.store.pending.filter((entry) => entry.flying);
    if (flying.some((entry) => (entry.sentAt ?? 0) <= late)) this.restart();
    else if (flying.length) this.watch = this.sync.timers.set(() => this.look(), ANSWER_WITHIN / 2);
  }

  /** @param {number} now */
  fill(now) {
    this.tokens = Math.min(BURST, this.tokens + ((now - this.filledAt) / 1000) * A_SECOND);
    this.filledAt = now;
  }

  /** @param {number} ms @returns {Pending[]} */
  later(ms) {
    if (this.timer) this.sync.timers.clear(this.timer);
    this.timer = this.sync.timers.set(() => {
      this.timer = null;
      void this.pump();
      this.sync.tellState();
    }, Math.max(1, ms));
    return [];
  }

  /** @param {number} ms */
  wake(ms) {
    this.sync.timers.set(() => {
      void this.pump();
      this.sync.tellState();
    }, ms + 1);
  }

  /** Stops waiting and tries at once. */
  hurry() {
    this.pausedUntil = 0;
    for (const entry of this.store.pending) entry.hold = entry.notBefore = 0;
    void this.pump();
  }

  // Answers

  /** @param {Outcome} outcome */
  answered(outcome) {
    const entry = this.store.find(outcome.change_id);
    if (!entry) return;
    const { reason = "" } = outcome;
    if (outcome.ok) {
      entry.seq = outcome.seq ?? 0;
      this.sync.heardOf(entry.seq);
    } else if (AGAIN.has(reason)) {
      this.pause(entry, reason, outcome.retry_after);
    } else if (reason === "not_found" && !outcome.record && !entry.tries) {
      entry.tries = 1;
      entry.flying = false;
      this.sync.link?.reset();
    } else if (reason === "stale" || this.deservesNewName(entry, outcome)) {
      this.rename(entry);
      this.sync.catchUp();
      this.pausedUntil = Math.max(this.pausedUntil, this.sync.now() + 300);
    } else {
      this.refuse(entry, outcome);
    }
    this.tidy();
  }

  /** Settles what the confirmed records hold already. */
  tidy() {
    for (const entry of [...this.store.pending]) {
      if (entry.seq !== undefined && entry.seq <= this.store.seq) this.store.settle(entry.change_id);
    }
    void this.keep();
    void this.pump();
  }

  /** Too fast holds back this change and what follows on its records; a server in trouble, everything. @param {Pending} entry @param {string} reason @param {number} [seconds] */
  pause(entry, reason, seconds) {
    entry.flying = false;
    const now = this.sync.now();
    if (reason === "too_fast") {
      entry.notBefore = now + (seconds ?? 1) * 1000 * (1 + 0.1 * this.sync.random());
      this.wake(entry.notBefore - now);
      return;
    }
    if (now >= this.pausedUntil) this.storms += 1;
    const wait = seconds ? seconds * 1000 : Math.min(30000, 1000 * 2 ** this.storms);
    this.pausedUntil = Math.max(this.pausedUntil, now + wait * (1 + 0.2 * this.sync.random()));
    this.troubled = true;
  }

  /** Why changes wait, and for how many seconds. @returns {{reason: "storage" | "too_fast", retryIn: number} | null} */
  delay() {
    const now = this.sync.now();
    const seconds = (/** @type {number} */ until) => Math.max(0, Math.ceil((until - now) / 1000));
    if (this.troubled && this.pausedUntil > now) return { reason: "storage", retryIn: seconds(this.pausedUntil) };
    const until = Math.max(0, ...this.store.pending.map((entry) => entry.notBefore ?? 0));
    return until > now ? { reason: "too_fast", retryIn: seconds(until) } : null;
  }

  /** Was refused only because something of mine before it has to be sent again, or because its delta was set on a wrong text. @param {Pending} entry @param {Outcome} outcome */
  deservesNewName(entry, outcome) {
    if (entry.tries && entry.tries > 3) return false;
    if (outcome.reason === "invalid") return !entry.tries && entry.guess.some((step) => step[0] === "text");
    if ((outcome.reason !== "gone" && outcome.reason !== "not_found") || !outcome.record) return false;
    const [type, id] = outcome.record;
    const before = this.store.pending.slice(0, this.store.pending.indexOf(entry));
    return (this.store.refs.get(type)?.get(id) ?? []).some((ref) => before.includes(ref.entry) && ref.entry.steps[ref.at]?.[0] === "add");
  }

  /** The same change under another name, since the first name's outcome is settled. @param {Pending} entry */
  rename(entry) {
    entry.change_id = randomName(this.sync.random);
    entry.frozen = false;
    entry.flying = false;
    entry.tries = (entry.tries ?? 0) + 1;
    if (!entry.hidden) return;
    this.store.settle(entry.change_id);
    revive(this.store, entry);
    this.store.push(entry);
  }

  /** @param {Pending} entry @param {Outcome} outcome */
  refuse(entry, outcome) {
    const { reason = "malformed", field, limit, record } = outcome;
    const more = [...new Set([...(FOR_ALL.has(reason) ? this.typedAfter(entry) : []), ...this.standingOn(entry)])];
    const text = words([entry, ...more], (id) => (this.store.get("note", id) ?? this.store.graves.get(id))?.text);
    const steps = [...entry.steps, ...more.flatMap((each) => each.guess)];
    for (const each of [...more.reverse(), entry]) this.store.settle(each.change_id);
    this.sync.emit("refused", { change_id: entry.change_id, reason, field, limit, record, steps, text });
  }

  /** What came after on records that only this change would have made. @param {Pending} entry @returns {Pending[]} */
  standingOn(entry) {
    const made = new Set(entry.steps.filter((step) => step[0] === "add" && !this.store.confirmed(step[1], step[2].id)).map((step) => `${step[1]}/${step[2].id}`));
    if (made.size === 0) return [];
    const later = this.store.pending.slice(this.store.pending.indexOf(entry) + 1);
    return later.filter((each) => {
      const again = each.steps.some((step) => step[0] === "add" && made.has(`${step[1]}/${step[2].id}`));
      return !again && leansOn(each.steps).some((name) => made.has(name));
    });
  }

  /** Typing into the same note that has not left yet. @param {Pending} entry @returns {Pending[]} */
  typedAfter(entry) {
    const notes = new Set(entry.guess.filter((step) => step[0] === "text").map((step) => step[2]));
    const later = this.store.pending.slice(this.store.pending.indexOf(entry) + 1);
    return later.filter((each) => each.typed && !each.frozen && notes.has(each.guess[0][2]));
  }

  /** A change of mine has come back. @param {Numbered} change */
  confirmed(change) {
    const { sentAt } = this.store.find(change.change_id) ?? {};
    if (sentAt !== undefined) this.sync.emit("answered", this.sync.now() - sentAt);
    this.overtaken(change);
  }

  /** A change of mine took effect and an earlier one did not, or it would have come first: when that is sent again it must not undo the later one. @param {Numbered} change */
  overtaken(change) {
    const at = this.store.pending.findIndex((entry) => entry.change_id === change.change_id);
    const earlier = this.store.pending.slice(0, Math.max(0, at));
    for (const entry of earlier) for (const step of change.steps) if (step[0] === "set") yieldTo(entry, step);
  }
}

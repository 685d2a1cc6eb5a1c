// A small server by the rules of board/PROTOCOL.md, for the sync fuzz: orders, remembers, merges text, refuses, crashes.
import { applyStep } from "../../static/js/core/apply.js";
import { freePlace } from "../../static/js/core/layout.js";
import { apply, diff, transform } from "../../static/js/core/text.js";

const TEXT_HISTORY = 12;
const LOG_HISTORY = 40;

class Refused extends Error {
  /** @param {string} reason @param {object} [more] */
  constructor(reason, more = {}) {
    super(reason);
    this.outcome = { ok: false, reason, ...more };
  }
}

export class SimulatedServer {
  /** @param {{clock: any, dice: any, weather: any, faults?: {forgets?: boolean, earlyAck?: boolean}}} parts */
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
    /** @type {Map<string, any>} */
    this.trash = new Map();
    /** @type {Map<string, any[]>} */
    this.deltas = new Map();
    this.accepted = 0;
    this.refused = 0;
    this.tables = new Map([
      ["board", new Map([["b", { id: "b", title: "Board", edit_right: "everyone", locked: false }]])],
      ["theme", new Map(["one", "two"].map((id, order) => [id, { id, title: id, color: "blue", sign: "circle", order }]))],
      ["note", new Map()],
      ["seat", new Map()],
    ]);
    this.beat();
  }

  beat() {
    this.clock.set(() => {
      for (const link of this.room) link.deliver("changes", { after: this.seq, seq: this.seq, changes: [], now: new Date(this.clock.now()).toISOString() });
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
    const answer = this.since(payload.since);
    return { ok: true, seq: this.seq, seat: link.seat, role: "participant", here: [], ...answer };
  }

  /** @param {number} since */
  since(since) {
    if (since > this.seq || since < this.seq - LOG_HISTORY) return { reload: true };
    return { seq: this.seq, changes: this.log.slice(since) };
  }

  snapshot() {
    const records = Object.fromEntries([...this.tables].map(([type, table]) => [type, [...table.values()]]));
    return structuredClone({ seq: this.seq, records });
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
    if (out.length) for (const link of this.room) link.deliver("changes", { after, seq: this.seq, changes: out });
    if (disk) this.clock.set(() => this.crash(disk), 100);
  }

  disk() {
    const { seq, log, outcomes, trash, deltas, tables } = this;
    return structuredClone({ seq, log, outcomes, trash, deltas, tables });
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
      const steps = this.effect(change.steps, link.seat);
      this.seq += 1;
      const at = new Date(this.clock.now()).toISOString();
      const numbered = { seq: this.seq, change_id, seat: link.seat, at, steps };
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

  /** As a whole or not at all. @param {any[]} steps @param {string} seat */
  effect(steps, seat) {
    const tables = new Map([...this.tables].map(([type, table]) => [type, new Map(table)]));
    const trash = new Map(this.trash);
    const deltas = new Map([...this.deltas].map(([id, list]) => [id, [...list]]));
    const done = [];
    for (const step of steps) {
      for (const full of this.completed(step, { tables, trash, deltas, seat })) {
        if (full[0] === "remove") trash.set(full[2], tables.get("note")?.get(full[2]));
        if (full[0] === "add") trash.delete(full[2].id);
        applyStep(/** @type {any} */ (tables), full);
        done.push(full);
      }
    }
    Object.assign(this, { tables, trash, deltas });
    return done;
  }

  /** @param {any[]} step @param {any} on @returns {any[][]} */
  completed(step, { tables, trash, deltas, seat }) {
    const [verb, type] = step;
    const table = tables.get(type);
    if (verb === "add") return [this.added(step[2], { tables, trash, deltas, seat })];
    const record = table?.get(step[2]);
    if (!record) throw new Refused("gone", { record: [type, step[2]] });
    if (verb === "remove") return [step];
    if (verb === "text") return [this.merged(step, record, deltas)];
    const { text, ...fields } = step[3];
    const out = Object.keys(fields).length ? [["set", type, step[2], fields]] : [];
    if (text !== undefined) out.push(this.typed(record, diff(record.text, text), deltas));
    return out;
  }

  /** @param {any} fields @param {any} on */
  added(fields, { tables, trash, deltas, seat }) {
    const notes = tables.get("note");
    if (notes.has(fields.id)) throw new Refused("invalid", { field: "id" });
    const stored = trash.get(fields.id);
    if (stored) return ["add", "note", stored];
    const others = [...notes.values()];
    const z = Math.max(0, ...others.map((note) => note.z)) + 1;
    const note = { kind: "challenge", theme: "one", text: "", sdgs: [], language: "", z, seat, association: "", ...fields, text_rev: 0 };
    if (note.x === undefined) Object.assign(note, freePlace(others.filter((other) => other.theme === note.theme)));
    deltas.set(note.id, []);
    return ["add", "note", note];
  }

  /** @param {any[]} step @param {any} note @param {Map<string, any[]>} deltas */
  merged(step, note, deltas) {
    const [, , id, rev] = step;
    const history = deltas.get(id) ?? [];
    if (rev > note.text_rev) throw new Refused("invalid", { field: "text_rev" });
    const missed = note.text_rev - rev;
    if (missed > TEXT_HISTORY || missed > history.length) throw new Refused("stale", { text: note.text, text_rev: note.text_rev });
    let delta = step[4];
    for (const other of history.slice(history.length - missed)) delta = transform(delta, other, "right");
    try {
      apply(note.text, delta);
    } catch {
      throw new Refused("invalid", { field: "text" });
    }
    return this.typed(note, delta, deltas);
  }

  /** @param {any} note @param {any[]} delta @param {Map<string, any[]>} deltas */
  typed(note, delta, deltas) {
    const history = deltas.get(note.id) ?? [];
    history.push(delta);
    deltas.set(note.id, history.slice(-TEXT_HISTORY));
    return ["text", "note", note.id, note.text_rev + 1, delta];
  }
}


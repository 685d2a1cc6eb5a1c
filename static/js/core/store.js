// The board as this browser knows it: confirmed (the server's order) with pending (mine) on top. No DOM, no network.
import { Unfit, applyStep, target } from "./apply.js";
import { diff, transform } from "./text.js";
import { fits, moved, wireSteps } from "./rebase.js";
import { View } from "./view.js";
/** @typedef {import("./types.js").Delta} Delta */
/** @typedef {import("./types.js").Numbered} Numbered */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./types.js").Range} Range */
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Snapshot} Snapshot */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./types.js").Tables} Tables */
/** @typedef {import("./view.js").Ref} Ref */
/** @typedef {import("./view.js").Source} Source */

/** @param {{schedule?: (redraw: () => void) => void}} [options] */
export function createStore(options = {}) {
  return new Store(options.schedule ?? queueMicrotask);
}

export class Store extends View {
  // The server's side

  /** @param {Snapshot} snapshot */
  load(snapshot) {
    const old = this.tables;
    const tables = tabled(snapshot);
    const texts = this.loaded ? changedTexts(old, this.gone, tables) : [];
    for (const id of this.refs.get("note")?.keys() ?? []) if (!tables.get("note")?.has(id)) this.lose(id);
    const heard = texts.map(([note, delta]) => this.shift(this.refs.get("note")?.get(note) ?? [], delta));
    this.tables = tables;
    this.seq = snapshot.seq;
    this.loaded = true;
    for (const [type, table] of [...old, ...tables]) for (const id of table.keys()) this.touch(type, id);
    texts.forEach(([note], i) => this.tellText(note, heard[i] ?? [], "remote"));
    for (const [note] of texts) this.gone.delete(note);
  }

  /** Applies a range of numbers that goes on where this is. @param {Range} range @param {(change: Numbered) => void} [before] is told of each change @returns {"ok" | "gap"} */
  receive({ after, seq, changes }, before = () => {}) {
    if (after > this.seq) return "gap";
    for (const change of changes) {
      if (change.seq <= this.seq) continue;
      before(change);
      this.confirm(change);
      this.seq = change.seq;
    }
    this.seq = Math.max(this.seq, seq);
    return "ok";
  }

  /** @param {Numbered} change */
  confirm(change) {
    const mine = this.me === null || change.seat === this.me ? this.find(change.change_id) : undefined;
    if (mine) {
      this.without(mine, () => change.steps.forEach((step) => this.confirmStep(step)));
      return;
    }
    for (const step of change.steps) {
      if (step[0] === "text") this.hearText(step[2], step[4], () => this.confirmStep(step));
      else if (step[0] === "add" && step[1] === "note") this.hearNote(step[2], () => this.confirmStep(step));
      else this.confirmStep(step);
    }
  }

  /** @param {Step} step */
  confirmStep(step) {
    const [type, id] = target(step);
    if (step[0] === "remove") this.lose(id, type);
    applyStep(this.tables, step[0] === "add" ? ["add", type, this.known(type, step[2])] : step);
    this.touch(type, id);
  }

  /** Rule P4: what I hold as mine stays mine, also when it comes to everybody without its author. @param {string} type @param {Rec} record */
  known(type, record) {
    const mine = this.confirmed(type, record.id);
    if (record.seat !== "" || !mine || mine.seat !== this.me) return record;
    return { ...record, seat: mine.seat, ...("association" in mine ? { association: mine.association } : {}) };
  }

  /** A note goes; it may come back while typing of mine still waits for it. @param {string} id @param {string} [type] */
  lose(id, type = "note") {
    const record = type === "note" && this.isPending(type, id) ? this.confirmed(type, id) : undefined;
    if (record) this.gone.set(id, record);
    this.bury(type, id);
  }

  /** A note comes, or comes as a whole in place of the one that is here: mine move onto its text. @param {Rec} note @param {() => void} confirm */
  hearNote(note, confirm) {
    const shown = this.get("note", note.id)?.text ?? this.graves.get(note.id)?.text;
    const base = (this.confirmed("note", note.id) ?? this.gone.get(note.id))?.text;
    if (base !== undefined && base !== note.text) this.shift(this.refs.get("note")?.get(note.id) ?? [], diff(base, note.text));
    this.gone.delete(note.id);
    confirm();
    this.tellDifference(note.id, shown, "remote");
  }

  /** Somebody's delta on the confirmed text: mine move over it. @param {string} note @param {Delta} delta @param {() => void} confirm */
  hearText(note, delta, confirm) {
    const before = this.get("note", note)?.text;
    const base = this.confirmed("note", note)?.text;
    if (base === undefined || !fits(base, delta)) {
      if (base !== undefined) throw new Unfit("invalid");
      return confirm();
    }
    const seen = this.shift(this.refs.get("note")?.get(note) ?? [], delta);
    confirm();
    if (seen && before !== undefined) this.tellText(note, seen, "remote");
  }

  // My side

  /** Shows a change of mine at once. @param {Pending} entry @param {{silent?: boolean}} [how] silent: the caller typed it */
  push(entry, how = {}) {
    const texts = entry.guess.filter(isTextual).map((step) => target(step)[1]);
    const before = texts.map((note) => this.get("note", note)?.text);
    this.pending.push(entry);
    entry.guess.forEach((step, at) => {
      const [type, id] = target(step);
      if (step[0] === "remove") this.bury(type, id);
      this.refer(type, id, { entry, at });
      this.touch(type, id);
    });
    if (!how.silent) texts.forEach((note, i) => this.tellDifference(note, before[i], "local"));
  }

  /** More typing into a change that has not been sent yet. @param {Pending} entry @param {number} at @param {Delta} delta */
  amend(entry, at, delta) {
    const step = entry.guess[at];
    entry.guess[at] = [step[0], step[1], step[2], step[3], delta];
    this.touch("note", step[2]);
  }

  /** The server has it, or will never have it. @param {string} change_id */
  settle(change_id) {
    const entry = this.find(change_id);
    if (entry) this.without(entry, () => {});
    return entry;
  }

  /** Takes a change of mine off, does `confirm`, and moves my later typing onto what is left. @param {Pending} entry @param {() => void} confirm */
  without(entry, confirm) {
    const notes = [...new Set(entry.guess.filter(isTextual).map((step) => target(step)[1]))];
    const was = notes.map((note) => {
      const refs = this.refs.get("note")?.get(note) ?? [];
      const end = refs.findLastIndex((ref) => ref.entry === entry) + 1;
      const typing = refs.findIndex((ref, i) => i >= end && ref.entry.guess[ref.at][0] === "text");
      const later = typing < 0 ? [] : refs.slice(typing);
      return { note, later, base: this.replay("note", note, refs.slice(0, typing))?.text, seen: this.get("note", note)?.text };
    });
    this.pending.splice(this.pending.indexOf(entry), 1);
    for (const step of entry.guess) {
      const [type, id] = target(step);
      this.unrefer(type, id, entry);
      this.touch(type, id);
    }
    confirm();
    for (const { note, later, base, seen } of was) {
      const earlier = (this.refs.get("note")?.get(note) ?? []).filter((ref) => !later.includes(ref));
      const now = this.replay("note", note, earlier)?.text;
      if (later.length && base !== undefined && now !== undefined && now !== base) this.shift(later, diff(base, now));
      this.touch("note", note);
      this.tellDifference(note, seen, "remote");
    }
  }

  /** Moves my text steps over a delta below them. @param {readonly Ref[]} refs @param {Delta} delta @returns {Delta | null} the delta on top of them */
  shift(refs, delta) {
    let below = delta;
    for (const { entry, at } of refs) {
      const step = entry.guess[at];
      if (step[0] === "text") {
        const mine = step[4];
        entry.guess[at] = moved(step, transform(mine, below, "right"));
        below = transform(below, mine, "left");
      } else if (step[0] === "remove" || (step[0] === "set" && "text" in step[3])) return null;
    }
    return below;
  }

  /** The steps as they must be sent now, and the texts they stand on. @param {Pending} entry */
  wire(entry) {
    return wireSteps(this, entry);
  }

  /** @param {string} note @param {string | undefined} before @param {Source} source */
  tellDifference(note, before, source) {
    const after = this.get("note", note)?.text;
    if (before !== undefined && after !== undefined && before !== after) this.tellText(note, diff(before, after), source);
  }

  /** @param {string} note @param {Delta} delta @param {Source} source */
  tellText(note, delta, source) {
    if (delta.length) for (const reader of this.textReaders) reader(note, delta, source);
  }
}

/** @param {Step} step */
function isTextual(step) {
  return step[1] === "note" && (step[0] !== "set" || "text" in step[3]);
}

/** @param {Snapshot} snapshot @returns {Tables} */
function tabled({ records, own = {} }) {
  /** @type {Tables} */
  const tables = new Map();
  for (const part of [records, own]) {
    for (const [type, list] of Object.entries(part)) {
      let table = tables.get(type);
      if (!table) tables.set(type, (table = new Map()));
      for (const record of list) table.set(record.id, record);
    }
  }
  return tables;
}

/** @param {Tables} old @param {Map<string, Rec>} gone @param {Tables} tables @returns {[string, Delta][]} */
function changedTexts(old, gone, tables) {
  /** @type {[string, Delta][]} */
  const out = [];
  for (const [id, note] of tables.get("note") ?? []) {
    const before = old.get("note")?.get(id) ?? gone.get(id);
    if (before && before.text !== note.text) out.push([id, diff(before.text, note.text)]);
  }
  return out;
}

// The records of the simulated server: what a step does to them by board/PROTOCOL.md, and who is told. Notes are in simulated_notes.js.
import { ACTIONS } from "../../static/js/core/rights.js";
import { after, ofMinutes, OFF } from "../../static/js/core/timer.js";
import { OTHERS, UNKNOWN, audience, blank, isOpen, only } from "./simulated_secrecy.js";
/** @typedef {Record<string, any>} Rec */

const FACILITATORS = { board: null, theme: null, step: null, round: null, note: ["locked", "hidden"], cluster: ["locked"], seat: ["role", "blocked"] };
/** @type {Record<string, Rec>} */
const DEFAULTS = {
  theme: { color: "blue", sign: "circle", order: 0, locked: false },
  cluster: { title: "", collapsed: false, locked: false },
  note: { kind: "challenge", cluster: "", text: "", sdgs: [], language: "", status: "open", merged_into: "", locked: false, hidden: "" },
  step: { task: "", may: ACTIONS, private: false, minutes: 0, order: 0 },
  round: { votes: 5, most: 0, on: "notes", kinds: [], themes: [], live: false, state: "draft", results: null, opened_at: "", closed_at: "" },
  vote: { proxy: false, association: "" },
};
export const BOARD = { id: "b", title: "Board", edit_right: "everyone", locked: false, may: ACTIONS, step: "", private: false, authors: "named", moderate: false, timer: OFF, leader: "", bring: null, stage: null, purpose: "", question: "", collecting: false, archived: false };

export class Refused extends Error {
  /** @param {string} reason @param {object} [more] */
  constructor(reason, more = {}) {
    super(reason);
    this.outcome = { ok: false, reason, ...more };
  }
}

const TOGETHER = new Set(["note", "cluster", "answer", "comment", "reaction"]);

/** One change at work on copies of the tables. */
export class Effect {
  /** @param {{tables: Map<string, Map<string, Rec>>, deltas: Map<string, any[]>}} disk @param {string} seat @param {number} now */
  constructor({ tables, deltas }, seat, now) {
    this.tables = new Map([...tables].map(([type, table]) => [type, new Map(table)]));
    this.deltas = new Map([...deltas].map(([id, list]) => [id, [...list]]));
    this.seat = /** @type {Rec} */ (this.get("seat", seat) ?? { id: seat, role: "participant", association: "" });
    this.now = now;
    this.at = new Date(now).toISOString();
    this.quiet = false;
    /** @type {any[][]} */
    this.steps = [];
    /** @type {(string | null)[]} */
    this.tags = [];
  }

  /** @param {string} type @param {string} id @returns {Rec | undefined} */
  get(type, id) {
    return this.tables.get(type)?.get(id);
  }

  /** @param {string} type @param {(record: Rec) => boolean} [fits] @returns {Rec[]} */
  all(type, fits = () => true) {
    return [...(this.tables.get(type)?.values() ?? [])].filter(fits);
  }

  /** @param {string} type @param {Rec} record */
  put(type, record) {
    this.tables.get(type)?.set(record.id, record);
    return record;
  }

  /** @param {any[]} step @param {string | null} [tag] */
  send(step, tag = null) {
    if (tag === "") return;
    this.steps.push(step);
    this.tags.push(tag);
  }

  get board() {
    return /** @type {Rec} */ (this.get("board", "b"));
  }

  /** @param {any[]} step */
  take(step) {
    const [verb, type] = step;
    this.quiet ||= TOGETHER.has(type) && (this.board.authors ?? "named") !== "named";
    if (verb === "add") return this.add(type, step[2]);
    const record = this.find(type, step[2], type === "note" && verb === "set" && Object.keys(step[3]).join() === "hidden");
    if (verb === "text") return this.text(record, this.merged(step, record));
    this.mayTouch(type, record, verb === "set" ? Object.keys(step[3]) : []);
    if (verb === "remove") return this.remove(type, record);
    return this.set(type, record, step[3]);
  }

  /** @param {string} type @param {Rec} record @param {string[]} fields */
  mayTouch(type, record, fields) {
    const { role, id } = this.seat;
    const guarded = /** @type {Record<string, string[] | null>} */ (FACILITATORS)[type];
    if (role !== "facilitator" && (guarded === null || guarded?.some((name) => fields.includes(name)))) throw new Refused("forbidden");
    if ((type === "comment" || type === "vote") && record.seat !== id && (fields.length || role !== "facilitator")) throw new Refused("forbidden");
  }

  /** @param {string} type @param {string} id @param {boolean} [moderating] @returns {Rec} */
  find(type, id, moderating = false) {
    const record = this.get(type, id);
    const known = record && (type === "vote" ? record.seat === this.seat.id : type === "note" ? this.knows(record, moderating) : this.shows(type, record));
    if (!record || !known) throw new Refused("not_found", { record: [type, id] });
    if (record.deleted) throw new Refused("gone", { record: [type, id] });
    return record;
  }

  /** @param {Rec} note @param {boolean} moderating */
  knows(note, moderating) {
    if (note.seat === this.seat.id || (!note.private && !note.hidden)) return true;
    return moderating && this.seat.role === "facilitator" && !note.private;
  }

  /** @param {string} type @param {Rec} record */
  shows(type, record) {
    if (type !== "answer" && type !== "comment" && type !== "reaction") return true;
    return [null, only(this.seat.id)].includes(audience((id) => this.get("note", id), type, record));
  }

  // Adding

  /** @param {string} type @param {Rec} given */
  add(type, given) {
    const stored = this.get(type, given.id);
    if (type === "note" && stored) return this.restore(stored);
    if (type === "comment" && stored?.deleted) return this.speakAgain(stored);
    if (stored) throw new Refused("invalid", { field: "id" });
    this.mayTouch(type, { seat: this.seat.id }, []);
    const record = /** @type {Rec} */ ({ ...DEFAULTS[type], created_at: this.at, ...given });
    if (type === "note") return this.addNote(record, given);
    if (type === "cluster" && !this.get("theme", record.theme)) throw new Refused("invalid", { field: "theme" });
    if (type === "answer") return this.link(record);
    if (type === "comment" || type === "reaction") return this.talk(type, record);
    if (type === "vote") return this.vote(record);
    if (type === "round" && record.state === "open") this.open(record);
    this.put(type, record);
    this.send(["add", type, record]);
  }

  /** @param {string} type @param {Rec} record @param {string | null} tag @param {boolean} [turned] it was there already, but not for all */
  appear(type, record, tag, turned = false) {
    if (tag !== null) return this.send(["add", type, blank(record, record.seat)], tag);
    if (!(record.anonymous ?? record.unknown)) return this.send(["add", type, blank(record)], turned ? OTHERS : null);
    this.quiet = true;
    this.send(["add", type, blank(record, record.seat)], only(record.seat));
    this.send(["add", type, blank(record)], OTHERS);
  }

  /** @param {Rec} record */
  link(record) {
    const ends = ["solution", "challenge"].map((name) => [name, this.find("note", record[name])]);
    for (const [name, note] of /** @type {[string, Rec][]} */ (ends)) if (note.kind !== name || note.hidden) throw new Refused("invalid", { field: name });
    if (this.all("answer", (answer) => answer.solution === record.solution && answer.challenge === record.challenge).length) throw new Refused("invalid", { field: "challenge" });
    for (const [, note] of /** @type {[string, Rec][]} */ (ends)) this.quiet ||= Boolean(note.anonymous);
    this.put("answer", record);
    this.appear("answer", record, audience((id) => this.get("note", id), "answer", record));
  }

  /** @param {string} type @param {Rec} record */
  talk(type, record) {
    if (!isOpen(this.find("note", record.note))) throw new Refused("invalid", { field: "note" });
    const { id: seat, association } = this.seat;
    const how = UNKNOWN[this.board.authors];
    if (type === "comment") Object.assign(record, { seat, association, anonymous: how, edited_at: this.at });
    else {
      delete record.created_at;
      Object.assign(record, { seat, unknown: how });
      if (this.all("reaction", (each) => each.note === record.note && each.sign === record.sign && each.seat === seat).length) throw new Refused("invalid", { field: "sign" });
    }
    this.put(type, record);
    this.appear(type, record, null);
  }

  /** @param {Rec} record */
  speakAgain(record) {
    if (!isOpen(this.find("note", record.note))) throw new Refused("invalid", { field: "note" });
    this.appear("comment", this.put("comment", { ...record, deleted: false }), null);
  }

  /** @param {Rec} record */
  vote(record) {
    const round = this.get("round", record.round);
    if (!round) throw new Refused("not_found", { record: ["round", record.round] });
    if (round.state !== "open") throw new Refused("closed");
    const target = this.find("note", record.target);
    if (!isOpen(target) || target.merged_into) throw new Refused("invalid", { field: "target" });
    const mine = this.all("vote", (vote) => vote.round === round.id && vote.seat === this.seat.id);
    if (mine.length >= round.votes) throw new Refused("limit", { limit: round.votes });
    delete record.created_at;
    Object.assign(record, { seat: this.seat.id, association: this.seat.association });
    this.put("vote", record);
    this.send(["add", "vote", record], only(this.seat.id));
  }

  // Changing

  /** @param {string} type @param {Rec} record @param {Rec} given */
  set(type, record, given) {
    if (type === "note") return this.setNote(record, given);
    let fields = { ...given };
    if (type === "comment") {
      this.quiet ||= Boolean(record.anonymous);
      fields.edited_at = this.at;
    }
    if (type === "board") fields = this.boardFields(fields);
    if (type === "seat" && fields.hand !== undefined && fields.hand !== record.hand) fields.hand_at = fields.hand ? this.at : "";
    if (type === "round" && fields.state === "open" && record.state !== "open") this.open(fields);
    if (type === "round" && fields.state === "closed" && record.state !== "closed") fields.closed_at = this.at;
    if (type === "cluster" && fields.theme && !this.get("theme", fields.theme)) throw new Refused("invalid", { field: "theme" });
    const before = record;
    this.put(type, { ...record, ...fields });
    this.send(["set", type, record.id, fields]);
    if (type === "cluster" && fields.theme && fields.theme !== before.theme) {
      for (const note of this.all("note", (each) => each.cluster === record.id)) this.along(note, { theme: fields.theme });
    }
    if (type === "board" && before.private && fields.private === false) for (const note of this.all("note", (each) => each.private && !each.deleted)) this.store(note, { private: false });
    if (type === "step" && fields.may && this.board.step === record.id) this.set("board", this.board, { may: fields.may });
  }

  /** @param {Rec} given */
  boardFields(given) {
    const { board } = this;
    const fields = { ...given };
    if (given.timer) fields.timer = after(board.timer, given.timer, this.now);
    if (given.bring) fields.bring = { view: given.bring, at: this.at, seat: this.seat.id };
    if (given.stage) fields.stage = { ...given.stage, seat: this.seat.id };
    if (!given.step || given.step === board.step) return fields;
    const step = this.get("step", given.step);
    if (!step) throw new Refused("gone", { record: ["step", given.step] });
    return { may: step.may, private: step.private, timer: ofMinutes(step.minutes, board.timer, this.now), ...fields };
  }

  /** @param {Rec} round */
  open(round) {
    if (this.all("round", (each) => each.state === "open").length) throw new Refused("invalid", { field: "state" });
    Object.assign(round, { opened_at: this.at, closed_at: "" });
  }

  // Removing

  /** @param {string} type @param {Rec} record */
  remove(type, record) {
    if (type === "note") return this.removeNote(record);
    if (type === "comment") this.put("comment", { ...record, deleted: true });
    if (type === "cluster") for (const note of this.all("note", (each) => each.cluster === record.id)) this.along(note, { cluster: "" });
    if (type === "round") {
      for (const vote of this.all("vote", (each) => each.round === record.id)) {
        this.tables.get("vote")?.delete(vote.id);
        this.send(["remove", "vote", vote.id], only(vote.seat));
      }
    }
    const tag = type === "answer" ? audience((id) => this.get("note", id), type, record) : type === "vote" ? only(record.seat) : null;
    if (type !== "comment") this.tables.get(type)?.delete(record.id);
    if (type === "answer") for (const end of ["solution", "challenge"]) this.quiet ||= Boolean(this.get("note", record[end])?.anonymous);
    else this.quiet ||= Boolean(record.anonymous ?? record.unknown);
    this.send(["remove", type, record.id], tag);
    if (type === "step" && this.board.step === record.id) this.set("board", this.board, { step: "" });
  }
}

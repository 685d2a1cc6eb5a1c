// The records as they are shown: confirmed with the pending steps on top, derived anew only where touched. What changes them is in store.js.
import { nextRecord } from "./apply.js";
import { moved } from "./rebase.js";
import { Relations } from "./relations.js";
/** @typedef {import("./types.js").Delta} Delta */
/** @typedef {import("./types.js").Dirty} Dirty */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./types.js").Tables} Tables */
/** @typedef {{entry: Pending, at: number}} Ref  one step of a pending change */
/** @typedef {"remote" | "local"} Source */

const GRAVES = 2000;

export class View {
  /** @param {(redraw: () => void) => void} schedule */
  constructor(schedule) {
    this.schedule = (/** @type {() => void} */ redraw) => schedule(redraw);
    this.seq = 0;
    this.version = 0;
    this.loaded = false;
    /** Whose pending changes these are. @type {string | null} */
    this.me = null;
    /** @type {Pending[]} */
    this.pending = [];
    /** @type {Tables} */
    this.tables = new Map();
    /** Steps of mine on a record, by type and id. @type {Map<string, Map<string, Ref[]>>} */
    this.refs = new Map();
    /** @type {Map<string, Map<string, Rec | undefined>>} */
    this.views = new Map();
    /** @type {Map<string, Rec[]>} */
    this.lists = new Map();
    this.relations = new Relations(this);
    /** Notes and comments as they were before they went, for showing them at once when they come back. @type {Map<string, Rec>} */
    this.graves = new Map();
    /** Notes as they were confirmed before they went, while steps of mine wait for them. @type {Map<string, Rec>} */
    this.gone = new Map();
    /** @type {Dirty} */
    this.dirty = new Map();
    /** @type {Set<(dirty: Dirty) => void>} */
    this.readers = new Set();
    /** @type {Set<(note: string, delta: Delta, source: Source) => void>} */
    this.textReaders = new Set();
  }

  // Reading

  /** @param {string} type @param {string} id @returns {Rec | undefined} */
  get(type, id) {
    const refs = this.refs.get(type)?.get(id);
    if (!refs) return this.confirmed(type, id);
    let views = this.views.get(type);
    if (!views) this.views.set(type, (views = new Map()));
    if (!views.has(id)) views.set(id, this.replay(type, id, refs));
    return views.get(id);
  }

  /** @param {string} type @param {string} id @returns {Rec | undefined} */
  confirmed(type, id) {
    return this.tables.get(type)?.get(id);
  }

  /** @param {string} type @returns {readonly Rec[]} */
  all(type) {
    const known = this.lists.get(type);
    if (known) return known;
    const list = [];
    const table = this.tables.get(type);
    for (const id of table?.keys() ?? []) {
      const record = this.get(type, id);
      if (record) list.push(record);
    }
    for (const id of this.refs.get(type)?.keys() ?? []) {
      const record = table?.has(id) ? undefined : this.get(type, id);
      if (record) list.push(record);
    }
    this.lists.set(type, list);
    return list;
  }

  board() {
    return this.all("board")[0];
  }

  step() {
    return this.get("step", this.board()?.step ?? "");
  }

  /** @param {string} type @param {string} id */
  isPending(type, id) {
    return this.refs.get(type)?.has(id) ?? false;
  }

  /** @param {string} change_id */
  find(change_id) {
    return this.pending.find((entry) => entry.change_id === change_id);
  }

  /** @param {(dirty: Dirty) => void} reader */
  subscribe(reader) {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  /** What happened to the text people see, in its own positions. Own typing is not told. @param {(note: string, delta: Delta, source: Source) => void} reader */
  onText(reader) {
    this.textReaders.add(reader);
    return () => this.textReaders.delete(reader);
  }

  /** @param {string} type @param {string} id @param {readonly Ref[]} refs @param {Rec} [gone] to begin with when there is none */
  replay(type, id, refs, gone) {
    let record = this.confirmed(type, id) ?? gone;
    for (const { entry, at } of refs) record = guessNext(record, entry.guess[at]);
    return record;
  }

  // What belongs to what (relations.js)

  themes() {
    return this.relations.themes();
  }

  /** The notes of a theme that stand for themselves; merged ones are left out. @param {string} theme */
  notesOf(theme) {
    return this.relations.notesOf(theme);
  }

  /** @param {string} theme */
  clustersOf(theme) {
    return this.relations.clustersOf(theme);
  }

  /** @param {string} cluster */
  notesIn(cluster) {
    return this.relations.notesIn(cluster);
  }

  /** @param {string} note */
  mergedInto(note) {
    return this.relations.mergedInto(note);
  }

  /** @param {string | Rec} note */
  associationsOf(note) {
    return this.relations.associationsOf(idOf(note));
  }

  /** Solutions. @param {string} challenge */
  answersTo(challenge) {
    return this.relations.answersTo(challenge);
  }

  /** Challenges. @param {string} solution */
  answeredBy(solution) {
    return this.relations.answeredBy(solution);
  }

  /** @param {string} solution @param {string} challenge */
  answerBetween(solution, challenge) {
    return this.relations.answerBetween(solution, challenge);
  }

  /** @param {string | Rec} note */
  commentsOf(note) {
    return this.relations.commentsOf(idOf(note));
  }

  /** @param {string | Rec} note */
  reactionsOf(note) {
    return this.relations.reactionsOf(idOf(note));
  }

  /** @param {string | Rec} note */
  translationsOf(note) {
    return this.relations.translationsOf(idOf(note));
  }

  agenda() {
    return this.relations.agenda();
  }

  rounds() {
    return this.relations.rounds();
  }

  openRound() {
    return this.relations.openRound();
  }

  /** @param {string | Rec} round */
  myVotes(round) {
    return this.relations.myVotes(idOf(round));
  }

  // Keeping count

  /** @param {string} type @param {string} id @param {Ref} ref */
  refer(type, id, ref) {
    let table = this.refs.get(type);
    if (!table) this.refs.set(type, (table = new Map()));
    const refs = table.get(id);
    if (refs) refs.push(ref);
    else table.set(id, [ref]);
  }

  /** @param {string} type @param {string} id @param {Pending} entry */
  unrefer(type, id, entry) {
    const table = this.refs.get(type);
    const left = table?.get(id)?.filter((ref) => ref.entry !== entry);
    if (left?.length) return void table?.set(id, left);
    table?.delete(id);
    if (type === "note") this.gone.delete(id);
  }

  /** @param {string} type @param {string} id */
  bury(type, id) {
    const record = this.get(type, id) ?? this.confirmed(type, id);
    if (!record || (type !== "note" && type !== "comment")) return;
    this.graves.delete(id);
    this.graves.set(id, record);
    if (this.graves.size > GRAVES) for (const oldest of this.graves.keys()) return void this.graves.delete(oldest);
  }

  /** @param {string} type @param {string} id */
  touch(type, id) {
    this.views.get(type)?.delete(id);
    this.lists.delete(type);
    this.relations.touched(type);
    if (this.dirty.size === 0) this.schedule(() => this.flush());
    let ids = this.dirty.get(type);
    if (!ids) this.dirty.set(type, (ids = new Set()));
    ids.add(id);
  }

  flush() {
    if (this.dirty.size === 0) return;
    const { dirty } = this;
    this.dirty = new Map();
    this.version += 1;
    for (const reader of [...this.readers]) reader(dirty);
  }
}

/** @param {string | Rec} record */
function idOf(record) {
  return typeof record === "string" ? record : record.id;
}

/** A pending step on top: what does not fit any more is not shown. @param {Rec | undefined} record @param {Step} step */
function guessNext(record, step) {
  if (step[0] === "add" && record) return record;
  try {
    return nextRecord(record, step[0] === "text" && record ? moved(step, step[4], record.text_rev) : step);
  } catch {
    return record;
  }
}

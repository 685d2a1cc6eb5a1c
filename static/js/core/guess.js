// Fills in what the server will fill in (author, times, order, free place) and what follows from a step, so that a change shows
// at once and as a whole. What cannot be known here is left out: the server's answer brings it.
import { filledIn } from "./guess_defaults.js";
import { Room } from "./layout.js";
import { sumOf } from "./reading.js";
import { after, ofMinutes } from "./timer.js";
/** @typedef {import("./guess_defaults.js").By} By */
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./store.js").Store} Store */

const DATED = new Set(["kind", "text", "sdgs", "language", "status"]);

/**
 * @param {Store} store
 * @param {Step[]} steps
 * @param {By} by
 * @returns {Step[]} one for each step, then those that follow from them
 */
export function guessSteps(store, steps, by) {
  const guessing = new Guessing(store, by);
  const guess = steps.map((step) => guessing.take(step));
  return [...guess, ...guessing.following()];
}

/** The greatest z of all notes. @param {Store} store */
export function topZ(store) {
  let top = 0;
  for (const note of store.all("note")) if (note.z > top) top = note.z;
  return top;
}

/** One change being guessed: its steps see what those before them did. */
class Guessing {
  /** @param {Store} store @param {By} by */
  constructor(store, by) {
    this.store = store;
    this.by = by;
    this.server = Date.parse(by.now);
    /** Records as this change leaves them, by type and id. @type {Map<string, Map<string, Rec | undefined>>} */
    this.made = new Map();
    /** Fields of records that no step names but that follow. @type {Map<string, Map<string, Set<string>>>} */
    this.follows = new Map();
    /** What goes without a step of its own. @type {Step[]} */
    this.lost = [];
    /** The greatest z so far. @type {number | null} */
    this.top = null;
    /** What new notes find taken, by theme, until a step changes it otherwise. @type {Map<string, Room>} */
    this.rooms = new Map();
  }

  /** @param {Step} step @returns {Step} */
  take(step) {
    const [verb, type] = step;
    if (verb !== "add" || type === "cluster") this.rooms.clear();
    const there = verb === "add" && type === "translation" ? this.translated(step[2]) : undefined;
    if (there) return this.take(["set", type, there.id, pick(step[2], ["text", "machine", "source"])]);
    if (verb === "add") {
      const record = this.added(type, step[2]);
      return record ? ["add", type, this.put(type, record)] : ["set", type, step[2].id, {}];
    }
    const record = this.get(type, step[2]);
    if (verb === "remove") {
      this.drop(type, step[2]);
      return step;
    }
    if (verb !== "set") return step;
    const fields = record ? this.changed(type, record, step[3]) : step[3];
    if (record && type === "note" && fields.hidden && record.seat !== this.by.seat) {
      this.drop(type, record.id);
      return ["remove", "note", record.id];
    }
    if (record) this.put(type, { ...record, ...fields });
    return ["set", type, step[2], fields];
  }

  // Records as they are now

  /** @param {string} type @param {string} id @returns {Rec | undefined} */
  get(type, id) {
    const made = this.made.get(type);
    return made?.has(id) ? made.get(id) : this.store.get(type, id);
  }

  /** Those of a list of the store that still hold, and those that this change made so. @param {string} type @param {readonly Rec[]} listed @param {(record: Rec) => boolean} holds @returns {Rec[]} */
  some(type, listed, holds) {
    const made = this.made.get(type);
    if (!made) return [...listed];
    const now = [...made.values()].filter((record) => record !== undefined);
    return [...listed.filter((record) => !made.has(record.id)), ...now.filter(holds)];
  }

  /** @param {string} type @param {Rec} record */
  put(type, record) {
    let made = this.made.get(type);
    if (!made) this.made.set(type, (made = new Map()));
    made.set(record.id, record);
    return record;
  }

  /** A field that changes without a step of its own. @param {string} type @param {Rec} record @param {Record<string, any>} fields */
  follow(type, record, fields) {
    this.put(type, { ...record, ...fields });
    let records = this.follows.get(type);
    if (!records) this.follows.set(type, (records = new Map()));
    const names = records.get(record.id) ?? new Set();
    for (const name of Object.keys(fields)) names.add(name);
    records.set(record.id, names);
  }

  /** @returns {Step[]} */
  following() {
    const steps = this.lost;
    for (const [type, records] of this.follows) {
      for (const [id, names] of records) {
        const record = this.get(type, id);
        if (record) steps.push(["set", type, id, Object.fromEntries([...names].map((name) => [name, record[name]]))]);
      }
    }
    return steps;
  }

  // Steps

  /** Nothing for what comes back and was never seen here. @param {string} type @param {Rec} fields @returns {Rec | null} */
  added(type, fields) {
    const stored = type === "note" || type === "comment" ? this.store.graves.get(fields.id) : undefined;
    if (stored) return type === "note" ? this.restored(stored) : stored;
    if ((type === "note" || type === "comment") && Object.keys(fields).length === 1) return null;
    const record = filledIn(type, fields, this.store, this.by);
    return type === "note" ? this.placed(record, fields) : record;
  }

  /** The translation that an added one into the same language takes the place of. @param {Rec} fields */
  translated({ note, language }) {
    const holds = (/** @type {Rec} */ each) => each.note === note && each.language === language;
    return this.some("translation", this.store.relations.by("translation", "note", note), holds).find(holds);
  }

  /** @param {Rec} stored @returns {Rec} */
  restored(stored) {
    const theme = this.get("theme", stored.theme) ? stored.theme : (this.store.themes()[0]?.id ?? stored.theme);
    const cluster = stored.cluster && this.get("cluster", stored.cluster)?.theme === theme ? stored.cluster : "";
    this.rooms.clear();
    const into = stored.merged_into && this.get("note", stored.merged_into);
    return { ...stored, theme, cluster, merged_into: into && !into.merged_into ? stored.merged_into : "" };
  }

  /** @param {Rec} note @param {Rec} given @returns {Rec} */
  placed(note, given) {
    this.top ??= topZ(this.store);
    const z = given.z ?? this.top + 1;
    this.top = Math.max(this.top, z);
    const room = this.roomOf(note.theme);
    const placed = given.x !== undefined && given.y !== undefined && !(note.private && room.isTaken(/** @type {any} */ (note)));
    if (placed) room.add(/** @type {any} */ (note));
    return { ...note, z, ...(placed ? {} : room.next()) };
  }

  /** @param {string} theme */
  roomOf(theme) {
    let room = this.rooms.get(theme);
    if (room) return room;
    const notes = this.some("note", this.store.notesOf(theme), (other) => other.theme === theme && !other.merged_into);
    const clusters = this.some("cluster", this.store.clustersOf(theme), (cluster) => cluster.theme === theme);
    this.rooms.set(theme, (room = new Room(/** @type {any} */ (notes), /** @type {any} */ (clusters))));
    return room;
  }

  /** @param {string} type @param {Rec} record @param {Record<string, any>} given @returns {Record<string, any>} */
  changed(type, record, given) {
    const { now } = this.by;
    if (type === "board") return this.board(record, given);
    if (type === "cluster") {
      if (given.theme && given.theme !== record.theme) for (const note of this.notesIn(record.id)) this.follow("note", note, { theme: given.theme });
    } else if (type === "note") return this.note(record, given);
    else if (type === "comment") return { ...given, edited_at: now };
    else if (type === "translation") {
      const own = given.text === undefined ? {} : { machine: false, source: sumOf(this.get("note", record.note)?.text ?? "") };
      return { ...own, ...given, edited_at: now };
    }
    else if (type === "seat" && given.hand !== undefined) return { ...given, hand_at: given.hand ? now : "" };
    else if (type === "step" && given.may) {
      const board = this.theBoard();
      if (board?.step === record.id) this.follow("board", board, { may: given.may });
    } else if (type === "round" && given.state && given.state !== record.state) {
      return { ...given, ...(given.state === "open" ? { opened_at: now, closed_at: "" } : given.state === "closed" ? { closed_at: now } : {}) };
    }
    return given;
  }

  /** @param {Rec} note @param {Record<string, any>} given */
  note(note, given) {
    const fields = { ...given };
    if (Object.keys(given).some((name) => DATED.has(name))) fields.edited_at = this.by.now;
    if (given.theme && given.theme !== note.theme && note.cluster && given.cluster === undefined) fields.cluster = "";
    if (given.merged_into) this.repoint(note.id, given.merged_into);
    if (given.hidden) this.letGo(note.id);
    return fields;
  }

  /** What is merged into a note goes along. @param {string} id @param {string} into */
  repoint(id, into) {
    for (const child of this.some("note", this.store.mergedInto(id), (note) => note.merged_into === id)) this.follow("note", child, { merged_into: into });
  }

  /** A note that is not seen by all any more: what was merged into it stands for itself, what hangs on it goes. @param {string} id */
  letGo(id) {
    this.repoint(id, "");
    for (const [type, record] of this.store.relations.hanging(id)) if (this.get(type, record.id)) this.lose(type, record.id);
  }

  /** @param {string} type @param {string} id */
  lose(type, id) {
    this.made.set(type, (this.made.get(type) ?? new Map()).set(id, undefined));
    this.lost.push(["remove", type, id]);
  }

  /** Merged ones too. @param {string} cluster */
  notesIn(cluster) {
    const listed = this.store.relations.by("note", "cluster", cluster);
    return this.some("note", listed, (note) => note.cluster === cluster);
  }

  theBoard() {
    const board = this.store.board();
    return board && this.get("board", board.id);
  }

  /** @param {Rec} board @param {Record<string, any>} given */
  board(board, given) {
    const fields = { ...given };
    if (given.timer) fields.timer = "state" in given.timer ? given.timer : after(board.timer, given.timer, this.server);
    if (given.bring) fields.bring = { view: given.bring, at: new Date(this.server).toISOString(), seat: this.by.seat };
    if (given.stage) fields.stage = { ...given.stage, seat: this.by.seat };
    const step = given.step && given.step !== board.step ? this.get("step", given.step) : undefined;
    const entered = step ? { may: step.may, private: step.private, timer: ofMinutes(step.minutes, board.timer, this.server) } : {};
    const all = { ...entered, ...fields };
    if (board.private && all.private === false) this.reveal();
    return all;
  }

  /** Mine; others' are not here yet. */
  reveal() {
    for (const note of this.some("note", this.store.all("note"), () => true)) if (note.private) this.follow("note", note, { private: false });
  }

  /** @param {string} type @param {string} id */
  drop(type, id) {
    if (type === "cluster") for (const note of this.notesIn(id)) this.follow("note", note, { cluster: "" });
    if (type === "note") this.letGo(id);
    if (type === "round") for (const vote of this.store.myVotes(id)) this.lose("vote", vote.id);
    const board = type === "step" ? this.theBoard() : undefined;
    if (board && board.step === id) this.follow("board", board, { step: "" });
    const made = this.made.get(type) ?? new Map();
    this.made.set(type, made.set(id, undefined));
  }
}

/** @param {Rec} record @param {readonly string[]} names */
function pick(record, names) {
  return Object.fromEntries(names.filter((name) => record[name] !== undefined).map((name) => [name, record[name]]));
}

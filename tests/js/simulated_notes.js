// Notes of the simulated server by board/PROTOCOL.md: placed, seen, hidden, revealed, merged, their texts.
import { Room } from "../../static/js/core/layout.js";
import { apply, diff, transform } from "../../static/js/core/text.js";
import { Effect, Refused } from "./simulated_records.js";
import { OTHERS, UNKNOWN, audience, blank, isOpen, only } from "./simulated_secrecy.js";
/** @typedef {Record<string, any>} Rec */

const TEXT_HISTORY = 12;
const DATED = ["kind", "sdgs", "language", "status"];

export class Work extends Effect {
  /** @param {Rec} record @param {Rec} given */
  addNote(record, given) {
    const { id: seat, association } = this.seat;
    const anonymous = UNKNOWN[this.board.authors];
    Object.assign(record, { text_rev: 0, private: this.board.private, anonymous, origin: null, seat, association, edited_at: this.at });
    this.checkPlace(record, record);
    const notes = this.all("note", (note) => note.theme === record.theme && !note.deleted && !note.merged_into);
    const clusters = this.all("cluster", (cluster) => cluster.theme === record.theme);
    const room = new Room(/** @type {any} */ (notes), /** @type {any} */ (clusters));
    const covered = record.private && given.x !== undefined && room.isTaken(/** @type {any} */ (record));
    if (given.x === undefined || covered) Object.assign(record, room.next());
    record.z ??= Math.max(0, ...this.all("note", (note) => !note.deleted).map((note) => note.z)) + 1;
    this.deltas.set(record.id, []);
    this.put("note", record);
    this.appear("note", record, isOpen(record) ? null : only(seat));
  }

  /** @param {Rec} stored */
  restore(stored) {
    if (!this.knows(stored, true) || !stored.deleted) throw new Refused("invalid", { field: "id" });
    const theme = this.get("theme", stored.theme) ? stored.theme : "one";
    const cluster = this.get("cluster", stored.cluster)?.theme === theme ? stored.cluster : "";
    const root = this.get("note", stored.merged_into);
    const merged_into = isOpen(root) && !root?.merged_into ? stored.merged_into : "";
    const hanging = this.hanging(stored);
    const note = this.put("note", { ...stored, deleted: false, theme, cluster, merged_into, private: stored.private && this.board.private });
    this.touch(note);
    this.appear("note", note, isOpen(note) ? null : only(note.seat));
    this.tell(hanging);
  }

  /** @param {Rec} note @param {Rec} given */
  setNote(note, given) {
    const { text, ...fields } = given;
    this.checkPlace(note, fields);
    this.touch(note);
    if (DATED.some((name) => name in fields)) fields.edited_at = this.at;
    if (fields.merged_into) this.checkMerge(note, fields.merged_into);
    if (Object.keys(fields).length) this.store(note, fields);
    const now = /** @type {Rec} */ (this.get("note", note.id));
    if (text !== undefined) this.text(now, diff(now.text, text));
    if (fields.merged_into) for (const child of this.all("note", (each) => each.merged_into === note.id)) this.along(child, { merged_into: fields.merged_into });
  }

  /** @param {Rec} before @param {Rec} fields */
  store(before, fields) {
    const turns = "private" in fields || "hidden" in fields;
    const hanging = turns ? this.hanging(before) : [];
    const note = this.put("note", { ...before, ...fields });
    const step = ["set", "note", note.id, fields];
    if (isOpen(before) === isOpen(note)) this.send(step, isOpen(note) ? null : only(note.seat));
    else {
      this.send(step, only(note.seat));
      this.send(isOpen(note) ? ["add", "note", blank(note)] : ["remove", "note", note.id], OTHERS);
    }
    this.tell(hanging);
    if (turns && !isOpen(note)) this.letGo(note.id);
  }

  /** Fields that follow from something else. @param {Rec} note @param {Rec} fields */
  along(note, fields) {
    this.put("note", { ...note, ...fields });
    this.touch(note);
    if (!note.deleted) this.send(["set", "note", note.id, fields], isOpen(note) ? null : only(note.seat));
  }

  /** @param {string} id */
  letGo(id) {
    for (const child of this.all("note", (each) => each.merged_into === id)) this.along(child, { merged_into: "" });
  }

  /** @param {Rec} note */
  touch(note) {
    this.quiet ||= Boolean(note.anonymous);
  }

  /** @param {Rec} note @param {Rec} fields */
  checkPlace(note, fields) {
    const theme = fields.theme ?? note.theme;
    if (!this.get("theme", theme)) throw new Refused("invalid", { field: "theme" });
    if (theme !== note.theme && note.cluster && fields.cluster === undefined) fields.cluster = "";
    if (!fields.cluster) return;
    const cluster = this.get("cluster", fields.cluster);
    if (!cluster) throw new Refused("gone", { record: ["cluster", fields.cluster] });
    if (cluster.theme !== theme || note.private) throw new Refused("invalid", { field: "cluster" });
  }

  /** @param {Rec} note @param {string} into */
  checkMerge(note, into) {
    const root = this.find("note", into);
    if (root.id === note.id || root.kind !== note.kind || root.merged_into || !isOpen(note) || !isOpen(root)) throw new Refused("invalid", { field: "merged_into" });
  }

  /** @param {Rec} note */
  removeNote(note) {
    this.touch(note);
    const hanging = this.hanging(note);
    this.put("note", { ...note, deleted: true });
    this.send(["remove", "note", note.id], isOpen(note) ? null : only(note.seat));
    this.tell(hanging);
    this.letGo(note.id);
  }

  /** What hangs on a note, and who sees each. @param {Rec} note @returns {[string, Rec, string | null][]} */
  hanging(note) {
    const hangs = (/** @type {Rec} */ each) => !each.deleted && [each.note, each.solution, each.challenge].includes(note.id);
    return ["answer", "comment", "reaction"].flatMap((type) => this.all(type, hangs).map((record) => /** @type {[string, Rec, string | null]} */ ([type, record, audience((id) => this.get("note", id), type, record)])));
  }

  /** @param {[string, Rec, string | null][]} before */
  tell(before) {
    for (const [type, record, was] of before) {
      const now = audience((id) => this.get("note", id), type, record);
      if (now === was) continue;
      if (was !== "" && now !== null) this.send(["remove", type, record.id], was === null ? OTHERS : was);
      if (now !== "") this.appear(type, record, now, true);
    }
  }

  /** @param {any[]} step @param {Rec} note */
  merged([, , id, rev, typed], note) {
    const history = this.deltas.get(id) ?? [];
    if (rev > note.text_rev) throw new Refused("invalid", { field: "text_rev" });
    const missed = note.text_rev - rev;
    if (missed > TEXT_HISTORY || missed > history.length) throw new Refused("stale", { text: note.text, text_rev: note.text_rev });
    return history.slice(history.length - missed).reduce((delta, other) => transform(delta, other, "right"), typed);
  }

  /** @param {Rec} note @param {any[]} delta */
  text(note, delta) {
    let text;
    try {
      text = apply(note.text, delta);
    } catch {
      throw new Refused("invalid", { field: "text" });
    }
    this.touch(note);
    const tag = isOpen(note) ? null : only(note.seat);
    const text_rev = note.text_rev + 1;
    this.deltas.set(note.id, [...(this.deltas.get(note.id) ?? []), delta].slice(-TEXT_HISTORY));
    this.put("note", { ...note, text, text_rev, edited_at: this.at });
    this.send(["text", "note", note.id, text_rev, delta], tag);
    this.send(["set", "note", note.id, { edited_at: this.at }], tag);
  }
}


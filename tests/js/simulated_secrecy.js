// Who may see what, by the rules P of board/PROTOCOL.md, for the sync fuzz: tags of steps, and the board as one seat sees it.
/** @typedef {Record<string, any>} Rec */

export const OTHERS = "-";
/** @type {Record<string, string>} */
export const UNKNOWN = { named: "", association: "name", nobody: "all" };
export const only = (/** @type {string} */ seat) => `=${seat}`;

/** @param {Rec | undefined} note */
export function isOpen(note) {
  return Boolean(note && !note.deleted && !note.private && !note.hidden);
}

/** @param {Rec | undefined} note @param {string} seat */
export function sees(note, seat) {
  return Boolean(note && !note.deleted && (isOpen(note) || note.seat === seat));
}

/** A record as a seat may see it. @param {Rec} record @param {string} [seat] */
export function blank(record, seat) {
  const { deleted, unknown, ...view } = record;
  const how = record.anonymous ?? unknown;
  if (!how || record.seat === seat) return view;
  return { ...view, seat: "", ...(how === "all" && "association" in record ? { association: "" } : {}) };
}

/** Who sees what hangs on notes: everybody (null), one seat, or nobody (""). @param {(id: string) => Rec | undefined} note @param {string} type @param {Rec} record */
export function audience(note, type, record) {
  const ends = (type === "answer" ? [record.solution, record.challenge] : [record.note]).map(note);
  if (ends.every(isOpen)) return null;
  if (type !== "answer" || ends.some((end) => !end || end.hidden)) return "";
  const writer = ends.find((end) => !isOpen(end))?.seat;
  return ends.every((end) => sees(end, writer)) ? only(writer) : "";
}

/** A change as a seat gets it, or null. @param {any} change @param {string} seat */
export function forSeat(change, seat) {
  const mine = only(seat);
  const name = (/** @type {any[]} */ step) => `${step[1]} ${step[0] === "add" ? step[2].id : step[2]}`;
  const own = new Set(change.steps.filter((/** @type {any} */ _, /** @type {number} */ i) => change.tags[i] === mine).map(name));
  const steps = change.steps.filter((/** @type {any[]} */ step, /** @type {number} */ i) => {
    const tag = change.tags[i];
    return tag === null || tag === mine || (tag === OTHERS && !own.has(name(step)));
  });
  const author = change.seat === seat;
  if (steps.length === 0 && !author) return null;
  const named = author || !change.quiet;
  return { seq: change.seq, change_id: named ? change.change_id : "", seat: named ? change.seat : "", at: change.at, steps };
}

/** Everything that a seat sees, from the records themselves and not from the tags. @param {Map<string, Map<string, Rec>>} tables @param {string} seat @returns {Record<string, Rec[]>} */
export function projection(tables, seat) {
  const note = (/** @type {string} */ id) => tables.get("note")?.get(id);
  /** @type {Record<string, (record: Rec) => boolean>} */
  const seen = {
    note: (record) => sees(record, seat),
    comment: (record) => !record.deleted && isOpen(note(record.note)),
    reaction: (record) => isOpen(note(record.note)),
    answer: (record) => [null, only(seat)].includes(audience(note, "answer", record)),
    vote: (record) => record.seat === seat,
  };
  return Object.fromEntries([...tables].map(([type, table]) => [type, [...table.values()].filter(seen[type] ?? (() => true)).map((record) => blank(record, seat))]));
}

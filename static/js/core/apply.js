// Applies steps as the server broadcasts them (rule C6) to records. Pure: a record is replaced, never altered.
import { apply as applyDelta } from "./text.js";
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./types.js").Tables} Tables */

/** A step that does not fit the records: the copy here is wrong and must be fetched anew. */
export class Unfit extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {Step} step @returns {[string, string]} */
export function target(step) {
  return [step[1], step[0] === "add" ? step[2].id : step[2]];
}

/** What one record becomes. @param {Rec | undefined} record @param {Step} step @returns {Rec | undefined} */
export function nextRecord(record, step) {
  const [verb, type] = step;
  if (verb === "add") return { ...step[2] };
  if (verb !== "set" && verb !== "remove" && verb !== "text") throw new Unfit("malformed");
  if (!record) throw new Unfit("gone");
  if (verb === "remove") return undefined;
  if (verb === "set") return { ...record, ...step[3] };
  if (type !== "note") throw new Unfit("malformed");
  try {
    return { ...record, text: applyDelta(record.text, step[4]), text_rev: step[3] };
  } catch {
    throw new Unfit("invalid");
  }
}

/** Applies one step to the tables in place. @param {Tables} tables @param {Step} step @returns {[string, string]} what it touched */
export function applyStep(tables, step) {
  const [type, id] = target(step);
  let table = tables.get(type);
  if (!table) tables.set(type, (table = new Map()));
  const next = nextRecord(table.get(id), step);
  if (next) table.set(id, next);
  else table.delete(id);
  return [type, id];
}

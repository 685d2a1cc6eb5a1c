// What a seat may do, so that the page does not offer what the server would refuse. The server decides; this is its table, read here.
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {"edit" | "remove" | "move" | "add" | "manage"} Action */

export const FOREIGN_REMOVALS = 10;

/**
 * @param {Action} action edit, remove: on `note` · move, add: anywhere · manage: board, themes, links
 * @param {{role: string, seat: Rec | undefined, board: Rec | undefined}} who
 * @param {Rec} [note]
 */
export function may(action, who, note) {
  if (who.role === "facilitator") return true;
  if (who.role !== "participant" || action === "manage" || who.board?.locked) return false;
  if (action === "move" || action === "add") return true;
  if (!note) return false;
  if (note.seat === who.seat?.id || who.board?.edit_right === "everyone") return true;
  if (who.board?.edit_right !== "association") return false;
  return Boolean(note.association) && note.association === who.seat?.association;
}

// What a seat may do, so that the page does not offer what the server would refuse. The server decides; this is its table
// (board/rights.py), read here. Vectors keep them equal (tests/vectors/rights.json).
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {"add" | "edit" | "remove" | "restore" | "move" | "group" | "merge" | "answer" | "comment" | "translate" | "vote" | "manage"} Action */
/** @typedef {"forbidden" | "locked" | "closed"} Why */
/**
 * @typedef {object} Rule
 * @property {number} least  the role needed, by its place in ROLES
 * @property {boolean} [locks]  a locked board, or what the record stands in, forbids it to participants
 * @property {"mine" | "author" | "edit_right" | "interpreter"} [whose]  whose record it must be; "mine" holds for facilitators too; "interpreter": the author's, or the seat is one
 * @property {readonly string[]} [actions]  the board's `may` must list one of them; "kind" stands for the kind of the note
 *
 * @typedef {object} Who
 * @property {string} role
 * @property {Rec | undefined} seat
 * @property {Rec | undefined} board
 * @property {number} [now]  the server's clock, for the lock at the end of the timer
 * @property {readonly (Rec | undefined)[]} [within]  the records whose lock holds as well: its theme, its cluster, itself
 */

export const FOREIGN_REMOVALS = 10;
export const ACTIONS = ["challenge", "solution", "move", "group", "comment", "vote"];
const ROLES = ["viewer", "participant", "facilitator"];

/** @type {Record<string, Rule>} */
export const TABLE = {
  "board.set": { least: 2 },
  "theme.change": { least: 2 },
  "step.change": { least: 2 },
  "round.change": { least: 2 },
  "cluster.change": { least: 1, locks: true, actions: ["group"] },
  "cluster.lock": { least: 2 },
  "note.add": { least: 1, locks: true, actions: ["kind"] },
  "note.move": { least: 1, locks: true, actions: ["move", "own kind"] },
  "note.edit": { least: 1, locks: true, whose: "edit_right", actions: ["kind"] },
  "note.remove": { least: 1, locks: true, whose: "edit_right", actions: ["kind"] },
  "note.restore": { least: 1, locks: true, whose: "author", actions: ["kind"] },
  "note.merge": { least: 1, locks: true, actions: ["group"] },
  "note.lock": { least: 2 },
  "note.hide": { least: 2 },
  answer: { least: 1, locks: true, actions: ["solution", "group"] },
  talk: { least: 1, locks: true, actions: ["comment"] },
  "talk.own": { least: 1, locks: true, whose: "mine", actions: ["comment"] },
  "talk.remove": { least: 1, locks: true, whose: "author", actions: ["comment"] },
  translate: { least: 1, locks: true, whose: "interpreter" },
  vote: { least: 1, locks: true, actions: ["vote"] },
  "vote.own": { least: 1, locks: true, whose: "mine", actions: ["vote"] },
  "seat.self": { least: 0, whose: "mine" },
  "seat.hand": { least: 0, whose: "author" },
  "seat.role": { least: 2 },
};

/** What stays possible on an archived board, which is only read. */
const ON_ARCHIVED = ["board.set", "note.hide", "seat.self", "seat.hand", "seat.role"];

/** @type {Record<Action, string>} */
const RIGHT = {
  add: "note.add", edit: "note.edit", remove: "note.remove", restore: "note.restore", move: "note.move", group: "cluster.change",
  merge: "note.merge", answer: "answer", comment: "talk", translate: "translate", vote: "vote", manage: "board.set",
};

/** Why the server would refuse, or null. @param {string} right @param {Who} who @param {Rec} [record] @returns {Why | null} */
export function refusal(right, who, record) {
  const rule = TABLE[right];
  const { role, seat, board } = who;
  if (ROLES.indexOf(role) < rule.least) return "forbidden";
  const own = Boolean(record && seat && owner(record) === seat.id);
  if (rule.whose === "mine" && !own) return "forbidden";
  if (board?.archived && !ON_ARCHIVED.includes(right)) return "locked";
  if (role === "facilitator") return null;
  if (rule.locks && (isLocked(board, who.now) || who.within?.some((each) => each?.locked))) return "locked";
  if (rule.whose === "author" && record && !own) return "forbidden";
  if (rule.whose === "interpreter" && !own && !seat?.interpreter) return "forbidden";
  if (rule.whose === "edit_right" && record && !own && !edits(seat, board, record)) return "forbidden";
  return rule.actions && !isOpen(rule.actions, board, record, own) ? "closed" : null;
}

/**
 * @param {Action} action edit, remove, restore: a note · move: a note or anything · group: a cluster or any · manage: board, themes, agenda, rounds
 * @param {Who} who
 * @param {Rec} [record]
 * @returns {Why | null}
 */
export function whyNot(action, who, record) {
  if (!record && (action === "edit" || action === "remove")) return who.role === "facilitator" ? null : "forbidden";
  if (!record && action === "add") return anyKind(who);
  if (!record && action === "move") return refusal("note.move", who, { id: "", kind: "challenge" }) && refusal("note.move", who, { id: "", kind: "solution" });
  return refusal(RIGHT[action], who, record);
}

/** @param {Action} action @param {Who} who @param {Rec} [record] */
export function may(action, who, record) {
  return whyNot(action, who, record) === null;
}

/** Whether participants can only read, by hand or because the timer that locks has run out. @param {Rec | undefined} board @param {number} [now] the server's clock */
export function isLocked(board, now) {
  const timer = board?.timer;
  const over = timer?.lock && timer.state === "running" && now !== undefined && Date.parse(timer.ends_at) <= now;
  return Boolean(board?.locked || over);
}

/** To add a challenge or a solution. @param {Who} who */
function anyKind(who) {
  const challenge = refusal("note.add", who, { id: "", kind: "challenge" });
  return challenge && refusal("note.add", who, { id: "", kind: "solution" });
}

/** @param {readonly string[]} actions @param {Rec | undefined} board @param {Rec | undefined} record @param {boolean} own */
function isOpen(actions, board, record, own) {
  const open = board?.may ?? ACTIONS;
  const kind = open.includes(record?.kind);
  return actions.some((action) => open.includes(action) || (action === "kind" && kind) || (action === "own kind" && own && kind));
}

/** A seat is its own. @param {Rec} record */
function owner(record) {
  return "seat" in record ? record.seat : record.id;
}

/** @param {Rec | undefined} seat @param {Rec | undefined} board @param {Rec} note */
function edits(seat, board, note) {
  if (board?.edit_right === "everyone") return true;
  return board?.edit_right === "association" && Boolean(seat?.association) && note.association === seat?.association && note.anonymous !== "all";
}

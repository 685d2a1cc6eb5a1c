// Shapes that the core modules share, as JSDoc only. Nothing here runs.

/**
 * @typedef {number | string} Part  keep (positive), delete (negative) or insert (string), in code points
 * @typedef {Part[]} Delta
 * @typedef {"board" | "theme" | "cluster" | "note" | "answer" | "comment" | "reaction" | "translation" | "step" | "round" | "vote" | "seat"} RecordType
 * @typedef {{id: string, [field: string]: any}} Rec
 * @typedef {any[]} Step  ["add", type, record] | ["set", type, id, fields] | ["remove", type, id] | ["text", "note", id, text_rev, delta]
 * @typedef {{seq: number, change_id: string, seat: string, at: string, steps: Step[]}} Numbered
 * @typedef {{after: number, seq: number, changes: readonly Numbered[]}} Range  all that this seat may see of the numbers `after` + 1 to `seq`
 * @typedef {{seq: number, records: Record<string, Rec[]>, own?: Record<string, Rec[]>}} Snapshot  `own` takes the place of `records` of the same id
 * @typedef {Map<string, Map<string, Rec>>} Tables
 * @typedef {Map<string, Set<string>>} Dirty
 *
 * @typedef {object} Pending  A change of mine that is not confirmed yet.
 * @property {string} change_id
 * @property {Step[]} steps  as sent (or to be sent)
 * @property {Step[]} guess  as shown until the server answers: one for each of `steps`, then what follows from them; text deltas here are rebased on what is confirmed
 * @property {boolean} [frozen]  has left for the server once, so its content may not change any more
 * @property {boolean} [flying]  sent on the connection of now
 * @property {Record<string, {rev: number, text: string}>} [base]  the text that each text step stands on, for a later session
 * @property {number} [tries]
 * @property {boolean} [typed]  one delta of typing, to which more may be added until it leaves
 * @property {number} [hold]  not before this time, so that a few letters travel together
 * @property {boolean} [hidden]  its typing is not shown, because what is confirmed may hold it already
 * @property {number} [notBefore]  was too fast: to be sent again then
 * @property {number} [sentAt]
 * @property {number} [seq]  the number it got, when the server said so
 *
 * @typedef {"viewer" | "participant" | "facilitator"} Role
 * @typedef {{state: "saved" | "saving" | "offline" | "refused", waiting: number, reason?: string, retryIn?: number, kept: boolean, at?: number}} Saved
 * @typedef {{change_id: string, ok: boolean, seq?: number, reason?: string, field?: string, limit?: number, retry_after?: number, record?: [string, string], text?: string, text_rev?: number}} Outcome
 * @typedef {{change_id: string, reason: string, field?: string, limit?: number, record?: [string, string], steps: Step[], text?: string}} Refusal
 * @typedef {{id: string, kind: "challenge" | "solution", theme: string, x: number, y: number, z: number, text: string, text_rev: number, sdgs: number[], language: string, cluster: string, status: string, merged_into: string, locked: boolean, hidden: string, private: boolean, anonymous: string, seat: string, association: string, created_at: string, edited_at: string}} Note
 */

export {};

// What sync.js needs from outside, as JSDoc only: a browser gives it (connection.js), a test simulates it. Nothing here runs.
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./types.js").Role} Role */
/** @typedef {import("./store.js").Store} Store */

/**
 * @typedef {object} Link  a connection that mends itself
 * @property {(event: string, payload: unknown) => void} send
 * @property {(event: string, payload: unknown) => Promise<any>} ask  rejects when no answer comes
 * @property {() => void} retry  try to connect at once
 * @property {() => void} reset  drop the connection and make a new one
 * @property {() => void} close
 *
 * @typedef {object} Parts
 * @property {string} board
 * @property {string} seat
 * @property {Role} role
 * @property {Store} store
 * @property {(on: {up: () => void, down: () => void, event: (name: string, payload: any) => void}) => Link} connect
 * @property {{snapshot: () => Promise<any>, changes: (since: number) => Promise<any>}} http  `changes` answers {reload: true} for 410; both throw {reason} when refused
 * @property {{load: () => Promise<Pending[]>, write: (list: () => Pending[]) => Promise<void>, adopted: () => void, kept: boolean, close: () => void}} outbox
 * @property {{load: () => Promise<{at: number, snapshot: import("./types.js").Snapshot} | null>, confirmed: () => void, forget: (how?: {still?: boolean}) => Promise<void>}} [kept] the board as it was last seen
 * @property {() => number} now
 * @property {(packed: string) => Promise<any>} [unpack]
 * @property {() => number} random
 * @property {{set: (act: () => void, ms: number) => any, clear: (timer: any) => void}} timers
 */

export {};

// Who is here and what they point at: sent at most 20 times a second, never kept.
/** @typedef {import("./sync.js").Sync} Sync */
/** @typedef {{cursor?: [number, number] | null, drag?: Record<string, [number, number]> | null, typing?: string | null, view?: readonly number[] | null}} Signal  `view`: what the board's leader looks at */

const EVERY = 50;
const TYPING_LASTS = 6000;

export class Presence {
  /** @param {Sync} sync */
  constructor(sync) {
    this.sync = sync;
    /** @type {Set<string>} */
    this.here = new Set();
    /** Who types where, and until when to believe it. @type {Map<string, {note: string, until: number}>} */
    this.typists = new Map();
    /** @type {Signal} */
    this.waiting = {};
    this.sentAt = -Infinity;
    /** @type {any} */
    this.timer = null;
    /** @type {any} */
    this.sweep = null;
  }

  /** @param {Signal} signal */
  signal(signal) {
    Object.assign(this.waiting, this.sayable(signal));
    if (Object.keys(this.waiting).length === 0) return;
    if (this.timer) return;
    const wait = this.sentAt + EVERY - this.sync.now();
    if (wait <= 0) this.send();
    else this.timer = this.sync.timers.set(() => this.send(), wait);
  }

  /** What others may know of it: nothing of who does what while that is not to be seen (rule P8). @param {Signal} signal @returns {Signal} */
  sayable({ cursor, drag, typing, view }) {
    const { store } = this.sync;
    const board = store.board();
    const { private: hush = false, authors = "named" } = board ?? {};
    /** @type {Signal} */
    const said = view === undefined ? {} : { view };
    if (hush || authors !== "named" || this.sync.low) return said;
    const secret = (/** @type {string} */ id) => {
      const note = store.get("note", id);
      return Boolean(note && (note.private || note.hidden || note.anonymous));
    };
    if (cursor !== undefined) said.cursor = cursor;
    if (typing !== undefined) said.typing = typing !== null && secret(typing) ? null : typing;
    if (drag !== undefined) {
      const open = Object.entries(drag ?? {}).filter(([id]) => !secret(id));
      said.drag = open.length ? Object.fromEntries(open) : null;
    }
    return said;
  }

  /** Nothing more is told of this person, and of the others nothing will be heard. */
  hush() {
    this.signal({ cursor: null, drag: null, typing: null });
    this.signals(Object.fromEntries([...this.here].map((seat) => [seat, { cursor: null, drag: null, typing: null }])));
  }

  send() {
    this.timer = null;
    const signal = this.waiting;
    this.waiting = {};
    if (!this.sync.joined) return;
    this.sentAt = this.sync.now();
    this.sync.link?.send("signal", signal);
  }

  /** @param {readonly string[]} here */
  joined(here) {
    this.here = new Set(here);
    this.sync.emit("people", new Set(this.here));
  }

  /** @param {{come?: string[], gone?: string[]}} message */
  people({ come = [], gone = [] }) {
    for (const seat of come) this.here.add(seat);
    for (const seat of gone) this.here.delete(seat);
    this.sync.emit("people", new Set(this.here));
    if (gone.map((seat) => this.typists.delete(seat)).some(Boolean)) this.tellTyping();
  }

  /** @param {Record<string, Signal>} signals */
  signals(signals) {
    let news = false;
    for (const [seat, { typing, view }] of Object.entries(signals)) {
      if (view !== undefined && seat !== this.sync.seat) this.sync.emit("views", { seat, view });
      if (typing === undefined || seat === this.sync.seat) continue;
      const before = this.typists.get(seat)?.note;
      if (typing === null) this.typists.delete(seat);
      else this.typists.set(seat, { note: typing, until: this.sync.now() + TYPING_LASTS });
      news ||= before !== (typing ?? undefined);
    }
    this.sync.emit("signals", signals);
    if (news) this.tellTyping();
    if (this.typists.size) this.sweep ??= this.sync.timers.set(() => this.forget(), TYPING_LASTS);
  }

  forget() {
    this.sweep = null;
    const now = this.sync.now();
    const old = [...this.typists].filter(([, { until }]) => until <= now);
    for (const [seat] of old) this.typists.delete(seat);
    if (old.length) this.tellTyping();
    if (this.typists.size) this.sweep = this.sync.timers.set(() => this.forget(), TYPING_LASTS);
  }

  tellTyping() {
    /** @type {Map<string, Set<string>>} */
    const typing = new Map();
    for (const [seat, { note }] of this.typists) typing.set(note, (typing.get(note) ?? new Set()).add(seat));
    this.sync.emit("typing", typing);
  }
}

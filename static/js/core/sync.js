// Keeps the store in step with the server: one line of numbers in, changes of mine out. Everything outside is injected.
import { Adoption } from "./adoption.js";
import { ServerClock } from "./clock.js";
import { Events, randomName } from "./events.js";
import { guessSteps } from "./guess.js";
import { Incoming } from "./incoming.js";
import { unpack } from "./packed.js";
import { Presence } from "./presence.js";
import { Sender } from "./sender.js";
import { Typing } from "./typing.js";
import { Undo } from "./undo.js";
import { split } from "./values.js";
/** @typedef {import("./types.js").Delta} Delta */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./types.js").Role} Role */
/** @typedef {import("./types.js").Saved} Saved */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./parts.js").Link} Link */
/** @typedef {import("./parts.js").Parts} Parts */

const FINAL = new Set(["not_found", "forbidden", "closed"]);

/** @param {Parts} parts */
export function createSync(parts) {
  return new Sync(parts);
}

export class Sync extends Events {
  /** @param {Parts} parts */
  constructor({ board, seat, role, store, connect, http, outbox, kept, now, random, timers, unpack: unpacked = unpack }) {
    super();
    this.board = board;
    this.seat = seat;
    this.role = role;
    this.store = store;
    this.connect = connect;
    this.http = http;
    this.outbox = outbox;
    this.kept = kept;
    /** When the board was as it was kept on this device, while that is all there is. */
    this.keptAt = 0;
    this.now = now;
    this.random = random;
    this.timers = timers;
    this.unpack = unpacked;
    this.clock = new ServerClock(now);
    /** How many private notes each theme holds. @type {{private: Record<string, number>}} */
    this.counts = { private: {} };
    store.me = seat;
    /** @type {Link | null} */
    this.link = null;
    this.up = false;
    this.joined = false;
    this.wasJoined = false;
    this.running = false;
    /** Why this browser may not take part any more. @type {string | null} */
    this.ended = null;
    this.told = "";
    this.joining = false;
    /** The line is slow or costly: the server is asked for less (rule E4). */
    this.low = false;
    this.sender = new Sender(this);
    this.incoming = new Incoming(this);
    this.presence = new Presence(this);
    this.typing = new Typing(this);
    this.adoption = new Adoption(this);
    this.undoing = new Undo(store, now, () => this.emit("undo"));
  }

  start() {
    this.running = true;
    this.link = this.connect({
      up: () => this.cameUp(),
      down: () => this.wentDown(),
      event: (name, payload) => this.heard(name, payload),
    });
    this.incoming.begin();
    void this.adoption.adopt();
    this.tellState();
  }

  stop() {
    this.running = false;
    this.joined = false;
    this.link?.close();
    this.incoming.stop();
    this.adoption.stop();
    this.outbox.close();
  }

  // Connection

  cameUp() {
    this.up = true;
    void this.join();
  }

  wentDown() {
    this.up = false;
    this.joined = false;
    this.tellState();
  }

  async join() {
    if (!this.up || !this.store.loaded || this.joined || this.joining) return;
    const { link } = this;
    const since = this.store.seq;
    const sent = this.now();
    this.joining = true;
    let answer;
    try {
      answer = await link?.ask("join", { board: this.board, since, ...(this.low ? { low: true } : {}) });
    } catch {
      answer = null;
    }
    this.joining = false;
    if (!this.running || !this.up) return;
    this.clock.answered(answer?.now, sent);
    if (answer) this.emit("answered", this.now() - sent);
    if (answer?.ok) return this.hasJoined(answer, since);
    if (FINAL.has(answer?.reason)) return this.end(answer.reason);
    this.timers.set(() => (this.up && !this.joined ? link?.reset() : undefined), 500 + 1500 * this.random());
  }

  /** @param {any} answer @param {number} since */
  hasJoined(answer, since) {
    this.joined = true;
    this.wasJoined = true;
    this.keptAt = 0;
    this.hasRole(answer.role);
    this.presence.joined(answer.here ?? []);
    this.hasCounts(answer.private);
    this.incoming.joined(answer, since);
    this.sender.restart();
    this.tellState();
  }

  /** Whether to spare the line from now on. @param {boolean} low */
  spare(low) {
    if (low === this.low) return;
    if (low) this.presence.hush();
    this.low = low;
    if (!this.joined) return;
    this.joined = false;
    void this.join();
  }

  /** @param {Role} role */
  hasRole(role) {
    if (!role || role === this.role) return;
    this.role = role;
    this.emit("role", role);
  }

  /** @param {Record<string, number>} [counts] */
  hasCounts(counts) {
    if (!counts) return;
    this.counts = { private: counts };
    this.emit("counts", this.counts);
  }

  /** The server's clock, in milliseconds. */
  serverNow() {
    return this.clock.serverNow();
  }

  /** @param {string} reason */
  end(reason) {
    this.ended = reason;
    void this.kept?.forget();
    this.joined = false;
    this.link?.close();
    this.tellState();
  }

  /** @param {string} name @param {any} payload */
  heard(name, payload) {
    this.incoming.alive();
    if (name === "changes") {
      this.clock.heard(payload.now);
      if (this.joined) this.incoming.hear(payload);
    } else if (name === "outcome") this.incoming.inTurn(() => this.sender.answered(payload));
    else if (name === "counts") this.hasCounts(payload.private);
    else if (name === "signals") this.presence.signals(payload);
    else if (name === "people") this.presence.people(payload);
    else if (name === "notice") {
      this.emit("notice", payload);
      if (payload.kind === "put_out") this.end("not_found");
    }
    this.tellState();
  }

  /** @param {number} seq a number that the board has reached */
  heardOf(seq) {
    this.incoming.reached(seq);
  }

  catchUp() {
    void this.incoming.catchUp();
  }

  // What people do

  by() {
    return { seat: this.seat, now: new Date(this.serverNow()).toISOString() };
  }

  /** @param {Step[]} steps @param {{undoable?: boolean, label?: string}} [options] @returns {string} change_id */
  change(steps, { undoable = true, label } = {}) {
    const guess = guessSteps(this.store, steps, this.by());
    if (undoable) this.undoing.record(steps, label, guess.slice(steps.length));
    const entry = { change_id: randomName(this.random), steps, guess };
    if (undoable) this.undoing.quietly(() => this.store.push(entry));
    else this.store.push(entry);
    this.pushed();
    return entry.change_id;
  }

  /**
   * @param {string} note @param {Delta} delta on `textOf(note)`; when composing with an input method: only what is finished
   * @param {{byEditor?: boolean}} [how] false: an open editor of the note has to be told */
  typeText(note, delta, { byEditor = true } = {}) {
    if (delta.length === 0) return;
    this.undoing.recordTyping(note, delta);
    this.typing.type(note, delta);
    if (!byEditor) this.typing.tell(note, delta);
    this.pushed();
  }

  pushed() {
    void this.sender.keep();
    void this.sender.pump();
    this.tellState();
  }

  /** @param {string} note @returns {string} */
  textOf(note) {
    return this.store.get("note", note)?.text ?? "";
  }

  /** What others (or undo) did to the text as shown. @param {string} note @param {(delta: Delta) => void} listener */
  onRemoteText(note, listener) {
    return this.typing.listen(note, listener);
  }

  /** @param {import("./presence.js").Signal} signal */
  signal(signal) {
    this.presence.signal(signal);
  }

  undo() {
    return this.again("undo");
  }

  redo() {
    return this.again("redo");
  }

  /** @param {"undo" | "redo"} way */
  again(way) {
    const steps = this.undoing.take(way);
    this.undoing.quietly(() => split(steps).forEach((part) => this.change(part, { undoable: false })));
    return steps.length > 0;
  }

  canUndo() {
    return this.undoing.done.length > 0;
  }

  canRedo() {
    return this.undoing.undone.length > 0;
  }

  beginGesture() {
    this.undoing.begin();
  }

  endGesture() {
    this.undoing.end();
  }

  retryNow() {
    if (!this.up) this.link?.retry();
    this.incoming.hurry();
    this.sender.hurry();
    this.tellState();
  }

  /** Gives up a change of mine. @param {string} change_id */
  drop(change_id) {
    this.store.settle(change_id);
    this.sender.tidy();
    this.tellState();
  }

  // Saved or not

  /** @returns {Saved} */
  state() {
    const waiting = this.store.pending.length;
    const { kept } = this.outbox;
    if (this.ended) return { state: "refused", waiting, reason: this.ended, kept };
    if (!this.joined && this.keptAt) return { state: "offline", waiting, kept, at: this.keptAt };
    if (!this.joined) return { state: this.wasJoined || this.incoming.failed ? "offline" : "saving", waiting, kept };
    if (waiting === 0) return { state: "saved", waiting, kept };
    const delay = this.sender.delay();
    return { state: delay?.reason === "storage" ? "refused" : "saving", waiting, ...delay, kept };
  }

  tellState() {
    const state = this.state();
    const told = JSON.stringify(state);
    if (told === this.told) return;
    this.told = told;
    this.emit("state", state);
  }
}

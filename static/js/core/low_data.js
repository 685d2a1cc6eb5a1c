// Whether this screen spares its line, and why: chosen by hand, asked for by the device, or because the line was seen to be slow.
/** @typedef {"auto" | "on" | "off"} Choice */
/** @typedef {"" | "chosen" | "save_data" | "slow"} Why  "" when it does not */
/** @typedef {{saveData?: boolean, effectiveType?: string, rtt?: number}} Hints  as a browser's navigator.connection has them */

/** Milliseconds there and back from which a line is slow, and below which it is not any more. */
const SLOW = 800;
const QUICK = 400;
const LOOKED_AT = 5;
const ENOUGH = 2;
const SLOW_TYPES = ["slow-2g", "2g"];

export class LowData {
  /** @param {Choice} choice @param {Hints} [hints] */
  constructor(choice, hints = {}) {
    this.choice = choice;
    this.hints = hints;
    /** @type {number[]} */
    this.times = [];
    this.slow = false;
  }

  /** How long the server took to answer something. @param {number} ms */
  measured(ms) {
    this.times = [...this.times, ms].slice(-LOOKED_AT);
    if (this.times.length < ENOUGH) return;
    const middle = [...this.times].sort((a, b) => a - b)[Math.floor((this.times.length - 1) / 2)];
    if (middle >= SLOW) this.slow = true;
    else if (middle < QUICK) this.slow = false;
  }

  /** @returns {Why} */
  why() {
    if (this.choice !== "auto") return this.choice === "on" ? "chosen" : "";
    if (this.hints.saveData) return "save_data";
    if (this.slow || SLOW_TYPES.includes(this.hints.effectiveType ?? "") || (this.hints.rtt ?? 0) > SLOW) return "slow";
    return "";
  }
}

// Who has seen which edit, and how long that took.
import { performance } from 'node:perf_hooks';

export class Tally {
  sent = 0;
  delivered = 0;

  constructor(clients, most) {
    this.clients = clients;
    this.at = new Float64Array(most);
    this.author = new Uint16Array(most);
    this.seenBy = Array.from({ length: clients }, () => new Uint8Array(most));
    this.times = new Float32Array(most * (clients - 1));
  }

  /** A number for the edit that `author` sends now. */
  send(author) {
    if (this.sent === this.at.length) throw new Error('more edits than planned');
    this.author[this.sent] = author;
    this.at[this.sent] = performance.now();
    return this.sent++;
  }

  seen(client, edit, now) {
    if (edit >= this.sent || this.seenBy[client][edit]) return;
    this.seenBy[client][edit] = 1;
    if (this.author[edit] !== client) this.times[this.delivered++] = now - this.at[edit];
  }

  get missing() {
    return this.sent * (this.clients - 1) - this.delivered;
  }

  async complete(patience) {
    const until = performance.now() + patience;
    while (this.missing && performance.now() < until) await pause(25);
  }
}

/** @param {ArrayLike<number>} times */
export function quantiles(times) {
  const sorted = Float32Array.from(times).sort();
  const at = (share) => (sorted.length ? rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))], 1) : null);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const rounded = (value, digits) => Number(value.toFixed(digits));
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

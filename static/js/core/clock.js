// The server's clock, from what it said and when that came. Between asking and hearing it is known within the time that took;
// a heartbeat is never younger than it says. A device whose own clock is set anew is noticed.

const DRIFT = 0.0002;
const OLDEST = 30000;

export class ServerClock {
  /** @param {() => number} now this device's clock */
  constructor(now) {
    this.now = now;
    /** The server's clock less this device's lies between these. */
    this.least = -Infinity;
    this.most = Infinity;
    this.at = now();
  }

  /** The server said `time`; asked at `sent`, heard now. @param {string | number | undefined} time @param {number} sent */
  answered(time, sent) {
    const said = millis(time);
    if (said === null) return;
    const heard = this.now();
    this.narrow(said - heard, said - sent);
  }

  /** The server said `time` unasked. @param {string | number | undefined} time */
  heard(time) {
    const said = millis(time);
    if (said !== null) this.narrow(said - this.now(), Infinity);
  }

  /** @param {number} least @param {number} most */
  narrow(least, most) {
    const now = this.now();
    const loose = DRIFT * Math.max(0, now - this.at);
    const wide = this.most - this.least;
    this.at = now;
    this.least -= loose;
    this.most += loose;
    const jumped = least > this.most || most < this.least || least < this.least - OLDEST;
    if (jumped) {
      this.least = least;
      this.most = most < Infinity ? most : least + (wide < Infinity ? wide : 0);
    } else {
      this.least = Math.max(this.least, least);
      this.most = Math.min(this.most, most);
    }
  }

  /** How much to add to this device's clock. */
  offset() {
    if (this.least === -Infinity) return 0;
    return this.most === Infinity ? this.least : (this.least + this.most) / 2;
  }

  serverNow() {
    return Math.round(this.now() + this.offset());
  }
}

/** @param {string | number | undefined} time @returns {number | null} */
function millis(time) {
  const value = typeof time === "string" ? Date.parse(time) : time;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

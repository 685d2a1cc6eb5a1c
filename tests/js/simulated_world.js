// A clock, a random generator and a bad network for the sync fuzz. Nothing here waits for real time.

/** @param {number} seed */
export function generator(seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (/** @type {number} */ n) => Math.floor(random() * n);
  return {
    random,
    int,
    chance: (/** @type {number} */ p) => random() < p,
    between: (/** @type {number} */ a, /** @type {number} */ b) => a + random() * (b - a),
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[int(list.length)],
  };
}

/** @typedef {ReturnType<typeof generator>} Dice */

export class Clock {
  constructor() {
    this.time = 1_700_000_000_000;
    this.count = 0;
    /** @type {{at: number, order: number, act: (() => void) | null}[]} */
    this.heap = [];
  }

  now() {
    return this.time;
  }

  /** @param {() => void} act @param {number} ms */
  set(act, ms) {
    const timer = { at: this.time + Math.max(0, ms), order: (this.count += 1), act: /** @type {(() => void) | null} */ (act) };
    const { heap } = this;
    let i = heap.push(timer) - 1;
    for (let up = (i - 1) >> 1; i > 0 && before(heap[i], heap[up]); i = up, up = (i - 1) >> 1) [heap[i], heap[up]] = [heap[up], heap[i]];
    return timer;
  }

  /** @param {any} timer */
  clear(timer) {
    if (timer) timer.act = null;
  }

  pop() {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length && last) {
      heap[0] = last;
      for (let i = 0; ; ) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && before(heap[child], heap[least])) least = child;
        if (least === i) break;
        [heap[i], heap[least]] = [heap[least], heap[i]];
        i = least;
      }
    }
    return top;
  }

  /** Lets `ms` pass. @param {number} ms @param {() => boolean} [enough] */
  async pass(ms, enough = () => false) {
    const end = this.time + ms;
    await settled();
    while (this.heap.length && this.heap[0].at <= end && !enough()) {
      const { at, act } = this.pop();
      if (!act) continue;
      this.time = at;
      act();
      await settled();
    }
    if (!enough()) this.time = end;
  }
}

/** @param {{at: number, order: number}} a @param {{at: number, order: number}} b */
function before(a, b) {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** All promises that can go on have gone on. */
export function settled() {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Behaves as Socket.IO's client does, on a network that loses, repeats, delays and disorders. */
export class BadLink {
  /** @param {{clock: Clock, dice: Dice, server: any, seat: string, on: any, weather: any}} parts */
  constructor({ clock, dice, server, seat, on, weather }) {
    Object.assign(this, { clock, dice, server, seat, on, weather });
    /** @type {any} */ (this.self = this);
    this.closed = false;
    this.up = false;
    this.life = 0;
    this.lastOut = 0;
    this.lastIn = 0;
    this.plan();
  }

  plan() {
    if (this.closed) return;
    const life = (this.life += 1);
    this.clock.set(() => this.life === life && this.open(), this.dice.between(20, 600));
  }

  open() {
    if (this.closed || this.up) return;
    if (this.server.down || (this.weather.bad && this.dice.chance(0.2))) return this.plan();
    this.up = true;
    this.server.links.add(this);
    this.on.up();
  }

  /** The connection breaks. */
  cut() {
    if (!this.up) return;
    this.up = false;
    this.life += 1;
    this.server.left(this);
    if (!this.closed) this.on.down();
    this.plan();
  }

  /** To the server, in order as TCP does; what is lost is lost. @param {string} event @param {any} payload */
  send(event, payload) {
    if (!this.up) return;
    const copy = structuredClone(payload);
    if (this.weather.bad && this.dice.chance(this.weather.loss)) return;
    const { life } = this;
    this.lastOut = Math.max(this.lastOut, this.clock.now() + this.dice.between(2, 80));
    const arrive = () => this.up && this.life === life && this.server.hears(this, event, copy);
    this.clock.set(arrive, this.lastOut - this.clock.now());
    if (this.weather.bad && this.dice.chance(0.03)) this.clock.set(arrive, this.lastOut - this.clock.now());
  }

  /** @param {string} event @param {any} payload */
  ask(event, payload) {
    return new Promise((resolve, reject) => {
      const { life } = this;
      this.clock.set(() => reject(new Error("no answer")), 10000);
      if (!this.up || (this.weather.bad && this.dice.chance(this.weather.loss))) return;
      this.clock.set(() => {
        if (!this.up || this.life !== life) return;
        const answer = structuredClone(this.server.asked(this, event, payload));
        this.clock.set(() => this.life === life && resolve(answer), this.dice.between(2, 80));
      }, this.dice.between(2, 80));
    });
  }

  /** From the server; several payloads share their fate. @param {string} event @param {any[]} payloads */
  deliver(event, ...payloads) {
    if (this.weather.bad && this.dice.chance(this.weather.loss)) return;
    const copies = structuredClone(payloads);
    const { life } = this;
    const late = this.weather.bad && this.dice.chance(0.1) ? this.dice.between(0, 400) : 0;
    if (!late) this.lastIn = Math.max(this.lastIn, this.clock.now() + this.dice.between(2, 80));
    const wait = late || this.lastIn - this.clock.now();
    const arrive = () => this.up && this.life === life && !this.closed && copies.forEach((copy) => this.on.event(event, structuredClone(copy)));
    this.clock.set(arrive, wait);
    if (this.weather.bad && this.dice.chance(0.03)) this.clock.set(arrive, wait + this.dice.between(0, 300));
  }

  retry() {
    if (!this.up) this.open();
  }

  reset() {
    this.cut();
  }

  close() {
    this.closed = true;
    this.cut();
  }
}

// Deltas on a note's text, counted in code points: apply, compose, transform, invert, diff. Pure; twin of board/text.py.
/** @typedef {import("./types.js").Delta} Delta */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {"left" | "right"} Side */

/** A delta that is malformed or does not fit its text. */
export class BadDelta extends Error {}

const LONE = /\p{Surrogate}/u;

/** @param {string} text */
export function cpLength(text) {
  let count = 0;
  for (let i = 0; i < text.length; i += 1, count += 1) {
    if (isPair(text, i)) i += 1;
  }
  return count;
}

/** @param {string} text @param {number} i */
function isPair(text, i) {
  const high = text.charCodeAt(i);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(i + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** @param {string} text @param {number} cp */
export function cpToUtf16(text, cp) {
  let i = 0;
  for (let left = cp; left > 0 && i < text.length; left -= 1) i += isPair(text, i) ? 2 : 1;
  return i;
}

/** @param {string} text @param {number} index */
export function utf16ToCp(text, index) {
  return cpLength(text.slice(0, index));
}

/** @param {Part} part */
function sort(part) {
  return typeof part === "string" ? "insert" : part > 0 ? "keep" : "delete";
}

/** Throws BadDelta unless `delta` follows the rules. @param {unknown} delta @returns {Delta} */
export function check(delta) {
  if (!Array.isArray(delta)) throw new BadDelta("a delta is a list");
  let last = "";
  for (const part of delta) {
    if (typeof part === "string") {
      if (part === "" || LONE.test(part) || part.includes("\0")) throw new BadDelta("bad insertion");
    } else if (!Number.isSafeInteger(part) || part === 0) {
      throw new BadDelta("bad component");
    }
    if (sort(part) === last) throw new BadDelta("two neighbours of the same sort");
    last = sort(part);
  }
  return delta;
}

/** How many code points of the text a delta reads. @param {Delta} delta */
export function reach(delta) {
  let sum = 0;
  for (const part of delta) if (typeof part === "number") sum += Math.abs(part);
  return sum;
}

/** @param {string} text @param {Delta} delta */
export function apply(text, delta) {
  check(delta);
  const before = Array.from(text);
  if (reach(delta) > before.length) throw new BadDelta("longer than its text");
  let at = 0;
  let out = "";
  for (const part of delta) {
    if (typeof part === "string") out += part;
    else if (part > 0) {
      out += before.slice(at, at + part).join("");
      at += part;
    } else at -= part;
  }
  return out + before.slice(at).join("");
}

/** Collects parts in canonical form: neighbours merged, an insertion before a deletion, nothing kept at the end. */
class Builder {
  constructor() {
    /** @type {Delta} */
    this.parts = [];
  }

  /** @param {Part} part */
  push(part) {
    if (part === 0 || part === "") return;
    const { parts } = this;
    const end = parts.length - 1;
    const last = parts[end];
    if (typeof part === "string") {
      if (typeof last === "string") parts[end] = last + part;
      else if (typeof last === "number" && last < 0) {
        const before = parts[end - 1];
        if (typeof before === "string") parts[end - 1] = before + part;
        else parts.splice(end, 0, part);
      } else parts.push(part);
    } else if (typeof last === "number" && last > 0 === part > 0) parts[end] = last + part;
    else parts.push(part);
  }

  done() {
    const last = this.parts[this.parts.length - 1];
    if (typeof last === "number" && last > 0) this.parts.pop();
    return this.parts;
  }
}

/** Reads a delta in pieces of any length; past its end it keeps for ever. */
class Reader {
  /** @param {Delta} delta */
  constructor(delta) {
    this.delta = delta;
    this.i = 0;
    this.used = 0;
    this.count();
  }

  count() {
    const part = this.delta[this.i];
    this.points = typeof part === "string" ? Array.from(part) : null;
  }

  get over() {
    return this.i >= this.delta.length;
  }

  get sort() {
    return this.over ? "keep" : sort(this.delta[this.i]);
  }

  get left() {
    if (this.over) return Infinity;
    const size = this.points ? this.points.length : Math.abs(Number(this.delta[this.i]));
    return size - this.used;
  }

  /** @param {number} n @returns {Part} */
  take(n) {
    if (this.over) return n;
    const piece = this.points ? this.points.slice(this.used, this.used + n).join("") : Math.sign(Number(this.delta[this.i])) * n;
    this.used += n;
    if (this.left === 0) {
      this.i += 1;
      this.used = 0;
      this.count();
    }
    return piece;
  }
}

/** One delta that does `a`, then `b`. @param {Delta} a @param {Delta} b */
export function compose(a, b) {
  const out = new Builder();
  const first = new Reader(a);
  const second = new Reader(b);
  while (!first.over || !second.over) {
    if (first.sort === "delete") {
      out.push(first.take(first.left));
    } else if (second.sort === "insert") {
      out.push(second.take(second.left));
    } else {
      const n = Math.min(first.left, second.left);
      const mine = first.take(n);
      const then = second.take(n);
      if (typeof mine === "string") {
        if (Number(then) > 0) out.push(mine);
      } else out.push(then);
    }
  }
  return out.done();
}

/** `a` as it must be after `b`, both made on the same text. Side "left": a's insertion at one place goes first. @param {Delta} a @param {Delta} b @param {Side} side */
export function transform(a, b, side) {
  const out = new Builder();
  const mine = new Reader(a);
  const theirs = new Reader(b);
  while (!mine.over) {
    if (mine.sort === "insert" && (theirs.sort !== "insert" || side === "left")) {
      out.push(mine.take(mine.left));
    } else if (theirs.sort === "insert") {
      const n = theirs.left;
      theirs.take(n);
      out.push(n);
    } else {
      const n = Math.min(mine.left, theirs.left);
      const part = mine.take(n);
      if (Number(theirs.take(n)) > 0) out.push(part);
    }
  }
  return out.done();
}

/** The delta that undoes `delta`, which was made on `text`. @param {Delta} delta @param {string} text */
export function invert(delta, text) {
  const before = Array.from(text);
  const out = new Builder();
  let at = 0;
  for (const part of delta) {
    if (typeof part === "string") out.push(-cpLength(part));
    else if (part > 0) {
      out.push(part);
      at += part;
    } else {
      out.push(before.slice(at, at - part).join(""));
      at -= part;
    }
  }
  return out.done();
}

/** One replacement that turns `before` into `after`. @param {string} before @param {string} after */
export function splice(before, after) {
  const [a, b, start, end] = trimmed(before, after);
  const out = new Builder();
  out.push(start);
  out.push(b.slice(start, b.length - end).join(""));
  out.push(-(a.length - start - end));
  return out.done();
}

/** @param {string} before @param {string} after @returns {[string[], string[], number, number]} both in code points, equal start, equal end */
function trimmed(before, after) {
  const a = Array.from(before);
  const b = Array.from(after);
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a, b, start, end];
}

/** The smallest edit from `before` to `after` (longest common subsequence, at most 2,000 by 2,000). @param {string} before @param {string} after */
export function diff(before, after) {
  const [a, b, start, end] = trimmed(before, after);
  const rows = a.length - start - end;
  const cols = b.length - start - end;
  if (rows * cols > 5e6) return splice(before, after);
  const width = cols + 1;
  const common = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = cols - 1; j >= 0; j -= 1) {
      const k = i * width + j;
      common[k] = a[start + i] === b[start + j] ? common[k + width + 1] + 1 : Math.max(common[k + width], common[k + 1]);
    }
  }
  const out = new Builder();
  out.push(start);
  let i = 0;
  let j = 0;
  while (i < rows || j < cols) {
    const k = i * width + j;
    if (i < rows && j < cols && a[start + i] === b[start + j]) {
      out.push(1);
      i += 1;
      j += 1;
    } else if (j < cols && (i === rows || common[k + 1] >= common[k + width])) {
      out.push(b[start + j]);
      j += 1;
    } else {
      out.push(-1);
      i += 1;
    }
  }
  return out.done();
}

/** Where a caret at `index` stands after `delta`; an insertion right at it does not push it. @param {number} index @param {Delta} delta */
export function mapIndex(index, delta) {
  let at = 0;
  let out = index;
  for (const part of delta) {
    if (at > index || (at === index && typeof part === "string")) break;
    if (typeof part === "string") out += cpLength(part);
    else if (part > 0) at += part;
    else {
      out -= Math.min(-part, index - at);
      at -= part;
    }
  }
  return out;
}

/** What a delta inserts, for giving words back. @param {Delta} delta */
export function inserted(delta) {
  return delta.filter((part) => typeof part === "string").join("");
}

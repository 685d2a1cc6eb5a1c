// Comparing field values and cutting steps into changes that the limits allow.
/** @typedef {import("./types.js").Step} Step */

const STEPS_A_CHANGE = 500;
const BYTES_A_CHANGE = 56 * 1024;
const utf8 = new TextEncoder();

/** Same value, lists and objects by content. @param {any} a @param {any} b @returns {boolean} */
export function equal(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => name in b && equal(a[name], b[name]));
}

/** @param {readonly Step[]} steps @param {number} [most] @returns {Step[][]} */
export function split(steps, most = STEPS_A_CHANGE) {
  /** @type {Step[][]} */
  const parts = [];
  let bytes = Infinity;
  for (const step of steps) {
    const size = utf8.encode(JSON.stringify(step)).length + 1;
    if (bytes + size > BYTES_A_CHANGE || parts[parts.length - 1].length >= most) {
      parts.push([]);
      bytes = 0;
    }
    parts[parts.length - 1].push(step);
    bytes += size;
  }
  return parts;
}

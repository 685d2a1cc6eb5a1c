/** Minutes as people type them: any digits, comma or point, blanks around. */

export const MOST_MINUTES = 600;
const ZEROS = [0x660, 0x6f0, 0x966]; // Arabic, Persian, Devanagari

/** @param {string} typed @returns {number|null} null when it is no number */
export function minutesFrom(typed) {
  const plain = [...typed.trim()].map(digit).join("").replace(/[,٫]/u, ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** @param {string} sign */
function digit(sign) {
  const code = /** @type {number} */ (sign.codePointAt(0));
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? sign : String(code - zero);
}

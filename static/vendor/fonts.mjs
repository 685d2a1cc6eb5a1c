// Fonts with less in them: a part of their weights, and where that is asked for of their letters. All features of layout stay, and what
// the font says about its makers and its licence, which allows this: it reserves no name.
import subsetFont from "subset-font";

const PLANE = 0x10000;
const NAMES = [7, 8, 9, 11, 12, 13, 14]; // trademark, makers, licence; the rest of them always stay

/** @param {Buffer} bytes @param {{axes: object, keep?: (code: number) => boolean}} cut @returns {Promise<Buffer>} */
export function cutFont(bytes, { axes, keep }) {
  const options = { targetFormat: "woff2", variationAxes: axes, preserveNameIds: NAMES };
  return keep ? subsetFont(bytes, letters(keep), options) : subsetFont(bytes, undefined, { ...options, keepAllGlyphs: true });
}

/** @param {(code: number) => boolean} keep @returns {string} */
function letters(keep) {
  let text = "";
  for (let code = 0x20; code < PLANE; code += 1) if ((code < 0xd800 || code > 0xdfff) && keep(code)) text += String.fromCodePoint(code);
  return text;
}

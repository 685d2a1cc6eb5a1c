/** What people call a colour, so that a swatch is not the only way to know it. */
import { t } from "../core/i18n.js";

/** From which hue on, in degrees. @type {[number, string][]} */
const HUES = [[345, "red"], [290, "pink"], [255, "purple"], [170, "blue"], [75, "green"], [42, "yellow"], [15, "orange"], [0, "red"]];
const HEX = /^#?([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?$/i;

/** A colour as CSS takes it, or "" for what is none. @param {string} value */
export function cssOf(value) {
  const found = HEX.exec(value.trim());
  if (found) return `#${found[1]}`;
  const parts = /^rgba?\(\s*(\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})/i.exec(value.trim());
  return parts ? `rgb(${parts[1]} ${parts[2]} ${parts[3]})` : "";
}

/** "Yellow", or the value itself where it is no colour. @param {string} value */
export function colorName(value) {
  const rgb = channels(cssOf(value));
  if (!rgb) return value;
  const [r, g, b] = rgb;
  const high = Math.max(r, g, b), low = Math.min(r, g, b), range = high - low;
  if (range < 24) return t(`import.color_${high > 235 ? "white" : high < 60 ? "black" : "grey"}`);
  const hue = ((high === r ? (g - b) / range : high === g ? 2 + (b - r) / range : 4 + (r - g) / range) * 60 + 360) % 360;
  const name = HUES.find(([from]) => hue >= from)?.[1] ?? "red";
  return t(`import.color_${(name === "red" || name === "orange") && low > 130 && (hue > 330 || hue < 15) ? "pink" : name}`);
}

/** @param {string} css @returns {number[] | null} */
function channels(css) {
  if (css.startsWith("rgb(")) return css.slice(4, -1).split(" ").map(Number);
  if (!css) return null;
  const digits = css.length === 4 ? [...css.slice(1)].map((digit) => digit + digit) : /** @type {string[]} */ (css.slice(1).match(/../g));
  return digits.map((pair) => parseInt(pair, 16));
}

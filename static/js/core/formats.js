// Numbers, dates, sizes and lists in the language of the page, from the CLDR patterns that come with its words: browsers know fewer
// languages than we have. What is written here is what the server writes in pages and files (board/cldr.py).
/**
 * @typedef {object} Cldr
 * @property {string} digits from 0 @property {string} decimal @property {string} group
 * @property {[number, number]} sizes of the last group and of those before it @property {string} percent
 * @property {string[]} months @property {string[]} short_months @property {[string, string]} periods before and after noon
 * @property {string} long @property {string} medium @property {string} time @property {string} both
 * @property {Record<string, Record<string, string>>} ago @property {Record<string, string>} list @property {Record<string, Record<string, string>>} units
 */
/** @typedef {{least?: number, most?: number, grouped?: boolean}} Shape `least` digits before the sign, at `most` so many after it */

/** For a page that brought no patterns: tests, and the moment before they come. @type {Cldr} */
export const PLAIN = {
  digits: "0123456789", decimal: ".", group: ",", sizes: [3, 3], percent: "{0}%",
  months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], short_months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], periods: ["AM", "PM"],
  long: "y-MM-dd", medium: "y-MM-dd", time: "HH:mm", both: "{1} {0}",
  ago: { minute: { other: "{0} min ago" }, hour: { other: "{0} h ago" }, day: { other: "{0} d ago" } },
  list: { start: "{0}, {1}", middle: "{0}, {1}", end: "{0}, {1}", 2: "{0}, {1}" },
  units: { kilobyte: { other: "{0} kB" }, megabyte: { other: "{0} MB" }, second: { other: "{0} s" } },
};

/** @param {Cldr} cldr @param {string} text with Latin digits */
const inDigits = (cldr, text) => (cldr.digits[0] === "0" ? text : text.replace(/[0-9]/g, (digit) => cldr.digits[+digit]));

/** @param {Cldr} cldr @param {number} value @param {Shape} [shape] */
export function formatNumber(cldr, value, { least = 1, most = 3, grouped = true } = {}) {
  const [whole, part = ""] = Math.abs(value).toFixed(most).split(".");
  const rest = part.replace(/0+$/, "");
  const padded = whole.padStart(least, "0");
  const minus = value < 0 && (+whole || rest) ? "-" : "";
  return inDigits(cldr, minus + (grouped ? inGroups(cldr, padded) : padded) + (rest && cldr.decimal + rest));
}

/** @param {Cldr} cldr @param {string} digits */
function inGroups({ group, sizes: [last, before] }, digits) {
  const groups = [digits.slice(-last)];
  for (let end = digits.length - last; end > 0; end -= before) groups.unshift(digits.slice(Math.max(0, end - before), end));
  return groups.join(group);
}

/** @param {Cldr} cldr @param {Date} date @param {"long" | "medium" | "time" | "both"} sort "both": the day and the time @returns {string} */
export function formatDate(cldr, date, sort) {
  if (sort === "both") return cldr.both.replace("{1}", formatDate(cldr, date, "medium")).replace("{0}", formatDate(cldr, date, "time"));
  return cldr[sort].replace(/'([^']*)'|([a-zA-Z])\2*/g, (field, quoted) => (quoted === undefined ? part(cldr, date, field) : quoted || "'"));
}

/** One field of a pattern. @param {Cldr} cldr @param {Date} date @param {string} field */
function part(cldr, date, field) {
  const month = date.getMonth();
  if (field[0] === "M" && field.length > 2) return (field.length === 3 ? cldr.short_months : cldr.months)[month];
  if (field[0] === "a") return cldr.periods[date.getHours() < 12 ? 0 : 1];
  /** @type {Record<string, number>} */
  const values = { y: date.getFullYear(), M: month + 1, d: date.getDate(), H: date.getHours(), h: date.getHours() % 12 || 12, m: date.getMinutes() };
  return inDigits(cldr, String(values[field[0]]).padStart(field.length, "0"));
}

/** @param {Cldr} cldr @param {"minute" | "hour" | "day"} unit @param {number} count so many units ago @param {(count: number) => string} plural */
export function formatAgo(cldr, unit, count, plural) {
  return counted(cldr, cldr.ago[unit], count, plural);
}

/** @param {Cldr} cldr @param {"kilobyte" | "megabyte" | "second"} unit @param {number} value rounded as it is to be shown @param {(count: number) => string} plural */
export function formatUnit(cldr, unit, value, plural) {
  return counted(cldr, cldr.units[unit], value, plural);
}

/** @param {Cldr} cldr @param {Record<string, string>} forms @param {number} value @param {(count: number) => string} plural */
function counted(cldr, forms, value, plural) {
  return (forms[plural(value)] ?? forms.other).replace("{0}", formatNumber(cldr, value));
}

/** @param {Cldr} cldr @param {number} share 1 is the whole */
export function formatPercent(cldr, share) {
  return cldr.percent.replace("{0}", formatNumber(cldr, Math.round(share * 100)));
}

/** @param {Cldr} cldr @param {string[]} parts */
export function formatList({ list }, parts) {
  if (parts.length < 2) return parts[0] ?? "";
  if (parts.length === 2) return joined(list[2], parts[0], parts[1]);
  let text = joined(list.start, parts[0], parts[1]);
  for (const each of parts.slice(2, -1)) text = joined(list.middle, text, each);
  return joined(list.end, text, parts.at(-1) ?? "");
}

/** @param {string} pattern @param {string} one @param {string} two */
const joined = (pattern, one, two) => pattern.replace(/\{([01])\}/g, (_, which) => (which === "0" ? one : two));

/** How many private notes there are, per theme: the only thing that is known of notes that others write in private. */
import { signal, html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
/** @typedef {import("./state.js").App} App */

/** @type {any} theme id -> number */
const counts = signal(/** @type {Record<string, number>} */ ({}));

/** @param {any} sync @returns {() => void} */
export function followCounts(sync) {
  counts.value = sync.counts.private;
  return sync.on("counts", (/** @type {{private: Record<string, number>}} */ news) => (counts.value = news.private));
}

/** How many notes wait for the reveal, on the whole board or in one theme. @param {string} [theme] @returns {number} */
export function privateCount(theme) {
  if (theme !== undefined) return counts.value[theme] ?? 0;
  return Object.values(counts.value).reduce((sum, count) => sum + count, 0);
}

/** "12 notes are being written here". @param {{app: App, theme: string}} props */
export function PrivateCount({ app, theme }) {
  const count = app.live.board().private ? privateCount(theme) : 0;
  return count ? html`<p class="private-count">${t("private.count_here", { count })}</p>` : null;
}

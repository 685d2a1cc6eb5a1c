/** The outline: the whole board as a structured list, where everything can be done by keyboard. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { isFiltering } from "../core/session.js";
import { Filter } from "./filter.js";
import { OutlineTheme } from "./outline_theme.js";
import { give, isUpForVote, take } from "./vote_actions.js";
/** @typedef {import("./state.js").App} App */

const BIG = 300;
const LINES = ".note-line, .cluster-toggle";

/** @param {{app: App, page?: boolean}} props `page`: it is the whole page, not a panel beside the canvas */
export function Outline({ app, page }) {
  const { live, session } = app;
  const { all } = live.counts.value;
  const filter = session.filter.value;
  const filtering = isFiltering(filter);
  const themes = live.themes().filter((/** @type {any} */ theme) => !filter.theme || theme.id === filter.theme);
  return html`<div class=${page ? "outline outline-page" : "outline"} id="outline" tabindex="-1" onKeyDown=${(/** @type {KeyboardEvent} */ event) => step(app, event)}>
    ${page ? html`<h2 class="outline-title" dir="auto">${live.board().title}</h2>` : html`<h2 class="visually-hidden">${t("panel.outline")}</h2>`}
    <${Filter} app=${app} />
    ${themes.map((/** @type {any} */ theme, /** @type {number} */ i) => html`<${OutlineTheme} key=${theme.id} app=${app} id=${theme.id} folded=${all > BIG && i > 0 && !filtering} filtering=${filtering} />`)}
  </div>`;
}

/** Up, Down, Home and End go from line to line; Ctrl and Enter or Space select; plus and minus give and take back a vote. @param {App} app @param {KeyboardEvent} event */
function step(app, event) {
  const here = /** @type {HTMLElement} */ (event.target);
  if (!here.matches(LINES) || event.altKey) return;
  if (event.ctrlKey || event.metaKey) return event.key === "Enter" || event.key === " " ? choose(app, event, here) : undefined;
  if (["+", "-"].includes(event.key)) return votes(app, event, here);
  if (!["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
  const lines = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll(LINES)];
  const at = lines.indexOf(here);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key] ?? at;
  const line = /** @type {HTMLElement|undefined} */ (lines[next]);
  if (!line) return;
  event.preventDefault();
  line.focus();
}

/** Adds a note to those selected, or takes it away. @param {App} app @param {KeyboardEvent} event @param {HTMLElement} line */
function choose(app, event, line) {
  const id = /** @type {HTMLElement|null} */ (line.closest("[data-note]"))?.dataset.note;
  if (!id || !line.classList.contains("note-line")) return;
  event.preventDefault();
  const next = new Set(app.session.selection.peek());
  if (!next.delete(id)) next.add(id);
  app.session.selection.value = next;
  app.session.announce.value = t("announce.selected", { count: next.size });
}

/** @param {App} app @param {KeyboardEvent} event @param {HTMLElement} line */
function votes(app, event, line) {
  const round = app.store.openRound();
  if (!round || !app.session.singleKeys.peek()) return;
  const type = line.classList.contains("note-line") ? "note" : "cluster";
  const place = /** @type {HTMLElement|null} */ (line.closest(type === "note" ? "[data-note]" : "[data-cluster]"));
  const record = app.store.get(type, place?.dataset[type] ?? "");
  if (!isUpForVote(app, round, type, record)) return;
  event.preventDefault();
  (event.key === "+" ? give : take)(app, round, record.id);
}

/** The board page: header, canvas or outline, dock, panel, dialogs, and the keys that work everywhere. */
import { html, useEffect } from "../../vendor/preact-htm-signals.js";
import { t, withWords } from "../core/i18n.js";
import { Header } from "./header.js";
import { Dock } from "./dock.js";
import { Panel, panelName } from "./panel.js";
import { CanvasHost } from "./canvas_host.js";
import { Outline } from "./outline.js";
import { ContextMenu } from "./menu.js";
import { Toast } from "./toast.js";
import { Announcer } from "./announcer.js";
import { Refusals } from "./refused.js";
import { Lost } from "./page_state.js";
import { StepWatch } from "./step_watch.js";
import { HandWatch } from "./people_hands.js";
import { TimerWatch } from "./timer_watch.js";
import { VoteBar } from "./vote_bar.js";
import { Led } from "./present_watch.js";
import { Dialogs } from "./dialogs.js";
import { Later } from "./later.js";
import { withLook } from "./looks.js";
import { MANY } from "./state.js";
import { firstVisit, isFirst } from "./first_time.js";
import { AwayWatch } from "./away_watch.js";
import { keepFocus } from "./keep_focus.js";
/** @typedef {import("./state.js").App} App */

/** What is fetched when it is first wanted, with its words and its look. @param {() => Promise<any>} load */
const finding = (load) => withLook("finding", load);
const TOUR = finding(() => withWords("ui/tour", () => import("./tour.js")).then((module) => module.Tour));
const FIRST = finding(() => withWords("ui/first_card", () => import("./first_card.js")).then((module) => module.FirstCard));
const MINIMAP = finding(() => withWords("ui/minimap_host", () => import("./minimap_host.js")).then((module) => module.Minimap));
const AWAY = finding(() => withWords("ui/away_bar", () => import("./away_bar.js")).then((module) => module.AwayBar));
const PALETTE = finding(() => withWords("ui/palette", () => import("./palette.js")).then((module) => module.Palette));

/** @param {{app: App}} props */
export function Page({ app }) {
  const { session, ui } = app;
  useEffect(() => firstVisit(app), []);
  useEffect(() => {
    const key = (/** @type {KeyboardEvent} */ event) => everywhere(app, event);
    const first = (/** @type {KeyboardEvent} */ event) => meanwhile(app, event) || palette(app, event);
    document.addEventListener("keydown", first, true);
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("keydown", first, true);
      document.removeEventListener("keydown", key);
    };
  }, []);
  useEffect(() => keepFocus(app), []);

  if (ui.lost.value) return html`<main id="main"><${Lost} app=${app} /></main><${Announcer} app=${app} />`;
  const outline = session.view.value === "outline";
  const panel = panelName(app);
  const covered = ui.compact.value && panel !== null;
  return html`<div class="board-app" data-view=${outline ? "outline" : "board"} data-panel=${panel ?? undefined}>
    <${Later} app=${app} when=${ui.tour.value !== null && !ui.phone.value && !covered} load=${TOUR} />
    <div class="under" inert=${covered}>
      <${Skips} app=${app} outline=${outline} />
      <${Header} app=${app} />
      <${Dock} app=${app} />
      <main id="main">${outline ? html`<${Outline} app=${app} page />` : html`<${CanvasHost} app=${app} />`}<${ContextMenu} app=${app} /></main>
    </div>
    <${Later} app=${app} when=${isFirst(app)} load=${FIRST} />
    <${Later} app=${app} when=${ui.news.value !== null} load=${AWAY} />
    <${Later} app=${app} when=${!outline && hasMinimap(app)} load=${MINIMAP} />
    <${VoteBar} app=${app} />
    <${Panel} app=${app} />
    <${Toast} app=${app} />
    <${Dialogs} app=${app} />
    <${Later} app=${app} when=${ui.dialog.value?.name === "palette"} load=${PALETTE} />
    <${Led} app=${app} />
    <${Refusals} app=${app} />
    <${AwayWatch} app=${app} />
    <${StepWatch} app=${app} />
    <${TimerWatch} app=${app} />
    <${HandWatch} app=${app} />
    <${Announcer} app=${app} />
  </div>`;
}

/** @param {App} app */
const hasMinimap = ({ ui, live }) => ui.minimap.value === "on" && !ui.compact.value && live.counts.value.all > MANY;

/** @param {{app: App, outline: boolean}} props */
function Skips({ app, outline }) {
  const { session } = app;
  /** @param {string} id */
  const to = (id) => () => {
    if (id === "outline" && !outline) session.panel.value = "outline";
    requestAnimationFrame(() => {
      const place = document.getElementById(id);
      const target = id === "canvas" ? place?.querySelector("[role=listbox]") || place : id === "dock" ? place?.querySelector("button") || place : place;
      /** @type {HTMLElement|null} */ (target)?.focus();
    });
  };
  return html`<nav class="skips" aria-label=${t("skip.title")}>
    ${!outline && html`<button type="button" class="skip" onClick=${to("canvas")}>${t("skip.board")}</button>`}
    <button type="button" class="skip" onClick=${to("outline")}>${t("skip.outline")}</button>
    <button type="button" class="skip" onClick=${to("dock")}>${t("skip.dock")}</button>
  </nav>`;
}

/** While the palette is on its way, what is typed for it is kept for it and does not reach the canvas, where a letter does something. @param {App} app @param {KeyboardEvent} event @returns {boolean} whether it is */
function meanwhile({ ui }, event) {
  const open = ui.dialog.peek();
  if (open?.name !== "palette" || document.querySelector("dialog.palette[open]")) return false;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Escape") ui.dialog.value = null;
  else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) open.typed = (open.typed ?? "") + event.key;
  return true;
}

/** Opens the palette from anywhere but a dialog, also out of a text field, which keeps its keys to itself. @param {App} app @param {KeyboardEvent} event */
function palette({ ui }, event) {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.isComposing) return;
  if (ui.dialog.peek() || document.querySelector("dialog:modal")) return;
  event.preventDefault();
  event.stopPropagation();
  ui.dialog.value = { name: "palette" };
}

/** @param {App} app @param {KeyboardEvent} event */
function everywhere(app, event) {
  if (event.defaultPrevented || event.altKey || app.ui.dialog.peek()) return;
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.closest?.("input, textarea, select, [contenteditable]")) return;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === "z") event.shiftKey ? app.sync.redo() : app.sync.undo();
    else if (key === "y") app.sync.redo();
    else if (key === "p" && !event.shiftKey) window.open(`/board/${encodeURIComponent(app.page.board)}/print`, "_blank", "noopener");
    else return;
    event.preventDefault();
  } else if (key === "?" && app.session.singleKeys.peek()) {
    event.preventDefault();
    app.ui.dialog.value = { name: "help" };
  } else if (key === "/" && app.session.singleKeys.peek()) {
    event.preventDefault();
    if (app.session.view.peek() === "board") app.session.panel.value = "outline";
    requestAnimationFrame(() => requestAnimationFrame(() => /** @type {HTMLElement|null} */ (document.querySelector("#outline input[type=search]"))?.focus()));
  }
}

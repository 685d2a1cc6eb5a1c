/** Entry of the board page: joins store, sync and session, and shows them in the shape that first.js has chosen. */
import { html, render, signal } from "../../vendor/preact-htm-signals.js";
import "../core/words_signal.js";
import { loadWords } from "../core/i18n.js";
import { createStore } from "../core/store.js";
import { createSync } from "../core/sync.js";
import { browserParts } from "../core/connection.js";
import { createKept, mayKeep } from "../core/kept.js";
import { keepUndo, tabPlace } from "../core/undo_kept.js";
import { createActions } from "../core/actions.js";
import { session, follow } from "../core/session.js";
import { MODES } from "../core/reading.js";
import { createLive } from "../ui/live.js";
import { createState, remember } from "../ui/state.js";
import { iconsFrom } from "../ui/icon.js";
import { offerUndo } from "../ui/note_actions.js";
import { call } from "../ui/api.js";
import { followLine, low } from "../ui/low_data.js";
import { keepOnDevice } from "../ui/offline.js";
import { SHAPES, shapeOfPage } from "../ui/shape.js";
import { recallColours } from "../ui/colours.js";

const place = /** @type {HTMLElement} */ (document.getElementById("app"));
const page = JSON.parse(document.getElementById("page")?.textContent || "{}");

/** @returns {import("../ui/state.js").App} */
function createApp() {
  const store = createStore({ schedule: (/** @type {() => void} */ draw) => whenSeen(draw) });
  const sync = createSync({ board: page.board, seat: page.seat, role: page.role, store, kept: createKept({ board: page.board, seat: page.seat, store }), ...browserParts({ board: page.board, seat: page.seat }) });
  /** @type {any} */
  const actions = createActions({ store, sync });
  session.me.value = page.seat;
  session.role.value = page.role;
  /** @type {any} */ (session).singleKeys = signal(true);
  const ui = createState();
  const app = { page, languages: page.languages || [], store, sync, actions, session, live: createLive(store, session), ui, undo: /** @type {any} */ (null), phone: null, layer: signal(null) };

  if (mayKeep()) app.undo = keepUndo(sync, tabPlace(page.board, page.seat));
  const { removeNotes } = actions;
  actions.removeNotes = (/** @type {string[]} */ ids) => {
    const written = ids.filter((id) => store.get("note", id)?.text.trim());
    removeNotes(ids);
    if (written.length) offerUndo(app, ids);
  };
  return app;
}

/** Next frame, or soon when the tab is hidden and frames stand still. @param {() => void} draw */
function whenSeen(draw) {
  if (document.hidden) setTimeout(draw, 100);
  else requestAnimationFrame(draw);
}

/** @param {import("../ui/state.js").App} app */
function listen(app) {
  const { sync, ui } = app;
  follow(app.store, sync);
  followLine(app);
  sync.on("refused", (/** @type {any} */ refused) => (ui.refused.value = withRefused(ui.refused.value, refused)));
  const steps = () => (ui.can.value = { undo: sync.canUndo(), redo: sync.canRedo() });
  sync.on("undo", steps);
  sync.on("notice", (/** @type {{kind: string}} */ { kind }) => {
    if (kind !== "put_out") return;
    ui.lost.value ??= "put_out";
    call(page.board, "/me").catch(({ reason }) => reason === "forbidden" && (ui.lost.value = reason)); // blocked, or only taken off
  });
  sync.on("state", (/** @type {any} */ saved) => {
    if (saved.state === "refused" && ["not_found", "forbidden", "closed"].includes(saved.reason)) ui.lost.value ??= saved.reason;
  });
  session.pasteText.subscribe((text) => {
    if (!text) return;
    ui.dialog.value = { name: "paste", text };
    session.pasteText.value = "";
  });
  addEventListener("beforeunload", (event) => {
    const { waiting, kept } = session.saved.peek();
    if (waiting && !kept) event.preventDefault(); // only where nothing survives the tab
  });
}

/** A new note that is refused takes its typing with it: one message, with the reason of the first and the words of the second. @param {any[]} list @param {any} refused */
function withRefused(list, refused) {
  const [kind, , id] = refused.steps?.[0] ?? [];
  const note = kind === "text" && refused.reason === "not_found" && list.find(({ steps }) => steps?.some((/** @type {any} */ step) => step[0] === "add" && step[2]?.id === id));
  return note ? list.map((one) => (one === note ? { ...one, text: refused.text || one.text } : one)) : [...list, refused];
}

/** What this device remembers: view, panel, single keys. @param {import("../ui/state.js").App} app */
function recall(app) {
  recallColours();
  const phone = app.ui.phone.peek();
  const wide = matchMedia("(min-width: 1100px)").matches;
  session.view.value = phone || low.peek() ? "outline" : "board";
  session.panel.value = wide ? "outline" : null;
  app.ui.shape.value = shapeOfPage();
  remember(phone ? "view-phone" : low.peek() ? "view-low" : "view", session.view, (view) => view === "board" || view === "outline");
  const isSwitch = (/** @type {string} */ value) => value === "on" || value === "off";
  remember("hear", session.hear, (level) => ["off", "summary", "all"].includes(level));
  remember("minimap", app.ui.minimap, isSwitch);
  remember("reading", session.reading, (mode) => MODES.includes(mode));
  remember("read-in", session.readIn, (code) => /^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/.test(code));
  const keys = signal("on");
  remember("single-keys", keys, isSwitch);
  const { singleKeys } = app.session;
  singleKeys.value = keys.value === "on";
  singleKeys.subscribe((/** @type {boolean} */ on) => (keys.value = on ? "on" : "off"));
}

const { part, load } = SHAPES[shapeOfPage()];
const [Page] = await Promise.all([load(), loadWords(page.language, page.assets, part), iconsFrom(page.assets)]);
const app = createApp();
listen(app);
recall(app);
app.sync.start();
place.replaceChildren();
render(html`<${Page} app=${app} />`, place);
place.setAttribute("data-ready", "");
keepOnDevice(app);

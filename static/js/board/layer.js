// The board layer: puts the canvas into the page, wires its parts, redraws once a frame, and is what panels call.

import { createCamera } from "./camera.js";
import { createClusters } from "./clusters.js";
import { createTitle } from "./cluster_title.js";
import { createCommands } from "./commands.js";
import { createCursors } from "./cursors.js";
import { createDots } from "./dots.js";
import { createDrag } from "./drag.js";
import { createEditor } from "./editor.js";
import { createGestures } from "./gestures.js";
import { createGroup } from "./group.js";
import { createKeyboard } from "./keyboard.js";
import { createLasso } from "./lasso.js";
import { createLeading } from "./leading.js";
import { createLinks } from "./links.js";
import { createNotes } from "./notes.js";
import { createOffer } from "./offer.js";
import { createOverview } from "./overview.js";
import { buildParts } from "./parts.js";
import { createScene } from "./scene.js";
import { createSelect } from "./select.js";
import { canvasMeasure, createTextFit, FAMILY } from "./textfit.js";
import { createVotes } from "./vote_marks.js";
import { createZones } from "./zones.js";
import { whenColoursChange } from "../ui/colours.js";

const REST = 200;
/** Types of records that show on notes and clusters without moving them; `board` for what one may do. */
const HANGING = ["answer", "comment", "reaction", "translation", "vote", "round", "board"];

/** @typedef {import('./types.js').Board} Board */

/** @param {{root: HTMLElement, store: any, sync: any, actions: any, session: any, t: (key: string, values?: any) => string}} options */
export function createLayer({ root, store, sync, actions, session, t }) {
  const parts = buildParts(root);
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  let frame = 0;
  let resting = 0;
  let moving = false;
  let zoomed = true;
  let panned = true;
  let placed = false;
  let touched = false;
  /** @type {(() => void)[]} */
  const offs = [];

  const board = /** @type {Board} */ ({
    parts,
    store,
    sync,
    actions,
    session,
    t,
    schedule,
    settle,
    everyFrame: new Set(),
    travellers: new Set(),
    far: () => board.camera.z < Math.max(0.28, Math.min(0.4, 0.45 / (devicePixelRatio || 1))),
    mayAdd: () => actions.may("add"),
    say: (words) => {
      session.announce.value = words;
    },
    tell: (words) => {
      session.toast.value = { text: words };
    },
    why(action, record, forbidden = "note.not_yours") {
      const reason = actions.whyNot(action, record);
      return reason && t(reason === "forbidden" ? forbidden : `canvas.why_${reason}`);
    },
  });
  const camera = (board.camera = createCamera({
    onChange: travelled,
    insets,
    still: () => stillness.matches,
    nextFrame: (fn) => requestAnimationFrame(fn),
  }));
  const scene = (board.scene = createScene({ store, session }));
  board.textfit = createTextFit(canvasMeasure(document));
  board.votes = createVotes(board);
  const clusters = (board.clusters = createClusters(board));
  const links = (board.links = createLinks(board));
  const notes = (board.notes = createNotes(board));
  const overview = (board.overview = createOverview(board));
  const zones = (board.zones = createZones(board));
  const select = (board.select = createSelect(board));
  const drag = (board.drag = createDrag(board));
  const editor = (board.editor = createEditor(board));
  const title = (board.title = createTitle(board));
  const offer = (board.offer = createOffer(board));
  board.group = createGroup(board);
  board.lasso = createLasso(board);
  const dots = createDots(parts.dots, camera);
  const cursors = (board.cursors = createCursors(board));

  function insets() {
    const { start = 0, end = 0, top = 72, bottom = 84 } = session.panelInset.value ?? {};
    const backwards = getComputedStyle(document.documentElement).direction === "rtl";
    return { top, bottom, left: (backwards ? end : start) + 12, right: (backwards ? start : end) + 12 };
  }

  function schedule() {
    if (!frame) frame = requestAnimationFrame(draw);
  }

  /** @param {'pan' | 'zoom'} kind */
  function travelled(kind) {
    panned = true;
    leading.moved();
    for (const told of board.travellers) told();
    if (kind === "zoom") {
      zoomed = true;
      if (camera.z < 1) links.spoil();
    }
    if (!moving) {
      moving = true;
      parts.viewport.classList.add("moving");
    }
    clearTimeout(resting);
    resting = window.setTimeout(rest, REST);
    schedule();
  }

  function rest() {
    moving = false;
    parts.viewport.classList.remove("moving");
    cursors.rescale(false);
    if (session.zoom.value !== camera.z) session.zoom.value = camera.z;
    schedule();
  }

  function draw() {
    frame = 0;
    let again = false;
    for (const part of board.everyFrame) again = part() || again;
    if (panned) transform();
    if (zoomed) rescale();
    panned = zoomed = false;
    if (!board.far()) dots.update(moving);
    const more = notes.cull();
    if (board.far()) overview.update(moving);
    else if (!more) overview.hide();
    if (again || more) schedule();
  }

  function transform() {
    const where = `translate(${camera.x}px, ${camera.y}px) scale(${camera.z})`;
    parts.world.style.transform = where;
    parts.guests.style.transform = where;
  }

  let wasFar = board.far();
  function rescale() {
    zones.rescale();
    cursors.rescale(moving);
    const isFar = board.far();
    if (isFar === wasFar) return;
    wasFar = isFar;
    parts.viewport.classList.toggle("far", isFar);
    notes.reset();
    overview.spoil();
  }

  /** Take over what changed. @param {Iterable<string>} ids notes @param {boolean} all @param {Iterable<string>} [framed] clusters */
  function take(ids, all, framed = []) {
    const middle = camera.centre();
    const { moved, touched, shift } = scene.update(ids, all, framed);
    const by = shift(middle.x, middle.y);
    if (placed && (by.x || by.y)) camera.set(camera.x - by.x * camera.z, camera.y - by.y * camera.z, camera.z);
    drag.forget(ids);
    select.tidy();
    editor.check();
    title.check();
    links.spoil();
    zones.paint();
    if (all || moved) {
      notes.reset();
      notes.repaintAll();
    } else {
      notes.refresh(new Set([...ids, ...touched]));
      clusters.survey();
    }
    clusters.repaintAll();
    overview.spoil();
    parts.notes.setAttribute(
      "aria-label",
      t("canvas.label", { title: store.board()?.title ?? "", count: store.all("note").length }),
    );
    settleView();
    schedule();
  }

  /** @param {string[]} [ids] @param {string[]} [framed] */
  function settle(ids = [], framed = []) {
    take(ids, false, framed);
  }

  /** The first view, and again while nobody has moved it. */
  function settleView() {
    if (placed || !scene.zones().size || camera.width < 2) return;
    placed = true;
    layer.begin();
  }

  const layer = (board.layer = Object.assign(createCommands(board), { gestures: /** @type {any} */ (null), destroy }));
  const gestures = (layer.gestures = createGestures(board));
  const keyboard = createKeyboard(board);
  const leading = createLeading(board);

  function relabel() {
    parts.help.textContent = t("canvas.help");
    zones.paint();
    notes.repaintAll();
    clusters.repaintAll();
    parts.notes.setAttribute(
      "aria-label",
      t("canvas.label", { title: store.board()?.title ?? "", count: store.all("note").length }),
    );
    schedule();
  }

  function refit() {
    board.textfit.forget();
    notes.repaintAll();
    schedule();
  }

  /** What hangs on notes and clusters has changed, or what one may do: they stay where they are. */
  function hang() {
    notes.repaint();
    clusters.repaintAll();
    links.spoil();
  }

  function refilter() {
    scene.readFilter();
    notes.repaintAll();
    clusters.repaintAll();
    zones.paint();
    overview.spoil();
    schedule();
  }

  const sizes = new ResizeObserver(() => {
    const before = camera.width;
    camera.resize(parts.viewport.clientWidth, parts.viewport.clientHeight);
    gestures.remeasure();
    notes.reset();
    overview.spoil();
    if (placed && !touched && before !== camera.width) layer.begin();
    settleView();
    schedule();
  });
  sizes.observe(parts.viewport);
  const words = new MutationObserver(relabel);
  words.observe(document.documentElement, { attributes: true, attributeFilter: ["lang", "dir"] });
  const recolour = () => {
    overview.recolour();
    schedule();
  };
  const endColours = whenColoursChange(recolour);
  const touch = () => {
    touched = true;
  };
  parts.viewport.addEventListener("pointerdown", touch);
  parts.viewport.addEventListener("wheel", touch, { passive: true });
  document.fonts.addEventListener("loadingdone", refit);
  document.fonts.load(`13px ${FAMILY}`).then(refit, () => {});

  offs.push(
    store.subscribe((/** @type {Map<string, Set<string>>} */ dirty) => {
      const all = dirty.has("theme") || dirty.has("board");
      if (dirty.has("seat")) notes.repaint();
      if (dirty.has("answer") && session.filter.value.unanswered) scene.readFilter();
      const moves = all || dirty.has("note") || dirty.has("cluster");
      if (moves) take(dirty.get("note") ?? [], all, dirty.get("cluster") ?? []);
      if (HANGING.some((type) => dirty.has(type))) hang();
    }),
    session.round.subscribe(() => hang()),
    ...[session.reading, session.readIn, session.flipped].map((each) => each.subscribe(() => notes.repaint())),
    session.filter.subscribe(refilter),
    sync.on("counts", () => zones.paint()),
    session.role.subscribe(() => {
      zones.paint();
      hang();
    }),
    session.tool.subscribe(() => gestures.space(false)),
    session.panelInset.subscribe(() => {
      if (placed && !touched) layer.begin();
    }),
  );
  camera.resize(parts.viewport.clientWidth, parts.viewport.clientHeight);
  scene.readFilter();
  take([], true);
  relabel();

  function destroy() {
    for (const off of offs) off();
    editor.end();
    title.end();
    offer.close(false);
    notes.destroy();
    overview.destroy();
    select.destroy();
    leading.destroy();
    links.destroy();
    clusters.destroy();
    gestures.destroy();
    keyboard.destroy();
    cursors.destroy();
    sizes.disconnect();
    words.disconnect();
    endColours();
    document.fonts.removeEventListener("loadingdone", refit);
    cancelAnimationFrame(frame);
    clearTimeout(resting);
    parts.viewport.remove();
  }

  return layer;
}

/** @typedef {ReturnType<typeof createLayer>} Layer */

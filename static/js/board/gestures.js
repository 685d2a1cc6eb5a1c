// Pointer, wheel and touch: what a hand means (pan, zoom, choose, move, write), told to the parts that do it.

import { createGlide } from "./glide.js";
import { createTaps, SLACK, voteUnder } from "./taps.js";
import { spread, wheel } from "./travel.js";

const HOLD = 420;
const EDGE = 44;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {{sx: number, sy: number, type: 'mouse' | 'pen' | 'touch'}} Finger */
/**
 * @typedef {object} Act what the hand is doing
 * @property {'press' | 'pan' | 'marquee' | 'lasso' | 'drag' | 'pinch'} mode
 * @property {number} id the pointer
 * @property {number} sx where it began
 * @property {number} sy
 * @property {string | null} note what it began on
 * @property {string | null} cluster whose title it began on
 * @property {'more' | 'less' | 'turn' | null} vote whether it began on the plus or minus of a vote, or on the sign that turns to the original
 * @property {boolean} chosen whether that was selected already
 * @property {boolean} add whether what is selected stays
 * @property {boolean} [free] whether a key is held so that nothing lines up
 * @property {any} [hold] the timer of a long press
 */

/** @param {Board} board */
export function createGestures(board) {
  const { camera, scene, session, store, actions, select, drag, editor } = board;
  const { viewport } = board.parts;
  /** @type {Map<number, Finger>} */
  const fingers = new Map();
  /** @type {Act | null} */
  let act = null;
  const taps = createTaps(board);
  const glide = createGlide({ camera, still: () => matchMedia("(prefers-reduced-motion: reduce)").matches });
  let space = false;
  /** @type {Finger | null} where the mouse is */
  let mouse = null;
  /** @type {DOMRect} */
  let frame = viewport.getBoundingClientRect();

  /** @param {MouseEvent} event @returns {Finger} */
  const finger = (event) => ({
    sx: event.clientX - frame.left,
    sy: event.clientY - frame.top,
    type: /** @type {any} */ (event).pointerType || "mouse",
  });

  /** @param {EventTarget | null} target whether the page itself handles it */
  const isForeign = (target) =>
    editor.inside(target) || board.offer.inside(target) || (target instanceof Element && target.closest("button, a, input, select") !== null);

  /** @param {PointerEvent} event */
  function down(event) {
    frame = viewport.getBoundingClientRect();
    glide.stop();
    if (isForeign(event.target)) return;
    editor.end();
    board.title.end();
    board.offer.close(false);
    camera.stop();
    const at = finger(event);
    fingers.set(event.pointerId, at);
    if (fingers.size === 2) return pinch();
    if (fingers.size > 2 || event.button === 2) return;
    capture(event.pointerId);
    if (event.button === 1 || space || session.tool.value === "pan") return begin("pan", event, at, null);
    if (/** @type {string} */ (session.tool.value) === "lasso") {
      begin("lasso", event, at, null);
      return board.lasso.begin(at.sx, at.sy, event.shiftKey);
    }
    const vote = voteUnder(event.target);
    if (vote) {
      begin("press", event, at, vote.note);
      return Object.assign(/** @type {Act} */ (act), vote);
    }
    const { x, y } = camera.toWorld(at.sx, at.sy);
    const note = scene.hit(x, y);
    if (session.linking.value) {
      begin("press", event, at, null);
      return board.links.finish(note);
    }
    begin("press", event, at, note);
    const state = /** @type {Act} */ (act);
    state.cluster = note ? null : scene.frames.headUnder(x, y);
    if (state.cluster) return pressTitle(state, at);
    if (note && at.type === "mouse") {
      if (state.add) select.toggle(note);
      else if (!state.chosen) select.set([note]);
      board.layer.focusNote(note, { still: true });
    } else if (note) {
      state.hold = setTimeout(() => lift(state, true), HOLD);
    }
    if (!note) board.parts.notes.focus({ preventScroll: true });
  }

  /** @param {Act} state @param {Finger} at */
  function pressTitle(state, at) {
    const id = /** @type {string} */ (state.cluster);
    if (at.type === "mouse") {
      if (!state.add) select.set([]);
      board.layer.focusCluster(id, { still: true });
    } else state.hold = setTimeout(() => lift(state, true), HOLD);
  }

  /** @param {number} id */
  function capture(id) {
    try {
      viewport.setPointerCapture(id);
    } catch {
      // The pointer is gone already; its events stop by themselves.
    }
  }

  /** @param {'press' | 'pan' | 'lasso'} mode @param {PointerEvent} event @param {Finger} at @param {string | null} note */
  function begin(mode, event, at, note) {
    act = {
      mode,
      id: event.pointerId,
      sx: at.sx,
      sy: at.sy,
      note,
      cluster: null,
      vote: null,
      chosen: note !== null && session.selection.value.has(note),
      add: event.shiftKey || event.ctrlKey || event.metaKey,
    };
    if (mode === "pan") viewport.classList.add("panning");
  }

  /** Take up the pressed note with what is selected. @param {Act} state @param {boolean} [held] by holding a finger still */
  function lift(state, held = false) {
    if (act !== state) return;
    if (state.cluster) return liftTitle(state, held);
    if (!state.note) return;
    const reason = board.why("move", store.get("note", state.note), "canvas.may_not_move");
    if (reason) {
      if (!held) slide(state);
      if (store.get("note", state.note)) board.tell(reason);
      return;
    }
    if (!session.selection.value.has(state.note)) select.set([state.note]);
    if (held) {
      board.layer.focusNote(state.note, { still: true });
      navigator.vibrate?.(12);
    }
    if (drag.start(session.selection.value, state.note, camera.toWorld(state.sx, state.sy))) state.mode = "drag";
  }

  /** @param {Act} state @param {boolean} held */
  function liftTitle(state, held) {
    const id = /** @type {string} */ (state.cluster);
    const reason = board.why("group", store.get("cluster", id), "canvas.may_not_group");
    if (reason) {
      if (!held) slide(state);
      return board.tell(reason);
    }
    if (held) navigator.vibrate?.(12);
    select.set([]);
    board.layer.focusCluster(id, { still: true });
    if (drag.startCluster(id, camera.toWorld(state.sx, state.sy))) state.mode = "drag";
  }

  /** @param {Act} state */
  function slide(state) {
    state.mode = "pan";
    viewport.classList.add("panning");
  }

  /** @param {Finger} at */
  function point(at) {
    mouse = at;
    const where = camera.toWorld(at.sx, at.sy);
    board.layer.pointed(where);
    if (!act) board.links.hover(board.far() ? null : scene.hit(where.x, where.y));
  }

  /** @param {PointerEvent} event */
  function move(event) {
    const at = finger(event);
    if (event.pointerType === "mouse") point(at);
    const before = fingers.get(event.pointerId);
    if (!before || !act) return;
    fingers.set(event.pointerId, at);
    act.free = event.altKey || event.ctrlKey || event.metaKey;
    if (act.mode === "pinch") {
      const other = [...fingers].find(([key]) => key !== event.pointerId)?.[1];
      return other && spread(camera, before, at, other);
    }
    if (event.pointerId !== act.id) return;
    if (act.mode === "press") {
      if (Math.hypot(at.sx - act.sx, at.sy - act.sy) < SLACK[at.type]) return;
      clearTimeout(act.hold);
      if (act.vote && at.type === "mouse") return;
      if (act.vote) slide(act);
      else if ((act.note && (at.type === "mouse" || act.chosen)) || (act.cluster && (at.type === "mouse" || session.cluster.value === act.cluster))) lift(act);
      else if (!act.note && !act.cluster && at.type === "mouse") {
        act.mode = "marquee";
        session.cluster.value = null;
        select.begin(act.sx, act.sy, act.add);
      } else slide(act);
      if (/** @type {string} */ (act.mode) === "pan") return glide.pan(at.sx - act.sx, at.sy - act.sy);
    }
    if (act.mode === "pan") glide.pan(at.sx - before.sx, at.sy - before.sy);
    else if (act.mode === "drag" || act.mode === "marquee") board.schedule();
    else if (act.mode === "lasso") board.lasso.stretch(at.sx, at.sy);
  }

  /** Once a frame: follow the pointer, and scroll when it is at an edge. */
  board.everyFrame.add(() => {
    if (!act || (act.mode !== "drag" && act.mode !== "marquee")) return false;
    const at = fingers.get(act.id);
    if (!at) return false;
    const area = camera.free();
    const push = (/** @type {number} */ value, /** @type {number} */ low, /** @type {number} */ high) =>
      value < low + EDGE
        ? Math.min(18, (low + EDGE - value) / 3)
        : value > high - EDGE
          ? -Math.min(18, (value - high + EDGE) / 3)
          : 0;
    const dx = push(at.sx, area.x, area.x + area.w),
      dy = push(at.sy, area.y, area.y + area.h);
    const far = Math.hypot(at.sx - act.sx, at.sy - act.sy) > EDGE;
    if (far && (dx || dy)) camera.panBy(dx, dy);
    if (act.mode === "drag") drag.to(camera.toWorld(at.sx, at.sy), act.free);
    else select.stretch(at.sx, at.sy);
    return far && Boolean(dx || dy);
  });

  /** @param {PointerEvent} event */
  function up(event) {
    const at = fingers.get(event.pointerId);
    fingers.delete(event.pointerId);
    if (!act || !at) return;
    if (act.mode === "pinch") return void (act = null);
    if (event.pointerId !== act.id) return;
    const done = act;
    act = null;
    clearTimeout(done.hold);
    viewport.classList.remove("panning");
    if (done.mode === "drag") {
      drag.to(camera.toWorld(at.sx, at.sy), done.free);
      drag.drop();
    } else if (done.mode === "pan" && at.type === "touch") glide.go();
    else if (done.mode === "marquee") select.end();
    else if (done.mode === "lasso") board.lasso.end();
    else if (done.mode === "press") taps.tap(done, at);
  }

  /** @param {PointerEvent} event */
  function lost(event) {
    fingers.delete(event.pointerId);
    if (act && (act.id === event.pointerId || act.mode === "pinch")) stop();
  }

  /** End whatever is under way without effect. */
  function stop() {
    if (!act) return false;
    const { mode, hold } = act;
    clearTimeout(hold);
    act = null;
    viewport.classList.remove("panning");
    if (mode === "drag") drag.cancel();
    else if (mode === "marquee") select.end();
    else if (mode === "lasso") board.lasso.end(true);
    return mode === "drag" || mode === "marquee" || mode === "lasso";
  }

  function pinch() {
    stop();
    act = { mode: "pinch", id: -1, sx: 0, sy: 0, note: null, cluster: null, vote: null, chosen: false, add: false };
  }

  /** @param {MouseEvent} event */
  function menu(event) {
    if (editor.inside(event.target) || board.title.inside(event.target)) return;
    event.preventDefault();
    if (act?.mode === "drag" || (act && event.button !== 2)) return;
    taps.menu(event, finger(event));
  }

  /** @type {[string, (event: any) => void, AddEventListenerOptions?][]} */
  const listeners = [
    ["pointerdown", down],
    ["pointermove", move],
    ["pointerup", up],
    ["pointercancel", lost],
    ["pointerleave", () => {
      mouse = null;
      board.layer.pointed(null);
      board.links.hover(null);
    }],
    ["wheel", (event) => (!editor.inside(event.target) || event.ctrlKey) && wheel(camera, event, finger(event)), { passive: false }],
    ["contextmenu", menu],
    [
      "mousedown",
      (event) => {
        if (!isForeign(event.target)) event.preventDefault();
      },
    ],
  ];
  for (const [name, listener, options] of listeners) viewport.addEventListener(name, listener, options);

  return {
    stop,
    /** @param {boolean} down whether the space bar is held, which turns pressing into panning */
    space(down) {
      space = down;
      viewport.classList.toggle("hand", down || session.tool.value === "pan");
      viewport.classList.toggle("drawing", /** @type {string} */ (session.tool.value) === "lasso");
    },
    /** Where on the board the mouse is. */
    pointer: () => mouse && camera.toWorld(mouse.sx, mouse.sy),
    remeasure: () => {
      frame = viewport.getBoundingClientRect();
    },
    destroy() {
      glide.stop();
      for (const [name, listener] of listeners) viewport.removeEventListener(name, listener);
    },
  };
}

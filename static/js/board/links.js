// Which solution answers which challenge: quiet connectors of the notes one looks at, and drawing or choosing a new one.

import { CLUSTER_HEAD, NOTE } from "../core/layout.js";
import { shape } from "./icon.js";

const MOST = 200;
const NEAR = 40;
const SLACK = 5;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {import('./grid.js').Rect} Rect */
/** @typedef {{x: number, y: number}} Point */

/** @param {Board} board */
export function createLinks(board) {
  const { scene, store, session, actions, camera, parts, t } = board;
  const svg = parts.links;
  const handle = document.createElement("button");
  handle.type = "button";
  handle.className = "link-handle";
  handle.tabIndex = -1;
  handle.hidden = true;
  parts.tools.append(handle);
  /** @type {string | null} */
  let hovered = null;
  /** While one is drawn by the pointer. @type {{id: string, from: Point, at: Point, moved: boolean, sx: number, sy: number} | null} */
  let drawing = null;
  let stale = true;

  /** Where a note is seen: its square, the card of its cluster, or where the hand carries it. @param {string} id @returns {Rect | null} */
  function rectOf(id) {
    const at = scene.at(id);
    const held = board.drag.held();
    const by = held && (held.ids.includes(id) || (held.cluster && store.get("note", id)?.cluster === held.cluster)) ? held : { dx: 0, dy: 0 };
    if (at) return { x: at.x + by.dx, y: at.y + by.dy, w: NOTE, h: NOTE };
    const frame = scene.frames.at(store.get("note", id)?.cluster);
    return frame ? { x: frame.x + by.dx, y: frame.y + by.dy, w: frame.w, h: Math.min(frame.h, 2 * CLUSTER_HEAD) } : null;
  }

  /** The pairs that are shown now. @returns {[string, string][]} solution, challenge */
  function pairs() {
    const looked = new Set(session.selection.value.size <= NEAR ? session.selection.value : []);
    if (session.focused.value) looked.add(session.focused.value);
    if (hovered) looked.add(hovered);
    if (session.cluster.value) for (const note of store.notesIn(session.cluster.value).slice(0, NEAR)) looked.add(note.id);
    /** @type {Map<string, [string, string]>} */
    const found = new Map();
    for (const id of looked) {
      const note = store.get("note", id);
      if (!note) continue;
      const solves = note.kind === "solution";
      for (const other of solves ? store.answeredBy(id) : store.answersTo(id)) {
        const pair = /** @type {[string, string]} */ (solves ? [id, other.id] : [other.id, id]);
        found.set(pair.join(), pair);
        if (found.size >= MOST) return [...found.values()];
      }
    }
    return [...found.values()];
  }

  /** Draw them, once a frame at most. */
  function draw() {
    if (!stale) return false;
    stale = false;
    const unit = 1 / Math.min(1, Math.max(camera.z, 0.08));
    const lines = [];
    for (const [solution, challenge] of pairs()) {
      const from = rectOf(solution);
      const to = rectOf(challenge);
      if (from && to && !same(from, to)) lines.push(...connector(from, to, unit));
    }
    if (drawing?.moved) lines.push(...connector(/** @type {Rect} */ (rectOf(drawing.id) ?? { ...drawing.from, w: 0, h: 0 }), { ...drawing.at, w: 0, h: 0 }, unit, true));
    if (lines.length || svg.childElementCount) svg.replaceChildren(...lines);
    placeHandle(unit);
    return false;
  }

  /** @param {number} unit */
  function placeHandle(unit) {
    const [id] = session.selection.value;
    const at = id && session.selection.value.size === 1 ? scene.at(id) : null;
    const note = at && store.get("note", id);
    const shown = Boolean(note && !board.far() && !board.drag.held() && !session.editing.value && !note.private && !note.hidden && actions.may("answer", note));
    handle.hidden = !shown && !drawing;
    if (!shown || !at) return;
    handle.dataset.id = id;
    handle.style.left = `${at.x + NOTE + 3}px`;
    handle.style.top = `${at.y + NOTE / 2}px`;
    handle.style.transform = `translate(-50%, -50%) scale(${Math.min(unit, 1.6)})`;
    const words = t("canvas.link_handle");
    if (handle.title !== words) {
      handle.title = words;
      handle.setAttribute("aria-label", words);
    }
  }

  function spoil() {
    stale = true;
    board.schedule();
  }
  board.everyFrame.add(draw);

  /** @param {PointerEvent} event */
  const worldOf = (event) => {
    const frame = parts.viewport.getBoundingClientRect();
    return camera.toWorld(event.clientX - frame.left, event.clientY - frame.top);
  };

  handle.addEventListener("pointerdown", (event) => {
    const id = handle.dataset.id;
    if (!id || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    try {
      handle.setPointerCapture(event.pointerId);
    } catch {
      return;
    }
    const at = worldOf(event);
    drawing = { id, from: at, at, moved: false, sx: event.clientX, sy: event.clientY };
  });
  handle.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    if (!drawing.moved && Math.hypot(event.clientX - drawing.sx, event.clientY - drawing.sy) < SLACK) return;
    if (!drawing.moved) {
      drawing.moved = true;
      session.linking.value = drawing.id;
    }
    drawing.at = worldOf(event);
    aim(scene.hit(drawing.at.x, drawing.at.y));
    spoil();
  });
  handle.addEventListener("pointerup", () => {
    if (!drawing) return;
    const { id, at, moved } = drawing;
    drawing = null;
    const target = moved ? scene.hit(at.x, at.y) : null;
    aim(null);
    session.linking.value = null;
    if (!moved) parts.viewport.dispatchEvent(new CustomEvent("board:dialog", { detail: { name: "link", id }, bubbles: true }));
    else if (target) link(id, target);
    spoil();
  });
  handle.addEventListener("pointercancel", () => {
    drawing = null;
    aim(null);
    session.linking.value = null;
    spoil();
  });

  /** @type {string | null} */
  let aimed = null;
  /** @param {string | null} id */
  function aim(id) {
    if (aimed === id) return;
    for (const [one, on] of [[aimed, false], [id, true]]) board.notes.mounted.get(/** @type {string} */ (one))?.el.toggleAttribute("data-aimed", Boolean(on));
    aimed = id;
  }

  /** Link two notes, whichever is the solution, or say why not. @param {string} from @param {string} to */
  function link(from, to) {
    const one = store.get("note", from);
    const other = store.get("note", to);
    if (!one || !other) return;
    const [solution, challenge] = one.kind === "solution" ? [one, other] : [other, one];
    const why =
      from === to
        ? "canvas.link_same"
        : one.kind === other.kind
          ? one.kind === "solution" ? "canvas.link_solutions" : "canvas.link_challenges"
          : store.answerBetween(solution.id, challenge.id) ? "canvas.link_already" : null;
    if (why) return board.tell(t(why));
    const reason = board.why("answer", solution) ?? board.why("answer", challenge);
    if (reason) return board.tell(reason);
    actions.link(solution.id, challenge.id);
    board.say(t("canvas.linked"));
  }

  const offs = [session.selection, session.focused, session.cluster, session.editing].map((each) => each.subscribe(spoil));
  offs.push(session.linking.subscribe(() => {
    board.notes?.repaint();
    parts.viewport.classList.toggle("linking", session.linking.value !== null);
  }));

  return {
    spoil,
    link,
    /** The note under the pointer. @param {string | null} id */
    hover(id) {
      if (hovered === id) return;
      hovered = id;
      spoil();
    },
    /** Choose the other end by keys or a tap. @param {string} id */
    choose(id) {
      const note = store.get("note", id);
      const why = note && board.why("answer", note);
      if (!note || why) return why && board.tell(why);
      session.linking.value = id;
      board.tell(t(`canvas.link_start_${note.kind}`));
    },
    /** @param {string | null} id the chosen other end; null: none */
    finish(id) {
      const from = session.linking.value;
      session.linking.value = null;
      if (from && id) link(from, id);
      else if (from) board.say(t("canvas.link_cancelled"));
      spoil();
    },
    /** Whether a note cannot be the other end. @param {string} id */
    dims(id) {
      const from = session.linking.value;
      return Boolean(from && from !== id && store.get("note", from)?.kind === store.get("note", id)?.kind);
    },
    /** @param {string} id */
    targets(id) {
      const from = session.linking.value;
      return Boolean(from && from !== id && store.get("note", from)?.kind !== store.get("note", id)?.kind);
    },
    destroy: () => offs.forEach((off) => off()),
  };
}

/** A curve from edge to edge with a head at its end. @param {Rect} from @param {Rect} to @param {number} unit world pixels of a screen pixel, at least one @param {boolean} [open] still being drawn */
function connector(from, to, unit, open = false) {
  const a = middle(from);
  const b = middle(to);
  const start = edge(from, b);
  const end = edge(to, a);
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const bend = Math.min(60 * unit, length * 0.18);
  const mid = { x: (start.x + end.x) / 2 - ((end.y - start.y) / length) * bend, y: (start.y + end.y) / 2 + ((end.x - start.x) / length) * bend };
  const back = Math.hypot(end.x - mid.x, end.y - mid.y) || 1;
  const ux = (end.x - mid.x) / back;
  const uy = (end.y - mid.y) / back;
  const size = 9 * unit;
  const halo = shape("path", { class: "link-halo", d: `M${round(start)}Q${round(mid)} ${round(end)}`, "stroke-width": String(5 * unit) });
  const line = shape("path", { class: open ? "link open" : "link", d: `M${round(start)}Q${round(mid)} ${round(end)}`, "stroke-width": String(2 * unit) });
  const head = shape("path", {
    class: "link-head",
    d: `M${round(end)}L${round({ x: end.x - ux * size - uy * size * 0.55, y: end.y - uy * size + ux * size * 0.55 })}L${round({ x: end.x - ux * size + uy * size * 0.55, y: end.y - uy * size - ux * size * 0.55 })}Z`,
  });
  const dot = shape("circle", { class: "link-head", cx: start.x.toFixed(1), cy: start.y.toFixed(1), r: (3.5 * unit).toFixed(1) });
  return open ? [line, dot] : [halo, line, head, dot];
}

/** @param {Rect} rect @returns {Point} */
const middle = (rect) => ({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 });

/** Where the way from a rectangle's middle to a point leaves it. @param {Rect} rect @param {Point} to @returns {Point} */
function edge(rect, to) {
  const from = middle(rect);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const share = Math.min(1, Math.min(dx ? rect.w / 2 / Math.abs(dx) : Infinity, dy ? rect.h / 2 / Math.abs(dy) : Infinity));
  return Number.isFinite(share) ? { x: from.x + dx * share, y: from.y + dy * share } : from;
}

/** @param {Point} point */
const round = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** @param {Rect} a @param {Rect} b */
const same = (a, b) => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

/** @typedef {ReturnType<typeof createLinks>} Links */

// Lining up what the hand holds with its neighbours, and the lines that show it. The arithmetic is in snapping.js.

import { NOTE } from "../core/layout.js";
import { shape } from "./icon.js";
import { snap } from "./snapping.js";

const REACH = 6; // pixels of the screen
const NEAR = 900; // world units around the box
const MOST = 300;
const TICK = 5;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {import('./grid.js').Rect} Rect */

/** @param {Board} board */
export function createGuides(board) {
  const { scene, camera, store, parts } = board;
  const svg = shape("svg", { class: "board-guides", "aria-hidden": "true" });
  const path = shape("path", { d: "" });
  svg.append(path);
  parts.overlay.append(svg);
  let drawn = "";

  /**
   * By how much the hand moves aside so that things line up, and draws why.
   * @param {import('./drag.js').Held} held @param {number} dx @param {number} dy from where it began
   */
  function align(held, dx, dy) {
    const box = board.far() ? null : boxOf(held, dx, dy);
    const others = box && neighbours(held, box, { x: held.from.x + dx, y: held.from.y + dy });
    if (!box || !others?.length) return clear();
    const found = snap(box, others, REACH / camera.z);
    draw(found);
    return { dx: found.dx, dy: found.dy };
  }

  /** @param {import('./drag.js').Held} held @param {number} dx @param {number} dy @returns {Rect | null} */
  function boxOf(held, dx, dy) {
    const frame = held.cluster && scene.frames.at(held.cluster);
    if (frame) return { ...frame, x: frame.x + dx, y: frame.y + dy };
    const places = held.ids.map(scene.at).filter((at) => at !== undefined);
    if (!places.length) return null;
    const left = Math.min(...places.map((at) => at.x)),
      top = Math.min(...places.map((at) => at.y));
    return {
      x: left + dx,
      y: top + dy,
      w: Math.max(...places.map((at) => at.x)) + NOTE - left,
      h: Math.max(...places.map((at) => at.y)) + NOTE - top,
    };
  }

  /** Clusters for a cluster, notes for notes. A cluster that takes notes in gives them their places: nothing to line up there. @param {import('./drag.js').Held} held @param {Rect} box @param {{x: number, y: number}} point @returns {Rect[]} */
  function neighbours(held, box, point) {
    if (held.cluster) return [...scene.frames.all()].filter(([id]) => id !== held.cluster).map(([, rect]) => rect);
    const over = scene.frames.under(point.x, point.y);
    if (over && held.ids.some((id) => store.get("note", id)?.cluster !== over)) return [];
    const seen = camera.view();
    const left = Math.max(seen.x, box.x - NEAR),
      top = Math.max(seen.y, box.y - NEAR);
    const area = { x: left, y: top, w: Math.min(seen.x + seen.w, box.x + box.w + NEAR) - left, h: Math.min(seen.y + seen.h, box.y + box.h + NEAR) - top };
    const own = new Set(held.ids);
    const ids = scene.grid.query(area).filter((id) => !own.has(id) && (!over || store.get("note", id)?.cluster === over));
    return ids.slice(0, MOST).map((id) => ({ .../** @type {{x: number, y: number}} */ (scene.at(id)), w: NOTE, h: NOTE }));
  }

  /** @param {import('./snapping.js').Snapped} found */
  function draw({ lines, gaps }) {
    const point = (/** @type {'x' | 'y'} */ axis, /** @type {number} */ on, /** @type {number} */ across) => {
      const at = axis === "x" ? camera.toScreen(on, across) : camera.toScreen(across, on);
      return { x: Math.round(at.x) + 0.5, y: Math.round(at.y) + 0.5 };
    };
    let d = "";
    for (const { axis, at, from, to } of lines) {
      const a = point(axis, at, from),
        b = point(axis, at, to);
      d += `M${a.x} ${a.y}L${b.x} ${b.y}`;
    }
    for (const { axis, from, to, at } of gaps) {
      const a = point(axis, from, at),
        b = point(axis, to, at);
      const [tx, ty] = axis === "x" ? [0, TICK] : [TICK, 0];
      d += `M${a.x} ${a.y}L${b.x} ${b.y}`;
      for (const end of [a, b]) d += `M${end.x - tx} ${end.y - ty}L${end.x + tx} ${end.y + ty}`;
    }
    if (d === drawn) return;
    drawn = d;
    path.setAttribute("d", d);
  }

  function clear() {
    draw({ dx: 0, dy: 0, lines: [], gaps: [] });
    return { dx: 0, dy: 0 };
  }

  return { align, clear };
}

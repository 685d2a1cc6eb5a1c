// The lasso: a line drawn by hand; the notes whose middle it encloses are chosen, and a cluster of them is offered.

import { NOTE } from "../core/layout.js";
import { shape } from "./icon.js";

const APART = 4;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {{x: number, y: number}} Point */

/** @param {Board} board */
export function createLasso(board) {
  const { camera, scene, session, parts, select, t } = board;
  const svg = shape("svg", { class: "lasso", "aria-hidden": "true" });
  const line = shape("path");
  svg.append(line);
  /** @type {Point[] | null} in the world, so that it stays while the view scrolls */
  let points = null;
  let base = /** @type {Set<string>} */ (new Set());

  function draw() {
    const path = (points ?? []).map(({ x, y }) => camera.toScreen(x, y)).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
    line.setAttribute("d", path.length ? `M${path.join("L")}Z` : "");
  }

  /** @returns {string[]} */
  function enclosed() {
    if (!points || points.length < 3) return [];
    const xs = points.map((point) => point.x);
    const ys = points.map((point) => point.y);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const area = { x: left, y: top, w: Math.max(...xs) - left, h: Math.max(...ys) - top };
    return scene.grid.query(area).filter((id) => {
      const at = /** @type {Point} */ (scene.at(id));
      return scene.shown(id) && holds(/** @type {Point[]} */ (points), at.x + NOTE / 2, at.y + NOTE / 2);
    });
  }

  return {
    /** @param {number} sx @param {number} sy @param {boolean} more whether what is selected stays */
    begin(sx, sy, more) {
      points = [camera.toWorld(sx, sy)];
      base = more ? new Set(session.selection.value) : new Set();
      parts.overlay.append(svg);
      draw();
    },
    /** @param {number} sx @param {number} sy */
    stretch(sx, sy) {
      if (!points) return;
      const at = camera.toWorld(sx, sy);
      const last = points[points.length - 1];
      if (Math.hypot(at.x - last.x, at.y - last.y) * camera.z < APART) return draw();
      points.push(at);
      select.set([...base, ...enclosed()]);
      draw();
    },
    /** @param {boolean} [drop] without effect */
    end(drop = false) {
      if (!points) return;
      const ids = [...base, ...enclosed()];
      const last = camera.toScreen(points[points.length - 1].x, points[points.length - 1].y);
      points = null;
      svg.remove();
      if (drop) return select.set(base);
      session.tool.value = "select";
      select.set(ids);
      if (ids.length) board.say(t("canvas.selected", { count: ids.length }));
      if (ids.length > 1 && board.group.may()) {
        board.offer.open({ label: t("canvas.make_cluster", { count: ids.length }), x: last.x, y: last.y, run: () => board.group.make(ids) });
      }
    },
  };
}

/** Whether a polygon holds a point. @param {Point[]} polygon @param {number} x @param {number} y */
export function holds(polygon, x, y) {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i];
    const b = polygon[j];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

// The far view: zones and notes as rectangles on one canvas, drawn anew only when it must be and moved with the camera.

import { written } from "../core/i18n.js";
import { NOTE } from "../core/layout.js";
import { paintFrame } from "./far_frames.js";

const MARGIN = 0.2;
const REACH = 0.5;

/** @typedef {import('./types.js').Board} Board */
/** @typedef {import('./grid.js').Rect} Rect */
/** @typedef {{tint: string, accent: string, zone: string, edge: string}} Tone `accent` is on paper, `edge` on the ground */
/** @typedef {{ground: string, paper: string, frame: string, ring: string, faint: string, themes: Map<string, Tone>}} Colours */

/** @param {Board} board */
export function createOverview(board) {
  const { scene, camera, store, session } = board;
  const { canvas, farHand } = board.parts;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
  const handPen = /** @type {CanvasRenderingContext2D} */ (farHand.getContext("2d"));
  /** @type {Rect | null} */
  let region = null;
  let drawnAt = 0;
  let dirty = true;
  let shown = false;
  /** @type {Colours | null} */
  let colours = null;
  /** @type {Set<string>} */
  let lifted = new Set();
  /** @type {string | null} the cluster in the hand */
  let liftedCluster = null;
  /** @type {string | null} */
  let aimed = null;
  /** @type {{rect: Rect, z: number, dx: number, dy: number} | null} */
  let carried = null;

  /** @returns {Colours} */
  function readColours() {
    const probe = document.createElement("div");
    probe.className = "zone-probe";
    const paper = probe.appendChild(document.createElement("span"));
    paper.className = "paper-probe";
    board.parts.viewport.append(probe);
    const style = getComputedStyle(probe);
    const onSheet = getComputedStyle(paper);
    const forced = matchMedia("(forced-colors: active)").matches;
    const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
    const themes = new Map();
    for (const color of ["blue", "amber", "green", "rose", "violet"]) {
      // Put in anew each time: where motion is reduced by a very short transition, a changed colour would be read too early.
      probe.remove();
      probe.dataset.color = color;
      board.parts.viewport.append(probe);
      themes.set(
        color,
        forced
          ? { tint: "Canvas", accent: "CanvasText", zone: "Canvas", edge: "CanvasText" }
          : { tint: onSheet.backgroundColor, accent: onSheet.color, zone: style.backgroundColor, edge: style.color },
      );
    }
    probe.className = "frame-probe";
    const frameColour = style.backgroundColor;
    const found = forced
      ? { ground: "Canvas", paper: "Canvas", frame: "Canvas", ring: "Highlight", faint: "GrayText", themes }
      : {
          ground: getComputedStyle(board.parts.viewport).backgroundColor,
          paper: read("--note-paper"),
          frame: frameColour,
          ring: read("--board-ring"),
          faint: read("--note-faint"),
          themes,
        };
    probe.remove();
    return found;
  }

  /** Draw if the view left what is drawn, the scale changed much, or something changed. @param {boolean} moving */
  function update(moving) {
    const view = camera.view();
    const left =
      !region ||
      view.x < region.x ||
      view.y < region.y ||
      view.x + view.w > region.x + region.w ||
      view.y + view.h > region.y + region.h;
    const ratio = drawnAt ? camera.z / drawnAt : 0;
    const scaled = moving ? ratio < 0.6 || ratio > 1.7 : ratio !== 1;
    if (left || scaled || dirty || !shown) draw(view);
    place(canvas, /** @type {Rect} */ (region), drawnAt);
    if (carried)
      place(farHand, { ...carried.rect, x: carried.rect.x + carried.dx, y: carried.rect.y + carried.dy }, carried.z);
    if (!shown) {
      shown = true;
      canvas.hidden = false;
    }
  }

  /** @param {HTMLCanvasElement} el @param {Rect} rect @param {number} z the scale that it was drawn at */
  function place(el, rect, z) {
    const at = camera.toScreen(rect.x, rect.y);
    el.style.transform = `translate(${at.x}px, ${at.y}px)${z === camera.z ? "" : ` scale(${camera.z / z})`}`;
  }

  function hide() {
    if (!shown) return;
    shown = false;
    canvas.hidden = true;
  }

  /**
   * Makes a canvas ready to be drawn on in world units; `rect` grows to whole pixels.
   * @param {HTMLCanvasElement} el @param {CanvasRenderingContext2D} tool @param {Rect} rect
   */
  function prepare(el, tool, rect) {
    const sharp = Math.min(devicePixelRatio || 1, 2);
    const width = Math.ceil(rect.w * camera.z),
      height = Math.ceil(rect.h * camera.z);
    if (el.width !== width * sharp || el.height !== height * sharp) {
      el.width = width * sharp;
      el.height = height * sharp;
      el.style.width = `${width}px`;
      el.style.height = `${height}px`;
    } else {
      tool.setTransform(1, 0, 0, 1, 0, 0);
      tool.clearRect(0, 0, el.width, el.height);
    }
    const scale = camera.z * sharp;
    tool.setTransform(scale, 0, 0, scale, -rect.x * scale, -rect.y * scale);
  }

  /** @param {Rect} view */
  function draw(view) {
    colours ??= readColours();
    region = {
      x: view.x - view.w * MARGIN,
      y: view.y - view.h * MARGIN,
      w: view.w * (1 + 2 * MARGIN),
      h: view.h * (1 + 2 * MARGIN),
    };
    drawnAt = camera.z;
    dirty = false;
    prepare(canvas, pen, region);
    pen.fillStyle = colours.ground;
    pen.fillRect(region.x, region.y, region.w, region.h);
    for (const theme of store.themes()) paintZone(scene.zone(theme.id), colours.themes.get(theme.color));
    for (const [id, rect] of scene.frames.all()) if (id !== liftedCluster && meets(rect, region)) paintCluster(pen, id, rect);
    const ids = scene.grid.query(region);
    paintNotes(pen, lifted.size ? ids.filter((id) => !lifted.has(id)) : ids);
  }

  /** @param {Rect | undefined} zone @param {Tone | undefined} tone */
  function paintZone(zone, tone) {
    if (!zone || !tone) return;
    const px = 1 / camera.z;
    pen.beginPath();
    pen.roundRect(zone.x + px, zone.y + px, zone.w - 2 * px, zone.h - 2 * px, 8 * px);
    pen.fillStyle = tone.zone;
    pen.strokeStyle = tone.edge;
    pen.lineWidth = 1.5 * px;
    pen.fill();
    pen.stroke();
  }

  /** @param {CanvasRenderingContext2D} tool @param {string} id @param {Rect} rect */
  function paintCluster(tool, id, rect) {
    const { themes, paper, frame, ring } = /** @type {Colours} */ (colours);
    const cluster = store.get("cluster", id);
    const tone = cluster && themes.get(store.get("theme", cluster.theme)?.color ?? "blue");
    if (!tone) return;
    const chosen = session.cluster.value === id || aimed === id;
    const count = written.number(store.notesIn(id).length);
    const words = cluster.collapsed ? `${board.clusters.titleOf(cluster)} (${count})` : board.clusters.titleOf(cluster);
    paintFrame(tool, { rect, z: camera.z, words, collapsed: cluster.collapsed, chosen, paper: cluster.collapsed ? paper : frame, accent: cluster.collapsed ? tone.accent : tone.edge, ring });
  }

  /** @param {CanvasRenderingContext2D} tool @param {Iterable<string>} ids */
  function paintNotes(tool, ids) {
    const { themes, paper, faint, ring } = /** @type {Colours} */ (colours);
    /** @type {Map<string, Path2D>} */
    const groups = new Map();
    const rings = new Path2D();
    const chosen = session.selection.value;
    const fresh = session.fresh.value;
    const news = new Path2D();
    const px = 1 / camera.z;
    for (const id of ids) {
      const note = store.get("note", id);
      const at = scene.at(id);
      if (!note || !at) continue;
      const color = store.get("theme", note.theme)?.color ?? "blue";
      const key = scene.shown(id) ? `${color} ${note.kind}` : "faint";
      let path = groups.get(key);
      if (!path) groups.set(key, (path = new Path2D()));
      if (note.kind === "solution") path.roundRect(at.x + px, at.y + px, NOTE - 2 * px, NOTE - 2 * px, 24);
      else path.rect(at.x, at.y, NOTE, NOTE);
      if (fresh.has(id)) news.roundRect(at.x - 3 * px, at.y - 3 * px, NOTE + 6 * px, NOTE + 6 * px, 10);
      if (chosen.has(id)) rings.roundRect(at.x - 2 * px, at.y - 2 * px, NOTE + 4 * px, NOTE + 4 * px, 10);
    }
    for (const [key, path] of groups) {
      const [color, kind] = key.split(" ");
      const theme = themes.get(color);
      tool.fillStyle = !theme ? "transparent" : kind === "solution" ? paper : theme.tint;
      tool.strokeStyle = theme ? theme.accent : faint;
      tool.lineWidth = (kind === "solution" ? 1.75 : 0.5) * px;
      if (theme) tool.fill(path);
      tool.stroke(path);
    }
    tool.strokeStyle = ring;
    tool.lineWidth = 2.5 * px;
    tool.stroke(rings);
    if (!fresh.size) return;
    tool.setLineDash([6 * px, 4 * px]);
    tool.stroke(news);
    tool.setLineDash([]);
  }

  /** Notes in the hand go to a canvas of their own, which is moved and not drawn again. @param {Set<string>} ids @param {string | null} [cluster] */
  function lift(ids, cluster = null) {
    lifted = ids;
    liftedCluster = cluster;
    dirty = true;
    carried = null;
    farHand.hidden = true;
    const frame = cluster && scene.frames.at(cluster);
    if ((!ids.size && !frame) || !board.far()) return;
    colours ??= readColours();
    const view = camera.view();
    let left = Infinity,
      top = Infinity,
      right = -Infinity,
      bottom = -Infinity;
    for (const id of ids) {
      const at = scene.at(id);
      if (!at) continue;
      left = Math.min(left, at.x);
      top = Math.min(top, at.y);
      right = Math.max(right, at.x + NOTE);
      bottom = Math.max(bottom, at.y + NOTE);
    }
    if (frame) [left, top, right, bottom] = [Math.min(left, frame.x), Math.min(top, frame.y), Math.max(right, frame.x + frame.w), Math.max(bottom, frame.y + frame.h)];
    const rim = 6 / camera.z;
    left = Math.max(left - rim, view.x - view.w * REACH);
    top = Math.max(top - rim, view.y - view.h * REACH);
    const w = Math.min(right + rim, view.x + view.w * (1 + REACH)) - left;
    const h = Math.min(bottom + rim, view.y + view.h * (1 + REACH)) - top;
    if (w <= 0 || h <= 0) return;
    carried = { rect: { x: left, y: top, w, h }, z: camera.z, dx: 0, dy: 0 };
    prepare(farHand, handPen, carried.rect);
    if (cluster && frame) paintCluster(handPen, cluster, frame);
    paintNotes(handPen, ids);
    farHand.hidden = false;
    board.schedule();
  }

  const spoil = () => {
    dirty = true;
    if (shown) board.schedule();
  };
  const offs = [session.selection, session.cluster, session.fresh].map((each) => each.subscribe(spoil));

  return {
    update,
    hide,
    lift,
    /** @param {number} dx @param {number} dy */
    carry(dx, dy) {
      if (!carried) return;
      carried.dx = dx;
      carried.dy = dy;
      board.schedule();
    },
    /** The frame that a drag would drop into. @param {string | null} id */
    aim(id) {
      aimed = id;
      spoil();
    },
    spoil: () => {
      dirty = true;
    },
    recolour: () => {
      colours = null;
      dirty = true;
    },
    destroy: () => offs.forEach((off) => off()),
  };
}

/** @param {Rect} a @param {Rect} b */
function meets(a, b) {
  return a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y;
}

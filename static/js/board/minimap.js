// The board in small: zones and notes on one canvas, drawn a few times a second at most, and a frame around what the screen shows.

import { NOTE } from "../core/layout.js";
import { whenColoursChange } from "../ui/colours.js";

const WIDTH = 208;
const HEIGHT = 136;
const EVERY = 400;
const LEAST = 1.5; // pixels of a note, however small the board is drawn

/**
 * @param {{root: HTMLElement, layer: import('./layer.js').Layer, store: any}} options
 */
export function createMinimap({ root, layer, store }) {
  const { camera, scene } = layer;
  const canvas = document.createElement("canvas");
  const view = document.createElement("div");
  view.className = "minimap-view";
  root.append(canvas, view);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let world = { x: 0, y: 0, w: 1, h: 1 };
  let scale = 1;
  let frame = 0;
  let timer = 0;
  let drawnAt = 0;
  /** What no bar covers; asking for it makes the browser compute styles, too much for every frame. */
  let area = camera.free();
  let askedAt = 0;

  function draw() {
    timer = 0;
    drawnAt = performance.now();
    world = scene.bounds();
    scale = Math.min(WIDTH / world.w, HEIGHT / world.h);
    const sharp = Math.min(devicePixelRatio || 1, 2);
    const [w, h] = [Math.ceil(world.w * scale), Math.ceil(world.h * scale)];
    canvas.width = w * sharp;
    canvas.height = h * sharp;
    for (const el of [canvas, root]) Object.assign(el.style, { inlineSize: `${w}px`, blockSize: `${h}px` });
    pen.setTransform(scale * sharp, 0, 0, scale * sharp, -world.x * scale * sharp, -world.y * scale * sharp);
    const colours = readColours();
    for (const theme of store.themes()) {
      const zone = scene.zone(theme.id);
      const tone = colours.get(theme.color);
      if (!zone || !tone) continue;
      pen.fillStyle = tone.tint;
      pen.strokeStyle = tone.accent;
      pen.lineWidth = 1 / scale;
      pen.beginPath();
      pen.roundRect(zone.x, zone.y, zone.w, zone.h, 2 / scale);
      pen.globalAlpha = 0.5;
      pen.fill();
      pen.globalAlpha = 1;
      pen.stroke();
    }
    paintNotes(colours);
    place();
  }

  /** @param {Map<string, {tint: string, accent: string}>} colours */
  function paintNotes(colours) {
    /** @type {Map<string, Path2D>} */
    const paths = new Map();
    const side = Math.max(NOTE * 0.85, LEAST / scale);
    for (const [id, at] of scene.grid.places) {
      const color = store.get("theme", scene.local(id)?.theme)?.color ?? "blue";
      let path = paths.get(color);
      if (!path) paths.set(color, (path = new Path2D()));
      path.rect(at.x, at.y, side, side);
    }
    pen.globalAlpha = 0.7;
    for (const [color, path] of paths) {
      pen.fillStyle = colours.get(color)?.accent ?? "#888";
      pen.fill(path);
    }
    pen.globalAlpha = 1;
  }

  function readColours() {
    const probe = document.createElement("div");
    probe.className = "tone-probe";
    root.append(probe);
    const forced = matchMedia("(forced-colors: active)").matches;
    /** @type {Map<string, {tint: string, accent: string}>} */
    const found = new Map();
    for (const { color } of store.themes()) {
      if (found.has(color)) continue;
      probe.dataset.color = color;
      const style = getComputedStyle(probe);
      found.set(color, forced ? { tint: "Canvas", accent: "CanvasText" } : { tint: style.backgroundColor, accent: style.color });
    }
    probe.remove();
    return found;
  }

  /** The frame around what the screen shows. */
  function place() {
    frame = 0;
    const now = performance.now();
    if (now - askedAt > EVERY) {
      area = camera.free();
      askedAt = now;
    }
    const from = camera.toWorld(area.x, area.y);
    const at = { x: (from.x - world.x) * scale, y: (from.y - world.y) * scale, w: (area.w / camera.z) * scale, h: (area.h / camera.z) * scale };
    view.style.transform = `translate(${at.x}px, ${at.y}px)`;
    Object.assign(view.style, { inlineSize: `${at.w}px`, blockSize: `${at.h}px` });
  }

  function changed() {
    if (!timer) timer = window.setTimeout(draw, Math.max(0, EVERY - (performance.now() - drawnAt)));
  }

  const travelled = () => {
    if (!frame) frame = requestAnimationFrame(place);
  };

  /** The point under the pointer comes to the middle. @param {PointerEvent} event */
  function go(event) {
    const box = root.getBoundingClientRect();
    const area = camera.free();
    const x = world.x + (event.clientX - box.left) / scale,
      y = world.y + (event.clientY - box.top) / scale;
    camera.move(area.x + area.w / 2 - x * camera.z, area.y + area.h / 2 - y * camera.z, camera.z, true);
  }
  /** @param {PointerEvent} event */
  function down(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    root.setPointerCapture(event.pointerId);
    go(event);
  }
  /** @param {PointerEvent} event */
  const move = (event) => root.hasPointerCapture(event.pointerId) && go(event);

  root.addEventListener("pointerdown", down);
  root.addEventListener("pointermove", move);
  const offs = [layer.onTravel(travelled), store.subscribe(changed), whenColoursChange(changed)];
  draw();

  return {
    destroy() {
      for (const off of offs) off();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      root.removeEventListener("pointerdown", down);
      root.removeEventListener("pointermove", move);
      root.replaceChildren();
    },
  };
}

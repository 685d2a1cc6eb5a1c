// What is chosen: selection, marquee, focus that walks by arrows. Changes the session, never the store.

import { NOTE } from "../core/layout.js";

/** @typedef {import('./types.js').Board} Board */
/** @typedef {'left' | 'right' | 'up' | 'down'} Direction */

const WAYS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** @param {Board} board */
export function createSelect(board) {
  const { scene, camera, session, store, t } = board;
  const frame = document.createElement("div");
  frame.className = "marquee";
  /** @type {{x: number, y: number, base: Set<string>} | null} */
  let marquee = null;

  /** @param {Iterable<string>} ids */
  function set(ids) {
    const next = new Set(ids);
    const now = session.selection.value;
    if (next.size === now.size && [...next].every((id) => now.has(id))) return;
    session.selection.value = next;
  }

  /** @param {string} id */
  function toggle(id) {
    const next = new Set(session.selection.value);
    if (!next.delete(id)) next.add(id);
    set(next);
  }

  /** All notes of the focused note's theme; asked again, all of the board. */
  function all() {
    const focused = session.focused.value && store.get("note", session.focused.value);
    const everything = scene.reading();
    const theme = focused ? everything.filter((id) => store.get("note", id)?.theme === focused.theme) : everything;
    const has = session.selection.value;
    const whole = theme.every((id) => has.has(id)) && has.size >= theme.length;
    set(whole ? everything : theme);
    board.say(t("canvas.selected", { count: session.selection.value.size }));
  }

  /** Forget what is gone. */
  function tidy() {
    const has = session.selection.value;
    if ([...has].some((id) => !store.get("note", id))) set([...has].filter((id) => store.get("note", id)));
    if (session.focused.value && !store.get("note", session.focused.value)) session.focused.value = null;
  }

  /** @param {number} sx @param {number} sy @param {boolean} more whether what is selected stays */
  function begin(sx, sy, more) {
    const at = camera.toWorld(sx, sy);
    marquee = { x: at.x, y: at.y, base: more ? new Set(session.selection.value) : new Set() };
    board.parts.overlay.append(frame);
    stretch(sx, sy);
  }

  /** @param {number} sx @param {number} sy */
  function stretch(sx, sy) {
    if (!marquee) return;
    const at = camera.toWorld(sx, sy);
    const rect = {
      x: Math.min(at.x, marquee.x),
      y: Math.min(at.y, marquee.y),
      w: Math.abs(at.x - marquee.x),
      h: Math.abs(at.y - marquee.y),
    };
    const corner = camera.toScreen(rect.x, rect.y);
    Object.assign(frame.style, {
      width: `${rect.w * camera.z}px`,
      height: `${rect.h * camera.z}px`,
      transform: `translate(${corner.x}px, ${corner.y}px)`,
    });
    set([...marquee.base, ...scene.grid.query(rect).filter(scene.shown)]);
  }

  function end() {
    if (!marquee) return;
    marquee = null;
    frame.remove();
    const ids = session.selection.value;
    if (ids.size) board.say(t("canvas.selected", { count: ids.size }));
  }

  /** The nearest note within 45° of a direction: way along it counts once, way across it twice. @param {string} from @param {Direction} way */
  function towards(from, way) {
    const start = scene.at(from);
    if (!start) return null;
    const [wx, wy] = WAYS[way];
    let best = null;
    let least = Infinity;
    for (const id of scene.reading()) {
      const at = scene.at(id);
      if (!at || id === from) continue;
      const dx = at.x - start.x,
        dy = at.y - start.y;
      const along = dx * wx + dy * wy;
      const across = Math.abs(dx * wy) + Math.abs(dy * wx);
      if (along <= 0 || across > along) continue;
      const score = along + 2 * across;
      if (score < least) [best, least] = [id, score];
    }
    return best;
  }

  /** @param {Direction} way @param {boolean} extend */
  function walk(way, extend) {
    const from = session.focused.value;
    const next = from ? towards(from, way) : nearest();
    if (!next) return;
    go(next, extend);
  }

  /** @param {string} id @param {boolean} [extend] */
  function go(id, extend = false) {
    if (extend)
      set([...session.selection.value, .../** @type {string[]} */ ([session.focused.value].filter(Boolean)), id]);
    else set([id]);
    board.layer.focusNote(id);
  }

  /** First or last of all notes. @param {boolean} last @param {boolean} extend */
  function edge(last, extend) {
    const ids = scene.reading();
    if (ids.length) go(ids[last ? ids.length - 1 : 0], extend);
  }

  /** First note of the next theme that has one. @param {1 | -1} step */
  function theme(step) {
    const ids = scene.reading();
    const themes = [...new Set(ids.map((id) => store.get("note", id).theme))];
    if (!themes.length) return;
    const focused = session.focused.value && store.get("note", session.focused.value);
    const index = focused ? themes.indexOf(focused.theme) + step : 0;
    const target = themes[(index + themes.length) % themes.length];
    go(/** @type {string} */ (ids.find((id) => store.get("note", id).theme === target)));
  }

  /** The note nearest to the middle of the view. */
  function nearest() {
    const { x, y } = camera.centre();
    let best = null;
    let least = Infinity;
    for (const id of scene.reading()) {
      const at = /** @type {{x: number, y: number}} */ (scene.at(id));
      const far = (at.x + NOTE / 2 - x) ** 2 + (at.y + NOTE / 2 - y) ** 2;
      if (far < least) [best, least] = [id, far];
    }
    return best;
  }

  return {
    set,
    toggle,
    all,
    tidy,
    begin,
    stretch,
    end,
    walk,
    go,
    edge,
    theme,
    nearest,
    towards,
    marquee: () => marquee !== null,
  };
}

// What is chosen: selection, marquee, focus that walks by arrows. Changes the session, never the store.

import { NOTE } from "../core/layout.js";
import { noteLine, titleLine, towards as nearestTowards } from "./stops.js";

/** @typedef {import('./types.js').Board} Board */
/** @typedef {import('./stops.js').Direction} Direction */
/** @typedef {import('./stops.js').Stop} Stop */

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

  /** What Space has gathered: as long as it is what is selected, the arrows leave it so. @type {Set<string> | null} */
  let gathered = null;
  const gathering = () => gathered === session.selection.value && session.selection.value.size > 0;

  /** By Space, also notes that lie apart: the first press holds what the arrows selected, further ones add and take out. @param {string} id */
  function gather(id) {
    const now = session.selection.value;
    if (gathering() || now.size !== 1 || !now.has(id)) toggle(id);
    gathered = session.selection.value;
    board.say(t("canvas.selected", { count: session.selection.value.size }));
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

  /** Where the note or title with the focus last stood. @type {import('./stops.js').Line | null} */
  let spot = null;

  /** Forget what is gone. When it had the focus, what stands nearest takes it: the keys go on from there. */
  function tidy() {
    const has = session.selection.value;
    if ([...has].some((id) => !store.get("note", id))) set([...has].filter((id) => store.get("note", id)));
    if (gathered === has) gathered = session.selection.value;
    const at = here();
    const line = at && lineOf(at);
    if (!at || line) return keepSpot();
    const note = store.get("note", at.id);
    const folded = note?.cluster && scene.frames.at(note.cluster) ? note.cluster : null;
    const root = note?.merged_into && scene.at(note.merged_into) ? note.merged_into : null;
    const next = folded ? { type: "cluster", id: folded } : root ? { type: "note", id: root } : nearestTo(spot);
    session.focused.value = session.cluster.value = null;
    if (!board.parts.notes.contains(document.activeElement)) return;
    if (!note) board.say(t("canvas.focus_gone"));
    if (next?.type === "note") board.layer.focusNote(next.id, { still: true });
    else if (next) board.layer.focusCluster(next.id, { still: true });
  }

  function keepSpot() {
    const at = here();
    spot = (at && lineOf(at)) ?? spot;
  }
  const offs = [session.focused, session.cluster].map((each) => each.subscribe(keepSpot));

  /** @param {import('./stops.js').Line | null} line @returns {Stop | null} */
  function nearestTo(line) {
    let best = null;
    let least = Infinity;
    for (const stop of line ? scene.stops() : []) {
      const other = lineOf(stop);
      if (!line || !other) continue;
      const far = Math.hypot(other.x1 - line.x1, other.y - line.y);
      if (far < least) [best, least] = [stop, far];
    }
    return best;
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

  /** Where a stop is for the arrows. @param {Stop} stop @returns {import('./stops.js').Line | null} */
  function lineOf({ type, id }) {
    const at = type === "note" ? scene.at(id) : scene.frames.at(id);
    return at ? (type === "note" ? noteLine(at) : titleLine(/** @type {any} */ (at))) : null;
  }

  /** @returns {Stop | null} what has the focus */
  function here() {
    if (session.cluster.value) return { type: "cluster", id: session.cluster.value };
    return session.focused.value ? { type: "note", id: session.focused.value } : null;
  }

  /** The next note or title of a cluster in a direction. @param {Stop} from @param {Direction} way @returns {Stop | null} */
  function towards(from, way) {
    const start = lineOf(from);
    if (!start) return null;
    const others = [];
    for (const stop of scene.stops()) {
      const line = stop.id === from.id ? null : lineOf(stop);
      if (line) others.push({ thing: stop, line });
    }
    return nearestTowards(start, way, others);
  }

  /** @param {Direction} way @param {boolean} extend */
  function walk(way, extend) {
    const from = here();
    if (from) {
      const next = towards(from, way);
      if (next) goTo(next, extend);
    } else {
      const id = nearest();
      if (id) go(id, extend);
    }
  }

  /** @param {Stop} stop @param {boolean} [extend] */
  function goTo({ type, id }, extend = false) {
    if (type === "note") return go(id, extend);
    if (!extend && !session.linking.value && !gathering()) set([]);
    board.layer.focusCluster(id);
  }

  /** @param {string} id @param {boolean} [extend] */
  function go(id, extend = false) {
    if (extend)
      set([...session.selection.value, .../** @type {string[]} */ ([session.focused.value].filter(Boolean)), id]);
    else if (!session.linking.value && !gathering()) set([id]);
    board.layer.focusNote(id);
  }

  /** First or last of all. @param {boolean} last @param {boolean} extend */
  function edge(last, extend) {
    const stops = scene.stops();
    if (stops.length) goTo(stops[last ? stops.length - 1 : 0], extend);
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
    gather,
    edge,
    theme,
    nearest,
    here,
    marquee: () => marquee !== null,
    destroy: () => offs.forEach((off) => off()),
  };
}

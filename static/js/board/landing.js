// Where what the hand holds lands: in a theme, in a cluster or out of one, never half under a foreign frame.

import { CLUSTER_HEAD, CLUSTER_PAD, HEAD, NOTE, PAD, overlap, square } from "../core/layout.js";
import { cellsInside } from "../core/room.js";

/** @typedef {import('./types.js').Board} Board */
/** @typedef {import('./drag.js').Held} Held */
/** @typedef {{theme: string | null, cluster: string | null}} Target */
/** @typedef {{id: string, x: number, y: number}} Place */

/** @param {Board} board */
export function createLanding(board) {
  const { scene, store, actions, camera, t } = board;

  /** What would take it. Of a cluster in the hand: another one whose title is hit, to be merged with. @param {Held} held @param {{x: number, y: number}} point @returns {Target} */
  function target(held, { x, y }) {
    const theme = scene.zoneUnder(x, y);
    const cluster = held.cluster ? scene.frames.headUnder(x, y, held.cluster) : scene.frames.under(x, y);
    const takes = cluster && actions.may(held.cluster ? "group" : "move", held.cluster ? store.get("cluster", cluster) : { ...store.get("note", held.grabbed), cluster, theme: store.get("cluster", cluster)?.theme });
    return takes ? { theme: store.get("cluster", cluster).theme, cluster } : { theme, cluster: null };
  }

  /** @param {Target} to */
  function words(to) {
    if (to.cluster) return t("canvas.over_cluster", { title: board.clusters.titleOf(store.get("cluster", to.cluster)) });
    return t("canvas.over_theme", { theme: store.get("theme", to.theme ?? "")?.title });
  }

  /** @param {Held} held @param {Target} to @param {{x: number, y: number}} point */
  function drop(held, to, point) {
    if (held.cluster) return to.cluster ? askToMerge(held.cluster, to.cluster, point) : dropCluster(held, /** @type {string} */ (to.theme));
    const ids = held.ids.filter((id) => scene.at(id) && store.get("note", id));
    board.sync.beginGesture();
    if (to.cluster) dropInto(ids, to.cluster, held);
    else dropOutside(ids, /** @type {string} */ (to.theme), held);
    raise(ids);
    board.sync.endGesture();
  }

  /** What was let go lies on what it covers, not under it. @param {string[]} ids */
  function raise(ids) {
    const dropped = new Set(ids);
    const notes = ids.map((id) => store.get("note", id)).filter(Boolean);
    const hides = notes.some((note) => store.notesOf(note.theme).some((/** @type {any} */ other) => !dropped.has(other.id) && other.z > note.z && overlap(square(note), square(other))));
    if (hides) actions.bringToFront(ids);
  }

  /** @param {string} from @param {string} into @param {{x: number, y: number}} point */
  function askToMerge(from, into, point) {
    const title = board.clusters.titleOf(store.get("cluster", from));
    const other = board.clusters.titleOf(store.get("cluster", into));
    const at = camera.toScreen(point.x, point.y);
    board.offer.open({
      words: t("canvas.merge_ask", { title, into: other }),
      label: t("canvas.merge_yes"),
      ...at,
      run() {
        const ids = store.notesIn(from).map((/** @type {any} */ note) => note.id);
        actions.mergeClusters(into, from);
        board.settle(ids, [from, into]);
        board.say(t("cluster.merged", { title: other }));
        board.layer.focusCluster(into, { still: true });
      },
    });
  }

  /** A cluster lands where it is let go, or as near as there is room. @param {Held} held @param {string} theme */
  function dropCluster(held, theme) {
    const id = /** @type {string} */ (held.cluster);
    const rect = scene.frames.at(id);
    const local = scene.frames.local(id);
    const cluster = store.get("cluster", id);
    const zone = scene.zone(theme);
    if (!rect || !local || !cluster || !zone) return;
    const wish = {
      x: into(rect.x + held.dx - zone.x, PAD / 2, zone.w - PAD),
      y: into(rect.y + held.dy - zone.y, HEAD - 4, zone.h - PAD),
      w: rect.w,
      h: rect.h,
    };
    const own = new Set(store.notesIn(id).map((/** @type {any} */ note) => note.id));
    const spot = scene.frames.freeSpot(theme, wish, { clusters: new Set([id]), notes: own });
    // What is drawn may begin before the frame that is stored: both move by the same way.
    actions.moveCluster(id, { theme, x: Math.round(cluster.x + spot.x - local.x), y: Math.round(cluster.y + spot.y - local.y) });
    board.say(t("canvas.cluster_moved", { title: board.clusters.titleOf(cluster), theme: store.get("theme", theme)?.title }));
  }

  /** Those that are in it already stay where they are put, inside; others take free cells. @param {string[]} ids @param {string} id @param {Held} held */
  function dropInto(ids, id, { dx, dy }) {
    const cluster = store.get("cluster", id);
    const frame = scene.frames.local(id);
    const zone = scene.zone(cluster.theme);
    if (!frame || !zone) return;
    const inside = ids.filter((one) => store.get("note", one).cluster === id);
    const coming = ids.filter((one) => store.get("note", one).cluster !== id);
    board.sync.beginGesture();
    if (inside.length && !cluster.collapsed) {
      actions.moveNotes(inside.map((one) => {
        const at = /** @type {{x: number, y: number}} */ (scene.at(one));
        return {
          id: one,
          theme: cluster.theme,
          x: Math.round(into(at.x + dx - zone.x, frame.x + CLUSTER_PAD, frame.x + frame.w - NOTE - CLUSTER_PAD)),
          y: Math.round(into(at.y + dy - zone.y, frame.y + CLUSTER_HEAD, frame.y + frame.h - NOTE - CLUSTER_PAD)),
        };
      }));
    }
    if (coming.length) put(coming, cluster);
    board.sync.endGesture();
    board.settle([...ids, ...store.notesIn(id).map((/** @type {any} */ note) => note.id)], [id]);
    if (coming.length) board.say(t("cluster.put_in", { count: coming.length, title: board.clusters.titleOf(cluster) }));
  }

  /** Who may move notes but not change clusters puts them inside without making the frame larger. @param {string[]} ids @param {any} cluster */
  function put(ids, cluster) {
    if (actions.may("group", cluster)) return actions.putInCluster(ids, cluster.id);
    const cells = cellsInside(cluster, store.notesIn(cluster.id), ids.length);
    actions.moveNotes(ids.map((id, i) => ({ id, theme: cluster.theme, cluster: cluster.id, ...cells[i] })));
  }

  /** @param {string[]} ids @param {string} theme under the pointer @param {Held} held */
  function dropOutside(ids, theme, { dx, dy }) {
    const left = ids.filter((id) => store.get("note", id).cluster);
    const wished = ids.map((id) => {
      const at = /** @type {{x: number, y: number}} */ (scene.at(id));
      return { id, x: at.x + dx, y: at.y + dy };
    });
    const one = new Set(ids.map((id) => store.get("note", id).theme)).size === 1;
    const moves = one ? together(wished, theme) : wished.map(({ id, x, y }) => {
      const own = /** @type {string} */ (scene.zoneUnder(x + NOTE / 2, y + NOTE / 2));
      const at = scene.settle(own, x, y);
      return { ...at, ...clear(own, [{ id, x: at.x, y: at.y }])[0] };
    });
    actions.moveNotes(moves.map((move) => (store.get("note", move.id).cluster ? { ...move, cluster: "" } : move)));
    const title = store.get("theme", theme)?.title;
    board.say(left.length ? t("canvas.taken_out", { count: left.length, theme: title }) : t("canvas.moved", { count: ids.length, theme: title }));
  }

  /** Notes of one theme keep their places to each other. @param {Place[]} wished @param {string} theme */
  function together(wished, theme) {
    const zone = /** @type {import('./grid.js').Rect} */ (scene.zone(theme));
    const left = Math.min(...wished.map((place) => place.x)) - zone.x;
    const top = Math.min(...wished.map((place) => place.y)) - zone.y;
    const shiftX = into(left, PAD / 2, zone.w - PAD) - left;
    const shiftY = into(top, HEAD - 4, zone.h - PAD) - top;
    const places = wished.map(({ id, x, y }) => ({ id, x: Math.round(x - zone.x + shiftX), y: Math.round(y - zone.y + shiftY) }));
    return clear(theme, places).map((place) => ({ ...place, theme }));
  }

  /** Moves notes together until none lies under a frame. @param {string} theme @param {Place[]} places within the zone @returns {Place[]} */
  function clear(theme, places) {
    const frames = store.clustersOf(theme).map((/** @type {any} */ cluster) => scene.frames.local(cluster.id)).filter(Boolean);
    const covered = places.some((place) => frames.some((/** @type {any} */ frame) => overlap(frame, { x: place.x, y: place.y, w: NOTE, h: NOTE })));
    if (!covered) return places;
    const left = Math.min(...places.map((place) => place.x));
    const top = Math.min(...places.map((place) => place.y));
    const box = { x: left, y: top, w: Math.max(...places.map((place) => place.x)) + NOTE - left, h: Math.max(...places.map((place) => place.y)) + NOTE - top };
    const spot = scene.frames.freeSpot(theme, box, {});
    return places.map((place) => ({ ...place, x: Math.round(place.x + spot.x - left), y: Math.round(place.y + spot.y - top) }));
  }

  return { target, words, drop };
}

/** A value brought between two bounds. @param {number} value @param {number} low @param {number} high */
function into(value, low, high) {
  return Math.max(low, Math.min(value, high));
}

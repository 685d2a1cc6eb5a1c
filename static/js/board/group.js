// Clusters as one makes and changes them on the canvas: which notes, which theme, in words. The store is changed by actions.

import { overlap } from "../core/layout.js";

/** @typedef {import('./types.js').Board} Board */

/** @param {Board} board */
export function createGroup(board) {
  const { scene, store, session, actions, select, t } = board;
  const notesOf = (/** @type {Iterable<string>} */ ids) => [...ids].map((id) => store.get("note", id)).filter(Boolean);

  /** Why these notes may not be put together, in words. @param {any[]} notes */
  function why(notes) {
    for (const note of notes) {
      const reason = board.why("move", note, "canvas.may_not_move");
      if (reason) return reason;
    }
    return board.why("group", undefined, "canvas.may_not_group");
  }

  /** A new cluster of notes, in the theme of most of them; its title is asked for at once. @param {Iterable<string>} ids */
  function make(ids) {
    const notes = notesOf(ids).filter((note) => !note.private && !note.hidden);
    if (!notes.length) return board.tell(t("canvas.group_none"));
    const reason = why(notes);
    if (reason) return board.tell(reason);
    const counts = new Map();
    for (const note of notes) counts.set(note.theme, (counts.get(note.theme) ?? 0) + 1);
    const theme = notes.map((note) => note.theme).sort((a, b) => counts.get(b) - counts.get(a))[0];
    const id = actions.addCluster({ theme, title: "", notes: notes.map((note) => note.id) });
    settle(notes.map((note) => note.id), [id]);
    select.set([]);
    board.say(t("cluster.grouped", { count: notes.length }));
    board.title.begin(id);
    return id;
  }

  /** Take over at once what was just done. @param {string[]} notes @param {string[]} clusters */
  function settle(notes, clusters) {
    board.settle(notes, clusters);
  }

  return {
    make,
    settle,
    may: () => actions.may("group"),

    /** What is selected, or the note with the focus with it. */
    selected() {
      const ids = session.selection.value.size ? session.selection.value : session.focused.value ? [session.focused.value] : [];
      return make(ids);
    },

    /** Notes out of their cluster, beside it. @param {Iterable<string>} ids */
    takeOut(ids) {
      const notes = notesOf(ids).filter((note) => note.cluster && store.get("cluster", note.cluster));
      if (!notes.length) return;
      const reason = why(notes);
      if (reason) return board.tell(reason);
      actions.takeOut(notes.map((note) => note.id));
      settle(notes.map((note) => note.id), notes.map((note) => note.cluster));
      board.say(t("cluster.taken_out", { count: notes.length }));
      const [first] = notes;
      if (session.focused.value === first.id) board.layer.focusNote(first.id);
    },

    /** @param {string} id */
    dissolve(id) {
      const cluster = store.get("cluster", id);
      const reason = board.why("group", cluster, "canvas.may_not_group");
      if (!cluster || reason) return reason && board.tell(reason);
      const inside = store.notesIn(id).map((/** @type {any} */ note) => note.id);
      const title = board.clusters.titleOf(cluster);
      actions.dissolveCluster(id);
      session.cluster.value = null;
      settle(inside, [id]);
      session.toast.value = { text: t("cluster.dissolved", { title }), action: { label: t("action.undo"), run: () => board.sync.undo() } };
      const next = scene.reading().find((one) => inside.includes(one)) ?? select.nearest();
      if (next) board.layer.focusNote(next, { still: true });
      else board.parts.notes.focus({ preventScroll: true });
    },

    /** Collapse or expand; what opens makes room for itself. @param {string} id */
    fold(id) {
      const cluster = store.get("cluster", id);
      const reason = board.why("group", cluster, "canvas.may_not_group");
      if (!cluster || reason) return reason && board.tell(reason);
      const collapsed = !cluster.collapsed;
      const inside = store.notesIn(id).map((/** @type {any} */ note) => note.id);
      board.sync.beginGesture();
      actions.collapseCluster(id, collapsed);
      settle(inside, [id]);
      if (!collapsed) spread(id, inside);
      board.sync.endGesture();
      board.say(t(collapsed ? "canvas.said_collapsed" : "canvas.said_expanded", { title: board.clusters.titleOf(cluster) }));
    },
  };

  /** A frame that would cover others moves to where there is room. @param {string} id @param {string[]} inside */
  function spread(id, inside) {
    const rect = scene.frames.local(id);
    const cluster = store.get("cluster", id);
    if (!rect || !cluster) return;
    const own = new Set(inside);
    const covers = [...store.clustersOf(cluster.theme)].some((other) => other.id !== id && overlap(/** @type {any} */ (scene.frames.local(other.id)), rect));
    const zone = scene.zone(cluster.theme);
    const notes = zone && scene.grid.query({ x: zone.x + rect.x, y: zone.y + rect.y, w: rect.w, h: rect.h }).some((one) => !own.has(one));
    if (!covers && !notes) return;
    const spot = scene.frames.freeSpot(cluster.theme, rect, { clusters: new Set([id]), notes: own });
    actions.moveCluster(id, { theme: cluster.theme, x: cluster.x + spot.x - rect.x, y: cluster.y + spot.y - rect.y });
    settle(inside, [id]);
  }
}

/** @typedef {ReturnType<typeof createGroup>} Group */

// The canvas by keyboard: walking, choosing, moving by keys, writing. Works only while the canvas has the focus.
import { createClipboard } from "./clipboard.js";
import { turn } from "./taps.js";

const STEP = 8;
const LEAP = 40;
const LOOK = 120;
const WAYS = /** @type {const} */ ({ ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" });
const BY = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** @typedef {import('./types.js').Board} Board */

/** @param {Board} board */
export function createKeyboard(board) {
  const { session, store, sync, actions, scene, camera, select, drag, editor, t } = board;
  const { viewport } = board.parts;

  /** The notes that a command is about: the selected ones, else the focused one. */
  const targets = () => {
    if (session.cluster.value) return [];
    const chosen = [...session.selection.value];
    return chosen.length ? chosen : session.focused.value ? [session.focused.value] : [];
  };

  /** With Ctrl or Command; also while the tool of the letter is switched off. @type {Record<string, (event: KeyboardEvent) => void>} */
  const commands = {
    z: (event) => (event.shiftKey ? sync.redo() : sync.undo()),
    y: () => sync.redo(),
    a: () => select.all(),
    d: () => duplicate(),
    " ": () => choose(),
    0: () => board.layer.zoomTo(1),
  };

  /** @type {Record<string, (event: KeyboardEvent) => void>} */
  const keys = {
    Enter: () => (session.linking.value ? board.links.finish(session.focused.value) : write()),
    F2: () => write(),
    Delete: () => remove(),
    Backspace: () => remove(),
    Escape: () => escape(),
    Home: (event) => select.edge(false, event.shiftKey),
    End: (event) => select.edge(true, event.shiftKey),
    PageDown: () => select.theme(1),
    PageUp: () => select.theme(-1),
    ContextMenu: () => menu(),
    F10: (event) => event.shiftKey && menu(),
  };

  /** Single keys, which can be switched off. @type {Record<string, (event: KeyboardEvent) => void>} */
  const letters = {
    n: () => board.layer.add(),
    m: () => pickUp(),
    g: (event) => (event.shiftKey ? ungroup() : board.group.selected()),
    l: () => {
      session.tool.value = session.tool.value === "lasso" ? "select" : "lasso";
      if (session.tool.value === "lasso") board.say(t("dock.lasso"));
    },
    k: () => session.focused.value && board.links.choose(session.focused.value),
    c: () => session.cluster.value && board.group.fold(session.cluster.value),
    v: (event) => vote(event.shiftKey ? "less" : "more"),
    o: () => turn(board, session.focused.value),
    "]": () => actions.bringToFront(targets().filter((id) => actions.may("move", store.get("note", id)))),
    "+": () => board.layer.zoomBy(1.25),
    "=": () => board.layer.zoomBy(1.25),
    "-": () => board.layer.zoomBy(0.8),
    0: () => board.layer.zoomTo(1),
    1: () => board.layer.fit(),
    2: () => board.layer.zoomToTheme((store.get("note", session.focused.value) ?? store.get("cluster", session.cluster.value))?.theme ?? board.layer.themeAtCentre()),
    3: () => board.layer.zoomToSelection(),
  };

  /** @param {KeyboardEvent} event */
  function down(event) {
    if (event.defaultPrevented || elsewhere(event.target) || event.isComposing || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const way = WAYS[/** @type {keyof typeof WAYS} */ (key)];
    if ((key === "Enter" || key === " ") && event.target instanceof Element && event.target.closest("button")) return;
    if (drag.held()) return carry(event, key, way);
    if (way && (event.ctrlKey || event.metaKey)) return done(event, () => camera.panBy(-BY[way][0] * LOOK, -BY[way][1] * LOOK));
    if (way) return done(event, () => select.walk(way, event.shiftKey));
    if (event.ctrlKey || event.metaKey) return key in commands && done(event, () => commands[key](event));
    if (key === " ") {
      event.preventDefault();
      if (!event.repeat) spaceDown();
      return;
    }
    if (key in keys) return done(event, () => keys[key](event));
    if (key in letters && session.singleKeys?.value !== false) done(event, () => letters[key](event));
  }

  /** In a field or a question over the canvas. @param {EventTarget | null} target */
  function elsewhere(target) {
    return editor.inside(target) || board.title.inside(target) || board.offer.inside(target);
  }

  /** On a note or a title: write. */
  function write() {
    if (session.cluster.value) board.title.begin(session.cluster.value);
    else if (session.focused.value) board.layer.edit(session.focused.value);
  }

  function escape() {
    if (session.linking.value) return board.links.finish(null);
    if (session.tool.value !== "select") session.tool.value = "select";
    if (!board.layer.gestures.stop()) select.set([]);
  }

  /** Choose or let go the note; on a title, its notes. */
  function choose() {
    const { value: cluster } = session.cluster;
    if (cluster) {
      select.set(store.notesIn(cluster).map((/** @type {any} */ note) => note.id));
      board.say(t("canvas.selected", { count: session.selection.value.size }));
    } else if (session.focused.value) select.gather(session.focused.value);
  }

  /** A title: its notes stand for themselves again. Notes: out of their cluster. */
  function ungroup() {
    if (session.cluster.value) board.group.dissolve(session.cluster.value);
    else board.group.takeOut(targets());
  }

  /** @param {'more' | 'less'} way */
  function vote(way) {
    const { focused, cluster } = session;
    if (cluster.value) board.votes.change(way, "cluster", cluster.value);
    else if (focused.value) board.votes.change(way, "note", focused.value);
  }

  /** @param {KeyboardEvent} event @param {() => void} act */
  function done(event, act) {
    event.preventDefault();
    act();
  }

  let spaceUsed = false;
  function spaceDown() {
    spaceUsed = false;
    board.layer.gestures.space(true);
  }

  /** A short press of the space bar chooses; held, it makes the pointer pan. @param {KeyboardEvent} event */
  function up(event) {
    if (event.key !== " " || elsewhere(event.target)) return;
    board.layer.gestures.space(false);
    if (!spaceUsed && !drag.held() && !event.ctrlKey) choose();
  }

  function pickUp() {
    const { value: cluster } = session.cluster;
    if (cluster) {
      const frame = scene.frames.at(cluster);
      const reason = board.why("group", store.get("cluster", cluster), "canvas.may_not_group");
      if (reason) return board.tell(reason);
      if (frame && drag.startCluster(cluster, frame, { keys: true })) board.say(t("canvas.cluster_move_mode"));
      return;
    }
    const id = session.focused.value;
    if (!id || !scene.at(id)) return;
    const reason = board.why("move", store.get("note", id), "canvas.may_not_move");
    if (reason) return board.tell(reason);
    if (!session.selection.value.has(id)) select.set([id]);
    const at = /** @type {{x: number, y: number}} */ (scene.at(id));
    if (drag.start(session.selection.value, id, at, { keys: true })) board.say(t("canvas.move_mode"));
    else board.say(t("canvas.may_not_move"));
  }

  /** Keys while notes are in the hand. @param {KeyboardEvent} event @param {string} key @param {keyof typeof BY | undefined} way */
  function carry(event, key, way) {
    const held = drag.held();
    if (key === "Escape") {
      return done(event, () => {
        if (!board.layer.gestures.stop()) drag.cancel();
        board.say(t("canvas.move_cancelled"));
      });
    }
    if (!held.keys) return;
    if (key === "Tab") return drag.drop();
    event.preventDefault();
    if (way) {
      const size = event.shiftKey ? LEAP : STEP;
      drag.by(held.dx + BY[way][0] * size, held.dy + BY[way][1] * size);
      board.layer.revealHand();
    } else if (key === "Enter" || key === "m" || key === " ") {
      drag.drop();
      if (!board.offer.isOpen()) board.layer.refocus();
    }
  }

  function remove() {
    if (session.cluster.value) return board.group.dissolve(session.cluster.value);
    const ids = targets().filter((id) => actions.may("remove", store.get("note", id)));
    if (!ids.length) return targets().length ? board.tell(board.why("remove", store.get("note", targets()[0])) ?? t("note.not_yours")) : undefined;
    const next = ids.includes(session.focused.value) ? neighbour(ids) : null;
    actions.removeNotes(ids);
    board.settle(ids);
    select.set([]);
    board.say(t("canvas.removed", { count: ids.length }));
    if (next) board.layer.focusNote(next);
    else board.parts.notes.focus({ preventScroll: true });
  }

  /** The note that takes the focus when others go. @param {string[]} gone */
  function neighbour(gone) {
    const ids = scene.reading();
    const index = ids.indexOf(session.focused.value);
    return (
      ids.slice(index).find((id) => !gone.includes(id)) ??
      ids
        .slice(0, Math.max(0, index))
        .reverse()
        .find((id) => !gone.includes(id)) ??
      null
    );
  }

  function duplicate() {
    if (!board.mayAdd() || !targets().length) return;
    const ids = actions.duplicateNotes(targets());
    board.settle(ids);
    select.set(ids);
    if (ids.length) board.layer.focusNote(ids[0]);
    board.say(t("canvas.duplicated", { count: ids.length }));
  }

  function menu() {
    const { value: cluster } = session.cluster;
    const id = cluster ? null : session.focused.value;
    const at = cluster ? scene.frames.at(cluster) : id && scene.at(id);
    if (id && !session.selection.value.has(id)) select.set([id]);
    const frame = viewport.getBoundingClientRect();
    const point = at ? camera.toScreen(at.x + 80, at.y + (cluster ? 40 : 80)) : { x: frame.width / 2, y: frame.height / 2 };
    board.layer.menu(frame.left + point.x, frame.top + point.y, cluster ?? undefined);
  }

  const clipboard = createClipboard(board, targets);
  /** @param {ClipboardEvent} event */
  const copy = (event) => !elsewhere(event.target) && !window.getSelection()?.toString() && clipboard.copy(event);
  /** @param {ClipboardEvent} event */
  const cut = (event) => copy(event) && remove();
  /** @param {ClipboardEvent} event */
  const paste = (event) => !elsewhere(event.target) && clipboard.paste(event);

  /** Coming to the canvas by Tab lands on a note. @param {FocusEvent} event */
  function focus(event) {
    const option = /** @type {HTMLElement} */ (event.target);
    if (option.dataset.id && option.dataset.id !== session.focused.value) return board.layer.focusNote(option.dataset.id, { still: true });
    if (option.dataset.cluster && option.dataset.cluster !== session.cluster.value) return board.layer.focusCluster(option.dataset.cluster, { still: true });
    if (event.target !== board.parts.notes || !board.parts.notes.matches(":focus-visible")) return;
    if (session.cluster.value) return board.layer.focusCluster(session.cluster.value);
    const id = session.focused.value ?? select.nearest();
    if (id) board.layer.focusNote(id);
  }

  const pressed = () => {
    spaceUsed = true;
  };
  const gone = () => board.layer.gestures.space(false);
  viewport.addEventListener("keydown", down);
  viewport.addEventListener("keyup", up);
  viewport.addEventListener("copy", copy);
  viewport.addEventListener("cut", cut);
  viewport.addEventListener("paste", paste);
  viewport.addEventListener("focusin", focus);
  viewport.addEventListener("pointerdown", pressed);
  window.addEventListener("blur", gone);

  return {
    destroy() {
      viewport.removeEventListener("keydown", down);
      viewport.removeEventListener("keyup", up);
      viewport.removeEventListener("copy", copy);
      viewport.removeEventListener("cut", cut);
      viewport.removeEventListener("paste", paste);
      viewport.removeEventListener("focusin", focus);
      viewport.removeEventListener("pointerdown", pressed);
      window.removeEventListener("blur", gone);
    },
  };
}

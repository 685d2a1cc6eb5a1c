// Clusters on the canvas: titled frames below their notes, a card when collapsed, buttons beside the title.

import { written } from "../core/i18n.js";
import { icon, span } from "./icon.js";
import { paintStepper } from "./vote_marks.js";

/** @typedef {import('./types.js').Board} Board */
/** @typedef {import('./grid.js').Rect} Rect */
/**
 * @typedef {object} ClusterView
 * @property {HTMLElement} el an option of the listbox: the frame with its title
 * @property {HTMLElement} name
 * @property {HTMLElement} facts count, votes, lock
 * @property {HTMLElement} tools the buttons, outside the listbox
 * @property {HTMLButtonElement} fold
 * @property {HTMLButtonElement} menu
 * @property {Record<string, any>} last
 */

/** @param {Board} board */
export function createClusters(board) {
  const { scene, store, session, actions, t } = board;
  /** @type {Map<string, ClusterView>} */
  const views = new Map();
  /** @type {string | null} */
  let lifted = null;
  /** @type {string | null} */
  let aimed = null;
  /** @type {Rect | null} */
  let near = null;

  /** @param {string} id @returns {ClusterView} */
  function build(id) {
    const el = document.createElement("div");
    el.className = "board-cluster";
    el.id = `cluster-${id}`;
    el.dataset.cluster = id;
    el.setAttribute("role", "option");
    el.tabIndex = -1;
    const bar = span("cluster-bar");
    const name = span("cluster-name");
    const facts = span("cluster-facts");
    name.dir = "auto";
    bar.append(name, facts);
    bar.setAttribute("aria-hidden", "true");
    el.append(bar);
    const tools = document.createElement("div");
    tools.className = "cluster-tools";
    const fold = button("minimize-2", () => {
      board.group.fold(id);
      board.layer.focusCluster(id, { still: true });
    });
    const menu = button("ellipsis", () => {
      const rect = menu.getBoundingClientRect();
      session.cluster.value = id;
      board.layer.menu(rect.left, rect.bottom, id);
    });
    tools.append(fold, menu);
    board.parts.notes.append(el);
    board.parts.tools.append(tools);
    return { el, name, facts, tools, fold, menu, last: {} };
  }

  /** Show those near the view. @param {Rect | null} [region] the last one when it is left out */
  function survey(region = near) {
    near = region;
    const wanted = new Set();
    if (region && !board.far()) for (const [id, rect] of scene.frames.all()) if (meets(rect, region)) wanted.add(id);
    for (const id of [...views.keys()]) if (!wanted.has(id) && !isPinned(id)) unmount(id);
    for (const id of wanted) if (!views.has(id)) need(id);
  }

  /** @param {string} id */
  const isPinned = (id) => Boolean(scene.frames.at(id)) && (id === lifted || id === session.cluster.value);

  /** @param {string} id */
  function unmount(id) {
    const view = views.get(id);
    if (!view) return;
    views.delete(id);
    const held = view.el === document.activeElement || view.tools.contains(document.activeElement);
    view.el.remove();
    view.tools.remove();
    if (held) board.parts.notes.focus({ preventScroll: true });
  }

  /** The element of a cluster, made now if it was not there. @param {string} id */
  function need(id) {
    if (!views.has(id)) {
      if (!store.get("cluster", id) || !scene.frames.at(id)) return undefined;
      views.set(id, build(id));
      paint(id);
    }
    return views.get(id);
  }

  /** @param {string} id */
  function paint(id) {
    const view = views.get(id);
    if (!view) return;
    const cluster = store.get("cluster", id);
    const rect = scene.frames.at(id);
    if (!cluster || !rect) return unmount(id);
    const { last, el } = view;
    const when = (/** @type {string} */ name, /** @type {any} */ value, /** @type {() => void} */ write) => {
      if (last[name] === value) return;
      last[name] = value;
      write();
    };
    when("rect", `${rect.x} ${rect.y} ${rect.w} ${rect.h}`, () => {
      Object.assign(el.style, { left: `${rect.x}px`, top: `${rect.y}px`, width: `${rect.w}px`, height: `${rect.h}px` });
      Object.assign(view.tools.style, { left: `${rect.x}px`, top: `${rect.y}px`, width: `${rect.w}px` });
    });
    const color = store.get("theme", cluster.theme)?.color ?? "blue";
    when("color", color, () => {
      el.dataset.color = view.tools.dataset.color = color;
    });
    const count = store.notesIn(id).length;
    const title = titleOf(cluster);
    const votes = votesOf(id);
    const selected = session.cluster.value === id;
    const may = actions.may("group", cluster);
    when("name", `${title}|${cluster.title}`, () => {
      view.name.textContent = title;
      view.name.toggleAttribute("data-untitled", !cluster.title);
    });
    when("facts", `${count} ${votes} ${cluster.locked}`, () => paintFacts(view.facts, count, votes, cluster.locked));
    const stepper = board.votes.stepper("cluster", cluster);
    when("stepper", stepper && JSON.stringify(stepper), () => paintStepper(el, stepper));
    when("state", `${selected} ${cluster.collapsed} ${lifted === id} ${aimed === id} ${scene.clusterShown(id)} ${stepper !== null}`, () => {
      el.className = ["board-cluster", selected && "selected", cluster.collapsed && "collapsed", lifted === id && "lifted", aimed === id && "aimed", !scene.clusterShown(id) && "dimmed", stepper && "voting"].filter(Boolean).join(" ");
      el.setAttribute("aria-selected", String(selected));
      el.tabIndex = selected ? 0 : -1;
      view.tools.hidden = lifted === id;
    });
    when("fold", `${cluster.collapsed} ${title} ${may} ${document.documentElement.lang}`, () => {
      view.tools.classList.toggle("collapsed", cluster.collapsed);
      view.fold.replaceChildren(icon(cluster.collapsed ? "maximize-2" : "minimize-2"));
      name(view.fold, t(cluster.collapsed ? "canvas.cluster_expand" : "canvas.cluster_collapse", { title }));
      view.fold.hidden = !may;
      name(view.menu, t("canvas.cluster_menu", { title }));
    });
    when("label", `${title}|${count}|${votes}|${cluster.locked}|${cluster.collapsed}|${cluster.theme}|${stepper?.mine}|${document.documentElement.lang}`, () => el.setAttribute("aria-label", describe(id)));
  }

  /** @param {HTMLElement} box @param {number} count @param {number} votes @param {boolean} locked */
  function paintFacts(box, count, votes, locked) {
    box.replaceChildren();
    if (locked) box.append(icon("lock"));
    if (votes) {
      const mark = span("cluster-votes");
      mark.append(icon("vote"), written.number(votes));
      box.append(mark);
    }
    box.append(span("cluster-count", written.number(count)));
  }

  /** What it got in the round that is looked at, or the most that one of its notes got. @param {string} id */
  function votesOf(id) {
    const round = board.votes.shown();
    if (!round) return 0;
    if (round.on === "clusters") return board.votes.total(id);
    return store.notesIn(id).reduce((/** @type {number} */ most, /** @type {any} */ note) => Math.max(most, board.votes.total(note.id)), 0);
  }

  /** What a screen reader says of a cluster. @param {string} id */
  function describe(id) {
    const cluster = store.get("cluster", id);
    const votes = votesOf(id);
    const stepper = board.votes.stepper("cluster", cluster);
    const parts = [
      t("canvas.cluster", { title: titleOf(cluster), count: store.notesIn(id).length }),
      cluster.collapsed && t("canvas.collapsed"),
      cluster.locked && t("note.locked"),
      store.get("theme", cluster.theme)?.title,
      votes > 0 && t(board.votes.shown()?.on === "clusters" ? "vote.total" : "vote.top", { count: votes }),
      stepper && t("vote.mine", { count: stepper.mine }),
    ];
    return parts.filter(Boolean).join(". ");
  }

  /** @param {any} cluster */
  function titleOf(cluster) {
    return cluster?.title || t("cluster.untitled");
  }

  function repaintAll() {
    for (const id of [...views.keys()]) paint(id);
  }

  let chosen = session.cluster.value;
  const off = session.cluster.subscribe((/** @type {string | null} */ next) => {
    const before = chosen;
    chosen = next;
    if (before) paint(before);
    if (next) paint(next);
  });

  return {
    survey,
    need,
    paint,
    repaintAll,
    titleOf,
    views,
    /** The one in the hand. @param {string | null} id */
    lift(id) {
      const before = lifted;
      lifted = id;
      if (before) paint(before);
      if (id) {
        need(id);
        paint(id);
      }
    },
    /** Marks the frame that a drag would drop into. @param {string | null} id */
    aim(id) {
      if (aimed === id) return;
      const before = aimed;
      aimed = id;
      if (before) paint(before);
      if (id) paint(id);
      board.overview.aim(id);
    },
    destroy: off,
  };
}

/** @param {string} sign @param {() => void} run */
function button(sign, run) {
  const el = document.createElement("button");
  el.type = "button";
  el.className = "cluster-button";
  el.tabIndex = -1;
  el.append(icon(sign));
  el.addEventListener("click", run);
  return el;
}

/** @param {HTMLElement} el @param {string} words */
function name(el, words) {
  el.setAttribute("aria-label", words);
  el.title = words;
}

/** @param {Rect} a @param {Rect} b */
function meets(a, b) {
  return a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y;
}

/** @typedef {ReturnType<typeof createClusters>} Clusters */

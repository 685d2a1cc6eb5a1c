/** What can be done with clusters, once for outline, canvas and panels: words, dialogs to ask for what is missing, and one menu. */
import { t } from "../core/i18n.js";
import { GAP, HEAD, NOTE, PAD } from "../core/layout.js";
import { brief, number } from "./phrases.js";
import { notesOf, offerTakeBack } from "./note_actions.js";
/** @typedef {import("./state.js").App} App */

/** A cluster's title, or a word for it when it has none. @param {any} cluster */
export function titleOf(cluster) {
  return cluster?.title ? brief(cluster.title, 60) : t("cluster.untitled");
}

/** How a cluster's contents are counted: a note and what is merged into it once. @param {App} app @param {string} id */
export function sizeOf(app, id) {
  return app.store.notesIn(id).length;
}

/** @param {App} app @param {string[]} ids */
export function takeOut(app, ids) {
  app.actions.takeOut(ids);
  app.session.announce.value = t("cluster.taken_out", { count: ids.length });
}

/** The chosen notes as one: the first keeps its place, the others are shown inside it. @param {App} app @param {string[]} ids */
export function mergeAll(app, ids) {
  const [into, ...others] = notesOf(app, ids);
  if (!others.length) return;
  app.actions.mergeNotes(into.id, others.map((note) => note.id));
  app.session.selection.value = new Set([into.id]);
  offerTakeBack(app, t("merge.done", { count: others.length + 1 }));
}

/** @param {App} app @param {string} id */
export function dissolve(app, id) {
  const title = titleOf(app.store.get("cluster", id));
  app.actions.dissolveCluster(id);
  offerTakeBack(app, t("cluster.dissolved", { title }));
}

/** The menu of one cluster. @param {App} app @param {any} cluster @param {{rename: () => void}} how @returns {import("./menu.js").Item[]} */
export function clusterItems(app, cluster, { rename }) {
  const { actions, session, ui } = app;
  const { id } = cluster;
  const may = actions.may("group", cluster);
  const facilitator = session.role.value === "facilitator";
  const inside = new Set(app.store.notesIn(id).map((/** @type {any} */ note) => note.id));
  const chosen = [...session.selection.value].filter((one) => inside.has(one));
  const dialog = (/** @type {Record<string, any>} */ open) => () => (ui.dialog.value = /** @type {any} */ (open));
  return [
    may && { icon: "pencil", label: t("cluster.rename"), run: rename },
    may && { icon: cluster.collapsed ? "maximize" : "minus", label: t(cluster.collapsed ? "cluster.expand" : "cluster.collapse"), run: () => actions.collapseCluster(id, !cluster.collapsed) },
    may && inside.size > 0 && { icon: "layout-grid", label: t("cluster.tidy"), run: () => tidy(app, id) },
    { icon: "square-check", label: t("cluster.select"), off: !inside.size, run: () => (session.selection.value = inside) },
    may && chosen.length > 0 && chosen.length < inside.size && { icon: "split", label: t("cluster.split", { count: chosen.length }), run: dialog({ name: "split", id, ids: chosen }) },
    may && app.store.clustersOf(cluster.theme).length > 1 && { icon: "merge", label: t("cluster.merge"), run: dialog({ name: "join-clusters", id }) },
    ...(may ? app.store.themes().filter((/** @type {any} */ theme) => theme.id !== cluster.theme && actions.may("group", { theme: theme.id })) : [])
      .map((/** @type {any} */ theme) => ({ icon: "arrow-right", mirror: true, label: t("action.move_to", { theme: theme.title }), run: () => moveTo(app, id, theme.id) })),
    facilitator && { icon: cluster.locked ? "lock-open" : "lock", label: t(cluster.locked ? "cluster.unlock" : "cluster.lock"), run: () => actions.setCluster(id, { locked: !cluster.locked }) },
    may && { icon: "ungroup", label: t("cluster.dissolve"), run: () => dissolve(app, id) },
  ];
}

/** Below everything else in another theme. @param {App} app @param {string} id @param {string} theme */
function moveTo(app, id, theme) {
  const { store } = app;
  const ends = [...store.notesOf(theme).map((/** @type {any} */ note) => note.y + NOTE), ...store.clustersOf(theme).map((/** @type {any} */ one) => one.y + one.h)];
  app.actions.moveCluster(id, { theme, x: PAD, y: ends.length ? Math.max(...ends) + GAP : HEAD });
  app.session.announce.value = t("cluster.moved", { title: titleOf(store.get("cluster", id)), theme: store.get("theme", theme)?.title ?? "" });
}

/** @param {App} app @param {string} id */
function tidy(app, id) {
  app.actions.tidyCluster(id);
  app.session.announce.value = t("cluster.tidied", { count: sizeOf(app, id) });
}

/** "Roads, 5 notes". @param {App} app @param {any} cluster */
export function clusterWords(app, cluster) {
  return `${titleOf(cluster)} · ${number(sizeOf(app, cluster.id))}`;
}

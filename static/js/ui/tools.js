/** What the bars and the dock offer, as commands for the palette: adding, the selection, undo, the view. */
import { t } from "../core/i18n.js";
import { duplicate, mayAll, notesOf, remove } from "./note_actions.js";
import { mayGroup } from "./note_menu.js";
import { SHORTCUTS } from "./shortcuts.js";
import { MANY } from "./state.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./commands.js").Command} Command */

/** What is possible for this person now. @param {App} app @returns {Command[]} */
export function toolCommands(app) {
  const { session, ui, actions, sync } = app;
  const layer = app.layer.peek();
  const { everywhere, board, together, view } = SHORTCUTS;
  const ids = [...session.selection.peek()];
  const notes = notesOf(app, ids);
  const outline = session.view.peek() === "outline";
  const may = (/** @type {string} */ kind) => actions.may("add", { kind, theme: layer?.themeAtCentre() ?? app.store.themes()[0]?.id });
  const add = (/** @type {string} */ kind) => () => {
    session.kind.value = kind;
    if (layer) layer.addAtCentre(kind);
    else ui.adding.value = app.store.themes()[0]?.id ?? null;
  };
  const tool = (/** @type {string} */ name) => () => (session.tool.value = name);
  return /** @type {Command[]} */ ([
    may("challenge") && { id: "add-challenge", icon: "flag", label: t("palette.add_challenge"), keys: session.kind.peek() === "challenge" ? board.add.keys : undefined, run: add("challenge") },
    may("solution") && { id: "add-solution", icon: "lightbulb", label: t("palette.add_solution"), keys: session.kind.peek() === "solution" ? board.add.keys : undefined, run: add("solution") },
    actions.may("add") && { id: "paste", icon: "clipboard-paste", label: t("paste.open"), run: () => (ui.dialog.value = { name: "paste" }) },
    layer && mayGroup(app, notes) && { id: "group", icon: "group", label: t("canvas.group"), keys: together.group.keys, run: () => layer.group(ids) },
    notes.length > 0 && actions.may("add") && { id: "duplicate", icon: "copy", label: t("action.duplicate"), keys: board.duplicate.keys, run: () => duplicate(app, ids) },
    mayAll(app, "remove", notes) && { id: "delete", icon: "trash-2", label: t("action.delete"), keys: board.remove.keys, run: () => remove(app, ids) },
    ui.can.peek().undo && { id: "undo", icon: "undo-2", mirror: true, label: t("action.undo"), keys: everywhere.undo.keys, run: () => sync.undo() },
    ui.can.peek().redo && { id: "redo", icon: "redo-2", mirror: true, label: t("action.redo"), keys: everywhere.redo.keys, run: () => sync.redo() },
    { id: "view", icon: outline ? "layout-grid" : "list-tree", label: t(outline ? "view.board" : "view.outline"), run: () => (session.view.value = outline ? "board" : "outline") },
    layer && { id: "fit", icon: "maximize", label: t("dock.fit"), keys: view.fit.keys, run: () => layer.fit() },
    layer && { id: "full", icon: "maximize-2", label: t("palette.full_size"), keys: view.full.keys, run: () => layer.zoomTo(1) },
    layer && { id: "lasso", icon: "lasso", label: t("dock.lasso"), keys: together.lasso.keys, run: tool("lasso") },
    layer && { id: "pan", icon: "hand", label: t("dock.pan"), run: tool("pan") },
    layer && { id: "select", icon: "mouse-pointer-2", label: t("dock.select"), run: tool("select") },
    layer && !ui.compact.peek() && app.live.counts.peek().all > MANY && { id: "minimap", icon: "layout-grid", label: t(ui.minimap.peek() === "on" ? "minimap.hide" : "minimap.show"), run: () => (ui.minimap.value = ui.minimap.peek() === "on" ? "off" : "on") },
    session.role.peek() !== "viewer" && { id: "invite", icon: "user-plus", label: t("invite.open"), run: () => (ui.dialog.value = { name: "invite" }) },
    { id: "people", icon: "users", label: t("panel.people"), run: () => (session.panel.value = "people") },
    !outline && { id: "outline", icon: "search", label: t("panel.outline"), run: () => (session.panel.value = "outline") },
    !ui.phone.peek() && { id: "tour", icon: "circle-help", label: t("tour.again"), run: () => (ui.tour.value = "asked") },
    { id: "single-keys", icon: "settings", label: t(session.singleKeys.peek() ? "palette.keys_off" : "palette.keys_on"), run: () => (session.singleKeys.value = !session.singleKeys.peek()) },
  ].filter(Boolean));
}

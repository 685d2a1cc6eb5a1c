/** What one can ask of the board page as a whole, once: its menu and the command palette draw from here. Commands about one note are in note_menu.js. */
import { t } from "../core/i18n.js";
import { leadItems } from "./present_watch.js";
import { choice as lowChoice } from "./low_data.js";
import { reshape } from "./shape.js";
import { agendaOf } from "./step_state.js";
import { SHORTCUTS } from "./shortcuts.js";
import { COLOURS, colours, setColours } from "./colours.js";
/** @typedef {import("./state.js").App} App */
/**
 * @typedef {object} Command
 * @property {string} id stays the same: what was used last is remembered by it
 * @property {string} icon
 * @property {string} label
 * @property {string} [keys] as in aria-keyshortcuts
 * @property {boolean} [mirror]
 * @property {boolean} [checked] one of several of which one holds
 * @property {() => void} [run]
 * @property {string} [more] said after the label where it stands without its heading
 * @property {string} [href] of a page instead
 * @typedef {{group: string, commands: Command[]}} CommandGroup `menu.<group>` is its heading
 */

/** Low-data mode goes round. @type {Record<string, string>} */
const NEXT_CHOICE = { auto: "on", on: "off", off: "auto" };

/** Left out of a list: what is not possible now. @param {(Command | false | null | undefined | "")[]} list */
const possible = (list) => /** @type {Command[]} */ (list.filter(Boolean));

/** The menu of the board: what is possible for this person now. @param {App} app @returns {CommandGroup[]} */
export function menuGroups(app) {
  const { session, ui, actions, live, page } = app;
  const dialog = (/** @type {string} */ name) => () => (ui.dialog.value = { name });
  const panel = (/** @type {string} */ name) => () => (session.panel.value = name);
  const board = encodeURIComponent(page.board);
  const role = session.role.value;
  const leads = role === "facilitator";
  const takesPart = role !== "viewer";
  const compact = ui.compact.value;
  const me = live.get("seat", session.me.value);
  const hand = me?.hand;
  const interprets = leads || (takesPart && me?.interpreter);
  const groups = [
    { group: "session", commands: possible([
      takesPart && { id: "hand", icon: "hand", label: t(hand ? "hand.lower_mine" : "hand.raise"), run: () => actions.raiseHand(!hand) },
      compact && takesPart && { id: "invite", icon: "user-plus", label: t("invite.open"), run: dialog("invite") },
      (leads || agendaOf(app).length > 0) && { id: "agenda", icon: "list-checks", label: t("agenda.title"), run: panel("agenda") },
      .../** @type {Command[]} */ (leadItems(app)),
      leads && { id: "moderation", icon: "shield", label: t("moderation.open"), run: panel("moderation") },
    ]) },
    { group: "look", commands: possible([
      compact && session.view.value === "board" && { id: "outline", icon: "search", label: t("panel.outline"), run: panel("outline") },
      { id: "votes", icon: "vote", label: t("panel.votes"), run: panel("votes") },
      { id: "unanswered", icon: "flag", label: t("panel.unanswered"), run: panel("unanswered") },
      { id: "matrix", icon: "table-2", label: t("panel.matrix"), run: panel("matrix") },
      interprets && { id: "interpreter", icon: "languages", label: t("panel.interpreter"), run: panel("interpreter") },
      { id: "reading", icon: "languages", label: t("reading.title"), run: dialog("reading") },
      leads && { id: "participation", icon: "chart-bar-big", label: t("panel.participation"), run: panel("participation") },
      ui.phone.value && { id: "phone", icon: "square", label: t("phone.look"), run: () => reshape("phone") },
      { id: "low", icon: "sliders-horizontal", label: `${t("low.title")}: ${t(`low.${lowChoice.value}`)}`, run: () => (lowChoice.value = NEXT_CHOICE[lowChoice.peek()]) },
      page.series && { id: "earlier", icon: "clock", label: t("panel.earlier"), run: panel("earlier") },
    ]) },
    { group: "notes", commands: possible([
      leads && { id: "suggest", icon: "sparkles", label: t("suggest.open"), run: dialog("suggest") },
      leads && { id: "bring", icon: "file-up", label: t("import.open"), run: dialog("bring") },
      leads && { id: "tray", icon: "folder-input", label: t("tray.title"), run: panel("tray") },
      leads && { id: "history", icon: "rotate-ccw", label: t("history.open"), run: dialog("history") },
      takesPart && { id: "trash", icon: "trash-2", label: t("trash.open"), run: panel("trash") },
    ]) },
    { group: "take", commands: possible([
      { id: "export", icon: "download", label: t("export.open"), run: dialog("export") },
      { id: "print", icon: "printer", label: t("export.print"), keys: SHORTCUTS.everywhere.print.keys, href: `/board/${board}/print` },
      leads && { id: "next", icon: "plus", label: t("next.open"), run: dialog("next") },
      (page.series || leads) && { id: "series", icon: "link", label: t("series.open"), href: `/board/${board}/series` },
    ]) },
    { group: "board", commands: possible([
      leads && { id: "settings", icon: "settings", label: t("settings.open"), run: dialog("settings") },
      leads && { id: "audit", icon: "eye", label: t("audit.title"), run: dialog("audit") },
      { id: "mine", icon: "user", label: t("mine.title"), run: dialog("mine") },
      { id: "palette", icon: "search", label: t("palette.open"), keys: SHORTCUTS.everywhere.palette.keys, run: dialog("palette") },
      { id: "help", icon: "circle-help", label: t("help.open"), keys: SHORTCUTS.everywhere.help.keys, run: dialog("help") },
    ]) },
  ];
  const now = colours();
  groups.push({ group: "colours", commands: COLOURS.map((one) => ({ id: `colours-${one}`, icon: "eye", label: t(`colours.${one}`), more: t("menu.colours"), checked: now === one, run: () => (setColours(one), (session.announce.value = `${t("menu.colours")}: ${t(`colours.${one}`)}`)) })) });
  return groups.filter(({ commands }) => commands.length > 0);
}

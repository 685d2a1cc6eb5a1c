/** The bars at the top: title and saved state at the start; step and timer in the middle; people, invitation, language, help and the menu at the end. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { MenuButton } from "./menu.js";
import { Title } from "./title.js";
import { Saved } from "./saved.js";
import { Banner } from "./page_state.js";
import { StepBar } from "./step_bar.js";
import { agendaOf } from "./step_state.js";
import { languageItems } from "./language.js";
import { number } from "./phrases.js";
import { leadItems } from "./present_watch.js";
import { HandsUp, MyHand } from "./people_hands.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Header({ app }) {
  const { session, ui } = app;
  const compact = ui.compact.value;
  const here = Math.max(1, session.people.value.size);
  const outline = session.view.value === "outline";
  const people = () => (session.panel.value = session.panel.value === "people" ? null : "people");
  const mayInvite = session.role.value !== "viewer";
  return html`<header class="top">
    <div class="bar bar-start">
      <${Button} icon=${outline ? "layout-grid" : "list-tree"} label=${t(outline ? "view.board" : "view.outline")} onClick=${() => (session.view.value = outline ? "board" : "outline")} />
      <${Title} app=${app} />
      <${Saved} app=${app} />
    </div>
    <${StepBar} app=${app} />
    <div class="bar bar-end">
      ${session.role.value === "facilitator" && html`<${HandsUp} app=${app} />`}
      ${session.role.value === "participant" && !compact && html`<${MyHand} app=${app} />`}
      <${Button} icon="users" label=${t("people.here", { count: here })} short=${compact ? number(here) : t("people.here", { count: here })} pressed=${session.panel.value === "people"} onClick=${people} />
      ${mayInvite && !compact && html`<${Button} icon="user-plus" label=${t("invite.open")} text onClick=${() => (ui.dialog.value = { name: "invite" })} />`}
      ${!compact && html`<${MenuButton} icon="languages" label=${t("language.choose")} items=${languageItems(app)} />`}
      ${!compact && html`<${Button} icon="circle-help" label=${t("help.open")} keys="?" onClick=${() => (ui.dialog.value = { name: "help" })} />`}
      ${!compact && !outline && html`<${Button} icon="panel-right" mirror label=${t("panel.toggle")} pressed=${Boolean(session.panel.value)} onClick=${() => (session.panel.value = session.panel.value ? null : "outline")} />`}
      <${MenuButton} icon="menu" label=${t("menu.open")} items=${menuItems(app, compact)} />
    </div>
    <${Banner} app=${app} />
  </header>`;
}

/** @param {App} app @param {boolean} compact @returns {import("./menu.js").Item[]} */
function menuItems(app, compact) {
  const { session, ui } = app;
  const dialog = (/** @type {string} */ name) => () => (ui.dialog.value = { name });
  const panel = (/** @type {string} */ name) => () => (session.panel.value = name);
  const board = encodeURIComponent(app.page.board);
  const role = session.role.value;
  const mine = app.live.get("seat", session.me.value);
  return [
    role !== "viewer" && { icon: "hand", label: t(mine?.hand ? "hand.lower_mine" : "hand.raise"), run: () => app.actions.raiseHand(!mine?.hand) },
    compact && role !== "viewer" && { icon: "user-plus", label: t("invite.open"), run: dialog("invite") },
    compact && session.view.value === "board" && { icon: "search", label: t("panel.outline"), run: () => (session.panel.value = "outline") },
    (role === "facilitator" || agendaOf(app).length > 0) && { icon: "list-checks", label: t("agenda.title"), run: () => (session.panel.value = "agenda") },
    ...leadItems(app),
    role === "facilitator" && { icon: "shield", label: t("moderation.open"), run: () => (session.panel.value = "moderation") },
    { icon: "vote", label: t("panel.votes"), run: panel("votes") },
    { icon: "flag", label: t("panel.unanswered"), run: panel("unanswered") },
    { icon: "table-2", label: t("panel.matrix"), run: panel("matrix") },
    role === "facilitator" && { icon: "sparkles", label: t("suggest.open"), run: dialog("suggest") },
    role === "facilitator" && { icon: "rotate-ccw", label: t("history.open"), run: dialog("history") },
    role === "facilitator" && { icon: "eye", label: t("audit.title"), run: dialog("audit") },
    role === "facilitator" && { icon: "chart-bar-big", label: t("panel.participation"), run: panel("participation") },
    role === "facilitator" && { icon: "file-up", label: t("import.open"), run: dialog("bring") },
    role === "facilitator" && { icon: "folder-input", label: t("tray.title"), run: panel("tray") },
    { icon: "download", label: t("export.open"), run: dialog("export") },
    role === "facilitator" && { icon: "plus", label: t("next.open"), run: dialog("next") },
    app.page.series && { icon: "clock", label: t("panel.earlier"), run: panel("earlier") },
    (app.page.series || role === "facilitator") && { icon: "link", label: t("series.open"), href: `/board/${board}/series` },
    { icon: "printer", label: t("export.print"), href: `/board/${board}/print` },
    role !== "viewer" && { icon: "trash-2", label: t("trash.open"), run: () => (session.panel.value = "trash") },
    role === "facilitator" && { icon: "settings", label: t("settings.open"), run: dialog("settings") },
    { icon: "user", label: t("mine.title"), run: dialog("mine") },
    { icon: "circle-help", label: t("help.open"), run: dialog("help") },
    ...(compact ? languageItems(app) : []),
  ];
}

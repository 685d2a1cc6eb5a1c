/** The bars at the top: title and saved state at the start; step and timer in the middle; people, invitation, language, help and the menu at the end. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { MenuButton } from "./menu.js";
import { Title } from "./title.js";
import { Saved } from "./saved.js";
import { LowSign } from "./low_data.js";
import { Banner } from "./page_state.js";
import { StepBar } from "./step_bar.js";
import { languageItems } from "./language.js";
import { menuGroups } from "./commands.js";
import { number } from "./phrases.js";
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
      <${LowSign} app=${app} />
    </div>
    <${StepBar} app=${app} />
    <div class="bar bar-end">
      ${session.role.value === "facilitator" && html`<${HandsUp} app=${app} />`}
      ${session.role.value === "participant" && !compact && html`<${MyHand} app=${app} />`}
      <${Button} icon="users" data-tour="people" label=${t("people.here", { count: here })} short=${compact ? number(here) : t("people.here", { count: here })} pressed=${session.panel.value === "people"} onClick=${people} />
      ${mayInvite && !compact && html`<${Button} icon="user-plus" label=${t("invite.open")} text onClick=${() => (ui.dialog.value = { name: "invite" })} />`}
      ${!compact && html`<${MenuButton} icon="languages" label=${t("language.choose")} items=${[...languageItems(app), { icon: "message-circle", label: t("reading.title"), run: () => (ui.dialog.value = { name: "reading" }) }]} />`}
      ${!compact && html`<${Button} icon="circle-help" label=${t("help.open")} keys="?" onClick=${() => (ui.dialog.value = { name: "help" })} />`}
      ${!compact && !outline && html`<${Button} icon="panel-right" mirror label=${t("panel.toggle")} pressed=${Boolean(session.panel.value)} onClick=${() => (session.panel.value = session.panel.value ? null : "outline")} />`}
      <${MenuButton} icon="menu" label=${t("menu.open")} groups=${menuOf(app)} />
    </div>
    <${Banner} app=${app} />
  </header>`;
}

/** The menu: at the end of a small screen's also what has a button of its own elsewhere. @param {App} app @returns {import("./menu.js").ItemGroup[]} */
function menuOf(app) {
  const groups = menuGroups(app).map(({ group, commands }) => ({ title: t(`menu.${group}`), items: /** @type {import("./menu.js").Item[]} */ (commands) }));
  return app.ui.compact.value ? [...groups, { title: t("language.choose"), items: languageItems(app) }] : groups;
}

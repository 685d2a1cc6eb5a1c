/** The bottom of the phone, where the thumb is: four tabs, and between them the plus that begins a note. */
import { html } from "../../../vendor/preact-htm-signals.js";
import { t } from "../../core/i18n.js";
import { Icon } from "../icon.js";
import { number } from "../phrases.js";
import { openRound } from "../vote_actions.js";
import { TABS } from "./state.js";
/** @typedef {import("../state.js").App} App */

/** @type {Record<string, {icon: string, words: string}>} */
const LOOKS = {
  themes: { icon: "list-tree", words: "phone.themes" },
  mine: { icon: "user", words: "phone.mine" },
  votes: { icon: "vote", words: "panel.votes" },
  more: { icon: "menu", words: "phone.more" },
};

/** @param {{app: App, phone: import("./state.js").Phone}} props */
export function Bar({ app, phone }) {
  const viewer = app.session.role.value === "viewer";
  const [themes, mine, votes, more] = TABS.map((name) => html`<${Tab} key=${name} app=${app} phone=${phone} name=${name} />`);
  return html`<nav class="phone-bar" aria-label=${t("phone.tabs")}>
    ${themes}${mine}${viewer ? null : html`<${Plus} app=${app} phone=${phone} />`}${votes}${more}
  </nav>`;
}

/** @param {{app: App, phone: import("./state.js").Phone, name: import("./state.js").Tab}} props */
function Tab({ app, phone, name }) {
  const { icon, words } = LOOKS[name];
  const here = phone.tab.value === name;
  const round = name === "votes" ? openRound(app) : null;
  if (round) app.live.all("vote");
  const left = round && app.session.role.value !== "viewer" ? app.actions.votesLeft(round.id) : 0;
  const press = () => {
    if (here) document.getElementById("main")?.scrollTo({ top: 0 });
    phone.showTab(name);
  };
  return html`<button type="button" class="phone-tab" aria-current=${here ? "page" : undefined} onClick=${press}>
    <span class="phone-tab-icon"><${Icon} name=${icon} />${left > 0 && html`<span class="phone-badge"><span aria-hidden="true">${number(left)}</span><span class="visually-hidden">${t("phone.votes_left", { count: left })} </span></span>`}</span>
    <span>${t(words)}</span>
  </button>`;
}

/** Begins a note; where none may be written now, it says so. @param {{app: App, phone: import("./state.js").Phone}} props */
function Plus({ app, phone }) {
  const { actions, session, live } = app;
  session.role.value;
  live.board();
  const why = actions.whyNot("add");
  const press = () => {
    if (!why) return phone.write();
    session.toast.value = { text: t(why === "closed" ? "phone.closed" : `reason.${why}`) };
  };
  return html`<button type="button" class="phone-plus" aria-label=${t("add.note")} aria-disabled=${why ? "true" : undefined} aria-haspopup="dialog" onClick=${press}><${Icon} name="plus" /></button>`;
}

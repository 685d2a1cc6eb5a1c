/** The board made for the thumb: what there is to know at the top, one list in the middle, tabs and the plus at the bottom, sheets above. */
import { html, useEffect, useMemo } from "../../../vendor/preact-htm-signals.js";
import { withWords } from "../../core/i18n.js";
import { Announcer } from "../announcer.js";
import { AwayWatch } from "../away_watch.js";
import { Later } from "../later.js";
import { withLook } from "../looks.js";
import { Lost } from "../page_state.js";
import { Led } from "../present_watch.js";
import { StepWatch } from "../step_watch.js";
import { TimerWatch } from "../timer_watch.js";
import { Toast } from "../toast.js";
import { Bar } from "./bar.js";
import { Head } from "./head.js";
import { keepAboveKeyboard } from "./keyboard.js";
import { MineTab } from "./mine_tab.js";
import { Sheets } from "./sheets.js";
import { Part } from "./part.js";
import { createPhone } from "./state.js";
import { ThemesTab } from "./themes_tab.js";
import { VoteWatch } from "./vote_watch.js";
import { Write } from "./write.js";
/** @typedef {import("../state.js").App} App */

const REFUSALS = withLook("phone_dialogs", () => withWords("ui/refused", () => import("../refused.js")).then((module) => module.Refusals));
const NEWS = () => withWords("ui/phone/news", () => import("./news.js")).then((module) => module.NewsBar);
const VOTES = () => withWords("ui/phone/votes_tab", () => import("./votes_tab.js")).then((module) => module.VotesTab);
const MORE = () => withWords("ui/phone/more_tab", () => import("./more_tab.js")).then((module) => module.MoreTab);
const HANDS = () => withWords("ui/people_hands", () => import("../people_hands.js")).then((module) => module.HandWatch);
/** @type {Record<string, any>} */
const TABS = { themes: ThemesTab, mine: MineTab, votes: later("phone-votes", VOTES), more: later("phone-more", MORE) };

/** @param {{app: App}} props */
export function Page({ app }) {
  const phone = useMemo(() => (app.phone = createPhone(app)), []);
  useEffect(() => {
    const release = keepAboveKeyboard();
    return () => {
      release();
      phone.stop();
      app.phone = null;
    };
  }, []);
  if (app.ui.lost.value) return html`<main id="main" class="phone"><${Lost} app=${app} /></main><${Announcer} app=${app} />`;
  const tab = phone.tab.value;
  return html`<div class="phone" id="phone">
    <div class="phone-under" inert=${phone.sheets.value.some(({ name }) => name === "canvas")}>
      <${Head} app=${app} />
      <${Later} app=${app} when=${app.ui.news.value !== null} load=${NEWS} />
      <main id="main" class="phone-main" tabindex="-1"><${TABS[tab]} key=${tab} app=${app} phone=${phone} /></main>
      <${Bar} app=${app} phone=${phone} />
    </div>
    <${Toast} app=${app} />
    <${Sheets} app=${app} phone=${phone} />
    <${Write} app=${app} phone=${phone} />
    <${Led} app=${app} />
    <${Later} app=${app} when=${app.ui.refused.value.length > 0} load=${REFUSALS} />
    <${AwayWatch} app=${app} />
    <${StepWatch} app=${app} />
    <${TimerWatch} app=${app} />
    <${Later} app=${app} when=${app.session.role.value === "facilitator"} load=${HANDS} />
    <${VoteWatch} app=${app} phone=${phone} />
    <${Announcer} app=${app} />
  </div>`;
}

/** A tab that comes with the first look at it. @param {string} name @param {() => Promise<any>} load */
function later(name, load) {
  return (/** @type {{app: App, phone: import("./state.js").Phone}} */ { app, phone }) => html`<${Part} app=${app} name=${name} load=${load} phone=${phone} />`;
}

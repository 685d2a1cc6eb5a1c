/** The five reactions to a note: toggles with their names, and how many people chose each. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon } from "./icon.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** @type {Record<string, string>} */
export const REACTIONS = { like: "thumbs-up", heart: "heart", idea: "lightbulb", question: "circle-help", celebrate: "party-popper" };

/** @param {{app: App, note: any}} props */
export function Reactions({ app, note }) {
  const { actions, session, live } = app;
  session.role.value;
  live.board();
  const given = live.about(note.id).reactionsOf(note.id);
  const may = !note.private && !note.hidden && actions.may("comment", note);
  if (!may) return html`<${ReactionMarks} given=${given} />`;
  return html`<div class="reactions" role="group" aria-label=${t("reaction.title")}>
    ${Object.entries(REACTIONS).map(([sign, icon]) => {
      const { count = 0, mine = null } = given[sign] ?? {};
      return html`<button type="button" key=${sign} class="reaction" aria-pressed=${String(Boolean(mine))} title=${t(`reaction.${sign}`)} aria-label=${t("reaction.named", { name: t(`reaction.${sign}`), count })}
        onClick=${() => actions.react(note.id, sign)}><${Icon} name=${icon} />${count > 0 && html`<span>${number(count)}</span>`}</button>`;
    })}
  </div>`;
}

/** The same as a line of counts, for where nothing is pressed. @param {{given: Record<string, {count: number}>}} props */
export function ReactionMarks({ given }) {
  const some = Object.keys(REACTIONS).filter((sign) => given[sign]?.count);
  if (!some.length) return null;
  return html`<span class="reaction-marks">${some.map((sign) => html`<span key=${sign} class="mark" title=${t(`reaction.${sign}`)}><${Icon} name=${REACTIONS[sign]} /><span aria-hidden="true">${number(given[sign].count)}</span><span class="visually-hidden">${t("reaction.named", { name: t(`reaction.${sign}`), count: given[sign].count })}</span></span>`)}</span>`;
}

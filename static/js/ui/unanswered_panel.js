/** Challenges that no solution answers yet, theme by theme, each with a way to answer it. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Words } from "./note_words.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { KindIcon, Sign } from "./icon.js";
import { brief, number, percent } from "./phrases.js";
import { show } from "./note_actions.js";
import { answer } from "./answer_list.js";
import { isMerged } from "./live.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Unanswered({ app }) {
  const { live, store, session, actions } = app;
  live.all("note");
  live.all("answer");
  session.role.value;
  live.board();
  const challenges = store.all("note").filter((/** @type {any} */ note) => note.kind === "challenge" && !note.hidden && !isMerged(store, note));
  const open = challenges.filter((/** @type {any} */ note) => store.answersTo(note.id).length === 0);
  const groups = live.themes().map((/** @type {any} */ theme) => ({ theme, notes: open.filter((/** @type {any} */ note) => note.theme === theme.id) })).filter((/** @type {any} */ one) => one.notes.length);
  const on = session.filter.value.unanswered;
  const first = () => {
    session.kind.value = "challenge";
    if (app.layer.peek()) return app.layer.peek().addAtCentre("challenge");
    session.panel.value = null;
    app.ui.adding.value = store.themes()[0]?.id ?? null;
  };
  return html`<h2>${t("panel.unanswered")}</h2>
    ${challenges.length > 0 && html`<p class="hint">${t("unanswered.share", { count: challenges.length, answered: number(challenges.length - open.length), percent: percent(challenges.length - open.length, challenges.length) })}</p>`}
    ${open.length > 0 && html`<${Button} icon="filter" text label=${t("unanswered.filter")} pressed=${Boolean(on)} onClick=${() => (session.filter.value = { ...session.filter.value, unanswered: !on })} />`}
    ${!challenges.length && html`<${Empty} icon="flag" words=${t("kind.no_challenges")} action=${actions.may("add") && { icon: "plus", label: t("kind.first_challenge"), run: first }} />`}
    ${challenges.length > 0 && !open.length && html`<${Empty} icon="circle-check" words=${t("unanswered.none")} />`}
    ${groups.map(
      (/** @type {any} */ { theme, notes }) => html`<section key=${theme.id} data-color=${theme.color} aria-labelledby=${`unanswered-${theme.id}`}>
        <h3 class="theme-word" id=${`unanswered-${theme.id}`}><${Sign} name=${theme.sign} /><span dir="auto">${theme.title}</span> <span class="pill">${number(notes.length)}</span></h3>
        <ul class="answer-list">${notes.map((/** @type {any} */ note) => html`<li key=${note.id} class="answer-row" data-kind="challenge">
          <button type="button" class="answer-line" onClick=${() => show(app, note.id)}><span class="kind-chip"><${KindIcon} kind="challenge" /></span>
            <span class="note-line-body"><${Words} app=${app} note=${note} name="note-line-text" /><span class="note-line-meta">${note.association && html`<bdi>${note.association}</bdi>`}</span></span></button>
          ${actions.may("answer", note) && html`<span class="row-buttons">
            ${actions.may("add", { kind: "solution", theme: note.theme }) && html`<${Button} icon="lightbulb" label=${t("answer.write_to", { text: brief(note.text, 40) })} short=${t("answer.short")} onClick=${() => answer(app, note)} />`}
            <${Button} icon="link-2" label=${t("answer.link_to", { text: brief(note.text, 40) })} onClick=${() => (app.ui.dialog.value = { name: "link", id: note.id })} /></span>`}
        </li>`)}</ul>
      </section>`,
    )}`;
}

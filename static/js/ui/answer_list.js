/** The notes on the other end: solutions under a challenge, challenges under a solution; to add, link and take away. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Words } from "./note_words.js";
import { Button } from "./button.js";
import { KindIcon } from "./icon.js";
import { brief, kindWord, number } from "./phrases.js";
import { show } from "./note_actions.js";
/** @typedef {import("./state.js").App} App */

/** Notes that a note is linked with. @param {App} app @param {any} note @returns {any[]} */
export function othersOf(app, note) {
  const store = app.live.about(note.id);
  return note.kind === "solution" ? store.answeredBy(note.id) : store.answersTo(note.id);
}

/** @param {{app: App, note: any}} props */
export function Answers({ app, note }) {
  const { actions, session, live, ui } = app;
  session.role.value;
  live.board();
  const others = othersOf(app, note);
  const challenge = note.kind === "challenge";
  const mayLink = actions.may("answer", note);
  const mayAnswer = challenge && mayLink && actions.may("add", { kind: "solution", theme: note.theme });
  if (!others.length && !mayLink) return null;
  const title = t(challenge ? "answer.solutions" : "answer.challenges");
  return html`<section class="talk-part" aria-label=${title}>
    <h4 class="kind-head">${title} <span class="muted">${number(others.length)}</span></h4>
    ${others.length > 0
      ? html`<ul class="answer-list">${others.map((other) => html`<${Other} key=${other.id} app=${app} id=${other.id} note=${note} mayLink=${mayLink} />`)}</ul>`
      : html`<p class="empty">${t(challenge ? "answer.none" : "answer.answers_none")}</p>`}
    ${mayLink &&
    html`<div class="button-row">
      ${mayAnswer && html`<${Button} icon="lightbulb" text label=${t("answer.write")} onClick=${() => answer(app, note)} />`}
      <${Button} icon="link-2" text label=${t(challenge ? "answer.link_solution" : "answer.link_challenge")} onClick=${() => (ui.dialog.value = { name: "link", id: note.id })} />
    </div>`}
  </section>`;
}

/** @param {{app: App, id: string, note: any, mayLink: boolean}} props */
function Other({ app, id, note, mayLink }) {
  const other = app.live.get("note", id);
  if (!other) return null;
  const theme = app.live.get("theme", other.theme);
  const text = brief(other.text, 40);
  const cut = () => {
    const [solution, challenge] = note.kind === "solution" ? [note.id, id] : [id, note.id];
    app.actions.unlink(solution, challenge);
    app.session.announce.value = t("answer.unlinked");
  };
  return html`<li class="answer-row" data-color=${theme?.color} data-kind=${other.kind}>
    <button type="button" class="answer-line" onClick=${() => show(app, id)}>
      <span class="kind-chip"><${KindIcon} kind=${other.kind} /></span>
      <span class="note-line-body"><span class="visually-hidden">${kindWord(other.kind)}: </span><${Words} app=${app} note=${other} name="note-line-text" />
        <span class="note-line-meta">${other.association && html`<bdi>${other.association}</bdi>`}${theme && theme.id !== note.theme && html`<bdi>${theme.title}</bdi>`}</span></span>
    </button>
    ${mayLink && html`<${Button} icon="unlink" label=${t("answer.unlink", { text })} onClick=${cut} />`}
  </li>`;
}

/** Writes a linked solution beside a challenge and opens it for typing. @param {App} app @param {any} challenge @param {{onCanvas?: boolean}} [how] onCanvas: there, also when the outline is open beside it */
export function answer(app, challenge, { onCanvas } = {}) {
  if (app.phone) return app.phone.write({ answers: challenge.id });
  const id = app.actions.answerWith(challenge.id);
  if (!id) return;
  app.session.announce.value = t("answer.written");
  const layer = onCanvas ? app.layer.peek() : null;
  if (!layer) return show(app, id, { write: true });
  layer.settle([id]);
  app.session.selection.value = new Set([id]);
  layer.edit(id);
}

/** The panel of voting rounds: which one is looked at, and what can be done with it in its state. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t, written } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { number } from "./phrases.js";
import { RoundForm } from "./round_form.js";
import { RoundRun } from "./round_run.js";
import { RoundResults } from "./result_list.js";
import { MyVotes } from "./vote_mine.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Votes({ app }) {
  const { live, store, session } = app;
  live.all("round");
  const rounds = store.rounds();
  const facilitator = session.role.value === "facilitator";
  const seen = facilitator ? rounds : rounds.filter((/** @type {any} */ round) => round.state !== "draft");
  const [form, setForm] = useState(/** @type {string|null} */ (null));
  const [last, setLast] = useState(session.round.peek());
  const chosen = session.round.value ?? last;
  const round = seen.find((/** @type {any} */ one) => one.id === chosen) ?? store.openRound() ?? seen[0];
  useEffect(() => {
    if (!round) return;
    setLast(round.id);
    session.round.value = round.id;
  }, [round?.id]);
  /** @param {string} [id] */
  const close = (id) => {
    setForm(null);
    if (id) session.round.value = id;
    requestAnimationFrame(() => document.getElementById("round-title")?.focus());
  };
  if (form !== null) return html`<h2>${t(form ? "round.edit" : "round.new")}</h2><${RoundForm} key=${form} app=${app} id=${form} onClose=${close} />`;
  return html`<h2 class="visually-hidden">${t("panel.votes")}</h2>
    ${facilitator && html`<div class="button-row rounds-tools"><${Button} icon="plus" kind=${seen.length ? undefined : "primary"} text label=${t("round.new")} onClick=${() => setForm("")} /></div>`}
    ${!round && html`<div class="empty-state"><${Icon} name="vote" /><p>${t(facilitator ? "round.none_facilitator" : "round.none")}</p></div>`}
    ${seen.length > 1 && html`<label class="inline-field"><span class="label">${t("round.which")}</span>
      <select class="select select-small" value=${round?.id} onChange=${(/** @type {any} */ e) => (session.round.value = e.currentTarget.value)}>
        ${seen.map((/** @type {any} */ one) => html`<option key=${one.id} value=${one.id}>${`\u2068${one.title}\u2069`} – ${t(`round.state_${one.state}`)}</option>`)}
      </select></label>`}
    ${round && html`<${Round} key=${round.id} app=${app} id=${round.id} onEdit=${() => setForm(round.id)} />`}`;
}

/** @param {{app: App, id: string, onEdit: () => void}} props */
function Round({ app, id, onEdit }) {
  const { live, session } = app;
  const round = live.get("round", id);
  if (!round) return null;
  const facilitator = session.role.value === "facilitator";
  return html`<article class="round" aria-labelledby="round-title">
    <header class="round-head"><h3 id="round-title" tabindex="-1" dir="auto">${round.title}</h3><span class="state-word" data-state=${round.state}><${Icon} name=${ICONS[round.state]} />${t(`round.state_${round.state}`)}</span></header>
    <p class="hint">${rules(app, round)}</p>
    ${facilitator && html`<${RoundRun} app=${app} round=${round} onEdit=${onEdit} />`}
    ${round.state === "open" && html`<${MyVotes} app=${app} round=${round} />`}
    ${round.state === "closed" && html`<label class="check"><input type="checkbox" checked=${session.round.value === id} onChange=${() => (session.round.value = session.round.value === id ? null : id)} /><span>${t("round.on_board")}</span></label>`}
    ${round.results ? html`<${RoundResults} app=${app} round=${round} />` : round.state === "open" && html`<p class="hint">${t("round.totals_later")}</p>`}
  </article>`;
}

/** @type {Record<string, string>} */
const ICONS = { draft: "pencil", open: "vote", closed: "lock" };

/** The rules of a round in one sentence. @param {App} app @param {any} round */
function rules(app, round) {
  const themes = round.themes.map((/** @type {string} */ id) => app.live.get("theme", id)?.title).filter(Boolean);
  const what = round.on === "clusters" ? "clusters" : round.kinds.length === 1 ? round.kinds[0] : "notes";
  return [
    t("round.rule_votes", { count: round.votes }),
    round.most ? t("round.rule_most", { count: round.most }) : t("round.rule_any", { number: number(round.votes) }),
    t(`round.rule_on_${what}`),
    themes.length ? t("round.rule_themes", { themes: written.list(themes) }) : "",
    t("round.rule_secret"),
  ].filter(Boolean).join(" ");
}

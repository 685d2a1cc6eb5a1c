/** Votes that a facilitator gives for people in the room without a device: for one association at a time, counted apart. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { folded } from "../core/session.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { Words, sayOf } from "./note_words.js";
import { brief, number } from "./phrases.js";
import { isUpForVote } from "./vote_actions.js";
import { titleOf } from "./cluster_actions.js";
/** @typedef {import("./state.js").App} App */

const SHOWN = 20;

/** @param {{app: App, round: any}} props */
export function Proxy({ app, round }) {
  const { live, actions } = app;
  const [association, setAssociation] = useState("");
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(false);
  const type = round.on === "clusters" ? "cluster" : "note";
  const given = live.all("vote").filter((vote) => vote.proxy && vote.round === round.id);
  const here = association.replace(/\s+/g, " ").trim();
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  const targets = open ? live.all(type).filter((one) => isUpForVote(app, round, type, one) && wanted.every((word) => folded(allOf(app, one)).includes(word))) : [];
  return html`<details class="proxy" open=${open} onToggle=${(/** @type {any} */ e) => setOpen(e.currentTarget.open)}>
    <summary><${Icon} name="chevron-right" mirror />${t("proxy.title")} ${given.length > 0 && html`<span class="pill pill-quiet">${number(given.length)}</span>`}</summary>
    ${open &&
    html`<div class="stack">
      <p class="hint">${t("proxy.hint")}</p>
      <label><span class="label">${t("proxy.association")}</span><input class="field" dir="auto" maxlength="60" list="proxy-associations" value=${association} onInput=${(/** @type {any} */ e) => setAssociation(e.currentTarget.value)} /></label>
      <datalist id="proxy-associations">${live.associations.value.map((name) => html`<option key=${name} value=${name} />`)}</datalist>
      <span class="search-field"><${Icon} name="search" /><input type="search" class="field" aria-label=${t("filter.search")} placeholder=${t("filter.search")} value=${words} onInput=${(/** @type {any} */ e) => setWords(e.currentTarget.value)} /></span>
      <ul class="proxy-list">${targets.slice(0, SHOWN).map((one) => {
        const count = given.filter((vote) => vote.target === one.id).length;
        const title = brief(type === "note" ? sayOf(app, one) : wordsOf(one), 40);
        return html`<li key=${one.id} class="proxy-row">${type === "cluster" ? html`<span class="note-line-text" dir="auto">${titleOf(one)}</span>` : html`<${Words} app=${app} note=${one} name="note-line-text" />`}
          <span class="vote-step" role="group" aria-label=${t("proxy.for", { title })}>
            <${Button} icon="minus" label=${t("proxy.less", { title })} off=${!count} onClick=${() => actions.takeProxyBack(round.id, one.id)} />
            <span class="vote-mine" data-mine=${count}><span aria-hidden="true">${number(count)}</span><span class="visually-hidden">${t("proxy.count", { count })}</span></span>
            <${Button} icon="plus" label=${t("proxy.more", { title })} onClick=${() => actions.proxyVote(round.id, one.id, here)} />
          </span></li>`;
      })}</ul>
      ${targets.length > SHOWN && html`<p class="hint">${t("link.more", { count: targets.length - SHOWN })}</p>`}
      ${!targets.length && html`<p class="empty">${t("filter.none")}</p>`}
    </div>`}
  </details>`;
}

/** What is searched: the translations too. @param {App} app @param {any} record */
function allOf(app, record) {
  return [wordsOf(record), ...app.store.translationsOf(record.id).map((/** @type {any} */ each) => each.text)].join(" ");
}

/** @param {any} record */
function wordsOf(record) {
  return record.text ?? record.title ?? "";
}

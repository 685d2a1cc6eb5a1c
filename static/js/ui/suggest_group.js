/** One suggested group: its working title, the words its notes share, the notes to keep or leave out, accept or reject. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Sign } from "./icon.js";
import { Pick } from "./answer_link.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./suggest_apply.js").Draft} Draft */

/** @param {{app: App, group: Draft, many: boolean, onChange: (fields: Partial<Draft>) => void, onReject: () => void}} props `many`: groups of several themes are shown */
export function SuggestGroup({ app, group, many, onChange, onReject }) {
  const { live } = app;
  const notes = group.notes.map((id) => live.get("note", id)).filter(Boolean);
  const kept = notes.filter((note) => !group.out.has(note.id)).length;
  const theme = live.get("theme", group.theme);
  const name = group.title || t("suggest.group_n", { number: number(group.key + 1) });
  const id = `suggest-${group.key}`;
  /** @param {string} note */
  const toggle = (note) => {
    const out = new Set(group.out);
    if (!out.delete(note)) out.add(note);
    onChange({ out });
  };
  return html`<li class="suggest-group" data-accepted=${group.accepted ? "" : undefined} data-color=${theme?.color}>
    <div class="suggest-title">
      <label class="check"><input type="checkbox" checked=${group.accepted} onChange=${() => onChange({ accepted: !group.accepted })} /><span class="visually-hidden">${t("suggest.accept", { title: name })}</span></label>
      <label class="suggest-name"><span class="visually-hidden">${t("suggest.working_title")}</span>
        <input class="field" dir="auto" maxlength="80" value=${group.title} placeholder=${t("cluster.untitled")} onInput=${(/** @type {any} */ e) => onChange({ title: e.currentTarget.value })} /></label>
      <${Button} icon="x" label=${t("suggest.reject", { title: name })} onClick=${onReject} />
    </div>
    <p class="suggest-facts">
      ${many && theme && html`<span class="theme-word"><${Sign} name=${theme.sign} /><bdi>${theme.title}</bdi></span>`}
      <span>${t("suggest.kept", { count: notes.length, kept: number(kept) })}</span>
      ${group.words.length > 0 && html`<span>${t("suggest.words")} ${group.words.map((word) => html`<bdi key=${word} class="word">${word}</bdi> `)}</span>`}
    </p>
    ${group.duplicates && group.kindsAgree &&
    html`<fieldset class="suggest-how"><legend>${t("suggest.duplicates")}</legend>
      ${["merge", "group"].map((way) => html`<label class="check" key=${way}><input type="radio" name=${id} checked=${group.way === way} onChange=${() => onChange({ way })} /><span>${t(`suggest.way_${way}`)}</span></label>`)}
    </fieldset>`}
    <ul class="pick-list" aria-label=${t("suggest.notes_of", { title: name })}>${notes.map((note) => html`<li key=${note.id}><${Pick} app=${app} note=${note} checked=${!group.out.has(note.id)} onToggle=${() => toggle(note.id)} /></li>`)}</ul>
    ${kept < 2 && html`<p class="field-error">${t("suggest.too_few")}</p>`}
  </li>`;
}

/** The form of a round: title, votes per person, how many on one note, and what is up for the vote. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const FRESH = { title: "", votes: 5, most: 1, on: "notes", kinds: [], themes: [], live: false };

/** @param {{app: App, id: string, onClose: (id?: string) => void}} props `id`: "" for a new round */
export function RoundForm({ app, id, onClose }) {
  const { live, actions, store } = app;
  const before = id ? live.get("round", id) : undefined;
  const [fields, setFields] = useState(() => (before ? pick(before) : { ...FRESH, title: t("round.title_n", { number: number(store.rounds().length + 1) }) }));
  const title = useRef(/** @type {HTMLInputElement|null} */ (null));
  useEffect(() => title.current?.select(), []);
  const draft = !before || before.state === "draft";
  /** @param {Record<string, any>} more */
  const set = (more) => setFields((/** @type {any} */ old) => ({ ...old, ...more }));
  /** @param {"kinds"|"themes"} list @param {string} item */
  const toggle = (list, item) => set({ [list]: fields[list].includes(item) ? fields[list].filter((/** @type {string} */ one) => one !== item) : [...fields[list], item] });
  const keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    const clean = { ...fields, title: fields.title.replace(/\s+/g, " ").trim(), most: fields.votes > 1 && fields.most >= fields.votes ? 0 : fields.most };
    if (!clean.title) return title.current?.focus();
    if (clean.on === "clusters") clean.kinds = [];
    if (before) actions.setRound(id, draft ? clean : { title: clean.title, live: clean.live });
    onClose(before ? id : actions.addRound(clean));
  };
  return html`<form class="stack round-form" onSubmit=${keep} onKeyDown=${(/** @type {KeyboardEvent} */ e) => e.key === "Escape" && (e.stopPropagation(), onClose(id || undefined))}>
    <label><span class="label">${t("round.title")}</span><input ref=${title} class="field" dir="auto" maxlength="80" required value=${fields.title} onInput=${(/** @type {any} */ e) => set({ title: e.currentTarget.value })} /></label>
    ${draft &&
    html`<div class="form-pair">
        <label><span class="label">${t("round.votes")}</span><input type="number" class="field" min="1" max="99" required value=${fields.votes} onInput=${(/** @type {any} */ e) => set({ votes: bounded(e.currentTarget.value) })} /></label>
        <label><span class="label">${t("round.most")}</span>
          <select class="select" value=${String(fields.most)} onChange=${(/** @type {any} */ e) => set({ most: Number(e.currentTarget.value) })}>
            ${[1, 2, 3, 4, 5, 6, 7, 8, 9].filter((most) => most < fields.votes || most === 1).map((most) => html`<option key=${most} value=${String(most)}>${number(most)}</option>`)}
            <option value="0">${t("round.most_all")}</option>
          </select></label>
      </div>
      <${Choice} legend=${t("round.on")} name="on" value=${fields.on} options=${["notes", "clusters"].map((on) => [on, t(`round.on_${on}`)])} onChange=${(/** @type {string} */ on) => set({ on })} />
      ${fields.on === "notes" && html`<${Choice} legend=${t("round.kinds")} name="kinds" value=${fields.kinds.length === 1 ? fields.kinds[0] : ""} options=${[["", t("round.kinds_all")], ["challenge", t("kind.challenges")], ["solution", t("kind.solutions")]]} onChange=${(/** @type {string} */ kind) => set({ kinds: kind ? [kind] : [] })} />`}
      <fieldset><legend class="label">${t("round.themes")}</legend>
        ${live.themes().map((/** @type {any} */ theme) => html`<label class="check" key=${theme.id}><input type="checkbox" checked=${fields.themes.includes(theme.id)} onChange=${() => toggle("themes", theme.id)} /><span dir="auto">${theme.title}</span></label>`)}
        <p class="hint">${t("round.themes_hint")}</p>
      </fieldset>`}
    <label class="check"><input type="checkbox" checked=${fields.live} onChange=${(/** @type {any} */ e) => set({ live: e.currentTarget.checked })} /><span>${t("round.live")}</span></label>
    <div class="row-end"><${Button} text label=${t("action.cancel")} onClick=${() => onClose(id || undefined)} /><button type="submit" class="button button-primary">${t(before ? "action.keep" : "round.make")}</button></div>
  </form>`;
}

/** @param {{legend: string, name: string, value: string, options: string[][], onChange: (value: string) => void}} props */
function Choice({ legend, name, value, options, onChange }) {
  return html`<fieldset><legend class="label">${legend}</legend><div class="choices">
    ${options.map(([key, words]) => html`<label class="choice" key=${key}><input type="radio" name=${name} checked=${value === key} onChange=${() => onChange(key)} /><span>${words}</span></label>`)}
  </div></fieldset>`;
}

/** @param {any} round @returns {any} */
function pick(round) {
  return Object.fromEntries(Object.keys(FRESH).map((name) => [name, round[name]]));
}

/** @param {string} value */
function bounded(value) {
  return Math.max(1, Math.min(99, Math.round(Number(value)) || 1));
}

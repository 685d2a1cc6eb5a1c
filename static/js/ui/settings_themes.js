/** Themes: add, rename, order, colour and sign; an empty one can be removed. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { COLORS, SIGNS } from "../core/signs.js";
import { Button } from "./button.js";
import { Field } from "./settings_field.js";
import { Sign } from "./icon.js";
/** @typedef {import("./state.js").App} App */

const MOST = 20;

/** @param {{app: App}} props */
export function Themes({ app }) {
  const { live, actions, session } = app;
  const themes = live.themes();
  const ids = themes.map((/** @type {any} */ theme) => theme.id);
  const [fresh, setFresh] = useState("");
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    const title = fresh.replace(/\s+/g, " ").trim();
    if (!title) return;
    actions.addTheme({ title, color: least(themes, "color", COLORS), sign: least(themes, "sign", SIGNS) });
    session.announce.value = t("settings.theme_added", { title });
    setFresh("");
  };
  /** @param {number} from @param {number} to */
  const shift = (from, to) => {
    const next = [...ids];
    next.splice(to, 0, ...next.splice(from, 1));
    actions.orderThemes(next);
    session.announce.value = t("settings.theme_moved", { title: themes[from].title, place: to + 1 });
  };
  return html`<section class="section"><h3>${t("settings.themes")}</h3>
    <ol class="theme-list">
      ${themes.map((/** @type {any} */ theme, /** @type {number} */ i) => html`<${ThemeRow} key=${theme.id} app=${app} theme=${theme} first=${i === 0} last=${i === themes.length - 1} onUp=${() => shift(i, i - 1)} onDown=${() => shift(i, i + 1)} />`)}
    </ol>
    ${themes.length < MOST
      ? html`<form class="theme-add" onSubmit=${add}>
          <label><span class="label">${t("settings.new_theme")}</span>
            <input class="field" dir="auto" maxlength="80" value=${fresh} onInput=${(/** @type {any} */ e) => setFresh(e.currentTarget.value)} /></label>
          <button type="submit" class="button">${t("settings.add_theme")}</button>
        </form>`
      : html`<p class="hint">${t("settings.themes_full", { count: MOST })}</p>`}
  </section>`;
}

/** @param {{app: App, theme: any, first: boolean, last: boolean, onUp: () => void, onDown: () => void}} props */
function ThemeRow({ app, theme, first, last, onUp, onDown }) {
  const { actions, live } = app;
  const count = live.countIn(theme.id);
  const { title } = theme;
  /** @param {string} typed */
  const rename = (typed) => {
    const wanted = typed.replace(/\s+/g, " ").trim();
    if (wanted) actions.setTheme(theme.id, { title: wanted });
  };
  return html`<li class="theme-row" data-color=${theme.color}>
    <${Sign} name=${theme.sign} />
    <${Field} class="field theme-name" maxlength="80" aria-label=${t("settings.theme_title")} value=${title} onKeep=${rename} />
    <${Pick} label=${t("settings.color_of", { title })} value=${theme.color} options=${COLORS} area="color" onChange=${(/** @type {string} */ color) => actions.setTheme(theme.id, { color })} />
    <${Pick} label=${t("settings.sign_of", { title })} value=${theme.sign} options=${SIGNS} area="sign" onChange=${(/** @type {string} */ sign) => actions.setTheme(theme.id, { sign })} />
    <span class="theme-buttons">
      <${Button} icon="arrow-up" label=${t("settings.up", { title })} off=${first} onClick=${onUp} />
      <${Button} icon="arrow-down" label=${t("settings.down", { title })} off=${last} onClick=${onDown} />
      <${Button} icon="trash-2" label=${count ? t("settings.not_empty", { title, count }) : t("settings.remove", { title })} off=${count > 0 || (first && last)} onClick=${() => actions.removeTheme(theme.id)} />
    </span>
  </li>`;
}

/** @param {{label: string, value: string, options: string[], area: string, onChange: (value: string) => void}} props */
function Pick({ label, value, options, area, onChange }) {
  return html`<select class="select select-small" aria-label=${label} value=${value} onChange=${(/** @type {any} */ e) => onChange(e.currentTarget.value)}>
    ${options.map((one) => html`<option key=${one} value=${one}>${area === "color" ? t(`color.${one}`) : t(`sign.${one}`)}</option>`)}
  </select>`;
}

/** The option that the fewest themes have. @param {any[]} themes @param {string} field @param {string[]} options */
function least(themes, field, options) {
  const uses = (/** @type {string} */ option) => themes.filter((theme) => theme[field] === option).length;
  return [...options].sort((a, b) => uses(a) - uses(b))[0];
}

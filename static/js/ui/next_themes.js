/** The themes of the next board: as they are, or others, and then where the notes of each old one go. */
import { html, useRef } from "../../vendor/preact-htm-signals.js";
import { randomId } from "../core/actions.js";
import { t } from "../core/i18n.js";
import { goesTo } from "../core/next.js";
import { COLORS, SIGNS } from "../core/signs.js";
import { Button } from "./button.js";
import { Sign } from "./icon.js";
import { number } from "./phrases.js";

const MOST = 20;

/** @param {{old: any[], themes: any[]|null, mapping: Record<string, string>, coming: import("./next_coming.js").Found, missing: boolean, onChange: (fields: Record<string, any>) => void}} props */
export function NextThemes({ old, themes, mapping, coming, missing, onChange }) {
  const keep = (/** @type {boolean} */ on) => onChange({ themes: on ? null : old.map(({ id, title, color, sign }) => ({ id, title, color, sign })), mapping: {} });
  return html`<fieldset><legend class="label">${t("next.themes")}</legend>
    <div class="choices next-parts">
      ${[true, false].map((same) => html`<label key=${same} class="choice"><input type="radio" name="themes" checked=${same === !themes} onChange=${() => keep(same)} /><span>${t(same ? "next.themes_keep" : "next.themes_other")}</span></label>`)}
    </div>
    ${themes && html`<${Editor} themes=${themes} coming=${coming} missing=${missing} onChange=${(/** @type {any[]} */ changed) => onChange({ themes: changed })} />
      <div class="next-mapping" role="group" aria-labelledby="next-mapping-name"><h4 id="next-mapping-name" class="label">${t("next.mapping")}</h4>
        ${old.map((theme) => html`<label key=${theme.id} class="next-goes" data-color=${theme.color}><span class="theme-word"><${Sign} name=${theme.sign} /><span><bdi>${theme.title}</bdi></span></span>
          <select class="select select-small" aria-label=${t("next.mapping_of", { title: theme.title })} value=${goesTo(themes, mapping, theme.id)} onChange=${(/** @type {any} */ e) => onChange({ mapping: { ...mapping, [theme.id]: e.currentTarget.value } })}>
            ${themes.map((one, i) => html`<option key=${one.id} value=${one.id}>${one.title.trim() || t("next.theme_name", { number: i + 1 })}</option>`)}</select></label>`)}
      </div>`}
  </fieldset>`;
}

/** @param {{themes: any[], coming: import("./next_coming.js").Found, missing: boolean, onChange: (themes: any[]) => void}} props */
function Editor({ themes, coming, missing, onChange }) {
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  const focus = (/** @type {number} */ at) => requestAnimationFrame(() => /** @type {HTMLElement|undefined} */ (list.current?.querySelectorAll("input")[at])?.focus());
  const rename = (/** @type {number} */ at, /** @type {string} */ title) => onChange(themes.map((one, i) => (i === at ? { ...one, title } : one)));
  const add = () => {
    onChange([...themes, { id: randomId(), title: "", color: rarest(themes, "color", COLORS), sign: rarest(themes, "sign", SIGNS) }]);
    focus(themes.length);
  };
  const remove = (/** @type {number} */ at) => {
    onChange(themes.filter((_, i) => i !== at));
    focus(Math.min(at, themes.length - 2));
  };
  return html`<ol class="next-themes" ref=${list}>
      ${themes.map((theme, i) => {
        const empty = missing && !theme.title.trim();
        const count = coming?.themes.find(({ id }) => id === theme.id)?.notes ?? 0;
        return html`<li key=${theme.id} data-color=${theme.color}><${Sign} name=${theme.sign} />
          <input class="field" dir="auto" maxlength="80" data-needed="theme" aria-label=${t("next.theme_name", { number: i + 1 })} aria-invalid=${empty ? "true" : undefined} aria-describedby=${empty ? "next-theme-missing" : undefined} value=${theme.title} onInput=${(/** @type {any} */ e) => rename(i, e.currentTarget.value)} />
          <span class="pill" title=${t("export.count_notes", { count })}>${number(count)}</span>
          <${Button} icon="trash-2" label=${t("next.theme_remove", { title: theme.title.trim() || t("next.theme_name", { number: i + 1 }) })} off=${themes.length === 1} onClick=${() => remove(i)} /></li>`;
      })}
    </ol>
    ${missing && html`<p class="field-error" role="alert" id="next-theme-missing">${t("next.theme_missing")}</p>`}
    ${themes.length < MOST && html`<${Button} icon="plus" text label=${t("next.theme_add")} onClick=${add} />`}`;
}

/** What the fewest themes have. @param {any[]} themes @param {"color"|"sign"} field @param {readonly string[]} options */
function rarest(themes, field, options) {
  const uses = (/** @type {string} */ option) => themes.filter((theme) => theme[field] === option).length;
  return [...options].sort((a, b) => uses(a) - uses(b))[0];
}

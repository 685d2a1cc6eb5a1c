/** "New board from this one": the next workshop of the series, a copy, or an empty board of the same shape. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { canCome, line, nextBody, nextTitle, shortened } from "../core/next.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { Check } from "./check.js";
import { Dialog } from "./dialog.js";
import { MadeLinks } from "./made_links.js";
import { Carry } from "./next_carry.js";
import { NextThemes } from "./next_themes.js";
import { because, number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {"next" | "copy" | "shape"} Way */

const WAYS = /** @type {Way[]} */ (["next", "copy", "shape"]);
const PAUSE = 350;

/** @param {{app: App, onClose: () => void}} props */
export function Next({ app, onClose }) {
  const [made, setMade] = useState(/** @type {import("./made_links.js").Made|null} */ (null));
  const [kept, setKept] = useState(false);
  const [sure, setSure] = useState(false);
  const close = () => (made && !kept ? setSure(true) : onClose());
  return html`<${Dialog} title=${t(made ? "next.ready" : "next.title")} onClose=${close} wide>
    ${sure && html`<div class="confirm" role="alert"><p>${t("next.sure")}</p><div class="button-row">
      <${Button} text label=${t("next.close_anyway")} onClick=${onClose} /><${Button} text kind="primary" label=${t("action.cancel")} onClick=${() => setSure(false)} /></div></div>`}
    ${made ? html`<${MadeLinks} app=${app} made=${made} onKept=${() => (setKept(true), setSure(false))} />` : html`<${Wish} app=${app} onMade=${setMade} />`}
  <//>`;
}

/** @param {{app: App, onMade: (made: any) => void}} props */
function Wish({ app, onMade }) {
  const { live, page } = app;
  const board = live.board();
  const old = live.themes();
  const [way, setWay] = useState(/** @type {Way} */ ("next"));
  const [title, setTitle] = useState(nextTitle(board.title));
  const [names, setNames] = useState(false);
  const [wish, setWish] = useState({ carry: { everything: false, unanswered: true, clusters: false, statuses: /** @type {string[]} */ ([]), top: 0 }, themes: /** @type {any[]|null} */ (null), mapping: {}, agenda: true, readable: true });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const field = useRef(/** @type {HTMLInputElement|null} */ (null));
  const set = (/** @type {Record<string, any>} */ fields) => setWish({ ...wish, ...fields });
  const body = nextBody({ title: title.trim() || "…", purpose: board.purpose, language: board.language, ...wish }, old);
  const choose = (/** @type {Way} */ chosen) => {
    setWay(chosen);
    setTitle(chosen === "next" ? nextTitle(board.title) : shortened(board.title, t("next.name_copy", { title: board.title })));
  };
  const make = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!line(title)) return setProblem(t("next.name_missing")), field.current?.focus();
    setBusy(true);
    setProblem("");
    try {
      onMade(await (way === "next" ? call(page.board, "/next", { method: "POST", body }) : call(page.board, "/copies", { method: "POST", body: { title: line(title), notes: way === "copy", names: way === "copy" && names } })));
    } catch (error) {
      setProblem(because(/** @type {any} */ (error).reason || "unavailable"));
      setBusy(false);
    }
  };
  return html`<form class="stack next" onSubmit=${make}>
    <fieldset class="next-ways"><legend class="label">${t("next.way")}</legend>
      ${WAYS.map((one) => html`<label key=${one} class="next-way"><input type="radio" name="way" checked=${way === one} onChange=${() => choose(one)} />
        <span><strong>${t(`next.way_${one}`)}</strong><span class="hint">${t(`next.way_${one}_hint`)}</span></span></label>`)}
    </fieldset>
    <label><span class="label">${t("next.name")}</span><input ref=${field} class="field" dir="auto" maxlength="120" value=${title} aria-invalid=${problem && !line(title) ? "true" : undefined} onInput=${(/** @type {any} */ e) => setTitle(e.currentTarget.value)} /></label>
    ${way === "next" && html`
      <${Carry} counts=${canCome({ notes: live.all("note"), answers: live.all("answer"), clusters: live.all("cluster"), rounds: live.all("round") })} carry=${wish.carry} onChange=${(/** @type {any} */ carry) => set({ carry })} />
      <${NextThemes} old=${old} themes=${wish.themes} mapping=${wish.mapping} newId=${app.actions.newId} onChange=${set} />
      <${Check} on=${wish.agenda} label=${t("next.agenda")} onChange=${(/** @type {boolean} */ agenda) => set({ agenda })} />
      <div><${Check} on=${wish.readable} label=${t("next.readable")} onChange=${(/** @type {boolean} */ readable) => set({ readable })} /><p class="hint">${t("next.readable_hint")}</p></div>
      <${Preview} app=${app} body=${body} />`}
    ${way === "copy" && html`<${Check} on=${names} label=${t("next.names")} onChange=${setNames} />`}
    ${problem && html`<p class="error" role="alert">${problem}</p>`}
    <div class="row-end"><button type="submit" class="button button-primary" aria-busy=${busy ? "true" : undefined} disabled=${busy}>${t(busy ? "next.making" : "next.make")}</button></div>
  </form>`;
}

/** What the server says would come along. @param {{app: App, body: any}} props */
function Preview({ app, body }) {
  const [found, setFound] = useState(/** @type {any} */ (null));
  const said = JSON.stringify(body);
  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => call(app.page.board, "/next/preview", { method: "POST", body }).then((answer) => over || setFound(answer), () => over || setFound(null)), PAUSE);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [said]);
  return html`<p class="next-preview" role="status">${found && t("next.preview", { count: found.notes, challenges: number(found.challenges), solutions: number(found.solutions), clusters: number(found.clusters) })}</p>`;
}

/** "New board from this one": the next workshop of the series, a copy, or an empty board of the same shape. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { canCome, line, nextBody, nextTitle, shortened } from "../core/next.js";
import { call } from "./api.js";
import { Check } from "./check.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";
import { MadeLinks } from "./made_links.js";
import { Coming, useComing } from "./next_coming.js";
import { NextWorkshop } from "./next_workshop.js";
import { because } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./made_links.js").Made} Made */
/** @typedef {"next" | "copy" | "shape"} Way */

const WAYS = /** @type {Way[]} */ (["next", "copy", "shape"]);
/** @type {Record<Way, string>} */
const ICONS = { next: "arrow-right", copy: "copy", shape: "layout-grid" };
const MOST_TOP_AT_FIRST = 10;

/** Made, and no link of it kept so far: there again when the dialog is opened anew. @type {Made|null} */
let unkept = null;

/** @param {{app: App, onClose: () => void}} props */
export function Next({ app, onClose }) {
  const [made, setMade] = useState(unkept);
  const [kept, setKept] = useState(!unkept);
  const [sure, setSure] = useState(false);
  const place = useRef(/** @type {HTMLElement|null} */ (null));
  const open = Boolean(made) && !kept;
  const keep = () => {
    unkept = null;
    setKept(true);
    setSure(false);
  };
  const leave = () => {
    unkept = null;
    onClose();
  };

  useEffect(() => {
    if (!open) return;
    const dialog = place.current?.closest("dialog");
    const stay = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault();
    const again = () => { // Escape pressed twice closes a dialog whatever the page says
      if (!dialog?.isConnected || dialog.open) return;
      dialog.showModal();
      setSure(true);
    };
    addEventListener("beforeunload", stay);
    dialog?.addEventListener("close", again);
    /** @type {HTMLElement|null|undefined} */ (dialog?.querySelector("h2"))?.focus();
    return () => {
      removeEventListener("beforeunload", stay);
      dialog?.removeEventListener("close", again);
    };
  }, [open]);

  const done = (/** @type {Made} */ fresh) => {
    unkept = fresh;
    app.page.series ||= fresh.carried !== undefined;
    setMade(fresh);
    setKept(false);
  };
  return html`<${Dialog} title=${t(made ? "next.ready" : "next.title")} onClose=${() => (open ? setSure(true) : onClose())} wide>
    <div ref=${place}>
      ${made ? html`<${MadeLinks} made=${made} sure=${sure} onKept=${keep} onLeave=${leave} onStay=${() => setSure(false)} onDone=${onClose} kept=${kept} />` : html`<${Wish} app=${app} onMade=${done} />`}
    </div>
  <//>`;
}

/** @param {{app: App, onMade: (made: Made) => void}} props */
function Wish({ app, onMade }) {
  const { live, page } = app;
  const board = live.board();
  const old = live.themes();
  const counts = canCome({ notes: live.all("note"), answers: live.all("answer"), clusters: live.all("cluster"), rounds: live.all("round") });
  const [way, setWay] = useState(/** @type {Way} */ ("next"));
  const [typed, setTyped] = useState(/** @type {Partial<Record<Way, string>>} */ ({}));
  const [names, setNames] = useState(false);
  const [wish, setWish] = useState(() => ({
    purpose: board.purpose ?? "", language: board.language, themes: /** @type {any[]|null} */ (null), mapping: {}, agenda: true, readable: true,
    carry: { everything: false, unanswered: true, clusters: false, statuses: /** @type {string[]} */ ([]), top: 0, most: Math.min(MOST_TOP_AT_FIRST, counts.voted) },
  }));
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState("");
  const [problem, setProblem] = useState("");
  const form = useRef(/** @type {HTMLFormElement|null} */ (null));
  const title = typed[way] ?? { next: nextTitle(board.title), copy: shortened(board.title, t("next.name_copy", { title: board.title })), shape: board.title }[way];
  const body = nextBody({ title, ...wish }, old);
  const coming = useComing(app, way === "next" ? body : null);

  /** Says what is missing, where it is missing. @returns {boolean} whether something is */
  const incomplete = () => {
    const what = !line(title) ? "title" : way === "next" && body.themes?.some((/** @type {any} */ one) => !one.title) ? "theme" : "";
    setMissing(what);
    if (what) /** @type {HTMLElement|undefined} */ ([...(form.current?.querySelectorAll(`[data-needed="${what}"]`) ?? [])].find((field) => !line(/** @type {any} */ (field).value)))?.focus();
    return Boolean(what);
  };
  const make = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy || incomplete()) return;
    setBusy(true);
    setProblem("");
    try {
      const [path, sent] = way === "next" ? ["/next", body] : ["/copies", { title: body.title, notes: way === "copy", names: way === "copy" && names }];
      onMade({ ...(await call(page.board, path, { method: "POST", body: sent })), title: body.title });
    } catch (error) {
      const refused = /** @type {any} */ (error);
      setProblem(because(refused.reason || "unavailable", refused));
      setBusy(false);
    }
  };
  return html`<form class="stack next" ref=${form} novalidate onSubmit=${make}>
    <fieldset class="next-ways"><legend class="visually-hidden">${t("next.way")}</legend>
      ${WAYS.map((one) => html`<label key=${one} class="choice next-way"><input type="radio" name="way" checked=${way === one} onChange=${() => (setWay(one), setMissing(""))} />
        <span class="next-way-words"><strong>${t(`next.way_${one}`)}</strong><span class="hint">${t(`next.way_${one}_hint`)}</span></span><${Icon} name=${ICONS[one]} mirror=${one === "next"} /></label>`)}
    </fieldset>
    <div><label><span class="label">${t("next.name")}</span>
        <input class="field" dir="auto" maxlength="120" data-needed="title" value=${title} aria-invalid=${missing === "title" ? "true" : undefined} aria-describedby="next-title-said"
          onInput=${(/** @type {any} */ e) => (setTyped({ ...typed, [way]: e.currentTarget.value }), setMissing(""))} /></label>
      <p id="next-title-said" class=${missing === "title" ? "field-error" : "hint"} role=${missing === "title" ? "alert" : undefined}>${missing === "title" ? t("next.name_missing") : way === "next" && line(title) === board.title ? t("next.same_title") : ""}</p></div>
    ${way === "next" && html`<${NextWorkshop} app=${app} counts=${counts} wish=${wish} coming=${coming} missing=${missing === "theme"} onChange=${(/** @type {any} */ fields) => (setWish({ ...wish, ...fields }), setMissing(""))} />`}
    ${way === "copy" && html`<div><${Check} on=${names} label=${t("next.names")} onChange=${setNames} /><p class="hint">${t("next.copy_leaves")}</p></div>`}
    ${way === "shape" && html`<p class="hint">${t("next.shape_leaves")}</p>`}
    <div class="next-foot">
      ${way === "next" && html`<${Coming} themes=${wish.themes ?? old} coming=${coming} />`}
      ${problem && html`<p class="error" role="alert">${problem}</p>`}
      <button type="submit" class="button button-primary" aria-busy=${busy ? "true" : undefined}>${t(busy ? "next.making" : way === "next" ? "next.make_next" : "next.make")}</button>
    </div>
  </form>`;
}

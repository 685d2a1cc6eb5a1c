/** Taking the board home: as what, how, what will be in it; and the last files. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Dialog } from "./dialog.js";
import { Choose } from "./export_choose.js";
import { fullName, goodFor } from "./export_formats.js";
import { How } from "./export_how.js";
import { ask, asked, files, said, watch } from "./export_jobs.js";
import { Files, JustAsked, refusal } from "./export_list.js";
import { Preview } from "./export_preview.js";
import { formOf, newForm, wishOf } from "./export_wish.js";
import { Icon } from "./icon.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./export_wish.js").Form} Form */

/** As it was left; names are asked for anew each time. @type {Form|null} */
let left = null;

/** @param {{app: App, tab?: string, onClose: () => void}} props */
export function Export({ app, tab: first = "make", onClose }) {
  const [tab, setTab] = useState(first);
  const [form, setForm] = useState(/** @type {Form} */ (left ? { ...left, names: false } : newForm(app)));
  const [notice, setNotice] = useState("");
  const [since] = useState(() => asked.peek().length);
  const [problem, setProblem] = useState("");
  const change = (/** @type {Partial<Form>} */ fields) => {
    left = { ...form, ...fields };
    setForm(left);
    setProblem("");
  };
  useEffect(() => void (said.value = ""), []);
  useEffect(() => void watch(app).catch((error) => setProblem(error.reason || "unavailable")), []);
  const anew = (/** @type {import("./export_jobs.js").Entry} */ entry) => {
    change(formOf(app, entry.wish));
    setNotice(t("export.filter_gone"));
    setTab("make");
  };
  const count = files.value?.length ?? 0;
  return html`<${Dialog} title=${t("export.title")} onClose=${onClose} wide>
    <div class="take">
      <nav class="tabs take-tabs" aria-label=${t("export.title")}>
        <button type="button" class="tab" aria-current=${tab === "make" ? "page" : undefined} onClick=${() => setTab("make")}>${t("export.tab_make")}</button>
        <button type="button" class="tab" aria-current=${tab === "files" ? "page" : undefined} onClick=${() => setTab("files")}>${count ? t("export.tab_files_n", { count }) : t("export.tab_files")}</button>
      </nav>
      ${tab === "files"
        ? html`${problem && html`<p class="error" role="alert">${refusal(problem)}</p>`}<${Files} app=${app} onChange=${anew} />`
        : html`<${Make} app=${app} form=${form} since=${since} notice=${notice} problem=${problem} onChange=${change} onProblem=${setProblem} onAnew=${anew} />`}
      <p class="visually-hidden" role="status">${said.value}</p>
    </div>
  <//>`;
}

/** @param {{app: App, form: Form, since: number, notice: string, problem: string, onChange: (fields: Partial<Form>) => void, onProblem: (reason: string) => void, onAnew: (entry: any) => void}} props */
function Make({ app, form, since, notice, problem, onChange, onProblem, onAnew }) {
  const leads = app.ui.compact.value;
  const [further, setFurther] = useState(Boolean(notice));
  const [busy, setBusy] = useState(false);
  const page = useRef(/** @type {HTMLElement|null} */ (null));
  const turned = useRef(false);
  const turn = (/** @type {boolean} */ on) => {
    turned.current = true;
    setFurther(on);
  };
  useEffect(() => {
    if (turned.current) /** @type {HTMLElement|null} */ (page.current?.querySelector("h3"))?.focus();
    turned.current = false;
  }, [further]);
  const wish = wishOf(app, form);
  const make = async () => {
    if (!wish) return;
    setBusy(true);
    onProblem("");
    await ask(app, wish).catch((error) => onProblem(error.reason || "unavailable"));
    setBusy(false);
  };
  const choose = (/** @type {string} */ format) => {
    onChange({ format });
    if (leads) turn(true);
  };
  return html`<div class="take-make" ref=${page}>
    ${!(leads && further) && html`<${Choose} app=${app} value=${form.format} leads=${leads} onChoose=${choose} />`}
    ${(!leads || further) && html`<div class="take-how">
      <div class="take-scroll">
        ${leads && html`<button type="button" class="link-button take-back" onClick=${() => turn(false)}><${Icon} name="arrow-left" mirror />${t("export.back")}</button>`}
        <h3 class="take-step" tabindex="-1">${fullName(form.format)}</h3>
        <p class="hint">${goodFor(form.format)}</p>
        ${notice && html`<p class="notice"><${Icon} name="filter" />${notice}</p>`}
        ${app.session.saved.value.waiting > 0 && html`<p class="notice"><${Icon} name="triangle-alert" />${t("export.unsaved")}</p>`}
        <${How} app=${app} form=${form} onChange=${onChange} />
        <${Preview} app=${app} wish=${wish} />
      </div>
      <div class="take-foot">
        <${JustAsked} app=${app} since=${since} onChange=${onAnew} />
        ${problem && html`<p class="error" role="alert">${refusal(problem)}</p>`}
        <${Button} kind="primary" icon="download" text label=${t("export.make")} off=${busy || !wish} onClick=${make} />
      </div>
    </div>`}
  </div>`;
}

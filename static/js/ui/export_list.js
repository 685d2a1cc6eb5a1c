/** The last files: what each was made of, what became of it, and how to get it or make it again. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { language, t, written } from "../core/i18n.js";
import { Button } from "./button.js";
import { formatOf, fullName } from "./export_formats.js";
import { ask, asked, before, download, files, wishFor } from "./export_jobs.js";
import { sameAgain } from "./export_wish.js";
import { Icon } from "./icon.js";
import { because, when } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./export_jobs.js").Entry} Entry */

const IN_SIGHT = 2;
const WORDS = new Set(["memory", "time", "storage", "too_fast", "gone"]);

/** @param {{app: App, onChange: (entry: Entry) => void}} props `onChange`: to choose anew what the entry was made with */
export function Files({ app, onChange }) {
  const list = files.value;
  if (!list) return html`<p class="empty">${t("state.loading")}</p>`;
  return html`<div class="take-files" role="region" tabindex="0" aria-label=${t("export.tab_files")}>
    <p class="hint">${t(list.length ? "export.files_hint" : "export.files_none")}</p>
    <ul class="take-list">${list.map((entry) => html`<${Row} key=${entry.id} app=${app} entry=${entry} onChange=${onChange} full />`)}</ul>
  </div>`;
}

/** What was asked for just now, beside the button that asks. @param {{app: App, since: number, onChange: (entry: Entry) => void}} props `since`: how many had been asked for before */
export function JustAsked({ app, since, onChange }) {
  const wanted = asked.value.slice(0, Math.max(0, asked.value.length - since)).slice(0, IN_SIGHT);
  const rows = wanted.flatMap((id) => (files.value ?? []).filter((entry) => entry.id === id));
  if (!rows.length) return null;
  return html`<ul class="take-list">${rows.map((entry) => html`<${Row} key=${entry.id} app=${app} entry=${entry} onChange=${onChange} />`)}</ul>`;
}

/** @param {{app: App, entry: Entry, full?: boolean, onChange: (entry: Entry) => void}} props */
function Row({ app, entry, full, onChange }) {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const mine = entry.seat === app.session.me.value;
  const name = fullName(entry.format);
  const wish = wishFor(entry.id) ?? sameAgain(entry.wish);
  /** @param {() => Promise<any>} work */
  const doing = async (work) => {
    setBusy(true);
    setProblem("");
    const why = await work().catch((error) => error.reason || "unavailable");
    setBusy(false);
    if (why) setProblem(why);
  };
  const again = () => {
    if (!wish) return onChange(entry);
    const { names, ...rest } = wish;
    void doing(() => ask(app, app.session.role.peek() === "facilitator" ? wish : rest));
  };
  return html`<li class="take-row" data-state=${entry.state}>
    <span class="take-sign"><${Icon} name=${formatOf(entry.format).icon} /></span>
    <div class="take-words"><strong>${name}</strong>
      ${full && html`<p class="hint">${[scope(app, entry), named(app, entry), when(entry.at), !mine && app.live.get("seat", entry.seat)?.name].filter(Boolean).map((part, i) => html`${i > 0 && " · "}<bdi>${part}</bdi>`)}</p>`}
      <${State} entry=${entry} mine=${mine} />
      ${problem && html`<p class="error" role="alert">${refusal(problem)}</p>`}
    </div>
    <div class="take-actions">
      ${entry.kept && html`<${Button} icon="download" text kind=${full ? undefined : "outline"} label=${t("export.download")} aria-label=${t("export.download_of", { file: entry.name || name })} off=${busy} onClick=${() => doing(() => download(app, entry.id))} />`}
      ${entry.state !== "waiting" && (full || !entry.kept) && html`<${Button} icon="refresh-cw" text label=${t(wish ? "export.again" : "export.choose_again")} aria-label=${t(wish ? "export.again_of" : "export.choose_again_of", { file: name })} off=${busy} onClick=${again} />`}
    </div>
  </li>`;
}

/** @param {{entry: Entry, mine: boolean}} props */
function State({ entry, mine }) {
  if (entry.state === "waiting") {
    const line = before(entry.id);
    const passed = seconds(entry.age);
    return html`<p class="take-state"><span class="take-spin" aria-hidden="true"></span>${line ? t("export.in_line", { count: line }) : t("export.working", { time: passed })}</p>`;
  }
  if (entry.state === "failed") return html`<p class="take-state error"><${Icon} name="triangle-alert" />${t(`export.failed_${WORDS.has(entry.reason) ? entry.reason : "other"}`)}</p>`;
  return html`<p class="take-state"><${Icon} name="circle-check" />${t(entry.kept ? "export.ready" : mine ? "export.was_ready" : "export.made", { size: size(entry.size), time: seconds(Math.max(0.1, entry.seconds)) })}</p>
    ${entry.remarks.length > 0 && html`<ul class="take-remarks">${entry.remarks.map((words, i) => html`<li key=${i}>${words}</li>`)}</ul>`}`;
}

/** Why a file is not asked for or not given. @param {string} reason */
export function refusal(reason) {
  if (reason === "too_fast" || reason === "gone") return t(`export.refused_${reason}`);
  return reason === "invalid" ? t("export.part_gone") : because(reason);
}

/** @param {App} app @param {Entry} entry */
function scope(app, entry) {
  const [part, value] = entry.wish.scope ?? ["board", ""];
  if (part === "theme") return app.live.get("theme", value)?.title || t("export.part_theme");
  if (part === "association") return value;
  return part === "notes" ? t("export.part_notes", { count: value }) : t("export.part_board");
}

/** The language of the file. @param {App} app @param {Entry} entry */
function named(app, entry) {
  if (!formatOf(entry.format).knows.includes("language")) return "";
  /** @type {any} */
  const page = app.page;
  return page.exportLanguages?.find((/** @type {any} */ { code }) => code === entry.wish.language)?.name ?? "";
}

/** @param {number} bytes */
function size(bytes) {
  const large = bytes >= 1_000_000;
  const value = large ? bytes / 1_000_000 : Math.max(1, bytes / 1000);
  return written.unit(large ? "megabyte" : "kilobyte", large ? Math.round(value * 10) / 10 : Math.round(value));
}

/** @param {number} value */
function seconds(value) {
  return written.unit("second", value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}

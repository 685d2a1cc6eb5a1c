/** The session from its beginning to now, for facilitators: look at any moment, and go back to it. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { Dialog } from "./dialog.js";
import { MomentList, compare } from "./history_list.js";
import { Picture } from "./history_picture.js";
import { restore } from "./history_restore.js";
import { because, number, when } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {{from: number, seq: number, points: {seq: number, at: string}[], marks: {seq: number, at: string, reason: string}[]}} Course */
/** @typedef {{seq: number, at: string, records: Record<string, any[]>}} Moment */

const PAUSE = 150;
const KEPT = 40;

/** @param {{app: App, onClose: () => void}} props */
export function History({ app, onClose }) {
  const { course, moment, at, go, problem, waiting } = useMoments(app);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const again = () => {
    setBusy(true);
    void restore(app, at, t("history.restored")).then((done) => (done ? onClose() : setBusy(false)));
  };
  return html`<${Dialog} title=${t("history.title")} onClose=${onClose} wide>
    ${problem && html`<p class="error" role="alert">${problem === "not_found" ? t("history.none") : because(problem)}</p>`}
    ${!course && !problem && html`<p class="empty history-wait">${t("state.loading")}</p>`}
    ${course && html`<div class="history">
      <${Slider} course=${course} at=${at} onGo=${(/** @type {number} */ seq) => (setSure(false), go(seq))} />
      <p class="history-now" role="status">${waiting || !moment ? t("state.loading") : sentence(app, moment)}</p>
      ${moment ? html`<${Picture} records=${moment.records} />` : html`<div class="history-picture"></div>`}
      ${moment && html`<details class="history-notes"><summary>${t("history.as_list")}</summary><${MomentList} app=${app} records=${moment.records} /></details>`}
      ${sure
        ? html`<div class="confirm"><p>${t("history.restore_what")}</p><div class="button-row">
            <${Button} kind="primary" icon="rotate-ccw" text label=${t("history.restore_now")} off=${busy} onClick=${again} /><${Button} text label=${t("action.cancel")} onClick=${() => setSure(false)} /></div></div>`
        : html`<div class="row-end"><${Button} icon="rotate-ccw" text label=${t("history.restore")} off=${!moment || at === course.seq} onClick=${() => setSure(true)} /></div>`}
    </div>`}
  <//>`;
}

/** What happened when, and the moment looked at. @param {App} app */
function useMoments(app) {
  const [course, setCourse] = useState(/** @type {Course|null} */ (null));
  const [at, setAt] = useState(0);
  const [moment, setMoment] = useState(/** @type {Moment|null} */ (null));
  const [problem, setProblem] = useState("");
  const kept = useRef(/** @type {Map<number, Moment>} */ (new Map()));
  const said = (/** @type {any} */ error) => setProblem(error.reason || "unavailable");
  useEffect(() => {
    call(app.page.board, "/history").then((found) => (setCourse(found), setAt(found.seq)), said);
  }, []);
  useEffect(() => {
    if (!course) return;
    const known = kept.current.get(at);
    if (known) return setMoment(known);
    let over = false;
    const timer = setTimeout(() => {
      call(app.page.board, `/history/${at}`).then((found) => {
        if (kept.current.size >= KEPT) kept.current.delete(kept.current.keys().next().value ?? 0);
        kept.current.set(at, found);
        if (!over) setMoment(found);
        if (!over) setProblem("");
      }, (error) => !over && said(error));
    }, PAUSE);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [course, at]);
  return { course, at, moment, problem, go: setAt, waiting: moment?.seq !== at };
}

/** @param {{course: Course, at: number, onGo: (seq: number) => void}} props */
function Slider({ course, at, onGo }) {
  const stops = course.marks.map((mark) => mark.seq);
  /** Page Up and Page Down go from one named moment to the next. @param {KeyboardEvent} event */
  const jump = (event) => {
    if (event.key !== "PageUp" && event.key !== "PageDown") return;
    event.preventDefault();
    const next = event.key === "PageUp" ? stops.find((seq) => seq > at) ?? course.seq : [...stops].reverse().find((seq) => seq < at) ?? course.from;
    onGo(next);
  };
  const near = [...course.points].reverse().find((point) => point.seq <= at) ?? course.marks[0];
  return html`<label><span class="label">${t("history.moment")}</span>
      <input type="range" class="history-slider" min=${course.from} max=${course.seq} step="1" value=${at} list="history-marks"
        aria-valuetext=${near ? when(near.at) : ""} onKeyDown=${jump} onInput=${(/** @type {any} */ e) => onGo(+e.currentTarget.value)} /></label>
    <datalist id="history-marks">${stops.map((seq) => html`<option key=${seq} value=${seq} />`)}</datalist>
    <ul class="history-marks" aria-label=${t("history.marks")}>
      ${course.marks.map((mark) => html`<li key=${`${mark.seq} ${mark.reason}`}><button type="button" class="button" aria-current=${mark.seq === at ? "true" : undefined} onClick=${() => onGo(mark.seq)}>
        ${t(`history.mark_${mark.reason}`)} <span class="muted">${when(mark.at)}</span></button></li>`)}
      <li><button type="button" class="button" aria-current=${at === course.seq ? "true" : undefined} onClick=${() => onGo(course.seq)}>${t("history.now")}</button></li>
    </ul>`;
}

/** @param {App} app @param {Moment} moment */
function sentence(app, moment) {
  const { more, fewer, other } = compare(moment.records.note, app.store.all("note"));
  const notes = t("history.notes", { count: moment.records.note.length });
  const clusters = t("history.clusters", { count: moment.records.cluster.length });
  return t("history.sentence", { when: when(moment.at), notes, clusters, more: number(more), fewer: number(fewer), other: number(other) });
}

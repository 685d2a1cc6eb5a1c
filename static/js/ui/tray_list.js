/** What waits in the tray, by theme: chosen notes come onto the board as one change, or are thrown away for good. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { languageOf } from "../core/reading.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { Icon, KindIcon, Sign } from "./icon.js";
import { offerTakeBack } from "./note_actions.js";
import { because, kindWord, number, when } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./tray_panel.js").Sent} Sent */
/** @typedef {{theme: any, notes: Sent[], lost?: boolean}} Group */

const SHOWN = 100; // of a theme, until all are asked for
const REVEALED = 500; // more than that are not selected on the board

/** @param {{app: App, notes: Sent[], onDone: () => void}} props */
export function Waiting({ app, notes, onDone }) {
  const { live } = app;
  const [chosen, choose] = useState(/** @type {Set<string>} */ (new Set()));
  const [gone, setGone] = useState(/** @type {Set<string>} */ (new Set()));
  const board = live.board();
  const shown = notes.filter((note) => !gone.has(note.id));
  const groups = grouped(shown, live.themes());
  const ids = shown.filter((note) => chosen.has(note.id)).map((note) => note.id);
  /** @param {Sent[]} some @param {boolean} on */
  const set = (some, on) => {
    const next = new Set(chosen);
    for (const note of some) on ? next.add(note.id) : next.delete(note.id);
    choose(next);
  };
  /** They are here no longer, whatever the next answer still says. @param {string[]} done */
  const left = (done) => {
    setGone(new Set([...gone, ...done]));
    choose(new Set());
    onDone();
  };
  if (!shown.length) {
    return html`<h3 class="tray-head">${t("tray.waiting")}</h3><${Empty} icon="folder-input" words=${t("tray.empty")} hint=${t(board.collecting && !board.archived ? "tray.empty_open" : "tray.empty_closed")} />`;
  }
  return html`<h3 class="tray-head">${t("tray.waiting")} <span class="pill">${number(shown.length)}</span></h3>
    ${board.private && html`<div class="message message-warn tray-notice" role="note"><${Icon} name="eye-off" /><div class="stack"><p>${t("tray.private")}</p>
      <${Button} text icon="eye" label=${t("private.reveal")} onClick=${() => (app.ui.dialog.value = { name: "reveal" })} /></div></div>`}
    <${All} label=${html`<span>${t("tray.all")}</span>`} notes=${shown} chosen=${chosen} onSet=${set} />
    ${groups.map((group) => html`<${Theme} key=${group.theme?.id ?? ""} group=${group} first=${live.themes()[0]} chosen=${chosen} onSet=${set} />`)}
    <${Acts} app=${app} ids=${ids} off=${Boolean(board.private || board.archived)} onLeft=${left} />`;
}

/** @param {Sent[]} notes @param {any[]} themes @returns {Group[]} */
function grouped(notes, themes) {
  const there = new Set(themes.map((theme) => theme.id));
  const lost = notes.filter((note) => !there.has(note.theme));
  return [...themes.map((theme) => ({ theme, notes: notes.filter((note) => note.theme === theme.id) })), { theme: null, notes: lost, lost: true }].filter((group) => group.notes.length);
}

/** @param {{label: any, name?: string, notes: Sent[], chosen: Set<string>, onSet: (notes: Sent[], on: boolean) => void}} props */
function All({ label, name, notes, chosen, onSet }) {
  const count = notes.filter((note) => chosen.has(note.id)).length;
  const half = count > 0 && count < notes.length;
  return html`<label class="check tray-all"><input type="checkbox" aria-label=${name} checked=${count === notes.length} ref=${(/** @type {any} */ box) => box && (box.indeterminate = half)}
    onChange=${(/** @type {any} */ e) => onSet(notes, e.currentTarget.checked)} />${label}</label>`;
}

/** @param {{group: Group, first: any, chosen: Set<string>, onSet: (notes: Sent[], on: boolean) => void}} props */
function Theme({ group: { theme, notes, lost }, first, chosen, onSet }) {
  const [all, setAll] = useState(false);
  const title = lost ? t("tray.no_theme") : theme.title;
  const shown = all ? notes : notes.slice(0, SHOWN);
  return html`<section class="tray-theme" data-color=${theme?.color}>
    <h4><${All} name=${t("tray.all_of", { theme: title })} notes=${notes} chosen=${chosen} onSet=${onSet}
      label=${html`${lost ? html`<${Icon} name="circle-dashed" />` : html`<${Sign} name=${theme.sign} />`}<span dir="auto">${title}</span> <span class="muted">${number(notes.length)}</span>`} /></h4>
    ${lost && first && html`<p class="hint">${t("tray.no_theme_hint", { theme: `\u2068${first.title}\u2069` })}</p>`}
    <ul class="tray-list">${shown.map((note) => html`<${Row} key=${note.id} note=${note} on=${chosen.has(note.id)} onSet=${onSet} />`)}</ul>
    ${shown.length < notes.length && html`<${Button} text label=${t("tray.show_all", { number: number(notes.length) })} onClick=${() => setAll(true)} />`}
  </section>`;
}

/** @param {{note: Sent, on: boolean, onSet: (notes: Sent[], on: boolean) => void}} props */
function Row({ note, on, onSet }) {
  return html`<li class="tray-row" data-kind=${note.kind}>
    <label class="tray-note">
      <input type="checkbox" checked=${on} onChange=${(/** @type {any} */ e) => onSet([note], e.currentTarget.checked)} />
      <span class="kind-chip"><${KindIcon} kind=${note.kind} /></span>
      <span class="person-body">
        <span class="visually-hidden">${kindWord(note.kind)}: </span>
        <span class="note-whole" dir="auto" lang=${languageOf(note) || undefined}>${note.text}</span>
        <span class="muted">${note.association && html`<bdi>${note.association}</bdi> · `}<bdi>${when(note.created_at)}</bdi></span>
      </span>
    </label>
  </li>`;
}

/** @param {{app: App, ids: string[], off: boolean, onLeft: (ids: string[]) => void}} props */
function Acts({ app, ids, off, onLeft }) {
  const { page, session, actions } = app;
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  /** @param {"bring" | "remove"} what @param {(answer: any) => void | Promise<void>} then */
  const send = async (what, then) => {
    setBusy(true);
    setSure(false);
    setProblem("");
    try {
      const answer = await call(page.board, `/tray/${what}`, { method: "POST", body: { ids } });
      onLeft(ids);
      await then(answer);
    } catch (error) {
      const { reason } = /** @type {any} */ (error);
      setProblem(reason === "not_found" ? t("tray.meanwhile") : reason === "closed" ? t("tray.private") : because(reason || "unavailable"));
      if (reason === "not_found") onLeft(ids);
    }
    setBusy(false);
  };
  const bring = () => send("bring", async (answer) => {
    const brought = await actions.takeIn(answer);
    offerTakeBack(app, t("tray.brought", { count: brought.length }));
    if (brought.length <= REVEALED) session.selection.value = new Set(brought);
    requestAnimationFrame(() => requestAnimationFrame(() => app.layer.peek()?.reveal(brought[0])));
  });
  const remove = () => send("remove", ({ removed }) => void (session.toast.value = { text: t("tray.removed", { count: removed }) }));
  return html`<div class="tray-acts">
    ${problem && html`<p class="error" role="alert">${problem}</p>`}
    ${sure && ids.length > 0 ? html`<div class="confirm" role="alert"><p>${t("tray.remove_sure", { count: ids.length })}</p><div class="row-end">
        <${Button} text label=${t("action.cancel")} onClick=${() => setSure(false)} />
        <${Button} kind="danger" text label=${t("tray.remove")} onClick=${remove} /></div></div>`
      : html`<${Button} icon="trash-2" kind="danger" text label=${t("tray.remove")} off=${busy || !ids.length} onClick=${() => ids.length && setSure(true)} />
        <${Button} icon="plus" kind="primary" text label=${ids.length ? t("tray.bring", { count: ids.length }) : t("tray.bring_none")} off=${busy || off || !ids.length} aria-busy=${busy ? "true" : undefined} onClick=${bring} />`}
  </div>`;
}

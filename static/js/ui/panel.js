/** The side panel: beside the canvas on a wide screen, a sheet over everything on a small one. */
import { html, useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t, withWords } from "../core/i18n.js";
import { Button } from "./button.js";
import { useFetched } from "./later.js";
import { withLook } from "./looks.js";
import { Outline } from "./outline.js";
import { NotePanel } from "./note_panel.js";
import { People } from "./people.js";
/** @typedef {import("./state.js").App} App */

/** @type {Record<string, any>} */
const PANELS = { outline: Outline, note: NotePanel, people: People };
/** Panels that are fetched when they are first opened. @type {Record<string, () => Promise<any>>} */
const LATER = {
  earlier: () => withWords("ui/earlier_panel", () => import("./earlier_panel.js")).then((module) => module.EarlierBoards),
  agenda: () => withWords("ui/agenda", () => import("./agenda.js")).then((module) => module.Agenda),
  moderation: () => withWords("ui/moderation", () => import("./moderation.js")).then((module) => module.Moderation),
  interpreter: () => withWords("ui/interpreter", () => import("./interpreter.js")).then((module) => module.Interpreter),
  matrix: () => withWords("ui/matrix_panel", () => import("./matrix_panel.js")).then((module) => module.Matrix),
  participation: () => withWords("ui/participation_panel", () => import("./participation_panel.js")).then((module) => module.Participation),
  trash: () => withWords("ui/trash", () => import("./trash.js")).then((module) => module.Trash),
  tray: () => withWords("ui/tray_panel", () => import("./tray_panel.js")).then((module) => module.Tray),
  unanswered: () => withWords("ui/unanswered_panel", () => import("./unanswered_panel.js")).then((module) => module.Unanswered),
  votes: () => withWords("ui/vote_panel", () => import("./vote_panel.js")).then((module) => module.Votes),
};
/** Those that look like dialogs. */
const LOOKED = new Set(["earlier", "participation", "tray"]);
const TABS = ["outline", "note", "people"];
const GAP = 12;

/** The panel in use; what the whole page shows already does not stand beside it again. @param {App} app @returns {string|null} */
export function panelName({ session }) {
  const name = session.panel.value;
  if (!name || !(name in PANELS || name in LATER)) return null;
  return session.view.value === "outline" && (name === "outline" || name === "note") ? null : name;
}

/** @param {{app: App}} props */
export function Panel({ app }) {
  const { session, ui } = app;
  const name = panelName(app);
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  const before = useRef(/** @type {HTMLElement|null} */ (null));
  const compact = ui.compact.value;

  useEffect(() => {
    const covers = name && !compact && box.current ? box.current.getBoundingClientRect().width + GAP : 0;
    if (session.panelInset.peek().end !== covers) session.panelInset.value = { ...session.panelInset.peek(), start: 0, end: covers };
  }, [name, compact]);

  useEffect(() => {
    if (!name) return;
    if (!before.current) before.current = /** @type {HTMLElement|null} */ (document.activeElement);
    if (compact) box.current?.focus();
    return () => {
      if (session.panel.peek()) return;
      const back = before.current;
      before.current = null;
      requestAnimationFrame(() => document.activeElement === document.body && back?.isConnected && back.focus());
    };
  }, [name, compact]);

  useEffect(() => {
    box.current?.querySelector(".tab[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [name]);

  if (!name) return null;
  const tabs = (session.view.value === "outline" ? ["people"] : TABS).filter((tab) => tab !== "note" || session.selection.value.size > 0 || name === "note");
  const close = () => (session.panel.value = null);
  return html`<${compact ? "div" : "aside"} id="panel" ref=${box} class="panel" tabindex="-1" aria-label=${t(`panel.${name}`)} role=${compact ? "dialog" : undefined} aria-modal=${compact ? "true" : undefined}
    onKeyDown=${(/** @type {KeyboardEvent} */ e) => e.key === "Escape" && !e.defaultPrevented && (e.stopPropagation(), close())}>
    <div class="panel-head">
      <nav class="tabs" aria-label=${t("panel.title")}>
        ${tabs.map((tab) => html`<button type="button" key=${tab} class="tab" aria-current=${tab === name ? "page" : undefined} onClick=${() => (session.panel.value = tab)}>${t(`panel.${tab}`)}</button>`)}
        ${!tabs.includes(name) && html`<span class="tab" aria-current="page">${t(`panel.${name}`)}</span>`}
      </nav>
      <${Button} icon="x" label=${t("panel.close")} onClick=${close} />
    </div>
    <div class="panel-body">${name in PANELS ? html`<${PANELS[name]} key=${name} app=${app} />` : html`<${Fetched} key=${name} name=${name} app=${app} />`}</div>
  <//>`;
}

/** A panel whose module comes over the line first. @param {{name: string, app: App}} props */
function Fetched({ name, app }) {
  const { part, failed, again } = useFetched(`panel ${name}`, LOOKED.has(name) ? withLook("dialogs", LATER[name]) : LATER[name]);
  if (part) return html`<${part} app=${app} />`;
  if (failed) return html`<p class="error" role="alert">${t("panel.failed")}</p><${Button} text icon="refresh-cw" label=${t("state.try_now")} onClick=${again} />`;
  return html`<p class="empty">${t("state.loading")}</p>`;
}

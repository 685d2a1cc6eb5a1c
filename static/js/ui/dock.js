/** The dock at the bottom: tools, adding, what can be done to the selection, undo, zoom. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { MenuButton } from "./menu.js";
import { KindChoice } from "./kind_choice.js";
import { KindIcon } from "./icon.js";
import { kindWord, number } from "./phrases.js";
import { notesOf, mayAll, remove, duplicate } from "./note_actions.js";
import { mayGroup, mayMerge } from "./note_menu.js";
import { mergeAll } from "./cluster_actions.js";
/** @typedef {import("./state.js").App} App */

const STEP = 1.25;

/** @param {{app: App}} props */
export function Dock({ app }) {
  const { session, ui } = app;
  const board = session.view.value === "board";
  session.role.value;
  app.live.board();
  const mayAdd = app.actions.may("add");
  if (!board && !mayAdd) return null;
  const phone = ui.compact.value;
  const compact = phone || (board && ui.narrow.value && Boolean(session.panel.value));
  return html`<section class="dock-place" aria-label=${t("dock.title")}><div id="dock" class="bar dock" role="toolbar" aria-label=${t("dock.title")} tabindex="-1">
    ${board && html`<${Tools} app=${app} compact=${compact} />`}
    ${mayAdd && html`<${Adding} app=${app} compact=${compact} board=${board} label=${!phone || !board} />`}
    ${mayAdd && !compact && board && html`<${Selected} app=${app} />`}
    ${mayAdd && html`<${Steps} app=${app} />`}
    ${board && html`<${Zoom} app=${app} compact=${compact} />`}
    ${compact && html`<${More} app=${app} board=${board} mayAdd=${mayAdd} />`}
    ${!compact && mayAdd && html`<span class="bar-line"></span><${Button} icon="clipboard-paste" label=${t("paste.open")} onClick=${() => (ui.dialog.value = { name: "paste" })} />`}
  </div></section>`;
}

/** @param {{app: App, compact: boolean}} props */
function Tools({ app, compact }) {
  const { tool } = app.session;
  if (compact) {
    if (tool.value === "lasso") return html`<${Button} icon="lasso" label=${t("dock.lasso")} pressed onClick=${() => (tool.value = "select")} />`;
    const pan = tool.value === "pan";
    return html`<${Button} icon=${pan ? "hand" : "mouse-pointer-2"} label=${t(pan ? "dock.to_select" : "dock.to_pan")} onClick=${() => (tool.value = pan ? "select" : "pan")} />`;
  }
  return html`<${Button} icon="mouse-pointer-2" label=${t("dock.select")} pressed=${tool.value === "select"} onClick=${() => (tool.value = "select")} />
    <${Button} icon="hand" label=${t("dock.pan")} pressed=${tool.value === "pan"} onClick=${() => (tool.value = "pan")} />
    <${Button} icon="lasso" label=${t("dock.lasso")} keys="L" pressed=${tool.value === "lasso"} onClick=${() => (tool.value = "lasso")} />`;
}

/** @param {{app: App, compact: boolean, board: boolean, label: boolean}} props */
function Adding({ app, compact, board, label }) {
  const { kind } = app.session;
  const add = () => {
    if (board) return app.layer.value?.addAtCentre(kind.value);
    app.ui.adding.value = app.ui.adding.value || themeInView(app);
  };
  const other = kind.value === "solution" ? "challenge" : "solution";
  return html`${!compact && board && html`<span class="bar-line"></span>`}<${Button} icon="plus" kind="primary" label=${t("add.note")} text=${label} keys=${board ? "N" : undefined} onClick=${add} />
    ${compact
      ? html`<button type="button" class=${`button kind-flip segment-${kind.value}`} aria-label=${t("kind.flip", { kind: kindWord(kind.value), other: kindWord(other) })}
          title=${t("kind.flip", { kind: kindWord(kind.value), other: kindWord(other) })} onClick=${() => (kind.value = other)}><${KindIcon} kind=${kind.value} />${!board && html`<span>${kindWord(kind.value)}</span>`}</button>`
      : html`<${KindChoice} app=${app} />`}`;
}

/** @param {{app: App}} props */
function Selected({ app }) {
  const ids = [...app.session.selection.value];
  const notes = notesOf(app, ids);
  const none = notes.length === 0;
  return html`<span class="bar-line"></span>
    <${Button} icon="group" label=${t("canvas.group")} keys="G" off=${!mayGroup(app, notes)} onClick=${() => app.layer.value?.group(ids)} />
    <${Button} icon="copy" label=${t("action.duplicate")} keys="Control+D" off=${none} onClick=${() => duplicate(app, ids)} />
    <${Button} icon="bring-to-front" label=${t("action.front")} keys="]" off=${none} onClick=${() => app.actions.bringToFront(ids)} />
    <${Button} icon="trash-2" label=${t("action.delete")} keys="Delete" off=${!mayAll(app, "remove", notes)} onClick=${() => remove(app, ids)} />
    ${notes.length > 1 && html`<${MenuButton} icon="ellipsis" label=${t("dock.more")} items=${[{ icon: "merge", label: t("merge.do"), off: !mayMerge(app, notes), run: () => mergeAll(app, ids) }, { icon: "folder-input", label: t("cluster.put"), off: !mayGroup(app, notes), run: () => (app.ui.dialog.value = { name: "group", ids }) }]} />`}`;
}

/** @param {{app: App}} props */
function Steps({ app }) {
  const { undo, redo } = app.ui.can.value;
  return html`<span class="bar-line"></span>
    <${Button} icon="undo-2" mirror label=${t("action.undo")} keys="Control+Z" off=${!undo} onClick=${() => app.sync.undo()} />
    <${Button} icon="redo-2" mirror label=${t("action.redo")} keys="Control+Y" off=${!redo} onClick=${() => app.sync.redo()} />`;
}

/** @param {{app: App, compact: boolean}} props */
function Zoom({ app, compact }) {
  const layer = app.layer.value;
  const percent = number(Math.round(app.session.zoom.value * 100));
  if (compact) return html`<${Button} icon="maximize" label=${t("dock.fit")} onClick=${() => layer?.fit()} />`;
  return html`<span class="bar-line"></span>
    <${Button} icon="minus" label=${t("dock.zoom_out")} keys="-" onClick=${() => layer?.zoomBy(1 / STEP)} />
    <${Button} label=${t("dock.zoom_reset", { percent })} short=${t("dock.percent", { percent })} keys="0" class="button percent" onClick=${() => layer?.zoomTo(1)} />
    <${Button} icon="plus" label=${t("dock.zoom_in")} keys="+" onClick=${() => layer?.zoomBy(STEP)} />
    <${Button} icon="maximize" label=${t("dock.fit")} keys="1" onClick=${() => layer?.fit()} />`;
}

/** @param {{app: App, board: boolean, mayAdd: boolean}} props */
function More({ app, board, mayAdd }) {
  const ids = [...app.session.selection.value];
  const notes = notesOf(app, ids);
  const layer = app.layer.value;
  /** @type {import("./menu.js").Item[]} */
  const items = [
    board && notes.length > 0 && { icon: "panel-right", mirror: true, label: t("action.details"), run: () => (app.session.panel.value = "note") },
    board && { icon: "lasso", label: t("dock.lasso"), run: () => (app.session.tool.value = "lasso") },
    board && mayGroup(app, notes) && { icon: "group", label: t("canvas.group"), run: () => layer?.group(ids) },
    board && mayMerge(app, notes) && { icon: "merge", label: t("merge.do"), run: () => mergeAll(app, ids) },
    board && mayAdd && { icon: "copy", label: t("action.duplicate"), off: !notes.length, run: () => duplicate(app, ids) },
    board && mayAdd && { icon: "bring-to-front", label: t("action.front"), off: !notes.length, run: () => app.actions.bringToFront(ids) },
    board && mayAdd && { icon: "trash-2", label: t("action.delete"), off: !mayAll(app, "remove", notes), run: () => remove(app, ids) },
    board && { icon: "plus", label: t("dock.zoom_in"), run: () => layer?.zoomBy(STEP) },
    board && { icon: "minus", label: t("dock.zoom_out"), run: () => layer?.zoomBy(1 / STEP) },
    mayAdd && { icon: "clipboard-paste", label: t("paste.open"), run: () => (app.ui.dialog.value = { name: "paste" }) },
  ];
  return items.some(Boolean) ? html`<${MenuButton} icon="ellipsis" label=${t("dock.more")} items=${items} />` : null;
}

/** The theme that is on screen in the outline, so that the form opens where one is reading. @param {App} app */
function themeInView(app) {
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".theme[data-theme]")]);
  const found = sections.find((section) => section.getBoundingClientRect().bottom > innerHeight / 3);
  return found?.dataset.theme || app.store.themes()[0]?.id || null;
}

/** Kind, theme, status, cluster, goals, copy, front and delete for one note or several. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { KindSwitch } from "./kind_choice.js";
import { SdgGrid } from "./sdg_grid.js";
import { mayAll, notesOf, remove, duplicate, move, setKind, setStatus } from "./note_actions.js";
import { ModerationButtons } from "./moderation_buttons.js";
import { mayGroup, mayMerge } from "./note_menu.js";
import { mergeAll, takeOut } from "./cluster_actions.js";
import { STATUSES } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, ids: string[], select?: boolean, goals?: boolean}} props `goals`: the grid stands open */
export function NoteControls({ app, ids, select, goals }) {
  const { session, actions, live, ui } = app;
  const [showGoals, setShowGoals] = useState(Boolean(goals));
  const notes = notesOf(app, ids);
  if (!notes.length) return null;
  const mayEdit = mayAll(app, "edit", notes);
  const mayMove = mayAll(app, "move", notes);
  const mayRemove = mayAll(app, "remove", notes);
  const groups = mayGroup(app, notes);
  const kind = same(notes.map((note) => note.kind));
  const status = same(notes.map((note) => note.status));
  const chosen = ids.every((id) => session.selection.value.has(id));
  const sdgs = common(notes.map((note) => note.sdgs));
  const toggleChosen = () => {
    const next = new Set(session.selection.value);
    for (const id of ids) chosen ? next.delete(id) : next.add(id);
    session.selection.value = next;
  };
  /** @param {number[]} wanted */
  const setGoals = (wanted) => {
    const added = wanted.filter((sdg) => !sdgs.includes(sdg));
    const gone = sdgs.filter((sdg) => !wanted.includes(sdg));
    app.sync.beginGesture();
    for (const note of notes)
      actions.setNote(note.id, { sdgs: [...new Set([...note.sdgs, ...added])].filter((sdg) => !gone.includes(sdg)).sort((a, b) => a - b) });
    app.sync.endGesture();
  };
  return html`<div class="note-controls">
    ${mayEdit && html`<${KindSwitch} label=${t("note.kind")} words value=${kind} onChange=${(/** @type {string} */ kind) => setKind(app, ids, kind)} />`}
    ${mayMove &&
    html`<label class="inline-field"><span class="label">${t("note.theme")}</span>
      <select class="select select-small" value=${same(notes.map((n) => n.theme)) || ""} onChange=${(/** @type {any} */ e) => e.currentTarget.value && move(app, ids, e.currentTarget.value)}>
        ${!same(notes.map((n) => n.theme)) && html`<option value="">${t("note.themes_differ")}</option>`}
        ${live.themes().map((/** @type {any} */ theme) => html`<option key=${theme.id} value=${theme.id}>${theme.title}</option>`)}
      </select></label>`}
    ${mayEdit &&
    html`<label class="inline-field"><span class="label">${t("note.status")}</span>
      <select class="select select-small" value=${status || ""} onChange=${(/** @type {any} */ e) => e.currentTarget.value && setStatus(app, ids, e.currentTarget.value)}>
        ${!status && html`<option value="">${t("note.status_differs")}</option>`}
        ${STATUSES.map((one) => html`<option key=${one} value=${one}>${t(`status.${one}`)}</option>`)}
      </select></label>`}
    <div class="button-row">
      ${groups && html`<${Button} icon="group" label=${t("cluster.put")} text onClick=${() => (ui.dialog.value = { name: "group", ids })} />`}
      ${groups && notes.some((note) => note.cluster) && html`<${Button} icon="ungroup" label=${t("cluster.take_out")} text onClick=${() => takeOut(app, ids)} />`}
      ${mayMerge(app, notes) && html`<${Button} icon="merge" label=${t("merge.do")} text onClick=${() => mergeAll(app, ids)} />`}
      ${mayEdit && !goals && html`<${Button} icon="tag" label=${t("note.sdgs")} text aria-expanded=${String(showGoals)} onClick=${() => setShowGoals(!showGoals)} />`}
      ${select && html`<${Button} icon="square-check" label=${t("note.select")} text pressed=${chosen} onClick=${toggleChosen} />`}
      ${actions.may("add") && html`<${Button} icon="copy" label=${t("action.duplicate")} text onClick=${() => duplicate(app, ids)} />`}
      ${mayMove && html`<${Button} icon="bring-to-front" label=${t("action.front")} text onClick=${() => actions.bringToFront(ids)} />`}
      <${ModerationButtons} app=${app} notes=${notes} />
      ${mayRemove && html`<${Button} icon="trash-2" kind="danger" label=${t("action.delete")} text onClick=${() => remove(app, ids)} />`}
    </div>
    ${mayEdit && showGoals && html`<${SdgGrid} value=${sdgs} onChange=${setGoals} />`}
    ${!mayEdit && actions.may("add") && html`<p class="hint">${t("note.own_only")}</p>`}
  </div>`;
}

/** The value if all agree, else "". @param {string[]} values */
function same(values) {
  return values.every((value) => value === values[0]) ? values[0] : "";
}

/** What every list holds. @param {number[][]} lists */
function common(lists) {
  return (lists[0] || []).filter((item) => lists.every((list) => list?.includes(item)));
}

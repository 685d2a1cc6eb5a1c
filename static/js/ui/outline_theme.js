/** A theme in the outline: its heading, its clusters, its other challenges and solutions, and the form that adds to it. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Sign, Icon } from "./icon.js";
import { Button } from "./button.js";
import { OutlineCluster } from "./outline_cluster.js";
import { OutlineNote } from "./outline_note.js";
import { NoteForm } from "./note_form.js";
import { PrivateCount } from "./private_counts.js";
import { number } from "./phrases.js";
import { countOf } from "./live.js";
/** @typedef {import("./state.js").App} App */

const PAGE = 100;
const NONE = { challenge: [], solution: [], clusters: [] };

/** @param {{app: App, id: string, folded: boolean, filtering: boolean}} props */
export function OutlineTheme({ app, id, folded, filtering }) {
  const { live, session, ui, actions } = app;
  const [toggled, setOpen] = useState(/** @type {boolean|null} */ (null));
  const theme = live.get("theme", id);
  if (!theme) return null;
  const open = toggled ?? !folded;
  const lists = live.lists.value.get(id) || NONE;
  const count = countOf(lists);
  const adding = ui.adding.value === id;
  session.role.value;
  live.board();
  const mayAdd = ["challenge", "solution"].some((kind) => actions.may("add", { kind, theme: id }));
  const facilitator = session.role.value === "facilitator";
  const leads = facilitator && !live.board().archived; // an archived board is only read
  const selectAll = () => {
    session.selection.value = new Set([...lists.clusters.flatMap((one) => [...one.challenge, ...one.solution]), ...lists.challenge, ...lists.solution]);
    session.announce.value = t("announce.selected", { count });
  };
  return html`<details class="theme" data-color=${theme.color} open=${open || adding} data-theme=${id}
    onToggle=${(/** @type {any} */ e) => e.currentTarget.open !== open && setOpen(e.currentTarget.open)}>
    <summary class="theme-head">
      <${Icon} name="chevron-right" mirror /><${Sign} name=${theme.sign} />
      <h3 dir="auto">${theme.title}</h3>
      <span class="pill"><span aria-hidden="true">${number(count)}</span><span class="visually-hidden">${t("theme.notes", { count })}</span></span>
    </summary>
    ${(open || adding) &&
    html`<div class="theme-body">
      <div class="theme-tools">
        ${mayAdd && !adding && html`<${Button} icon="plus" text label=${t("add.note")} aria-describedby="theme-${id}" onClick=${() => (ui.adding.value = id)} data-add=${id} />`}
        ${count > 0 && html`<${Button} icon="square-check" text label=${t("theme.select_all")} onClick=${selectAll} />`}
        <${GroupChosen} app=${app} theme=${id} />
        ${leads && lists.challenge.length + lists.solution.length > 1 && !filtering && html`<${Button} icon="sparkles" text label=${t("suggest.open")} aria-describedby="theme-${id}" onClick=${() => (ui.dialog.value = { name: "suggest", theme: id })} />`}
        ${leads && lists.clusters.length > 0 && !filtering && html`<${Button} icon="layout-grid" text label=${t("cluster.tidy_theme")} aria-describedby="theme-${id}" onClick=${() => {
          actions.tidyTheme(id);
          session.announce.value = t("cluster.tidied", { count });
        }} />`}
        ${leads && html`<${Button} icon=${theme.locked ? "lock-open" : "lock"} text label=${t(theme.locked ? "theme.unlock" : "theme.lock")} aria-describedby="theme-${id}" onClick=${() => actions.setTheme(id, { locked: !theme.locked })} />`}
        ${facilitator && theme.locked && html`<span class="mark"><${Icon} name="lock" />${t("theme.locked")}</span>`}
        <span id="theme-${id}" hidden>${theme.title}</span>
      </div>
      <${PrivateCount} app=${app} theme=${id} />
      ${adding && mayAdd && html`<${NoteForm} app=${app} theme=${theme} onClose=${() => closeForm(app, id)} />`}
      ${lists.clusters.map((list) => html`<${OutlineCluster} key=${list.id} app=${app} list=${list} color=${theme.color} filtering=${filtering} />`)}
      ${lists.clusters.length > 0 && lists.challenge.length + lists.solution.length > 0 && html`<p class="rest-word">${t("cluster.rest")}</p>`}
      ${["challenge", "solution"].map((kind) => html`<${Notes} key=${kind} app=${app} theme=${theme} kind=${kind} ids=${/** @type {any} */ (lists)[kind]} filtering=${filtering || lists.clusters.length > 0} mayAdd=${actions.may("add", { kind, theme: id })} />`)}
    </div>`}
  </details>`;
}

/** @param {{app: App, theme: any, kind: string, ids: string[], filtering: boolean, mayAdd: boolean}} props */
function Notes({ app, theme, kind, ids, filtering, mayAdd }) {
  const [shown, setShown] = useState(PAGE);
  const heading = `${kind}s-${theme.id}`;
  if (filtering && !ids.length) return null;
  const open = app.ui.open.value;
  const limit = open && ids.indexOf(open) >= shown ? ids.indexOf(open) + 1 : shown;
  const first = () => {
    app.session.kind.value = kind;
    app.ui.adding.value = theme.id;
  };
  return html`<h4 id=${heading} class="kind-head">${t(kind === "solution" ? "kind.solutions" : "kind.challenges")} <span class="muted">${number(ids.length)}</span></h4>
    ${ids.length > 0
      ? html`<ul class="note-list" aria-labelledby=${heading}>
          ${ids.slice(0, limit).map((id) => html`<${OutlineNote} key=${id} app=${app} id=${id} color=${theme.color} />`)}
        </ul>`
      : html`<p class="empty">
          ${t(kind === "solution" ? "kind.no_solutions" : "kind.no_challenges")}
          ${mayAdd && html` <button type="button" class="link-button" onClick=${first}>${t(kind === "solution" ? "kind.first_solution" : "kind.first_challenge")}</button>`}
        </p>`}
    ${ids.length > limit && html`<${Button} text label=${t("outline.more", { count: Math.min(PAGE, ids.length - limit) })} onClick=${() => setShown(limit + PAGE)} />`}`;
}

/** Makes a cluster of the chosen notes of a theme. @param {{app: App, theme: string}} props */
function GroupChosen({ app, theme }) {
  const chosen = [...app.session.selection.value].filter((id) => app.store.get("note", id)?.theme === theme);
  if (!chosen.length || !app.actions.may("group")) return null;
  return html`<${Button} icon="group" text label=${t("cluster.group_n", { count: chosen.length })} onClick=${() => (app.ui.dialog.value = { name: "group", ids: chosen })} />`;
}

/** @param {App} app @param {string} id */
function closeForm(app, id) {
  app.ui.adding.value = null;
  requestAnimationFrame(() => /** @type {HTMLElement|null} */ (document.querySelector(`[data-add="${CSS.escape(id)}"]`))?.focus());
}

/** A cluster in the outline: its heading with a menu, and its notes. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { tongueOf } from "../core/tongue.js";
import { Icon } from "./icon.js";
import { Button } from "./button.js";
import { MenuButton } from "./menu.js";
import { OutlineNote } from "./outline_note.js";
import { VoteStepper } from "./vote_stepper.js";
import { number } from "./phrases.js";
import { clusterItems, titleOf } from "./cluster_actions.js";
import { shownRound, totalOf } from "./vote_actions.js";
/** @typedef {import("./state.js").App} App */

const PAGE = 100;

/** @param {{app: App, list: import("./live.js").ClusterList, color: string, filtering: boolean}} props */
export function OutlineCluster({ app, list, color, filtering }) {
  const { live, session, actions, ui } = app;
  const { id } = list;
  const [toggled, setOpen] = useState(/** @type {boolean|null} */ (null));
  const [renaming, setRenaming] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  const cluster = live.get("cluster", id);
  session.role.value;
  live.board();
  if (!cluster) return null;
  const ids = [...list.challenge, ...list.solution];
  if (filtering && !ids.length) return null;
  const holdsOpen = ui.open.value !== null && ids.includes(ui.open.value);
  const open = holdsOpen || (toggled ?? (filtering || !cluster.collapsed));
  const title = titleOf(cluster);
  const votes = topVotes(app, id, ids);
  const limit = holdsOpen && ids.indexOf(ui.open.value ?? "") >= shown ? ids.indexOf(ui.open.value ?? "") + 1 : shown;
  const leave = () => {
    setRenaming(false);
    requestAnimationFrame(() => /** @type {HTMLElement|null} */ (box.current?.querySelector(".cluster-toggle"))?.focus());
  };
  return html`<section class="cluster" ref=${box} data-cluster=${id} data-color=${color} aria-label=${t("cluster.named", { title })}>
    <div class="cluster-head">
      ${renaming
        ? html`<${Rename} title=${cluster.title} onTitle=${(/** @type {string} */ wanted) => wanted !== cluster.title && actions.setCluster(id, { title: wanted })} onLeave=${leave} />`
        : html`<h4><button type="button" class="cluster-toggle" aria-expanded=${String(open)} onClick=${() => setOpen(!open)}>
            <${Icon} name="chevron-right" mirror /><span class="cluster-title" dir="auto" lang=${tongueOf(cluster.title ?? "") || undefined} data-untitled=${cluster.title ? undefined : ""}>${title}</span>
            ${cluster.locked && html`<span class="mark"><${Icon} name="lock" /><span class="visually-hidden">${t("cluster.locked")}</span></span>`}
            ${votes > 0 && html`<span class="mark"><${Icon} name="vote" /><span aria-hidden="true">${number(votes)}</span><span class="visually-hidden">${t("vote.top", { count: votes })}</span></span>`}
            <span class="pill pill-quiet"><span aria-hidden="true">${number(ids.length)}</span><span class="visually-hidden">${t("theme.notes", { count: ids.length })}</span></span>
          </button></h4>`}
      <${VoteStepper} app=${app} type="cluster" record=${cluster} />
      <${MenuButton} icon="ellipsis" label=${t("cluster.menu", { title })} items=${clusterItems(app, cluster, { rename: () => setRenaming(true) })} />
    </div>
    ${open && ids.length > 0 && html`<ul class="note-list">${ids.slice(0, limit).map((one) => html`<${OutlineNote} key=${one} app=${app} id=${one} color=${color} />`)}</ul>`}
    ${open && !ids.length && html`<p class="empty">${t("cluster.empty")}</p>`}
    ${open && ids.length > limit && html`<${Button} text label=${t("outline.more", { count: Math.min(PAGE, ids.length - limit) })} onClick=${() => setShown(limit + PAGE)} />`}
  </section>`;
}

/** What the cluster got in the round that is looked at, or the most that one of its notes got. @param {App} app @param {string} id @param {string[]} notes */
function topVotes(app, id, notes) {
  const round = shownRound(app);
  return round?.on === "clusters" ? totalOf(round, id) : Math.max(0, ...notes.map((note) => totalOf(round, note)));
}

/** @param {{title: string, onTitle: (title: string) => void, onLeave: () => void}} props */
function Rename({ title, onTitle, onLeave }) {
  const field = useRef(/** @type {HTMLInputElement|null} */ (null));
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);
  /** @param {boolean} keep */
  const leave = (keep) => {
    if (done.current) return;
    done.current = true;
    if (keep) onTitle((field.current?.value ?? "").replace(/\s+/g, " ").trim());
    onLeave();
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    leave(event.key === "Enter");
  };
  return html`<input ref=${field} class="field" dir="auto" maxlength="80" aria-label=${t("cluster.title")} defaultValue=${title} onKeyDown=${key} onBlur=${() => leave(true)} />`;
}

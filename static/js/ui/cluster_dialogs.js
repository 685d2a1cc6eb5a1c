/** Dialogs of clusters: put notes into one or a new one, split, merge two. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Dialog } from "./dialog.js";
import { Button } from "./button.js";
import { Icon, Sign } from "./icon.js";
import { number } from "./phrases.js";
import { notesOf } from "./note_actions.js";
import { sizeOf, titleOf } from "./cluster_actions.js";
/** @typedef {import("./state.js").App} App */

const TITLE = 80;

/** @param {string} text */
const clean = (text) => text.replace(/\s+/g, " ").trim();

/** Puts notes into a new cluster or one that is there. @param {{app: App, ids: string[], onClose: () => void}} props */
export function Group({ app, ids, onClose }) {
  const { live, actions, session } = app;
  const notes = notesOf(app, ids);
  live.all("cluster");
  const themes = live.themes();
  const home = notes.length && notes.every((note) => note.theme === notes[0].theme) ? notes[0].theme : "";
  /** @param {any} cluster */
  const into = (cluster) => {
    actions.putInCluster(ids, cluster.id);
    session.announce.value = t("cluster.put_in", { count: ids.length, title: titleOf(cluster) });
    onClose();
  };
  /** @param {string} title */
  const fresh = (title) => {
    const id = actions.addCluster({ theme: home || notes[0].theme, title, notes: ids });
    session.announce.value = t("cluster.grouped", { count: ids.length });
    onClose();
    if (id) app.layer.peek()?.revealCluster?.(id);
  };
  const groups = [...themes].sort((a, b) => (b.id === home ? 1 : 0) - (a.id === home ? 1 : 0)).map((theme) => ({ theme, clusters: app.store.clustersOf(theme.id).filter((/** @type {any} */ cluster) => actions.may("group", cluster)) })).filter((one) => one.clusters.length);
  return html`<${Dialog} title=${t("cluster.group_title", { count: notes.length })} onClose=${onClose}>
    <div class="stack">
      <${TitleForm} label=${t("cluster.new")} submit=${t("cluster.make")} onTitle=${fresh} />
      ${groups.length > 0 && html`<h3>${t("cluster.existing")}</h3>`}
      ${groups.map(
        ({ theme, clusters }) => html`<section key=${theme.id} data-color=${theme.color}>
          <h4 class="theme-word"><${Sign} name=${theme.sign} /><span dir="auto">${theme.title}</span></h4>
          <ul class="choose-list">${clusters.map((/** @type {any} */ cluster) => html`<li key=${cluster.id}><button type="button" class="choose" onClick=${() => into(cluster)}><${Icon} name="folder-input" /><span dir="auto">${titleOf(cluster)}</span><${Count} app=${app} id=${cluster.id} /></button></li>`)}</ul>
        </section>`,
      )}
    </div>
  <//>`;
}

/** @param {{app: App, id: string, ids: string[], onClose: () => void}} props */
export function SplitCluster({ app, id, ids, onClose }) {
  const cluster = app.live.get("cluster", id);
  const split = (/** @type {string} */ title) => {
    app.actions.splitCluster(id, ids, title);
    app.session.announce.value = t("cluster.split_done", { count: ids.length });
    onClose();
  };
  return cluster && html`<${Dialog} title=${t("cluster.split_title", { count: ids.length })} onClose=${onClose}><${TitleForm} label=${t("cluster.new")} text=${cluster.title} submit=${t("cluster.split_now")} onTitle=${split} /><//>`;
}

/** Which other cluster of the theme comes into this one. @param {{app: App, id: string, onClose: () => void}} props */
export function JoinClusters({ app, id, onClose }) {
  const cluster = app.live.get("cluster", id);
  app.live.all("cluster");
  if (!cluster) return null;
  const others = app.store.clustersOf(cluster.theme).filter((/** @type {any} */ one) => one.id !== id && app.actions.may("group", one));
  const join = (/** @type {any} */ other) => {
    app.actions.mergeClusters(id, other.id);
    app.session.announce.value = t("cluster.merged", { title: titleOf(cluster) });
    onClose();
  };
  return html`<${Dialog} title=${t("cluster.merge_title", { title: titleOf(cluster) })} onClose=${onClose}>
    ${others.length
      ? html`<ul class="choose-list">${others.map((/** @type {any} */ other) => html`<li key=${other.id}><button type="button" class="choose" onClick=${() => join(other)}><${Icon} name="merge" /><span dir="auto">${titleOf(other)}</span><${Count} app=${app} id=${other.id} /></button></li>`)}</ul>`
      : html`<p class="empty">${t("cluster.merge_none")}</p>`}
  <//>`;
}

/** @param {{app: App, id: string}} props */
function Count({ app, id }) {
  const count = sizeOf(app, id);
  return html`<span class="pill pill-quiet"><span aria-hidden="true">${number(count)}</span><span class="visually-hidden">${t("theme.notes", { count })}</span></span>`;
}

/** @param {{label: string, submit: string, text?: string, onTitle: (title: string) => void}} props */
function TitleForm({ label, submit, text = "", onTitle }) {
  const [title, setTitle] = useState(text);
  const field = useRef(/** @type {HTMLInputElement|null} */ (null));
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.select()); // once the dialog is open
    return () => cancelAnimationFrame(frame);
  }, []);
  return html`<form class="title-form" onSubmit=${(/** @type {Event} */ e) => (e.preventDefault(), onTitle(clean(title)))}>
    <label><span class="label">${label}</span><input ref=${field} class="field" dir="auto" maxlength=${TITLE} value=${title} onInput=${(/** @type {any} */ e) => setTitle(e.currentTarget.value)} /></label>
    <button type="submit" class="button button-primary">${submit}</button>
  </form>`;
}

/** The notes that were merged into one: every text with its association, each can be taken apart again. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Words } from "./note_words.js";
import { Button } from "./button.js";
import { brief, writer } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, note: any, plain?: boolean}} props `plain`: the texts alone */
export function Merged({ app, note, plain }) {
  const { actions, live } = app;
  const merged = live.about(note.id).mergedInto(note.id);
  if (!merged.length) return null;
  const may = !plain && actions.may("group", note.cluster ? live.get("cluster", note.cluster) : undefined);
  return html`<section class="talk-part merged" aria-label=${t("merge.also")}>
    <h4 class="kind-head">${t("merge.also")}</h4>
    <ul class="merged-list">${merged.map((/** @type {any} */ one) => html`<${Original} key=${one.id} app=${app} id=${one.id} may=${may} />`)}</ul>
  </section>`;
}

/** @param {{app: App, id: string, may: boolean}} props */
function Original({ app, id, may }) {
  const note = app.live.get("note", id);
  if (!note) return null;
  const apart = () => {
    app.actions.unmergeNote(id);
    app.session.announce.value = t("merge.apart_done");
  };
  return html`<li class="merged-row">
    <div class="note-line-body"><${Words} app=${app} note=${note} name="note-line-text" tag="p" />
      <p class="note-line-meta"><bdi>${writer(app, note)}</bdi>${note.association && html`<bdi>${note.association}</bdi>`}</p></div>
    ${may && html`<${Button} icon="split" label=${t("merge.apart", { text: brief(note.text, 40) })} onClick=${apart} />`}
  </li>`;
}

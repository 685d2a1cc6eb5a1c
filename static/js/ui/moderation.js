/** Notes that others cannot see, for facilitators: private ones as text without author, where the board allows it, and hidden ones. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { languageOf } from "../core/reading.js";
import { randomId } from "../core/actions.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { KindIcon } from "./icon.js";
import { because, brief, kindWord, number } from "./phrases.js";
import { privateCount } from "./private_counts.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {{id: string, kind: string, theme: string, text: string, language: string, hidden?: string}} Unseen */

const EVERY = 4000;
const SOON = 300;

/** @param {{app: App}} props */
export function Moderation({ app }) {
  const { page, live, session, ui } = app;
  const board = live.board();
  const [lists, setLists] = useState(/** @type {{private: Unseen[], hidden: Unseen[]}|null} */ (null));
  const [problem, setProblem] = useState("");
  const [asked, ask] = useState(0);
  const count = privateCount();

  useEffect(() => {
    let over = false;
    /** @type {any} */
    let timer;
    const read = async () => {
      try {
        const answer = await call(page.board, "/moderation");
        if (over) return;
        setLists(answer);
        setProblem("");
      } catch (error) {
        if (!over) setProblem(/** @type {any} */ (error).reason || "unavailable");
      }
      if (!over) timer = setTimeout(read, EVERY);
    };
    timer = setTimeout(read, lists ? SOON : 0);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [asked, board.private, board.moderate, session.saved.value.state]);
  const again = () => ask((n) => n + 1);

  return html`<h2>${t("moderation.title")}</h2>
    ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
    <h3 class="kind-head">${t("moderation.private")} <span class="muted">${number(board.moderate && lists ? lists.private.length : count)}</span></h3>
    ${!board.private && html`<p class="empty">${t("moderation.not_private")}</p>`}
    ${board.private && !board.moderate && html`<p class="empty">${t("moderation.off")}</p><${Button} text icon="settings" label=${t("moderation.to_settings")} onClick=${() => (ui.dialog.value = { name: "settings" })} />`}
    ${board.private && board.moderate && html`<p class="hint">${t("moderation.no_authors")}</p>`}
    ${!lists && !problem && html`<p class="empty">${t("state.loading")}</p>`}
    <ul class="trash-list">${lists?.private.map((note) => html`<${Row} key=${note.id} app=${app} note=${note} onDone=${again} />`)}</ul>
    <h3 class="kind-head">${t("moderation.hidden")} <span class="muted">${lists ? number(lists.hidden.length) : ""}</span></h3>
    ${lists && !lists.hidden.length && html`<p class="empty">${t("moderation.none_hidden")}</p>`}
    <ul class="trash-list">${lists?.hidden.map((note) => html`<${Row} key=${note.id} app=${app} note=${note} onDone=${again} />`)}</ul>`;
}

/** @param {{app: App, note: Unseen, onDone: () => void}} props */
function Row({ app, note, onDone }) {
  const { page, live, ui, session } = app;
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState("");
  const text = brief(note.text, 40);
  /** This screen has no such note, so the change goes to the server and is not shown before. @param {any} step @param {string} words */
  const send = async (step, words) => {
    setSure(false);
    try {
      await call(page.board, "/changes", { method: "POST", body: { change_id: randomId(), steps: [step] } });
      session.announce.value = words;
      setProblem("");
    } catch (error) {
      setProblem(/** @type {any} */ (error).reason || "unavailable");
    }
    onDone();
  };
  const set = (/** @type {string} */ hidden, /** @type {string} */ words) => send(["set", "note", note.id, { hidden }], words);
  const hide = () => (ui.dialog.value = { name: "hide", text: note.text, hide: (/** @type {string} */ reason) => set(reason, t("hide.done")) });
  const unhide = () => set("", t("moderation.unhidden"));
  const remove = () => send(["remove", "note", note.id], t("toast.removed", { count: 1 }));
  return html`<li class="trash-row moderation-row" data-color=${live.get("theme", note.theme)?.color} data-kind=${note.kind}>
    <span class="kind-chip"><${KindIcon} kind=${note.kind} /></span>
    <div class="person-body">
      <span class="visually-hidden">${kindWord(note.kind)}: </span><p class="note-whole" dir="auto" lang=${languageOf(note) || undefined}>${note.text || t("note.no_text")}</p>
      <p class="muted" dir="auto">${live.get("theme", note.theme)?.title}</p>
      ${note.hidden && html`<p class="muted">${t("moderation.because", { reason: note.hidden })}</p>`}
      ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
      <div class="button-row">
        ${note.hidden
          ? html`<${Button} icon="eye" text label=${t("moderation.unhide")} aria-label=${t("moderation.unhide_of", { text })} onClick=${unhide} />`
          : html`<${Button} icon="eye-off" text label=${t("moderation.hide")} aria-label=${t("moderation.hide_of", { text })} onClick=${hide} />`}
        ${sure
          ? html`<${Button} icon="trash-2" kind="danger" text label=${t("moderation.delete_now")} onClick=${remove} /><${Button} text label=${t("action.cancel")} onClick=${() => setSure(false)} />`
          : html`<${Button} icon="trash-2" label=${t("moderation.delete_of", { text })} onClick=${() => setSure(true)} />`}
      </div>
    </div>
  </li>`;
}

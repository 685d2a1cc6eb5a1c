/** "Collected beforehand", for facilitators: the form that people fill in before a session, and the tray of what they sent. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { because } from "./phrases.js";
import { Asking } from "./tray_form.js";
import { Waiting } from "./tray_list.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {{id: string, batch: string, kind: string, theme: string, text: string, language: string, association: string, created_at: string}} Sent */

const EVERY = 30_000;

/** @param {{app: App}} props */
export function Tray({ app }) {
  const { page, session } = app;
  const [notes, setNotes] = useState(/** @type {Sent[]|null} */ (null));
  const [problem, setProblem] = useState("");
  const [asked, ask] = useState(0);
  const known = useRef(/** @type {Set<string>|null} */ (null));

  useEffect(() => {
    let over = false;
    /** @type {any} */
    let timer;
    const read = async () => {
      clearTimeout(timer);
      if (document.hidden) return;
      try {
        const found = /** @type {Sent[]} */ ((await call(page.board, "/tray")).notes);
        if (over) return;
        const fresh = known.current ? found.filter((note) => !known.current?.has(note.id)).length : 0;
        if (fresh) session.announce.value = t("tray.came", { count: fresh });
        known.current = new Set(found.map((note) => note.id));
        setNotes(found);
        setProblem("");
      } catch (error) {
        if (!over) setProblem(/** @type {any} */ (error).reason || "unavailable");
      }
      clearTimeout(timer);
      if (!over) timer = setTimeout(read, EVERY);
    };
    document.addEventListener("visibilitychange", read);
    void read();
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [asked, session.saved.value.state]);

  return html`<h2>${t("tray.title")}</h2>
    <p class="hint">${t("tray.lead")}</p>
    ${(notes || problem) && html`<${Asking} app=${app} shut=${Boolean(notes?.length)} />`}
    ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
    ${!notes && !problem && html`<p class="empty">${t("state.loading")}</p>`}
    ${notes && html`<${Waiting} app=${app} notes=${notes} onDone=${() => ask((n) => n + 1)} />`}`;
}

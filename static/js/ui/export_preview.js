/** What will be in the file, before it is made: figures, themes, the first notes, and what is never in it. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { language, t, written } from "../core/i18n.js";
import { call } from "./api.js";
import { Icon, KindIcon, Sign } from "./icon.js";
import { because, brief, kindWord, number } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {Record<string, any>} Found */

const PAUSE = 200;
const PAUSE_LIVE = 4000;
const FIRST = 3;

/** @param {{app: App, wish: Record<string, any>|null}} props */
export function Preview({ app, wish }) {
  const { found, problem } = useFound(app, wish);
  if (!wish) return null;
  return html`<section class="take-preview" aria-labelledby="take-preview" aria-busy=${String(!found && !problem)}>
    <h4 id="take-preview">${t("export.preview")}</h4>
    ${problem && html`<p class="error" role="alert">${problem === "invalid" ? t("export.part_gone") : because(problem)}</p>`}
    ${!found && !problem && html`<p class="muted">${t("state.loading")}</p>`}
    ${found && html`<${Figures} found=${found} wish=${wish} /><${Themes} app=${app} found=${found} /><${First} notes=${found.first} />`}
    <p class="take-never"><${Icon} name="eye-off" /><span>${t("export.never")} ${t(wish.names ? "export.with_names" : "export.no_names")}</span></p>
  </section>`;
}

/** Asks again when the wish changes, and from time to time while the board does. @param {App} app @param {Record<string, any>|null} wish */
function useFound(app, wish) {
  const [answer, setAnswer] = useState(/** @type {{found: Found|null, problem: string}} */ ({ found: null, problem: "" }));
  const asked = useRef({ key: "", at: 0 });
  const version = app.session.version.value;
  const key = wish ? JSON.stringify([wish.theme, wish.association, wish.notes]) : "";
  const now = useRef(key);
  now.current = key;
  useEffect(() => {
    if (!wish) return;
    const { theme, association, notes, format } = wish;
    const pause = asked.current.key === key ? Math.max(PAUSE, asked.current.at + PAUSE_LIVE - performance.now()) : asked.current.key ? PAUSE : 0;
    const timer = setTimeout(() => {
      asked.current = { key, at: performance.now() };
      call(app.page.board, "/exports/preview", { method: "POST", body: { format, theme, association, notes } }).then(
        (found) => now.current === key && setAnswer({ found, problem: "" }),
        (error) => now.current === key && setAnswer({ found: null, problem: error.reason || "unavailable" }),
      );
    }, pause);
    return () => clearTimeout(timer);
  }, [key, version]);
  useEffect(() => () => void (now.current = "closed"), []);
  return answer;
}

/** @param {{found: Found, wish: Record<string, any>}} props */
function Figures({ found, wish }) {
  if (!found.notes) return html`<p class="take-figures"><strong>${t("export.count_notes", { count: 0 })}</strong> <span>${t("export.empty")}</span></p>`;
  const parts = [
    t("export.count_challenges", { count: found.challenges }), t("export.count_solutions", { count: found.solutions }),
    found.clusters > 0 && t("export.count_clusters", { count: found.clusters }), found.rounds > 0 && t("export.count_rounds", { count: found.rounds }),
    (wish.comments || wish.format === "json") && found.comments > 0 && t("export.count_comments", { count: found.comments }),
  ].filter(Boolean);
  const rest = [found.unanswered > 0 && t("export.count_unanswered", { count: found.unanswered }), found.merged > 0 && t("export.count_merged", { count: found.merged })].filter(Boolean);
  return html`<p class="take-figures"><strong>${t("export.count_notes", { count: found.notes })}</strong> <span>${listed(parts)}</span></p>
    ${rest.length > 0 && html`<p class="hint">${listed(rest)}</p>`}`;
}

/** @param {any[]} parts */
function listed(parts) {
  return written.list(parts);
}

/** @param {{app: App, found: Found}} props */
function Themes({ app, found }) {
  const rows = found.themes.filter((/** @type {any} */ theme) => theme.challenges + theme.solutions > 0);
  if (!rows.length) return null;
  const most = Math.max(...rows.map((/** @type {any} */ theme) => theme.challenges + theme.solutions));
  return html`<ul class="take-themes">${rows.map((/** @type {any} */ { id, title, challenges, solutions }) => {
    const theme = app.live.get("theme", id);
    return html`<li key=${id} data-color=${theme?.color}><${Sign} name=${theme?.sign} /><span class="take-theme"><bdi>${title}</bdi></span>
      <span class="take-bar" aria-hidden="true"><span style=${{ inlineSize: `${(100 * (challenges + solutions)) / most}%` }}></span></span>
      <span class="take-count"><${KindIcon} kind="challenge" /><span aria-hidden="true">${number(challenges)}</span><span class="visually-hidden">${t("export.count_challenges", { count: challenges })}</span></span>
      <span class="take-count"><${KindIcon} kind="solution" /><span aria-hidden="true">${number(solutions)}</span><span class="visually-hidden">${t("export.count_solutions", { count: solutions })}</span></span></li>`;
  })}</ul>`;
}

/** @param {{notes: Found[]}} props */
function First({ notes }) {
  if (!notes.length) return null;
  return html`<h5>${t("export.first")}</h5>
    <ul class="take-first">${notes.slice(0, FIRST).map(({ id, kind, text, language: lang, association }) => html`<li key=${id}><span title=${kindWord(kind)}><${KindIcon} kind=${kind} /><span class="visually-hidden">${kindWord(kind)}:</span></span>
      <span><bdi lang=${lang || undefined}>${brief(text, 90)}</bdi>${association && html` <span class="hint"><bdi>${association}</bdi></span>`}</span></li>`)}</ul>`;
}

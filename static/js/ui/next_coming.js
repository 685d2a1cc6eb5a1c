/** What the server says would come along to the next board, asked anew as the wish changes. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { Sign } from "./icon.js";
import { because, number } from "./phrases.js";
/** @typedef {{notes: number, challenges: number, solutions: number, clusters: number, answers: number, translations: number, themes: {id: string, title: string, notes: number}[], problem?: string} | null} Found */

const PAUSE = 250;

/** @param {import("./state.js").App} app @param {Record<string, any>|null} body null when nobody wants to know @returns {Found} */
export function useComing(app, body) {
  const [found, setFound] = useState(/** @type {Found} */ (null));
  const asked = body && JSON.stringify(named(body));
  useEffect(() => {
    if (!asked) return;
    let over = false;
    const timer = setTimeout(() => {
      call(app.page.board, "/next/preview", { method: "POST", body: JSON.parse(asked) }).then(
        (answer) => over || setFound(answer),
        (error) => over || setFound((before) => ({ .../** @type {any} */ (before ?? NOTHING), problem: error.reason || "unavailable" })));
    }, PAUSE);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return found;
}

const NOTHING = { notes: 0, challenges: 0, solutions: 0, clusters: 0, answers: 0, translations: 0, themes: [] };

/** Titles do not change what comes along, and one that is being typed may be empty. @param {Record<string, any>} body */
function named({ title: _, purpose: __, ...body }) {
  return { ...body, title: "-", ...(body.themes && { themes: body.themes.map((/** @type {any} */ theme) => ({ ...theme, title: "-" })) }) };
}

/** @param {{themes: any[], coming: Found}} props */
export function Coming({ themes, coming }) {
  if (coming?.problem) return html`<p class="error" role="status">${because(coming.problem)}</p>`;
  const { notes, challenges, solutions, translations } = coming ?? NOTHING;
  const kinds = [challenges && t("export.count_challenges", { count: challenges }), solutions && t("export.count_solutions", { count: solutions })].filter(Boolean).join(t("origin.comma"));
  const into = (coming?.themes ?? []).filter((one) => one.notes > 0);
  const merged = notes - challenges - solutions;
  return html`<div class="next-coming" role="status">
    <p><strong>${!coming ? t("state.loading") : notes ? t("next.preview", { count: challenges + solutions, kinds, themes: t("next.in_themes", { count: into.length }) }) : t("next.preview_none")}</strong>${merged > 0 && html` <span class="muted">${t("export.count_merged", { count: merged })}</span>`}${translations > 0 && html` <span class="muted">${t("translation.coming", { count: translations })}</span>`}</p>
    ${into.length > 0 && html`<ul class="next-chips">${into.map(({ id, notes: count }) => {
      const theme = themes.find((one) => one.id === id);
      return theme && html`<li key=${id} data-color=${theme.color} title=${theme.title}><${Sign} name=${theme.sign} /><span class="visually-hidden">${theme.title}: </span>${number(count)}</li>`;
    })}</ul>`}
  </div>`;
}

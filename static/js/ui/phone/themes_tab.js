/** One theme at a time: chosen above or by a swipe, with its clusters and notes below. */
import { html, useEffect, useLayoutEffect, useRef, useState } from "../../../vendor/preact-htm-signals.js";
import { direction, t } from "../../core/i18n.js";
import { tongueOf } from "../../core/tongue.js";
import { Button } from "../button.js";
import { titleOf } from "../cluster_actions.js";
import { Icon, Sign } from "../icon.js";
import { countOf } from "../live.js";
import { number } from "../phrases.js";
import { PrivateCount } from "../private_counts.js";
import { VoteStepper } from "../vote_stepper.js";
import { Card } from "./card.js";
import { onSwipe } from "./swipe.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {import("./state.js").Phone} Phone */

const PAGE = 60;
const NONE = { challenge: [], solution: [], clusters: [] };

/** Where each theme was scrolled to. @type {Map<string, number>} */
const places = new Map();

/** @param {{app: App, phone: Phone}} props */
export function ThemesTab({ app, phone }) {
  const { live } = app;
  const themes = live.themes();
  const theme = phone.themeInView();
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  const step = (/** @type {number} */ way) => {
    const next = themes[themes.findIndex((/** @type {any} */ one) => one.id === theme?.id) + way];
    if (next) phone.showTheme(next.id);
  };
  const stepping = useRef(step);
  stepping.current = step;
  useEffect(() => box.current ? onSwipe(box.current, (way) => stepping.current(direction() === "rtl" ? -way : way)) : undefined, []);
  useLayoutEffect(() => {
    const scroller = document.getElementById("main");
    if (!scroller || !theme) return;
    scroller.scrollTop = places.get(theme.id) ?? 0;
    const moved = () => void places.set(theme.id, scroller.scrollTop);
    scroller.addEventListener("scroll", moved, { passive: true });
    return () => scroller.removeEventListener("scroll", moved);
  }, [theme?.id]);
  return html`<div class="phone-themes" ref=${box}>
    <${Choice} app=${app} phone=${phone} themes=${themes} chosen=${theme?.id} />
    ${theme && html`<${Theme} key=${theme.id} app=${app} phone=${phone} theme=${theme} />`}
  </div>`;
}

/** @param {{app: App, phone: Phone, themes: any[], chosen: string}} props */
function Choice({ app, phone, themes, chosen }) {
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  useLayoutEffect(() => {
    const button = /** @type {HTMLElement|null|undefined} */ (box.current?.querySelector("[aria-pressed=true]"));
    if (!button || !box.current) return;
    const [row, one] = [box.current.getBoundingClientRect(), button.getBoundingClientRect()];
    box.current.scrollBy({ left: (one.left + one.right - row.left - row.right) / 2 });
  }, [chosen]);
  const lists = app.live.lists.value;
  return html`<div class="phone-choice" role="group" aria-label=${t("phone.themes")} ref=${box}>
    ${themes.map((theme) => {
      const count = countOf(lists.get(theme.id) ?? NONE);
      return html`<button type="button" key=${theme.id} class="phone-theme-button" data-color=${theme.color} data-theme=${theme.id} aria-pressed=${String(theme.id === chosen)} onClick=${() => phone.showTheme(theme.id)}>
        <${Sign} name=${theme.sign} /><span class="phone-theme-name" dir="auto">${theme.title}</span>
        <span class="phone-number"><span aria-hidden="true">${number(count)}</span><span class="visually-hidden">${t("theme.notes", { count })}</span></span></button>`;
    })}
  </div>`;
}

/** @param {{app: App, phone: Phone, theme: any}} props */
function Theme({ app, phone, theme }) {
  const lists = app.live.lists.value.get(theme.id) ?? NONE;
  const loose = [...lists.challenge, ...lists.solution];
  const none = countOf(lists) === 0;
  app.session.role.value;
  app.live.board(); // what may be done, where it says that there is nothing yet
  return html`<section class="phone-theme" data-color=${theme.color} aria-labelledby="theme-in-view">
    <h2 id="theme-in-view" class="phone-theme-head"><${Sign} name=${theme.sign} /><span dir="auto">${theme.title}</span>${theme.locked && html`<span class="mark"><${Icon} name="lock" /><span class="visually-hidden">${t("theme.locked")}</span></span>`}</h2>
    <${PrivateCount} app=${app} theme=${theme.id} />
    ${none && html`<p class="phone-empty phone-blank"><${Icon} name="sticky-note" />${t(app.actions.may("add", { kind: "challenge", theme: theme.id }) ? "phone.theme_none" : "stage.empty_theme")}</p>`}
    ${lists.clusters.map((list) => html`<${Cluster} key=${list.id} app=${app} phone=${phone} list=${list} />`)}
    ${lists.clusters.length > 0 && loose.length > 0 && html`<h3 class="phone-rest">${t("cluster.rest")}</h3>`}
    <${Notes} app=${app} phone=${phone} ids=${loose} />
  </section>`;
}

/** @param {{app: App, phone: Phone, list: import("../live.js").ClusterList}} props */
function Cluster({ app, phone, list }) {
  const cluster = app.live.get("cluster", list.id);
  if (!cluster) return null;
  const ids = [...list.challenge, ...list.solution];
  const title = `cluster-${list.id}`;
  return html`<section class="phone-cluster" aria-labelledby=${title} data-cluster=${list.id}>
    <h3 id=${title} class="phone-cluster-head"><${Icon} name="group" /><span dir="auto" lang=${tongueOf(cluster.title ?? "") || undefined}>${titleOf(cluster)}</span> <span class="phone-number">${number(ids.length)}</span></h3>
    <${VoteStepper} app=${app} type="cluster" record=${cluster} />
    ${ids.length ? html`<${Notes} app=${app} phone=${phone} ids=${ids} />` : html`<p class="phone-empty">${t("cluster.empty")}</p>`}
  </section>`;
}

/** @param {{app: App, phone: Phone, ids: string[]}} props */
function Notes({ app, phone, ids }) {
  const [shown, setShown] = useState(PAGE);
  if (!ids.length) return null;
  return html`<ul class="phone-notes">${ids.slice(0, shown).map((id) => html`<${Card} key=${id} app=${app} phone=${phone} id=${id} />`)}</ul>
    ${ids.length > shown && html`<${Button} text label=${t("outline.more", { count: Math.min(PAGE, ids.length - shown) })} onClick=${() => setShown(shown + PAGE)} />`}`;
}

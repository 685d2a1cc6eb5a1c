/** Whether my work is safe, in four honest states; what comes and goes within a blink is not shown. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon } from "./icon.js";
import { because, when } from "./phrases.js";
/** @typedef {import("./state.js").App} App */

const ICONS = { saved: "check", saving: "loader", offline: "cloud-off", refused: "triangle-alert" };

const BLINK = 300;

/** The state that is shown: waiting and offline only once they last. @template {{state: string}} T @param {T} saved @returns {T} */
function useCalm(saved) {
  const passing = saved.state === "saving" || saved.state === "offline";
  const [shown, setShown] = useState(saved);
  useEffect(() => {
    const timer = setTimeout(() => setShown(saved), passing ? BLINK : 0);
    return () => clearTimeout(timer);
  }, [saved.state]);
  return passing && shown.state !== saved.state ? shown : saved;
}

/** @param {{app: App}} props */
export function Saved({ app }) {
  const now = app.session.saved.value;
  const saved = useCalm(now);
  const words = savedWords(saved);
  const last = useRef(saved.state);
  useEffect(() => {
    const before = last.current;
    last.current = saved.state;
    if (before === saved.state) return;
    if (saved.state === "offline" || saved.state === "refused") app.session.announce.value = words;
    else if (saved.state === "saved" && before !== "saving") app.session.announce.value = words;
  }, [saved.state]);
  const state = /** @type {keyof typeof ICONS} */ (saved.state);
  return html`<div class="saved" data-state=${now.state} data-shown=${state} title=${words}>
    <${Icon} name=${ICONS[state] || "check"} /><span class="saved-words">${words}</span>
    ${(state === "offline" || (state === "refused" && saved.waiting > 0)) &&
    html`<button type="button" class="link-button" onClick=${() => app.sync.retryNow()}>${t("state.try_now")}</button>`}
  </div>`;
}

/** @param {{state: string, waiting: number, reason?: string, kept?: boolean, at?: number}} saved */
export function savedWords(saved) {
  switch (saved.state) {
    case "saved":
      return t("state.saved");
    case "saving":
      return t("state.saving");
    case "offline":
      if (saved.at) return asOf(saved.at, saved);
      return saved.waiting ? t(saved.kept === false ? "state.offline_waiting" : "state.offline", { count: saved.waiting }) : t("state.offline_none");
    default:
      return t("state.refused", { reason: because(saved.reason || "unavailable") });
  }
}

/** Without a connection from the start: what is shown is as old as what was kept. @param {number} at @param {{waiting: number, kept?: boolean}} saved */
function asOf(at, { waiting, kept }) {
  const time = when(new Date(at).toISOString());
  if (!waiting) return t("state.offline_as_of_none", { time });
  return t(kept === false ? "state.offline_as_of_waiting" : "state.offline_as_of", { time, count: waiting });
}

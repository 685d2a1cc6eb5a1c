/** Being led: the presentation when there is one, a way back into it, the banner of a led view, and the keys that start either. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t, withWords } from "../core/i18n.js";
import { Icon } from "./icon.js";
import { withLook } from "./looks.js";
import { FollowBar } from "./follow_bar.js";
import { SHORTCUTS } from "./shortcuts.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function Led({ app }) {
  const { session, live } = app;
  const { stage } = live.board();
  const on = Boolean(stage);
  const [Stage, setStage] = useState(/** @type {any} */ (null));
  useEffect(() => {
    session.stageLeft.value = false;
    if (!on || Stage) return;
    /** @type {any} */
    let timer = 0;
    const load = () => withLook("present", () => withWords("ui/present_stage", () => import("./present_stage.js")))().then((module) => setStage(() => module.Stage), () => (timer = setTimeout(load, 3000)));
    load();
    return () => clearTimeout(timer);
  }, [on]);
  useEffect(() => {
    const key = (/** @type {KeyboardEvent} */ event) => keys(app, event);
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }, []);

  const left = session.stageLeft.value;
  const back = () => (session.stageLeft.value = false);
  return html`${on && !left && Stage && html`<${Stage} app=${app} stage=${stage} />`}
    <div class="led">
      ${on && left && html`<section aria-label=${t("stage.title")}><button type="button" class="button stage-chip" onClick=${back}><${Icon} name="play" /><span>${t("stage.back")}</span></button></section>`}
      <${FollowBar} app=${app} />
    </div>`;
}

/** What a facilitator can do to lead. @param {App} app @returns {import("./commands.js").Command[]} */
export function leadItems(app) {
  const { session, live, actions } = app;
  if (session.role.value !== "facilitator") return [];
  const { stage, leader } = live.board();
  const leads = leader === session.me.value;
  return [
    { id: "present", icon: "play", label: t(stage ? "stage.end" : "stage.start"), keys: SHORTCUTS.lead.present.keys, run: () => present(app) },
    app.layer.value && { id: "everyone", icon: "users", label: t("bring.everyone"), keys: SHORTCUTS.lead.bring.keys, run: () => bring(app) },
    app.layer.value && !leads && { id: "lead", icon: "eye", label: t("follow.lead"), run: () => actions.lead(true) },
    leader && { id: "release", icon: "eye-off", label: t(leads ? "follow.release" : "follow.release_other", { name: live.get("seat", leader)?.name ?? "" }), run: () => actions.lead(false) },
  ].filter(Boolean);
}

/** @param {App} app */
function present({ actions, store }) {
  actions.stage(store.board()?.stage ? null : "board");
}

/** @param {App} app */
function bring(app) {
  const layer = app.layer.peek();
  if (!layer) return;
  app.actions.bring(layer.viewRect());
  app.session.toast.value = { text: t("bring.sent") };
}

/** With Shift: what moves everybody should not happen by a slip of the finger. @param {App} app @param {KeyboardEvent} event */
function keys(app, event) {
  const { session, ui } = app;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !event.shiftKey || event.repeat || ui.dialog.peek() || session.role.peek() !== "facilitator" || !session.singleKeys.peek()) return;
  if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable], dialog, [role=menu]")) return;
  const key = event.key.toLowerCase();
  if (key === "b") bring(app);
  else if (key === "p") present(app);
  else return;
  event.preventDefault();
}

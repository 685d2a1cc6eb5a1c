/** Shown the way: a facilitator brings everyone to a place once, or leads the view and the others' screens go along until they move for themselves. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon } from "./icon.js";
import { showTheme, themeAt } from "./follow_outline.js";
import { watchCamera } from "./follow_camera.js";
/** @typedef {import("./state.js").App} App */

/** A call that is older than this is over, for somebody who was away. */
const FRESH = 20_000;

/** @param {{app: App}} props */
export function FollowBar({ app }) {
  const { session, live, actions } = app;
  const leader = live.board().leader || "";
  const leads = leader === session.me.value && leader !== "";
  const [left, setLeft] = useState(false);
  const last = useRef(/** @type {readonly number[]|null} */ (null));
  const follows = leader !== "" && !leads && !left;
  useEffect(() => {
    setLeft(false);
    last.current = null;
  }, [leader]);
  useEffect(() => {
    session.following.value = follows;
  }, [follows]);
  useBring(app);
  useLeader(app, follows, last, () => {
    setLeft(true);
    session.announce.value = t("follow.stopped");
  });

  if (!leader) return null;
  if (leads) {
    return html`<section class="follow-bar" aria-label=${t("follow.title")}><${Icon} name="eye" /><span>${t("follow.you_lead")}</span>
      <button type="button" class="button" onClick=${() => actions.lead(false)}>${t("follow.release")}</button></section>`;
  }
  if (!session.people.value.has(leader)) return null;
  const name = live.get("seat", leader)?.name || t("note.author_unknown");
  const turn = () => setLeft(!left);
  return html`<section class="follow-bar" aria-label=${t("follow.title")} data-left=${left || undefined}><${Icon} name="eye" /><span>${t(left ? "follow.leads" : "follow.following", { name })}</span>
    <button type="button" class="button" onClick=${turn}>${t(left ? "follow.again" : "follow.stop")}</button></section>`;
}

/** Goes where everyone is called, once. @param {App} app */
function useBring(app) {
  const { sync, session } = app;
  useEffect(
    () =>
      sync.on("board", (/** @type {any} */ { bring }) => {
        if (!bring || bring.seat === session.me.peek() || sync.serverNow() - Date.parse(bring.at) > FRESH) return;
        const name = app.store.get("seat", bring.seat)?.name || t("note.author_unknown");
        const back = goTo(app, bring.view);
        session.toast.value = { text: t("bring.done", { name }), action: { label: t("bring.back"), run: back } };
      }),
    [],
  );
}

/** @param {App} app @param {readonly number[]} view @returns {() => void} the way back */
function goTo(app, view) {
  const layer = app.layer.peek();
  if (!layer) return showTheme(app, themeAt(app, view) ?? "");
  const { x, y, z } = layer.camera;
  layer.showRect(view);
  return () => app.layer.peek() === layer && layer.camera.move(x, y, z);
}

/** Keeps this screen at what the leader looks at. @param {App} app @param {boolean} follows @param {{current: readonly number[]|null}} last @param {() => void} leave */
function useLeader(app, follows, last, leave) {
  const { sync, store } = app;
  const layer = app.layer.value;
  const camera = useRef(/** @type {ReturnType<typeof watchCamera>|null} */ (null));
  const theme = useRef(/** @type {string|undefined} */ (undefined));
  const show = () => {
    const view = last.current;
    if (!view) return;
    if (camera.current) return camera.current.show(view);
    const now = themeAt(app, view);
    if (now && now !== theme.current) showTheme(app, now);
    theme.current = now;
  };

  useEffect(() => sync.on("views", (/** @type {any} */ { seat, view }) => {
    if (seat !== store.board()?.leader || !view) return;
    last.current = view;
    if (app.session.following.peek()) show();
  }), []);

  useEffect(() => {
    if (!follows) return;
    let waiting = 0;
    theme.current = undefined;
    if (layer) {
      const again = () => {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(show);
      };
      camera.current = watchCamera(layer, { own: leave, shifted: again });
    }
    show();
    const outline = layer ? null : document.getElementById(app.phone ? "main" : "outline");
    outline?.addEventListener("wheel", leave, { passive: true });
    outline?.addEventListener("touchmove", leave, { passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      camera.current?.stop();
      camera.current = null;
      outline?.removeEventListener("wheel", leave);
      outline?.removeEventListener("touchmove", leave);
    };
  }, [follows, layer]);
}

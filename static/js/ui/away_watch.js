/** Notices when one does not look (tab hidden, no connection, page closed) and finds what is new afterwards; tells the bar, the title and the tab's icon. */
import { useEffect } from "../../vendor/preact-htm-signals.js";
import { keptMark, markOf, newsSince } from "../core/away.js";
/** @typedef {import("./state.js").App} App */

const BLIP = 5000; // no connection for less is no absence

/** @param {{app: App}} props */
export function AwayWatch({ app }) {
  useEffect(() => watch(app), []);
  useEffect(() => {
    const icon = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="icon"]'));
    if (icon) icon.href = `${app.page.assets}icons/favicon${app.ui.unseen.value ? "-new" : ""}.svg`;
  }, [app.ui.unseen.value > 0]);
  return null;
}

/** @param {App} app */
function watch({ page, store, sync, session, ui }) {
  const place = `seen-${page.board}`;
  /** @type {import("../core/away.js").Mark | null} */
  let left = recall(place);
  let since = 0;
  let cut = false;
  const news = () => (left ? newsSince(store.all("note"), left, session.me.peek(), store.themes().map((/** @type {any} */ theme) => theme.id)) : []);

  function leave() {
    if (!store.loaded || left) return;
    left = markOf(store.all("note"));
    since = Date.now();
    keep(place, left.at);
  }

  function arrive() {
    if (!left || document.hidden || !sync.joined) return;
    const fresh = news();
    const blip = cut && Date.now() - since < BLIP;
    const older = ui.news.peek()?.ids.filter((/** @type {string} */ id) => store.get("note", id)) ?? [];
    if (fresh.length && !blip) ui.news.value = { ids: [...new Set([...older, ...fresh])] };
    left = null;
    cut = false;
    ui.unseen.value = 0;
    keep(place, markOf(store.all("note")).at);
  }

  const seen = () => (document.hidden ? leave() : arrive());
  const gone = () => {
    leave();
    if (left) keep(place, left.at);
  };
  const offs = [
    session.saved.subscribe((/** @type {{state: string}} */ { state }) => {
      if (state === "offline" && !left) {
        leave();
        cut = true;
      } else if (state === "saved") document.hidden ? leave() : arrive();
    }),
    store.subscribe(() => {
      if (left && document.hidden) ui.unseen.value = news().length;
    }),
  ];
  document.addEventListener("visibilitychange", seen);
  addEventListener("pagehide", gone);
  return () => {
    document.removeEventListener("visibilitychange", seen);
    removeEventListener("pagehide", gone);
    for (const off of offs) off();
  };
}

/** @param {string} place */
function recall(place) {
  try {
    return keptMark(localStorage.getItem(place));
  } catch {
    return null; // storage is closed to us: what came before this visit is not told
  }
}

/** @param {string} place @param {string} at */
function keep(place, at) {
  try {
    if (at) localStorage.setItem(place, at);
  } catch {
    return; // full or closed: not worth a word
  }
}

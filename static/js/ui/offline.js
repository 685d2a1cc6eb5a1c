/** Opening without a connection: the service worker keeps the page and its files, and lets go of them when the board is not this seat's any more. */
import { effect } from "../../vendor/preact-htm-signals.js";
import { forgetAll, mayKeep } from "../core/kept.js";
/** @typedef {import("./state.js").App} App */

const pathOf = (/** @type {App} */ { page }) => `/board/${page.board}`;

const REST = 1500;

/** Keeps the board on this device while it is this seat's. @param {App} app */
export function keepOnDevice(app) {
  const { sync, ui } = app;
  setTimeout(() => void keepPage(app), REST);
  document.addEventListener("visibilitychange", () => void (document.hidden && sync.kept?.write()));
  addEventListener("pagehide", () => {
    app.undo?.write();
    void sync.kept?.write();
  });
  effect(() => {
    if (ui.lost.value) void forgetBoard(app);
  });
}

/** Has this page kept, once it has come to rest. @param {App} app */
export async function keepPage(app) {
  if (!mayKeep() || app.ui.lost.peek() || /\/vdev\//.test(app.page.assets)) return;
  try {
    await navigator.serviceWorker.register("/sw.js");
    const { active } = await navigator.serviceWorker.ready;
    if (app.ui.lost.peek()) return; // lost meanwhile: nothing of it may stay
    const files = performance.getEntriesByType("resource").map(({ name }) => new URL(name)).filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(app.page.assets));
    await ask(active, { keep: pathOf(app), files: [...new Set(files.map(({ pathname }) => pathname))] });
    document.documentElement.dataset.kept = "page";
  } catch {
    // no service worker (plain HTTP, a private window): the board opens with a connection only
  }
}

/** Nothing of this board stays on the device, but for changes of mine that were not sent yet. @param {App} app */
export async function forgetBoard(app) {
  delete document.documentElement.dataset.kept;
  app.undo?.forget();
  await app.sync.kept?.forget();
  await letGo(pathOf(app));
}

/** Nor of any other board, until it may be kept again. @param {App} app */
export async function forgetBoards(app) {
  delete document.documentElement.dataset.kept;
  await app.sync.kept?.forget({ still: true });
  await forgetAll().catch(() => {}); // nothing can be read from a device that keeps nothing
  await letGo("all");
}

/** @param {string} what the path of a page, or "all" */
async function letGo(what) {
  try {
    const registration = await navigator.serviceWorker.getRegistration("/");
    if (registration?.active) await ask(registration.active, { forget: what });
  } catch {
    // there was none
  }
}

/** @param {ServiceWorker | null} worker @param {object} message @returns {Promise<void>} when it was done */
function ask(worker, message) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(undefined);
    worker?.postMessage(message, [port2]);
  });
}

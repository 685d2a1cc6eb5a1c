// The service worker: pages from the network first, files of a version from the device first, nothing of the interface for programs.
// A kept page and the files it names lie in one cache, named by their version, so that versions are never mixed; a version goes
// with the last page that needs it. A page is kept only when it asks for that, once its board was opened.
const worker = /** @type {any} */ (self);
const VERSIONED = /^\/static\/v([0-9a-f]+)\//;
const BOARD = /^\/board\/([a-z0-9]{12})$/;
const NAME = "board-v";
const PAGES = 5;
const PATIENCE = 5000;
const SINCE = "X-Kept-At";
/** What came last for a page, until the page says that it is to be kept. @type {Map<string, Response>} */
const fresh = new Map();

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (/** @type {any} */ event) => {
  const { keep, files = [], forget } = event.data ?? {};
  const done = () => event.ports[0]?.postMessage("done");
  if (typeof keep === "string" && BOARD.test(keep)) event.waitUntil(keepPage(keep, files).then(done, done));
  else if (forget === "all") event.waitUntil(dropAll().then(done, done));
  else if (typeof forget === "string") event.waitUntil(drop(forget).then(done, done));
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (VERSIONED.test(url.pathname)) event.respondWith(fileOf(request, url));
  else if (request.mode === "navigate" && (BOARD.test(url.pathname) || url.pathname === "/")) event.respondWith(pageOf(request, url.pathname));
});

/** @param {Request} request @param {URL} url */
async function fileOf(request, url) {
  const kept = await caches.match(url.pathname).catch(() => undefined);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await putFile(url.pathname, response.clone()).catch(() => {});
  return response;
}

/** Only what says that it never changes; what an older address gives may be of another version. @param {string} path @param {Response} response */
async function putFile(path, response) {
  const version = VERSIONED.exec(path)?.[1];
  if (version && response.headers.get("Cache-Control")?.includes("immutable")) await (await caches.open(NAME + version)).put(path, response);
}

/** @param {Request} request @param {string} path */
async function pageOf(request, path) {
  const kept = await (path === "/" ? lastPage() : keptPage(path)).catch(() => undefined);
  try {
    const answer = fetch(request).then(async (response) => {
      if (path !== "/") await heed(path, response); // also when it comes too late to be shown
      return response;
    });
    const response = await (kept ? Promise.race([answer, late()]) : answer);
    return response.status >= 500 && kept ? kept : response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** @param {string} path @param {Response} response */
async function heed(path, response) {
  if (fresh.size >= PAGES) fresh.clear(); // of pages that did not ask to be kept
  if (response.ok) fresh.set(path, response.clone());
  else if (response.type === "opaqueredirect" || [403, 404, 410].includes(response.status)) await drop(path); // not this seat's board any more
}

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error("the line is slow")), PATIENCE));

/** @param {string} path @param {string[]} files */
async function keepPage(path, files) {
  const response = fresh.get(path) ?? (await fetch(path, { credentials: "same-origin" }));
  fresh.delete(path);
  if (!response.ok || response.redirected) return;
  const text = await response.text();
  const version = /\/static\/v([0-9a-f]+)\//.exec(text)?.[1];
  if (!version) return;
  const cache = await caches.open(NAME + version);
  const paths = files.filter((file) => VERSIONED.exec(file)?.[1] === version);
  for (const file of paths) if (!(await cache.match(file))) await fetch(file).then((found) => (found.ok ? putFile(file, found) : undefined));
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.set(SINCE, String(Date.now()));
  await drop(path, { page: true });
  await cache.put(path, new Response(text, { headers }));
  await tidy(version);
}

/** The pages that are kept, newest first. */
async function pages() {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(NAME)) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = new URL(request.url).pathname;
      const response = BOARD.test(path) && (await cache.match(request));
      if (response) found.push({ name, path, cache, at: Number(response.headers.get(SINCE)) });
    }
  }
  return found.sort((a, b) => b.at - a.at);
}

/** @param {string} path */
async function keptPage(path) {
  const found = (await pages()).find((page) => page.path === path);
  return found?.cache.match(path);
}

/** Without a line, the start page gives the board that was open last. */
async function lastPage() {
  const [last] = await pages();
  return last && Response.redirect(last.path);
}

/** @param {string} version the one in use */
async function tidy(version) {
  const all = await pages();
  for (const { cache, path } of all.slice(PAGES)) await cache.delete(path);
  const needed = new Set([NAME + version, ...all.slice(0, PAGES).map(({ name }) => name)]);
  for (const name of await caches.keys()) if (name.startsWith(NAME) && !needed.has(name)) await caches.delete(name);
}

async function dropAll() {
  for (const { path } of await pages()) await drop(path);
  fresh.clear();
}

/** A page, and unless only that is meant what was kept of its board. @param {string} path @param {{page?: boolean}} [only] */
async function drop(path, only = {}) {
  for (const { cache, path: each } of await pages()) if (each === path) await cache.delete(path);
  const board = BOARD.exec(path)?.[1];
  if (!board || only.page) return;
  fresh.delete(path);
  await new Promise((done) => {
    const open = indexedDB.open("workshop-board-kept");
    open.onupgradeneeded = () => open.result.createObjectStore("boards");
    open.onerror = done;
    open.onsuccess = () => {
      const deed = open.result.transaction("boards", "readwrite");
      deed.objectStore("boards").delete(IDBKeyRange.bound(`${board}/`, `${board}0`, false, true));
      deed.oncomplete = deed.onabort = () => {
        open.result.close(); // an open one would hold up who deletes it
        done(undefined);
      };
    };
  });
}

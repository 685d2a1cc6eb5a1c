// The real outside of sync.js: Socket.IO, fetch, timers, randomness. The only module that touches the socket.
import { io } from "../../vendor/socket.io.js";
import { createOutbox } from "./outbox.js";
/** @typedef {import("./parts.js").Link} Link */

const JOIN_WITHIN = 10000;
const CONNECT_WITHIN = 8000;
// Some proxies swallow a WebSocket without an error: after so many tries in vain, long polling goes first.
const TRIES_BEFORE_POLLING = 2;

/** Everything that createSync needs from a browser. @param {{board: string, seat: string}} page */
export function browserParts({ board, seat }) {
  return {
    connect: connectTo(board),
    http: httpFor(board),
    outbox: createOutbox({ board, seat, random }),
    now: () => Date.now(),
    random,
    timers: {
      /** @param {() => void} act @param {number} ms @returns {any} */
      set: (act, ms) => setTimeout(act, ms),
      /** @param {any} timer */
      clear: (timer) => clearTimeout(timer),
    },
  };
}

export function random() {
  return crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
}

/** @param {string} board @returns {import("./parts.js").Parts["connect"]} */
export function connectTo(board) {
  return (on) => {
    const socket = io(location.origin, {
      query: { board },
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      timeout: CONNECT_WITHIN,
      reconnectionDelay: 300,
      reconnectionDelayMax: 4000,
      randomizationFactor: 0.7,
      closeOnBeforeunload: false,
    });
    let closed = false;
    let inVain = 0;
    const retry = () => {
      if (closed || socket.connected) return;
      socket.disconnect();
      socket.connect();
    };
    const reset = () => {
      if (closed) return;
      socket.disconnect();
      socket.connect();
    };
    socket.on("connect", () => {
      inVain = 0;
      on.up();
    });
    socket.io.on("error", () => {
      inVain += 1;
      if (inVain === TRIES_BEFORE_POLLING) /** @type {any} */ (socket.io).opts.transports = ["polling", "websocket"];
    });
    socket.on("disconnect", (/** @type {string} */ reason) => {
      on.down();
      if (reason === "io server disconnect") setTimeout(retry, 1000 + 2000 * random());
    });
    socket.on("connect_error", () => {
      if (!socket.active) setTimeout(retry, 2000 + 3000 * random());
    });
    for (const name of ["changes", "outcome", "signals", "counts", "people", "notice"]) {
      socket.on(name, (/** @type {any} */ payload) => on.event(name, payload));
    }
    const woken = () => {
      if (document.visibilityState === "visible") retry();
    };
    addEventListener("online", retry);
    addEventListener("offline", reset);
    document.addEventListener("visibilitychange", woken);
    return {
      send: (event, payload) => {
        if (!socket.connected) return;
        if (event === "signal") socket.volatile.emit(event, payload);
        else socket.emit(event, payload);
      },
      ask: (event, payload) => socket.timeout(JOIN_WITHIN).emitWithAck(event, payload),
      retry,
      reset,
      close: () => {
        closed = true;
        removeEventListener("online", retry);
        removeEventListener("offline", reset);
        document.removeEventListener("visibilitychange", woken);
        socket.disconnect();
      },
    };
  };
}

/** @param {string} board @returns {import("./parts.js").Parts["http"]} */
export function httpFor(board) {
  const base = `/api/boards/${encodeURIComponent(board)}`;
  return {
    snapshot: () => getJson(`${base}/snapshot`),
    changes: async (since) => {
      try {
        return await getJson(`${base}/changes?since=${since}`);
      } catch (error) {
        if (/** @type {any} */ (error).reason === "reload") return { reload: true };
        throw error;
      }
    },
  };
}

/** The answer's JSON; a refusal is thrown with its reason. @param {string} path @returns {Promise<any>} */
export async function getJson(path) {
  const response = await fetch(path, { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (response.ok) return response.json();
  const body = await response.json().catch(() => ({}));
  const refusal = body?.error ?? { reason: "unavailable" };
  throw Object.assign(new Error(refusal.reason), refusal, { status: response.status });
}

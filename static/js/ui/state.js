/** What only the chrome knows: open dialog and menu, refused changes, screen size. Nothing here is sent or stored on the board. */
import { signal, effect } from "../../vendor/preact-htm-signals.js";

/**
 * @typedef {{name: string, [key: string]: any}} OpenDialog
 * @typedef {{x: number, y: number, ids: string[], cluster?: string}} OpenMenu
 * @typedef {{change_id: string, reason: string, field?: string, limit?: number, record?: [string, string], steps?: any[], text?: string}} Refused
 * @typedef {ReturnType<typeof createState>} UiState
 */

/**
 * One open board, handed to every component.
 * @typedef {object} App
 * @property {{board: string, title: string, seat: string, role: string, language: string, assets: string, series: boolean, keep: {days: number, until: string, seq: number}, translator?: {mode: "off" | "browser" | "server", host: string}, limits: Record<string, number>}} page
 * @property {{code: string, name: string, dir: string}[]} languages
 * @property {any} store
 * @property {any} sync
 * @property {any} actions
 * @property {any} session
 * @property {import("./live.js").Live} live
 * @property {UiState} ui
 * @property {ReturnType<typeof import("../core/undo_kept.js").keepUndo> | null} undo what can be undone, kept over a reload; null where nothing may be kept
 * @property {import("./phone/state.js").Phone | null} phone while the board made for the thumb is shown
 * @property {any} layer signal: the canvas layer while the board view is shown, else null
 */

/** The small board helps from so many notes on. */
export const MANY = 100;
export const PHONE = "(max-width: 640px)";
/** A panel beside the canvas leaves the dock too little room. */
export const NARROW = "(max-width: 1219px)";
export const COMPACT = "(max-width: 899px), (max-height: 559px)";

export function createState() {
  return {
    /** @type {any} */ dialog: signal(/** @type {OpenDialog|null} */ (null)),
    /** @type {any} */ menu: signal(/** @type {OpenMenu|null} */ (null)),
    /** @type {any} */ refused: signal(/** @type {Refused[]} */ ([])),
    /** @type {any} */ can: signal({ undo: false, redo: false }),
    /** @type {any} */ lost: signal(/** @type {string|null} */ (null)),
    /** @type {any} */ adding: signal(/** @type {string|null} */ (null)),
    /** @type {any} */ open: signal(/** @type {string|null} */ (null)),
    /** New notes since this person left, for the bar. @type {any} */ news: signal(/** @type {{ids: string[]} | null} */ (null)),
    /** How many there are while the tab is hidden. @type {any} */ unseen: signal(0),
    /** @type {any} */ shape: signal(/** @type {import("./shape.js").Shape} */ ("full")),
    /** The tour: null, "first" by itself or "asked" for. @type {any} */ tour: signal(/** @type {string|null} */ (null)),
    /** Whether the small board is wanted: "on" or "off". @type {any} */ minimap: signal("on"),
    phone: media(PHONE),
    compact: media(COMPACT),
    narrow: media(NARROW),
  };
}

/** @param {string} query */
function media(query) {
  const list = matchMedia(query);
  const now = signal(list.matches);
  list.addEventListener("change", () => (now.value = list.matches));
  return now;
}

/**
 * Keeps a signal's value on this device.
 * @param {string} key
 * @param {any} kept signal
 * @param {(value: any) => boolean} valid
 */
export function remember(key, kept, valid) {
  try {
    const stored = localStorage.getItem(key);
    if (stored !== null && valid(stored)) kept.value = stored;
  } catch {
    return; // storage is closed to us: nothing is remembered
  }
  let first = true;
  effect(() => {
    const value = kept.value;
    if (!first) {
      try {
        localStorage.setItem(key, value);
      } catch {
        // full or closed: not worth a word
      }
    }
    first = false;
  });
}

// Asks a machine for the translation of a note: the browser's own translator on this device, or the host's by way of the server. Only
// when a person wants it; what comes back is a suggestion that nobody has stored.
import { baseOf, languageOf, sumOf } from "./reading.js";
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {{text: string, source: number}} Suggestion  `source`: the sum of the text that was translated */
/** @typedef {"yes" | "download" | "language" | "unknown" | "none" | string} Offer  "download": a language pack comes first; "language": not this pair; "unknown": nobody knows the note's language; "none": this browser has no translator; else why it does not answer */
/** @typedef {{signal?: AbortSignal, onProgress?: (share: number) => void}} Asked  `onProgress`: of a language pack that is fetched, 0 to 1 */

/** So many notes are suggested for at one press. */
export const MOST = 40;
const WAITS = 3;
const LONGEST = 20; // seconds to wait when asked to; longer is an end
const SKIPPED = new Set(["language", "unknown", "long", "gone", "not_found", "invalid", "garbage"]); // say something of one note, not of all
const WHY = /** @type {Record<string, string>} */ ({ AbortError: "stopped", QuotaExceededError: "long", NotSupportedError: "language", NotAllowedError: "blocked", NetworkError: "down" });

export class Failure extends Error {
  /** @param {string} why @param {number} [after] seconds */
  constructor(why, after = 0) {
    super(why);
    this.why = why;
    this.after = after;
  }
}

/**
 * @param {object} parts
 * @param {"off" | "browser" | "server"} parts.mode
 * @param {any} [parts.translator] the browser's `Translator`, where it has one
 * @param {(path: string, options?: any) => Promise<any>} parts.call asks the server about this board
 */
export function createMachine({ mode, translator, call }) {
  /** Translators of the browser by pair. @type {Map<string, Promise<any>>} */
  const made = new Map();
  /** @type {Promise<Record<string, string[]>> | null} */
  let pairs = null;

  /** @param {string} from @param {string} to */
  async function pairOf(from, to) {
    for (const sourceLanguage of namesOf(from))
      for (const targetLanguage of namesOf(to)) {
        const there = await translator.availability({ sourceLanguage, targetLanguage });
        if (there && there !== "unavailable") return { pair: { sourceLanguage, targetLanguage }, there };
      }
    return null;
  }

  /** @param {{sourceLanguage: string, targetLanguage: string}} pair @param {Asked} asked */
  function translatorOf(pair, { signal, onProgress }) {
    const key = `${pair.sourceLanguage} ${pair.targetLanguage}`;
    const there = made.get(key);
    if (there) return there;
    // Of its own: the signal that a translator is made with would also end it later.
    const ends = new AbortController();
    const stop = () => ends.abort();
    signal?.addEventListener("abort", stop);
    const making = translator.create({
      ...pair,
      signal: ends.signal,
      monitor: (/** @type {EventTarget} */ target) => target.addEventListener("downloadprogress", (/** @type {any} */ event) => onProgress?.(event.loaded)),
    }).finally(() => signal?.removeEventListener("abort", stop));
    made.set(key, making);
    making.catch(() => made.delete(key));
    return making;
  }

  /** @param {Rec} note @param {string} to @param {Asked} asked @returns {Promise<string>} */
  async function onDevice(note, to, asked) {
    if (!translator) throw new Failure("none");
    const from = languageOf(note);
    if (!from) throw new Failure("unknown");
    const found = await pairOf(from, to);
    if (!found) throw new Failure("language");
    const one = await translatorOf(found.pair, asked);
    return one.translate(note.text, { signal: asked.signal });
  }

  return {
    mode,

    /** Whether it can be asked. Sends no text. @param {string} from @param {string} to @returns {Promise<Offer>} */
    async offers(from, to) {
      try {
        if (mode === "browser") {
          if (!translator) return "none";
          if (!from) return "unknown";
          const found = await pairOf(from, to);
          return !found ? "language" : found.there === "available" ? "yes" : "download";
        }
        pairs ??= call("/translator").then(({ pairs: given }) => given);
        const known = await pairs;
        return (from ? (known[baseOf(from)] ?? []) : Object.values(known).flat()).includes(baseOf(to)) ? "yes" : "language";
      } catch (error) {
        pairs = null;
        return failureOf(error).why;
      }
    },

    /** Throws Failure. @param {Rec} note @param {string} to @param {Asked} [asked] @returns {Promise<Suggestion>} */
    async suggest(note, to, asked = {}) {
      const { signal } = asked;
      try {
        const source = sumOf(note.text);
        const found = await untilStopped(mode === "browser" ? onDevice(note, to, asked).then((text) => ({ text, source }))
          : call(`/notes/${encodeURIComponent(note.id)}/suggestion`, { method: "POST", body: { language: to, from: languageOf(note) } }), signal);
        const text = String(found.text ?? "").trim();
        if (!text) throw new Failure("garbage");
        return { text, source: found.source };
      } catch (error) {
        throw signal?.aborted ? new Failure("stopped") : failureOf(error);
      }
    },
  };
}

/**
 * Suggestions for many notes, one after the other, at most MOST: what concerns one is left out, what concerns all ends it. Where it is
 * told to wait it waits, a few times.
 * @param {ReturnType<typeof createMachine>} machine
 * @param {readonly Rec[]} notes
 * @param {string} to
 * @param {{signal: AbortSignal, take: (note: Rec, found: Suggestion | null) => void, wait: (seconds: number, signal: AbortSignal) => Promise<void>, onProgress?: (share: number) => void}} how
 * @returns {Promise<string>} why it ended early, or ""
 */
export async function suggestMany(machine, notes, to, { signal, take, wait, onProgress }) {
  let waits = 0;
  for (const note of notes.slice(0, MOST))
    for (;;) {
      try {
        take(note, await machine.suggest(note, to, { signal, onProgress }));
        waits = 0;
        break;
      } catch (error) {
        const { why, after } = /** @type {Failure} */ (error);
        if (SKIPPED.has(why)) {
          take(note, null);
          break;
        }
        if (!(why === "too_fast" || why === "busy") || after > LONGEST || (waits += 1) > WAITS) return why;
        await wait(after || 1, signal);
        if (signal.aborted) return "stopped";
      }
    }
  return "";
}

/** Whether a text is still a machine's: as it was suggested, but for blanks around it. @param {string} text @param {Suggestion | null} suggestion */
export function isMachines(text, suggestion) {
  return suggestion !== null && text.trim() === suggestion.text.trim();
}

/** @param {any} error @returns {Failure} */
function failureOf(error) {
  if (error instanceof Failure) return error;
  return new Failure(error?.why ?? error?.reason ?? WHY[error?.name] ?? "failed", error?.retryAfter);
}

/** Whoever stops does not wait for the answer. @template T @param {Promise<T>} work @param {AbortSignal} [signal] @returns {Promise<T>} */
function untilStopped(work, signal) {
  if (!signal) return work;
  return Promise.race([work, new Promise((_, fail) => {
    const stop = () => fail(new Failure("stopped"));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  })]);
}

/** As browsers may call a language: some know Norwegian as "no" alone. @param {string} code */
function namesOf(code) {
  const base = baseOf(code);
  return [...new Set([code, base, ...(base === "nb" ? ["no"] : [])])];
}

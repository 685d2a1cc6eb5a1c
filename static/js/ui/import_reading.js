/** A file that is being read: how, what came of it, and what the person leaves out. Knows nothing of how it looks. */
import { signal } from "../../vendor/preact-htm-signals.js";
import { createAttempt, held, send } from "./import_send.js";
/** @typedef {import("./import_send.js").Trouble} Trouble */
/**
 * @typedef {object} Row
 * @property {number} row  its number in the file, and that of a further note in it
 * @property {string} text
 * @property {"challenge" | "solution"} kind
 * @property {string} theme  an id, "+" and the title of a new one, or "": the first
 * @property {string} cluster
 * @property {string} association
 * @property {string} language
 * @property {number[]} sdgs
 * @property {string} status
 * @property {number[]} answers
 * @property {number} votes
 * @property {number} [merged_into]
 * @property {string} skip
 * @property {{language: string, text: string, machine: boolean, source: number|null}[]} translations
 *
 * @typedef {{value: string, count: number, guess: any}} Value
 * @typedef {{index: number, name: string, samples: string[], field: string}} Column
 * @typedef {object} Proposal
 * @property {"json" | "mural" | "miro" | "table" | "lines"} source
 * @property {string|null} encoding
 * @property {string|null} separator
 * @property {boolean} header
 * @property {string[]} sheets
 * @property {string|null} sheet
 * @property {Column[]} columns
 * @property {string} clusters
 * @property {Record<string, Value[]>} values
 * @property {Row[]} rows
 * @property {{row: number, reason: string, value: string}[]} problems
 *
 * @typedef {Record<string, any>} Options
 * @typedef {object} State
 * @property {File|null} file
 * @property {Options} options
 * @property {ReadonlySet<number>} out  rows that the person does not want
 * @property {Proposal|null} proposal  the last good one, also while the next is made
 * @property {Trouble|null} trouble
 * @property {boolean} stale  the proposal is not what the options say: reading it anew failed
 * @property {boolean} busy
 * @property {boolean} sending
 *
 * @typedef {ReturnType<typeof createReading>} Reading
 */

const PAUSE = 300;
/** After these the file falls into other rows and columns: what was said about the old ones is void. */
const ANEW = ["encoding", "separator", "header", "sheet", "source", "split"];
/** @type {State} */
const NOTHING = { file: null, options: {}, out: new Set(), proposal: null, trouble: null, stale: false, busy: false, sending: false };

/** @param {{path: string, more?: () => Options, elsewhere?: (file: File) => boolean, pause?: number}} parts `path` to bring in; `more`: what goes along with each request; `elsewhere`: takes a file that is not for here */
export function createReading({ path, more = () => ({}), elsewhere = () => false, pause = PAUSE }) {
  /** @type {{value: State, peek(): State}} */
  const state = signal(NOTHING);
  /** @type {any} */
  let timer;
  let waiting = new AbortController();
  const attempt = createAttempt();
  const set = (/** @type {Partial<State>} */ fields) => (state.value = { ...state.peek(), ...fields });

  async function read() {
    clearTimeout(timer);
    waiting.abort();
    const mine = (waiting = new AbortController());
    const { file, options } = state.peek();
    if (!file) return;
    set({ busy: true });
    try {
      const proposal = await send(`${path}/preview`, file, { ...options, ...more() }, mine.signal);
      if (!mine.signal.aborted) set({ proposal, trouble: null, stale: false, busy: false });
    } catch (error) {
      if (!mine.signal.aborted) set({ trouble: /** @type {any} */ (error).trouble ?? { reason: "unavailable" }, stale: true, busy: false });
    }
  }

  function later() {
    clearTimeout(timer);
    set({ busy: true });
    timer = setTimeout(read, pause);
  }

  return {
    state,
    read,
    later,

    /** @param {File} file */
    async open(file) {
      if (elsewhere(file)) return;
      clearTimeout(timer);
      waiting.abort();
      const mine = (waiting = new AbortController());
      state.value = { ...NOTHING, file, busy: true };
      try {
        const kept = await held(file);
        if (mine.signal.aborted) return;
        set({ file: kept });
      } catch (error) {
        if (!mine.signal.aborted) set({ busy: false, trouble: /** @type {any} */ (error).trouble });
        return;
      }
      await read();
    },

    close() {
      clearTimeout(timer);
      waiting.abort();
      state.value = NOTHING;
    },

    /** Reads again, a moment later. @param {Options} fields undefined takes a choice back */
    change(fields) {
      const { options, out } = state.peek();
      const anew = ANEW.some((name) => name in fields);
      const { columns: _columns, ...rest } = options;
      set({ options: { ...(anew ? rest : options), ...fields }, out: anew ? new Set() : out });
      later();
    },

    /** One value of a map such as `kinds`. @param {"kinds" | "themes" | "colors" | "columns"} name @param {string | number} key @param {any} value */
    map(name, key, value) {
      this.change({ [name]: { ...state.peek().options[name], [key]: value } });
    },

    /** @param {readonly number[]} rows @param {boolean} out */
    leave(rows, out) {
      const all = new Set(state.peek().out);
      for (const row of rows) out ? all.add(row) : all.delete(row);
      set({ out: all });
    },

    /** Brings in what is chosen; the server's answer, or null when it was refused. @returns {Promise<any>} */
    async bring() {
      const { file, options, out, proposal, stale, sending, busy } = state.peek();
      if (!file || !proposal || stale || sending || busy) return null;
      set({ sending: true, trouble: null });
      try {
        const wish = { ...options, ...more(), skip: [...out] };
        return await send(path, file, { ...wish, change_id: attempt.of(file, wish) });
      } catch (error) {
        const trouble = /** @type {any} */ (error).trouble ?? { reason: "unavailable" };
        if (!["offline", "unavailable"].includes(trouble.reason)) attempt.over();
        set({ trouble: trouble.reason === "offline" && navigator.onLine ? { reason: "unsure" } : trouble }); // it may have arrived
        return null;
      } finally {
        set({ sending: false });
      }
    },
  };
}

/** The rows that will be notes, and those that are left out by themselves. @param {Proposal} proposal */
export function sorted(proposal) {
  const notes = proposal.rows.filter((row) => !row.skip);
  return { notes, skipped: proposal.rows.filter((row) => row.skip) };
}

/** How many notes will come in. @param {State} state */
export function countOf({ proposal, out }) {
  return proposal ? proposal.rows.reduce((count, { row, skip }) => count + (!skip && !out.has(row) ? 1 : 0), 0) : 0;
}

/** How many translations come with the notes that will come in. @param {State} state */
export function translationsOf({ proposal, out }) {
  return proposal ? proposal.rows.reduce((count, { row, skip, translations = [] }) => count + (!skip && !out.has(row) ? translations.length : 0), 0) : 0;
}

/** The number that a spreadsheet shows for a row: of several notes in one it is the same. @param {number} row */
export function lineOf(row) {
  return row % 10_000_000;
}

/** The store as signals: a component that reads a record here is drawn again when that record changes, and only then. */
import { signal, computed, batch } from "../../vendor/preact-htm-signals.js";
import { isFiltering, matches } from "../core/session.js";

/**
 * @typedef {{challenge: string[], solution: string[]}} Lists
 * @typedef {ReturnType<typeof createLive>} Live
 */

/**
 * @param {any} store
 * @param {any} session
 */
export function createLive(store, session) {
  /** @type {Map<string, any>} */
  const versions = new Map();

  /** Registers the reader and tells nothing. @param {string} key */
  function watch(key) {
    let version = versions.get(key);
    if (!version) versions.set(key, (version = signal(0)));
    return version.value;
  }

  /** @param {string} key */
  function bump(key) {
    const version = versions.get(key);
    if (version) version.value = version.peek() + 1;
  }

  /** What a note's place in the lists depends on; typing does not change it. @type {Map<string, string>} */
  const shapes = new Map();
  /** @param {Iterable<string>} ids */
  function reshaped(ids) {
    let news = false;
    for (const id of ids) {
      const note = store.get("note", id);
      const shape = note && `${note.theme} ${note.kind} ${note.created_at} ${note.association}`;
      if (shapes.get(id) === shape) continue;
      news = true;
      if (shape) shapes.set(id, shape);
      else shapes.delete(id);
    }
    return news;
  }

  const off = store.subscribe((/** @type {Map<string, Set<string>>} */ dirty) =>
    batch(() => {
      if (reshaped(dirty.get("note") ?? [])) bump("shape");
      for (const [type, ids] of dirty) {
        bump(type);
        for (const id of ids) bump(`${type}:${id}`);
      }
    }),
  );

  /** @type {Map<string, Lists>} */
  let before = new Map();

  /** Ids of the notes that pass the filter, by theme and kind, in the order in which they were written. */
  const lists = computed(() => {
    const filter = session.filter.value;
    watch(isFiltering(filter) ? "note" : "shape");
    watch("theme");
    const me = session.me.value;
    /** @type {Map<string, {challenge: any[], solution: any[]}>} */
    const found = new Map(store.themes().map((/** @type {any} */ theme) => [theme.id, { challenge: [], solution: [] }]));
    for (const note of store.all("note")) {
      if (!matches(note, filter, me)) continue;
      const lists = found.get(note.theme);
      if (lists) (note.kind === "solution" ? lists.solution : lists.challenge).push(note);
    }
    /** @type {Map<string, Lists>} */
    const after = new Map();
    let same = found.size === before.size;
    for (const [theme, { challenge, solution }] of found) {
      const old = before.get(theme);
      const now = { challenge: ordered(challenge, old?.challenge), solution: ordered(solution, old?.solution) };
      const kept = old && old.challenge === now.challenge && old.solution === now.solution;
      if (!kept) same = false;
      after.set(theme, kept ? old : now);
    }
    if (!same) before = after;
    return before;
  });

  /** How many notes there are in all and how many pass the filter. */
  const counts = computed(() => {
    watch("shape");
    let shown = 0;
    for (const { challenge, solution } of lists.value.values()) shown += challenge.length + solution.length;
    return { all: store.all("note").length, shown };
  });

  /** Associations that have a seat or a note here, sorted. */
  const associations = computed(() => {
    watch("shape");
    watch("seat");
    const names = new Set();
    for (const seat of store.all("seat")) if (seat.association) names.add(seat.association);
    for (const note of store.all("note")) if (note.association) names.add(note.association);
    return [...names].sort((a, b) => a.localeCompare(b));
  });

  return {
    lists,
    counts,
    associations,
    stop: off,
    /** @param {string} type @param {string} id */
    get(type, id) {
      watch(`${type}:${id}`);
      return store.get(type, id);
    },
    /** @param {string} type */
    all(type) {
      watch(type);
      return store.all(type);
    },
    board() {
      watch("board");
      return store.board() || {};
    },
    themes() {
      watch("theme");
      return store.themes();
    },
    /** Notes in a theme, filtered or not. @param {string} theme */
    countIn(theme) {
      watch("shape");
      return store.notesOf(theme).length;
    },
    /** @param {string} type @param {string} id */
    pending(type, id) {
      watch(`${type}:${id}`);
      return store.isPending(type, id);
    },
  };
}

/**
 * @param {any[]} notes
 * @param {string[]} [old] given back when nothing differs, so that readers need not draw
 */
function ordered(notes, old) {
  notes.sort((a, b) => compare(a.created_at || "~", b.created_at || "~") || compare(a.id, b.id));
  const ids = notes.map((note) => note.id);
  return old && old.length === ids.length && old.every((id, i) => id === ids[i]) ? old : ids;
}

/** @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

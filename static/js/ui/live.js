/** The store as signals: a component that reads a record here is drawn again when that record changes, and only then. */
import { signal, computed, batch } from "../../vendor/preact-htm-signals.js";
import { isFiltering, matches } from "../core/session.js";

/**
 * @typedef {{id: string, challenge: string[], solution: string[]}} ClusterList
 * @typedef {{challenge: string[], solution: string[], clusters: ClusterList[]}} Lists  `challenge` and `solution`: those in no cluster
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
      const shape = note && `${note.theme} ${note.kind} ${note.cluster} ${note.merged_into} ${note.created_at} ${note.association}`;
      if (shapes.get(id) === shape) continue;
      news = true;
      if (shape) shapes.set(id, shape);
      else shapes.delete(id);
    }
    return news;
  }

  /** The notes and clusters that a record says something about, as they were when last seen. @type {Map<string, string[]>} */
  const subjects = new Map();
  /** Tells those who read about a note that something which belongs to it changed. @param {string} type @param {string} id */
  function about(type, id) {
    const record = store.get(type, id);
    const key = `${type}:${id}`;
    const now = record ? SUBJECTS[type](record).filter(Boolean) : [];
    const old = subjects.get(key) ?? [];
    if (now.length) subjects.set(key, now);
    else subjects.delete(key);
    for (const subject of new Set([...old, ...now])) {
      bump(`about:${subject}`);
      const root = store.get("note", subject)?.merged_into;
      if (root) bump(`about:${root}`);
    }
  }

  const off = store.subscribe((/** @type {Map<string, Set<string>>} */ dirty) =>
    batch(() => {
      if (reshaped(dirty.get("note") ?? [])) bump("shape");
      for (const [type, ids] of dirty) {
        bump(type);
        for (const id of ids) {
          bump(`${type}:${id}`);
          if (type in SUBJECTS) about(type, id);
          // Whoever read of it reads again now and is told by a new signal if it comes back.
          if (!store.get(type, id)) for (const key of [`${type}:${id}`, `about:${id}`]) versions.delete(key);
        }
      }
    }),
  );

  /** @type {Map<string, Lists>} */
  let before = new Map();

  /** Ids of the notes that pass the filter, by theme, cluster and kind, in the order in which they were written. Merged notes stand inside their root. */
  const lists = computed(() => {
    const filter = session.filter.value;
    watch(isFiltering(filter) ? "note" : "shape");
    watch("theme");
    watch("cluster");
    if (filter.unanswered) watch("answer");
    const passes = passing(store, filter, session.me.value);
    /** @type {Map<string, {challenge: any[], solution: any[], clusters: Map<string, {challenge: any[], solution: any[]}>}>} */
    const found = new Map();
    for (const theme of store.themes()) found.set(theme.id, { challenge: [], solution: [], clusters: new Map() });
    for (const cluster of store.all("cluster")) found.get(cluster.theme)?.clusters.set(cluster.id, { challenge: [], solution: [] });
    for (const note of store.all("note")) {
      if (isMerged(store, note) || !passes(note)) continue;
      const theme = found.get(note.theme);
      const list = theme?.clusters.get(note.cluster) ?? theme;
      if (list) (note.kind === "solution" ? list.solution : list.challenge).push(note);
    }
    /** @type {Map<string, Lists>} */
    const after = new Map();
    let same = found.size === before.size;
    for (const [theme, { challenge, solution, clusters }] of found) {
      const old = before.get(theme);
      const inside = [...clusters].sort(([a], [b]) => place(store.get("cluster", a), store.get("cluster", b))).map(([id, list]) => {
        const was = old?.clusters.find((one) => one.id === id);
        const is = { id, challenge: ordered(list.challenge, was?.challenge), solution: ordered(list.solution, was?.solution) };
        return was && was.challenge === is.challenge && was.solution === is.solution ? was : is;
      });
      const now = { challenge: ordered(challenge, old?.challenge), solution: ordered(solution, old?.solution), clusters: inside };
      const kept = old && old.challenge === now.challenge && old.solution === now.solution && old.clusters.length === inside.length && old.clusters.every((one, i) => one === inside[i]);
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
    for (const list of lists.value.values()) shown += countOf(list);
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
    /** Draws again what reads records of a type, when time alone has changed what holds. */ again: bump,
    /** @param {string} type @param {string} id */
    get(type, id) {
      watch(`${type}:${id}`);
      return store.get(type, id);
    },
    /** @param {string} type @returns {any[]} */
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
    /** The store, for a reader that wants to hear of every answer, comment, reaction, vote and merger of one note or cluster. @param {string} id */
    about(id) {
      watch(`about:${id}`);
      return store;
    },
    /** @param {string} type @param {string} id */
    pending(type, id) {
      watch(`${type}:${id}`);
      return store.isPending(type, id);
    },
  };
}

/** What a record belongs to. @type {Record<string, (record: any) => string[]>} */
const SUBJECTS = {
  note: (note) => [note.id, note.merged_into],
  answer: (answer) => [answer.solution, answer.challenge],
  comment: (comment) => [comment.note],
  reaction: (reaction) => [reaction.note],
  translation: (translation) => [translation.note],
  vote: (vote) => [vote.target],
};

/** How many notes a list holds. @param {Lists} list */
export function countOf({ challenge, solution, clusters }) {
  return clusters.reduce((sum, cluster) => sum + cluster.challenge.length + cluster.solution.length, challenge.length + solution.length);
}

/** Whether a note is shown inside another. @param {any} store @param {any} note */
export function isMerged(store, note) {
  return Boolean(note.merged_into) && Boolean(store.get("note", note.merged_into));
}

/** A note passes when it or one of those merged into it matches. @param {any} store @param {any} filter @param {string} me @returns {(note: any) => boolean} */
export function passing(store, filter, me) {
  if (!isFiltering(filter)) return () => true;
  const part = { ...filter, unanswered: false };
  return (note) => matches(note, filter, me, store) || ((!filter.unanswered || store.answersTo(note.id).length === 0) && store.mergedInto(note.id).some((/** @type {any} */ one) => matches(one, part, me, store)));
}

/** Clusters from top to bottom, as they lie on the board. @param {any} a @param {any} b */
function place(a, b) {
  return a.y - b.y || a.x - b.x || compare(a.id, b.id);
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

// What a file brought in: the server made one change of its own; here it becomes one thing of mine that undo takes back.
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {{seq: number, added: Record<string, string[]>}} Brought  the server's answer */

/** In the order in which the server added them; undo goes the other way. Translations go and come back with their notes. */
const ORDER = ["theme", "cluster", "note", "answer", "round"];

/** @param {import("./acts.js").Acts} acts */
export function importActions({ store, sync }) {
  /** Once the board has come as far as a number. @param {number} seq @returns {Promise<void>} */
  const reached = (seq) => new Promise((done) => {
    if (store.seq >= seq) return done();
    const off = store.subscribe(() => {
      if (store.seq < seq) return;
      off();
      done();
    });
    sync.heardOf(seq);
  });

  return {
    /** Waits until what was brought in is here, and makes it one step of undo. @param {Brought} brought @returns {Promise<string[]>} the notes */
    async takeIn({ seq, added }) {
      await reached(seq);
      const records = ORDER.flatMap((type) => (added[type] ?? []).flatMap((id) => {
        const record = store.get(type, id);
        return record ? [{ type, record }] : [];
      }));
      sync.undoing.add(records.map(({ type, record }) => ({ verb: /** @type {const} */ ("add"), type, id: record.id, record })));
      return records.filter(({ type }) => type === "note").map(({ record }) => record.id);
    },
  };
}

// Verbs on talk: comments, reactions, raised hands, "I have finished".

/** @param {import("./acts.js").Acts} acts */
export function talkActions({ store, sync, set, add, remove, change }) {
  return {
    /** @param {string} note @param {string} text */
    addComment: (note, text) => add("comment", { note, text }),

    /** @param {string} id @param {string} text */
    setComment: (id, text) => set("comment", id, { text }),

    /** @param {string} id */
    removeComment: (id) => remove("comment", id),

    /** Sets a sign under a note, or takes mine away. @param {string} note @param {string} sign */
    react(note, sign) {
      const family = new Set(store.relations.family(note));
      const mine = store.all("reaction").filter((each) => each.sign === sign && each.seat === sync.seat && family.has(each.note));
      if (mine.length) change(mine.map(({ id }) => ["remove", "reaction", id]));
      else add("reaction", { note, sign });
    },

    /** @param {boolean} hand @param {string} [seat] a facilitator may lower another's */
    raiseHand: (hand, seat = sync.seat) => set("seat", seat, { hand }),

    /** @param {string} id of the step or round that this person has finished, or "" */
    setDone: (id) => set("seat", sync.seat, { done_for: id }),
  };
}

// Verbs on rounds and votes.
/** @typedef {import("./types.js").Rec} Rec */

/** @param {import("./acts.js").Acts} acts */
export function roundActions({ store, set, add, remove, change }) {
  /** @param {string} round */
  const own = (round) => store.myVotes(round).filter((vote) => !vote.proxy);
  /** @param {string} round */
  const byProxy = (round) => store.myVotes(round).filter((vote) => vote.proxy);

  /** Takes the newest away. @param {readonly Rec[]} votes @param {string} target */
  const takeOne = (votes, target) => {
    const last = votes.findLast((vote) => vote.target === target);
    if (last) remove("vote", last.id);
  };

  /** How many votes this person has left, in all or on one thing. @param {string} round @param {string} [target] */
  const votesLeft = (round, target) => {
    const { votes = 0, most = 0 } = store.get("round", round) ?? /** @type {Rec} */ ({ id: round });
    const left = votes - own(round).length;
    const here = most && target ? most - own(round).filter((vote) => vote.target === target).length : left;
    return Math.max(0, Math.min(left, here));
  };

  return {
    votesLeft,

    /** @param {Record<string, any>} fields */
    addRound: (fields) => add("round", fields),

    /** @param {string} id @param {Record<string, any>} fields */
    setRound: (id, fields) => set("round", id, fields),

    /** Opens a round; one that is open is closed first. @param {string} id */
    openRound(id) {
      const open = store.openRound();
      /** @type {import("./types.js").Step[]} */
      const steps = open && open.id !== id ? [["set", "round", open.id, { state: "closed" }]] : [];
      change([...steps, ["set", "round", id, { state: "open" }]]);
    },

    /** @param {string} id */
    closeRound: (id) => set("round", id, { state: "closed" }),

    /** @param {string} id */
    removeRound: (id) => remove("round", id),

    /** Sets a dot; false when none is left. @param {string} round @param {string} target @returns {boolean} */
    vote(round, target) {
      if (votesLeft(round, target) === 0) return false;
      add("vote", { round, target });
      return true;
    },

    /** @param {string} round @param {string} target */
    takeBack: (round, target) => takeOne(own(round), target),

    /** For somebody in the room without a device. @param {string} round @param {string} target @param {string} [association] */
    proxyVote: (round, target, association = "") => add("vote", { round, target, proxy: true, association }),

    /** @param {string} round @param {string} target */
    takeProxyBack: (round, target) => takeOne(byProxy(round), target),
  };
}

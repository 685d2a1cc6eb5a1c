// Verbs of those who lead: bring everyone here, be followed, present, roles and blocks.

/** @param {import("./acts.js").Acts} acts */
export function leadActions({ store, sync, change, set }) {
  /** @param {Record<string, any>} fields */
  const setBoard = (fields) => {
    const board = store.board();
    if (board) change([["set", "board", board.id, fields]]);
  };

  return {
    /** Shows everyone this part of the board once. @param {readonly number[]} view x, y, width, height */
    bring: (view) => setBoard({ bring: [...view] }),

    /** Lets the others follow this screen, or go. @param {boolean} on */
    lead: (on) => setBoard({ leader: on ? sync.seat : "" }),

    /** What is presented; null ends the presentation. @param {"board" | "theme" | "cluster" | "note" | "round" | null} type @param {string | null} [id] */
    stage: (type, id = store.board()?.id ?? null) => setBoard({ stage: type && id ? { type, id } : null }),

    /** A change that changes nothing and of which nothing is told: somebody still wants this board. */
    keepOn: () => setBoard({ leader: store.board()?.leader ?? "" }),

    /** @param {string} id @param {boolean} blocked */
    blockSeat: (id, blocked) => set("seat", id, { blocked }),

    /** @param {string} id @param {string} role */
    setRole: (id, role) => set("seat", id, { role }),
  };
}

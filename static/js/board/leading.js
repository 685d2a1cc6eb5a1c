// The leader's view, told to those who follow: while this seat leads, at most four times a second.

const EVERY = 250;

/** @typedef {import('./types.js').Board} Board */

/** @param {Board} board */
export function createLeading(board) {
  const { store, session, sync } = board;
  let timer = 0;
  let told = "";

  const leads = () => Boolean(session.me.value) && store.board()?.leader === session.me.value;

  function tell() {
    timer = 0;
    if (!leads()) return;
    const view = board.layer.viewRect();
    const words = view.join();
    if (words === told) return;
    told = words;
    sync.signal({ view });
  }

  function moved() {
    if (!timer && leads()) timer = window.setTimeout(tell, EVERY);
  }

  /** To somebody who came, the same view is news. */
  function again() {
    told = "";
    moved();
  }

  const offs = [
    store.subscribe((/** @type {Map<string, Set<string>>} */ dirty) => dirty.has("board") && again()),
    session.people.subscribe(again),
  ];

  return {
    moved,
    destroy() {
      clearTimeout(timer);
      for (const off of offs) off();
    },
  };
}

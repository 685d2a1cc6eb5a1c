/** Whether this is somebody's first time here, or the board's: the tour and the card of the empty board. */
/** @typedef {import("./state.js").App} App */

/** Whether there is nothing on the board and somebody might wonder. @param {App} app */
export function isFirst({ live, session, ui }) {
  const board = live.board();
  return session.saved.value.state === "saved" && session.view.value === "board" && Boolean(board.id) && live.counts.value.all === 0 && !board.archived && ui.tour.value === null && !ui.phone.value;
}

/** Begins the tour where it was never left, once the board is there; not on a phone, whose page is small enough to explain itself. @param {App} app @returns {(() => void) | undefined} */
export function firstVisit({ session, ui }) {
  if (ui.phone.peek() || !isNew()) return;
  let begun = false;
  return session.saved.subscribe((/** @type {{state: string}} */ { state }) => {
    if (begun || state !== "saved") return;
    begun = true;
    ui.tour.value ??= "first";
  });
}

function isNew() {
  try {
    return localStorage.getItem("tour") === null;
  } catch {
    return false; // nothing can be remembered here: better never than every time
  }
}

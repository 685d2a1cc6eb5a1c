// How an edit is recognised on every screen: a mark that stands nowhere else, looked for in the raw frames.
// That spares the generator from decoding each peer's protocol several ten thousand times a second.
const START = '@e@';
const DIGITS = 7;

/** @param {number} edit */
export const mark = (edit) => START + String(edit).padStart(DIGITS, '0');

/** Calls `seen(edit)` for every mark in the frame. */
export function marksIn(frame, seen) {
  let at = frame.indexOf(START, 0, 'latin1');
  while (at >= 0) {
    let edit = 0;
    for (let i = at + START.length; i < at + START.length + DIGITS; i += 1) edit = edit * 10 + frame[i] - 48;
    if (edit >= 0) seen(edit);
    at = frame.indexOf(START, at + START.length, 'latin1');
  }
}

/** Text like people's, about as long as on a real note, different for each number; so compression gains no more than in life. */
export function words(number, length = 100) {
  let state = (number + 1) * 2654435761;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    for (let i = 0; i < 3 + (state % 7); i += 1) text += String.fromCharCode(97 + ((state >>> (i * 3)) % 26));
    text += ' ';
  }
  return text.slice(0, length);
}

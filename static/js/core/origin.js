// Where a note was before: on an earlier board of the series. The same note keeps its first origin on every board after it.
import { t, written } from "./i18n.js";
/** @typedef {{board: string, title: string, note: string, written_at: string, status: string, votes: number}} Origin */

/** Tells one note through the whole series. @param {string} board @param {{id: string, origin?: Origin | null}} note */
export function originKey(board, { id, origin }) {
  return origin ? `${origin.board}/${origin.note}` : `${board}/${id}`;
}

/** Ids of the notes of this board that were carried here, by `originKey`. @param {readonly any[]} notes @returns {Map<string, string>} */
export function carriedHere(notes) {
  const found = new Map();
  for (const note of notes) if (note.origin) found.set(originKey("", note), note.id);
  return found;
}

/** “From “March”, 21 March 2024, was open, 5 votes”. @param {Origin} origin */
export function originInWords(origin) {
  return [t("origin.from", { title: isolated(origin.title) }), written.date(origin.written_at, "long"), t(`origin.was_${origin.status}`), origin.votes > 0 && t("origin.votes", { count: origin.votes })]
    .filter(Boolean)
    .join(t("origin.comma"));
}

/** A title keeps its own direction inside a sentence of another. @param {string} text */
export function isolated(text) {
  return `\u2068${text}\u2069`;
}

// Verbs on translations of notes.
import { inLanguage, sumOf } from "./reading.js";
/** @typedef {{machine?: boolean, source?: number, over?: string}} More  `source`: the sum of the text that was translated; `over`: the translation that a machine's may take the place of, though a person wrote it */

/** @param {import("./acts.js").Acts} acts */
export function translationActions({ store, add, set, remove, change }) {
  return {
    /** Writes a note in a language: a new translation, or another text of the one that is there. False when a person has translated it meanwhile, which no machine overwrites. @param {string} note @param {string} language @param {string} text @param {More} [more] */
    translate(note, language, text, { machine = false, source = sumOf(store.get("note", note)?.text ?? ""), over } = {}) {
      const there = inLanguage(store.translationsOf(note), language);
      if (!there) add("translation", { note, language, text, machine, source });
      else if (machine && !there.machine && there.id !== over) return false;
      else if (there.text !== text || there.machine !== machine || there.source !== source) change([["set", "translation", there.id, { text, machine, source }]]);
      return true;
    },

    /** It still says what the note says. @param {string} id */
    confirmTranslation(id) {
      const note = store.get("note", store.get("translation", id)?.note);
      if (note) set("translation", id, { source: sumOf(note.text) });
    },

    /** @param {string} id */
    removeTranslation: (id) => remove("translation", id),

    /** Facilitators. @param {string} seat @param {boolean} interpreter */
    setInterpreter: (seat, interpreter) => set("seat", seat, { interpreter }),
  };
}

// What people do, as verbs. Every part of the page uses these; only the modules gathered here build steps.
import { createActs } from "./acts.js";
import { agendaActions } from "./agenda_actions.js";
import { answerActions } from "./answer_actions.js";
import { clusterActions } from "./cluster_actions.js";
import { importActions } from "./import_actions.js";
import { leadActions } from "./lead_actions.js";
import { noteActions } from "./note_actions.js";
import { roundActions } from "./round_actions.js";
import { talkActions } from "./talk_actions.js";
import { translationActions } from "./translation_actions.js";
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./note_actions.js").Move} Move */

/** An id that nobody else will choose. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

/** @param {{store: import("./store.js").Store, sync: import("./sync.js").Sync, newId?: () => string}} parts */
export function createActions({ store, sync, newId = randomId }) {
  const acts = createActs({ store, sync, newId });
  return {
    ...noteActions(acts),
    ...clusterActions(acts),
    ...answerActions(acts),
    ...talkActions(acts),
    ...translationActions(acts),
    ...agendaActions(acts),
    ...roundActions(acts),
    ...leadActions(acts),
    ...importActions(acts),

    /** @param {import("./rights.js").Action} action @param {Rec} [record] */
    may: (action, record) => acts.whyNot(action, record) === null,
    whyNot: acts.whyNot,
  };
}

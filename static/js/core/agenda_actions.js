// Verbs on the agenda: its steps, what participants may do now, the timer.
import { left } from "./timer.js";
/** @typedef {import("./timer.js").Command} Command */

/** @param {import("./acts.js").Acts} acts */
export function agendaActions({ store, sync, newId, change, setting, set, add, remove }) {
  /** @param {Record<string, any>} fields */
  const setBoard = (fields) => {
    const board = store.board();
    if (board) change([["set", "board", board.id, fields]]);
  };
  const last = () => Math.max(0, ...store.agenda().map((step) => step.order)) + 1;

  return {
    /** @param {Record<string, any>} fields */
    addStep: (fields) => add("step", { order: last(), ...fields }),

    /** @param {string} id @param {Record<string, any>} fields */
    setStep: (id, fields) => set("step", id, fields),

    /** @param {string} id */
    removeStep: (id) => remove("step", id),

    /** @param {readonly string[]} ids */
    orderSteps: (ids) => change(ids.map((id, i) => setting("step", id, { order: i + 1 }))),

    /** Begins a step, with its rights, privacy and timer; "" leaves the agenda. @param {string} id */
    goToStep(id) {
      if (store.board()?.step !== id) setBoard({ step: id });
    },

    /** Adds the steps of a ready agenda behind those that are there. @param {readonly Record<string, any>[]} ready see agenda_templates.js @returns {string[]} ids */
    addSteps(ready) {
      const first = last();
      const steps = ready.map((fields, i) => ({ id: newId(), ...fields, order: first + i }));
      change(steps.map((step) => ["add", "step", step]));
      return steps.map(({ id }) => id);
    },

    /** @param {readonly string[]} may */
    setMay(may) {
      const board = store.board();
      if (board) set("board", board.id, { may: [...may] });
    },

    /** New notes are private; false reveals. @param {boolean} on */
    setPrivate(on) {
      const board = store.board();
      if (board) set("board", board.id, { private: on });
    },

    /** @param {string} authors */
    setAuthors(authors) {
      const board = store.board();
      if (board) set("board", board.id, { authors });
    },

    /** @param {Command} command */
    timer: (command) => setBoard({ timer: command }),

    /** Whole seconds, or null when no timer runs or waits. @returns {number | null} */
    timerLeft() {
      const timer = store.board()?.timer;
      return timer && timer.state !== "off" ? left(timer, sync.serverNow()) : null;
    },
  };
}

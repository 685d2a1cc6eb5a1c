// The gallery of boards to begin with: which one is chosen, and its themes in the language of the new board.
import { byId } from "./common.js";

/** @typedef {import("./home_themes.js").Theme} Theme */

/** @param {{name: string, themes: Record<string, Theme[]>}[]} boards @param {() => string} language */
export function readyBoards(boards, language) {
  const cards = /** @type {HTMLInputElement[]} */ ([...byId("create").querySelectorAll("input[name=template]")]);
  const name = () => cards.find((card) => card.checked)?.value ?? boards[0].name;

  function describe() {
    for (const hint of /** @type {NodeListOf<HTMLElement>} */ (byId("create").querySelectorAll("[data-ready]"))) hint.hidden = hint.dataset.ready !== name();
  }

  describe(); // a browser may have kept the choice over a reload

  return {
    name,
    /** @returns {Theme[]} */
    themes() {
      const found = boards.find((board) => board.name === name()) ?? boards[0];
      return found.themes[language()] ?? found.themes.en;
    },
    /** @param {() => void} run */
    onChange(run) {
      for (const card of cards) {
        card.addEventListener("change", () => {
          describe();
          run();
        });
      }
    },
  };
}

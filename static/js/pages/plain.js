// Pages that need no program but this: the language switch, and buttons that copy what a field holds.
import { copy, languageSwitch } from "./common.js";

languageSwitch();
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-copies]"))) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = /** @type {HTMLInputElement} */ (document.getElementById(button.dataset.copies ?? ""));
    if (await copy(field.value)) /** @type {HTMLElement} */ (button.lastElementChild).textContent = button.dataset.copied ?? "";
  });
}

// Who may make boards here: the passphrase is asked for, or a sign-in elsewhere, before the form is shown.
import { t } from "../core/i18n.js";
import { ask, because, busy, byId, fieldError, message } from "./common.js";

/** @param {import("./common.js").Refusal} refusal of a board that was to be made */
export function whyNot(refusal) {
  return refusal.field === "creation" ? t("creation.needed") : because(refusal);
}

/** Asks, and shows the form to who may. */
export function gate() {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById("gate"));
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById("passphrase"));
  document.getElementById("forget")?.addEventListener("click", async () => {
    const answer = await ask("/api/creation/forget", {});
    if (answer.ok) location.replace("/");
    else message("create-error", because(answer.refusal));
  });
  if (!form || !field) return;
  field.addEventListener("input", () => fieldError("passphrase", ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void busy(/** @type {HTMLElement} */ (form.querySelector("button")), () => enter(form, field));
  });
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} field */
async function enter(form, field) {
  if (!field.value.trim()) return refuse(field, t("creation.passphrase_empty"));
  const answer = await ask("/api/creation", { passphrase: field.value });
  if (!answer.ok) return refuse(field, answer.refusal.field === "passphrase" ? t("creation.passphrase_wrong") : because(answer.refusal));
  form.hidden = true;
  byId("making").hidden = false;
  byId("said").textContent = t("creation.let_in");
  byId("title").focus();
}

/** @param {HTMLInputElement} field @param {string} text */
function refuse(field, text) {
  fieldError("passphrase", text);
  field.focus();
}

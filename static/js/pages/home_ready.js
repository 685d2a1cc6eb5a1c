// "Your board is ready": its links, code and QR code, shown this one time.
import { t } from "../core/i18n.js";
import { ask, byId, copy, element, icon, spacedCode } from "./common.js";

/** @typedef {{board: string, code: string, links: Record<string, string>}} Made */
const PURPOSES = ["facilitator", "participant", "viewer", "recovery"];
let kept = false;

/** @param {Made} made the server's answer @param {string} title */
export function showReady(made, title) {
  byId("start").hidden = true;
  byId("ready").hidden = false;
  byId("ready-board").textContent = title;
  byId("ready-code").textContent = spacedCode(made.code);
  byId("links").replaceChildren(...PURPOSES.map((purpose) => linkRow(purpose, made.links[purpose])));
  /** @type {HTMLAnchorElement} */ (byId("open-board")).href = made.links.facilitator;
  byId("open-board").addEventListener("click", () => (kept = true));
  copies(byId("copy-code"), spacedCode(made.code), t("home.code"), false);
  // Another language would load the page anew, and the links with it.
  byId("language").closest("div")?.setAttribute("hidden", "");
  byId("download-links").addEventListener("click", () => download(made, title));
  addEventListener("beforeunload", (event) => {
    if (!kept) event.preventDefault();
  });
  document.title = `${t("home.ready_title")} · ${t("app.name")}`;
  scrollTo(0, 0);
  byId("ready-title").focus();
  void drawQr(`${made.links.participant.split("#")[0]}#${made.code}`);
}

/** @param {string} purpose @param {string} link */
function linkRow(purpose, link) {
  const name = t(`home.link_${purpose}`);
  const field = element("input", { class: "field", id: `link-${purpose}`, value: link, readOnly: true, dir: "ltr", "aria-describedby": `hint-${purpose}` });
  field.addEventListener("focus", () => field.select());
  const button = element("button", { class: "button button-outline", type: "button", "aria-label": t("home.copy_link", { name }) }, icon("copy"), element("span", { textContent: t("common.copy") }));
  copies(button, link, name, purpose === "facilitator" || purpose === "recovery");
  return element("li", { class: purpose === "recovery" ? "link-row link-once" : "link-row" },
    element("label", { class: "label", for: field.id, textContent: name }),
    element("p", { class: "hint", id: `hint-${purpose}`, textContent: t(`home.link_${purpose}_hint`) }),
    element("div", { class: "link-line" }, field, button));
}

/** @param {HTMLElement} button @param {string} text @param {string} name @param {boolean} keeps with this the board cannot be lost */
function copies(button, text, name, keeps) {
  const label = /** @type {HTMLElement} */ (button.querySelector("span"));
  const before = label.textContent;
  button.addEventListener("click", async () => {
    if (!(await copy(text))) return;
    kept ||= keeps;
    label.textContent = t("common.copied");
    byId("said").textContent = t("home.copied", { name });
    setTimeout(() => (label.textContent = before), 2000);
  });
}

/** @param {string} link to join with the code */
async function drawQr(link) {
  const answer = await ask("/api/qr", { link });
  if (!answer.ok || typeof answer.value !== "string") return;
  const picture = element("img", { alt: t("home.qr_name"), width: 300, height: 300 });
  picture.src = URL.createObjectURL(new Blob([answer.value], { type: "image/svg+xml" }));
  byId("qr").replaceChildren(picture);
}

/** @param {Made} made @param {string} title */
function download(made, title) {
  const lines = [title, "", `${t("home.code")}: ${spacedCode(made.code)}`, ""];
  for (const purpose of PURPOSES) lines.push(`${t(`home.link_${purpose}`)} (${t(`home.link_${purpose}_hint`)})`, made.links[purpose], "");
  const anchor = element("a", {
    href: URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n")], { type: "text/plain;charset=utf-8" })),
    download: `${title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").trim().slice(0, 60) || "board"} - links.txt`,
  });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
  kept = true;
}

// What the pages around the board share: asking the server, words for refusals, the language switch, small DOM helpers.
import { setWords, t } from "../core/i18n.js";
import { setColours } from "../ui/colours.js";
import { keepTyped } from "./typed.js";

/** Versioned prefix of all files, from this module's own address. */
export const assets = new URL("../../", import.meta.url).pathname;

/** @typedef {{reason: string, field?: string, limit?: number, retry_after?: number}} Refusal */

// The page brings the few words it needs: nothing to wait for, and there also without a connection.
setWords(document.documentElement.lang, JSON.parse(document.getElementById("words")?.textContent || "{}"), assets);

/** @template {HTMLElement} T @param {string} id @returns {T} */
export function byId(id) {
  return /** @type {T} */ (document.getElementById(id));
}

/** What the server put into the page. @returns {any} */
export function pageData() {
  return JSON.parse(byId("page")?.textContent || "{}");
}

/**
 * @param {string} path @param {object | string} [body] sent by POST: an object as JSON, a string as it is
 * @returns {Promise<{ok: true, value: any, response: Response} | {ok: false, refusal: Refusal}>}
 */
export async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, body === undefined ? {} : {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  } catch {
    return { ok: false, refusal: { reason: "offline" } };
  }
  const json = response.headers.get("Content-Type")?.startsWith("application/json");
  const value = await (json ? response.json() : response.text()).catch(() => null);
  if (response.ok) return { ok: true, value, response };
  return { ok: false, refusal: value?.error?.reason ? value.error : { reason: "unavailable" } };
}

/** Why the server said no, for somebody at the door. @param {Refusal} refusal */
export function because(refusal) {
  if (refusal.reason === "not_found") return t("join.not_found");
  if (refusal.reason === "forbidden") return t("join.forbidden");
  if (refusal.reason === "offline") return t("join.offline");
  if (refusal.reason === "too_fast" && refusal.retry_after) return t("join.too_fast", { seconds: Math.ceil(refusal.retry_after) });
  return t(`reason.${refusal.reason}`);
}

/** A code as people type it: any case, blanks and dashes, look-alikes. @param {string} text */
export function tidyCode(text) {
  return text
    .normalize("NFKC")
    .replace(/[٠-٩۰-۹०-९]/gu, (digit) => String((/** @type {number} */ (digit.codePointAt(0)) - (digit < "\u06f0" ? 0x660 : digit < "\u0966" ? 0x6f0 : 0x966))))
    .replace(/[^0-9A-Za-z]/g, "")
    .toUpperCase()
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
}

/** "ABCD1234" as "ABCD-1234". @param {string} code */
export function spacedCode(code) {
  return code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}

/** Says under a field what is wrong with it, or nothing. @param {string} id of the field @param {string} text @param {string} [slot] id of the line */
export function fieldError(id, text, slot = `${id}-error`) {
  byId(slot).textContent = text;
  const field = byId(id);
  if (!field) return;
  if (text) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** @param {string} id @param {string} text "" hides the message */
export function message(id, text) {
  const place = byId(id);
  place.hidden = !text;
  place.textContent = text;
}

/** While `work` runs, the button says so and does not start it again. @param {HTMLElement} button @param {() => Promise<void>} work */
export async function busy(button, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** @param {string} code keeps a year; the pages are drawn in this language from now on */
export function keepLanguage(code) {
  document.cookie = `lang=${code}; path=/; max-age=31536000; samesite=lax`;
}

/** The switches in the page's head: language and colours. What was typed comes along, and what `more` gives. @param {() => unknown} [more] */
export function languageSwitch(more) {
  const choice = /** @type {HTMLSelectElement | null} */ (document.getElementById("language"));
  choice?.addEventListener("change", () => {
    keepTyped(more?.());
    keepLanguage(choice.value);
    location.reload();
  });
  const look = /** @type {HTMLSelectElement | null} */ (document.getElementById("colours"));
  look?.addEventListener("change", () => setColours(look.value));
}

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} name of the sprite's icon */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${assets}icons/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/**
 * An element with properties, attributes (names with a dash, or role) and children.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, any>} [properties] @param {(Node | string)[]} children @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "class" || name === "for") made.setAttribute(name, value);
    else /** @type {any} */ (made)[name] = value;
  }
  made.append(...children);
  return made;
}

/** Copies also where the browser keeps the clipboard for https only. @param {string} text @returns {Promise<boolean>} */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", { value: text, class: "visually-hidden", "aria-hidden": "true" });
    document.body.append(area);
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus();
    return done;
  }
}

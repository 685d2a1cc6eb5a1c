/** The links of a board that was just made: shown this one time, to be copied, downloaded or opened. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
/** @typedef {{board: string, title: string, code: string, links: Record<string, string>, carried?: number}} Made */

const PURPOSES = ["facilitator", "participant", "viewer", "recovery"];
/** With one of these the board cannot be lost. */
const KEEPS = new Set(["facilitator", "recovery"]);
const SHOWN = 2500;

/**
 * @param {object} props
 * @param {Made} props.made
 * @param {boolean} props.kept one of the links that matter was taken
 * @param {boolean} props.sure somebody wants to leave without one
 * @param {() => void} props.onKept
 * @param {() => void} props.onStay
 * @param {() => void} props.onLeave
 * @param {() => void} props.onDone
 */
export function MadeLinks({ made, kept, sure, onKept, onStay, onLeave, onDone }) {
  const [said, setSaid] = useState("");
  const question = useRef(/** @type {HTMLElement|null} */ (null));
  const save = () => {
    download(made);
    onKept();
    setSaid(t("next.downloaded"));
  };
  useEffect(() => {
    if (!sure) return;
    question.current?.scrollIntoView({ block: "nearest" });
    /** @type {HTMLElement|null|undefined} */ (question.current?.querySelector("button"))?.focus();
  }, [sure]);
  const copied = (/** @type {string} */ name, /** @type {boolean} */ keeps) => {
    setSaid(t("home.copied", { name }));
    if (keeps) onKept();
  };
  return html`<div class="stack made">
    <div><p class="made-title" dir="auto">${made.title}</p>
      ${made.carried !== undefined && html`<p>${t("next.carried", { count: made.carried })}</p>`}
      <p class="notice"><${Icon} name="key-round" />${t("home.ready_lead")}</p></div>
    ${sure && html`<div class="confirm" role="alert" ref=${question}><p>${t("next.sure")}</p><div class="button-row">
      <${Button} text kind="primary" icon="download" label=${t("home.download_links")} onClick=${save} />
      <${Button} text label=${t("next.stay")} onClick=${onStay} />
      <${Button} text kind="danger" label=${t("next.close_anyway")} onClick=${onLeave} /></div></div>`}
    <div class="made-code"><span class="label">${t("home.code")}</span> <${CopyLine} id="code" text=${spaced(made.code)} name=${t("home.code")} onCopied=${() => copied(t("home.code"), false)} /></div>
    <ul class="made-links">
      ${PURPOSES.map((purpose) => html`<li key=${purpose} data-purpose=${purpose}>
        <label class="label" for=${`made-${purpose}`}>${t(`home.link_${purpose}`)}</label>
        <p class="hint" id=${`made-${purpose}-hint`}>${t(`home.link_${purpose}_hint`)}</p>
        <${CopyLine} id=${purpose} text=${made.links[purpose]} name=${t(`home.link_${purpose}`)} onCopied=${() => copied(t(`home.link_${purpose}`), KEEPS.has(purpose))} /></li>`)}
    </ul>
    <div class="next-foot">
      ${kept && html`<${Button} text label=${t("action.close")} onClick=${onDone} />`}
      <${Button} text icon="download" label=${t("home.download_links")} onClick=${save} />
      <a class="button button-primary" href=${made.links.facilitator} target="_blank" rel="noopener" onClick=${onKept}><${Icon} name="log-in" mirror /><span>${t("next.open_board")}</span></a>
    </div>
    <p class="visually-hidden" role="status">${said}</p>
  </div>`;
}

/** A text to read and to copy. @param {{id: string, text: string, name: string, onCopied: () => void}} props */
function CopyLine({ id, text, name, onCopied }) {
  const field = useRef(/** @type {HTMLInputElement|null} */ (null));
  const [done, setDone] = useState(false);
  const copy = async () => {
    if (!(await toClipboard(text, field.current))) return;
    setDone(true);
    onCopied();
    setTimeout(() => setDone(false), SHOWN);
  };
  return html`<div class="made-line"><input ref=${field} id=${`made-${id}`} class="field" dir="ltr" readonly value=${text} aria-label=${id === "code" ? name : undefined} aria-describedby=${id === "code" ? undefined : `made-${id}-hint`} onFocus=${(/** @type {any} */ e) => e.currentTarget.select()} />
    <${Button} icon=${done ? "check" : "copy"} label=${t("home.copy_link", { name })} short=${t(done ? "common.copied" : "common.copy")} onClick=${copy} /></div>`;
}

/** Where the page is not served over HTTPS, from the field that shows it. @param {string} text @param {HTMLInputElement|null} field */
async function toClipboard(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return document.execCommand("copy");
  }
}

/** @param {Made} made */
function download(made) {
  const lines = [made.title, "", `${t("home.code")}: ${spaced(made.code)}`, ""];
  for (const purpose of PURPOSES) lines.push(`${t(`home.link_${purpose}`)} (${t(`home.link_${purpose}_hint`)})`, made.links[purpose], "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n")], { type: "text/plain;charset=utf-8" }));
  link.download = `${made.title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").trim().slice(0, 60) || "board"} - links.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** "ABCD1234" as "ABCD-1234", as on the landing page. @param {string} code */
function spaced(code) {
  return code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}

/** What screen readers are told: two polite regions in turn, and what others did as a sum at most every five seconds, or as it comes, or not at all. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
/** @typedef {import("./state.js").App} App */

const EVERY = 5000;
const SOON = 250; // what comes together is one sentence

/** @param {{app: App}} props */
export function Announcer({ app }) {
  const { session, sync } = app;
  const [said, setSaid] = useState({ turn: 0, words: "" });

  useEffect(
    () =>
      session.announce.subscribe((/** @type {string} */ words) => {
        if (!words) return;
        setSaid((last) => ({ turn: 1 - last.turn, words }));
        queueMicrotask(() => (session.announce.value = "")); // so that the same words can be said again
      }),
    [],
  );

  useEffect(() => {
    let sum = { added: 0, changed: 0, removed: 0 };
    /** @type {any} */
    let timer = null;
    const off = sync.on("remote", (/** @type {{added?: number, changed?: number, removed?: number}} */ more) => {
      if (session.hear.peek() === "off") return;
      sum.added += more.added || 0;
      sum.changed += more.changed || 0;
      sum.removed += more.removed || 0;
      timer ??= setTimeout(() => {
        timer = null;
        const parts = Object.entries(sum).filter(([, count]) => count > 0).map(([what, count]) => t(`announce.others_${what}`, { count }));
        sum = { added: 0, changed: 0, removed: 0 };
        if (parts.length) session.announce.value = parts.join(t("announce.comma"));
      }, session.hear.peek() === "all" ? SOON : EVERY);
    });
    return () => {
      off();
      clearTimeout(timer);
    };
  }, []);

  return html`<div class="visually-hidden">
    <p role="status" aria-live="polite">${said.turn === 0 ? said.words : ""}</p>
    <p role="status" aria-live="polite">${said.turn === 1 ? said.words : ""}</p>
  </div>`;
}

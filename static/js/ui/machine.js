/** Suggesting a translation by machine, where the host allows it: the button, what it says of where the text goes, and how it gets on. */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { createMachine, isMachines, MOST, suggestMany } from "../core/machine.js";
import { languageOf, sumOf } from "../core/reading.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { languageName } from "./names.js";
import { number, percent } from "./phrases.js";
import { allowed } from "./text_binding.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("../core/machine.js").Suggestion} Suggestion */

const TOLD = "machine-told";
const KEPT = 200;
/** Words for why not; what is not here is said as "failed". @type {Record<string, string>} */
const WHY = {
  blocked: "machine.why_blocked", busy: "machine.why_busy", down: "machine.why_down", long: "machine.why_long", offline: "reason.offline",
  refused: "machine.why_refused", slow: "machine.why_slow", too_fast: "machine.why_busy", none: "machine.none", unknown: "machine.unknown",
  forbidden: "reason.forbidden", locked: "reason.locked", gone: "reason.gone", not_found: "reason.gone",
};
/** Where asking again may help. */
const PASSING = new Set(["down", "slow", "busy", "offline", "too_fast", "failed", "unavailable"]);

/** Suggestions that wait until somebody comes to their note, by note, language and text. @type {Map<string, Suggestion>} */
const ready = new Map();
/** @type {ReturnType<typeof createMachine> | undefined} */
let machine;

/** @param {App} app @returns {ReturnType<typeof createMachine> | null} */
function machineOf({ page }) {
  const { mode } = translatorOf(page);
  if (mode === "off") return null;
  machine ??= createMachine({ mode, translator: /** @type {any} */ (globalThis).Translator, call: (path, options) => call(page.board, path, options) });
  return machine;
}

/** @param {any} page @returns {{mode: "off" | "browser" | "server", host: string}} */
function translatorOf(page) {
  return page.translator ?? { mode: "off", host: "" };
}

/** What a machine has made of a note as it is, if it was asked before. @param {any} note @param {string} code @returns {Suggestion | null} */
export function readyFor(note, code) {
  return ready.get(keyOf(note, code)) ?? null;
}

/**
 * The text of a field that a machine may fill: what stands there, and how it is to be stored.
 * @param {string} first @param {any} note @param {Suggestion | null} [suggested] what already stands there
 */
export function useDraft(first, note, suggested = null) {
  const [text, setText] = useState(first);
  const [suggestion, setSuggestion] = useState(suggested);
  const [source] = useState(() => sumOf(note.text)); // of the text that was there when one began
  const machine = isMachines(text, suggestion);
  return {
    text,
    setText,
    /** What a machine says, into the field. @param {Suggestion} found */
    fill: (found) => {
      setText(found.text);
      setSuggestion(found);
    },
    forget: () => setSuggestion(null),
    machine,
    more: { machine, source: suggestion?.source ?? source },
  };
}

/** @param {{app: App, note: any, code: string, onFill: (found: Suggestion) => void, filled: boolean}} props */
export function SuggestOne({ app, note, code, onFill, filled }) {
  const here = machineOf(app);
  const from = languageOf(note);
  const [offer, setOffer] = useState("");
  const [round, setRound] = useState(0);
  const [why, setWhy] = useState("");
  const run = useRun();
  useEffect(() => {
    if (!here || !code) return;
    let over = false;
    setWhy("");
    setOffer("");
    void here.offers(from, code).then((found) => !over && setOffer(found));
    return () => void (over = true);
  }, [from, code, round]);
  useEffect(() => () => run.stop(), [code]);
  if (!here || !code || !offer) return null;
  const go = () => run.start(app, async (how) => {
    setWhy("");
    try {
      const found = await here.suggest(note, code, how);
      keep(note, code, found);
      onFill({ ...found, text: allowed(found.text) });
      app.session.announce.value = t("machine.filled");
    } catch (error) {
      const { why: reason } = /** @type {any} */ (error);
      if (reason !== "stopped") setWhy(reason);
    }
  });
  if (run.busy) return html`<${Working} run=${run} words=${t("machine.working")} />`;
  if (offer !== "yes" && offer !== "download")
    return html`<div class="machine"><p class="hint" role="status">${reasonOf(offer, from, code)}</p>
      ${PASSING.has(offer) && html`<${Button} text icon="rotate-ccw" label=${t("machine.again")} onClick=${() => setRound(round + 1)} />`}</div>`;
  return html`<div class="machine"><${Asking} app=${app} label=${t("machine.suggest")} onGo=${go} />
    ${why && html`<p class="error" role="alert">${reasonOf(why, from, code)}</p>`}
    ${filled && html`<p class="hint machine-filled">${t("machine.filled")}</p>`}</div>`;
}

/** Suggestions for those that come next, so that each field is filled when its turn comes. @param {{app: App, notes: any[], code: string, onReady: () => void}} props */
export function SuggestMany({ app, notes, code, onReady }) {
  const here = machineOf(app);
  const [done, setDone] = useState({ made: 0, all: 0 });
  const [why, setWhy] = useState("");
  const run = useRun();
  useEffect(() => () => run.stop(), [code]);
  useEffect(() => setWhy(""), [code]);
  const wanted = notes.filter((note) => languageOf(note) && !readyFor(note, code)).slice(0, MOST);
  if (!here || (here.mode === "browser" && !("Translator" in globalThis)) || (wanted.length < 2 && !run.busy)) return null;
  const go = () => run.start(app, async (how) => {
    let made = 0;
    setWhy("");
    setDone({ made, all: wanted.length });
    const ended = await suggestMany(here, wanted, code, { ...how, wait, take: (note, found) => {
      if (found) keep(note, code, found);
      setDone({ made: (made += 1), all: wanted.length });
      if (found) onReady();
    } });
    if (ended && ended !== "stopped") setWhy(ended);
    else app.session.announce.value = t("machine.prepared", { done: number(made), all: number(wanted.length) });
  });
  if (run.busy) return html`<${Working} run=${run} words=${t("machine.prepared", { done: number(done.made), all: number(done.all) })} share=${done.all ? done.made / done.all : 0} />`;
  return html`<div class="machine"><${Asking} app=${app} label=${t("machine.prepare", { count: wanted.length })} onGo=${go} quiet />
    ${why && html`<p class="error" role="alert">${reasonOf(why, "", code)}</p>`}</div>`;
}

/** The button; before its first use on this device it says where texts go. @param {{app: App, label: string, onGo: () => void, quiet?: boolean}} props */
function Asking({ app, label, onGo, quiet }) {
  const [telling, setTelling] = useState(false);
  const button = useRef(/** @type {HTMLElement | null} */ (null));
  const told = useRef(/** @type {HTMLElement | null} */ (null));
  const place = placeOf(app);
  useEffect(() => told.current?.querySelector("button")?.focus(), [telling]);
  const shut = () => {
    setTelling(false);
    requestAnimationFrame(() => button.current?.querySelector("button")?.focus());
  };
  const go = () => {
    remember(place.key);
    setTelling(false);
    onGo();
  };
  if (telling)
    return html`<div class="machine-telling" role="group" ref=${told} aria-label=${label} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && (event.stopPropagation(), shut())}>
      <p id="machine-telling">${place.telling}</p>
      <div class="button-row"><${Button} text icon="sparkles" kind="primary" label=${t("machine.go")} onClick=${go} aria-describedby="machine-telling" /><${Button} text label=${t("action.cancel")} onClick=${shut} /></div></div>`;
  return html`<div class="machine-ask" ref=${button}><${Button} text icon="sparkles" label=${label} onClick=${() => (isTold(place.key) ? onGo() : setTelling(true))} />
    ${!quiet && html`<span class="hint">${place.where}</span>`}</div>`;
}

/** @param {{run: ReturnType<typeof useRun>, words: string, share?: number}} props */
function Working({ run, words, share }) {
  const fetching = run.share !== null && run.share < 1;
  const stop = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (document.activeElement === document.body) stop.current?.querySelector("button")?.focus(); // the button that was pressed is gone
  }, []);
  return html`<div class="machine" ref=${stop}><p role="status" class="hint">${fetching ? t("machine.fetching", { share: percent(run.share ?? 0, 1) }) : words}</p>
    ${(fetching || share !== undefined) && html`<progress class="machine-bar" max="1" value=${fetching ? run.share : share} aria-label=${words}></progress>`}
    <${Button} text icon="x" label=${t("machine.stop")} onClick=${run.stop} /></div>`;
}

/** One asking at a time, which can be stopped and stops with the part of the page that began it. */
function useRun() {
  const [busy, setBusy] = useState(false);
  const [share, setShare] = useState(/** @type {number | null} */ (null));
  const ends = useRef(/** @type {AbortController | null} */ (null));
  useEffect(() => () => ends.current?.abort(), []);
  return {
    busy,
    share,
    stop: () => ends.current?.abort(),
    /** @param {App} app @param {(how: {signal: AbortSignal, onProgress: (share: number) => void}) => Promise<void>} work */
    start(app, work) {
      const mine = new AbortController();
      ends.current?.abort();
      ends.current = mine;
      setBusy(true);
      setShare(null);
      void work({ signal: mine.signal, onProgress: setShare }).finally(() => ends.current === mine && setBusy(false));
    },
  };
}

/** Where texts go, in words. @param {App} app */
function placeOf({ page }) {
  const { mode, host } = translatorOf(page);
  if (mode === "browser") return { key: "device", telling: t("machine.told_device"), where: t("machine.where_device") };
  if (!host) return { key: "server", telling: t("machine.told_here"), where: t("machine.where_here") };
  return { key: `server ${host}`, telling: t("machine.told_server", { host }), where: t("machine.where_server", { host }) };
}

/** @param {string} why @param {string} from @param {string} to */
function reasonOf(why, from, to) {
  if (why === "language") return t("machine.no_pair", { from: languageName(from) || t("note.language_unknown"), to: languageName(to) });
  return t(WHY[why] ?? "machine.why_failed");
}

/** @param {any} note @param {string} code @param {Suggestion} found */
function keep(note, code, found) {
  if (ready.size >= KEPT) ready.delete(/** @type {string} */ (ready.keys().next().value));
  ready.set(`${note.id} ${code} ${found.source}`, { ...found, text: allowed(found.text) });
}

/** @param {any} note @param {string} code */
function keyOf(note, code) {
  return `${note.id} ${code} ${sumOf(note.text)}`;
}

/** @param {number} seconds @param {AbortSignal} signal @returns {Promise<void>} */
function wait(seconds, signal) {
  return new Promise((done) => {
    const timer = setTimeout(done, seconds * 1000);
    signal.addEventListener("abort", () => (clearTimeout(timer), done()));
  });
}

/** @param {string} key */
function isTold(key) {
  try {
    return localStorage.getItem(TOLD) === key;
  } catch {
    return false; // it is said again each time
  }
}

/** @param {string} key */
function remember(key) {
  try {
    localStorage.setItem(TOLD, key);
  } catch {
    // it is said again each time
  }
}

/** What the look made for the thumb knows: the tab, the theme in view, open sheets, the draft. Kept on this device, never sent. */
import { batch, signal } from "../../../vendor/preact-htm-signals.js";
import { openKinds } from "../kind_choice.js";
import { createDraft } from "./draft.js";
/** @typedef {import("../state.js").App} App */
/** @typedef {"themes" | "mine" | "votes" | "more"} Tab */
/** @typedef {{name: string, [key: string]: any}} Sheet */
/** @typedef {ReturnType<typeof createPhone>} Phone */

/** @type {Tab[]} */
export const TABS = ["themes", "mine", "votes", "more"];

/** @param {App} app */
export function createPhone(app) {
  const place = `phone:${app.page.board}`;
  const kept = read(place);
  /** @type {{value: Tab, peek(): Tab}} */
  const tab = signal(TABS.includes(kept.tab) ? kept.tab : "themes");
  /** @type {{value: string, peek(): string}} */
  const theme = signal(typeof kept.theme === "string" ? kept.theme : "");
  /** @type {{value: Sheet[], peek(): Sheet[]}} */
  const sheets = signal(/** @type {Sheet[]} */ ([]));
  /** Notes sent since the sheet for writing was opened, the newest first. @type {{value: string[], peek(): string[]}} */
  const sent = signal(/** @type {string[]} */ ([]));
  const draft = createDraft(app.page.board, app.page.seat);
  /** Shows the sheet for writing at once, within the tap: only then does a phone bring its keyboard. */
  let opensWriting = () => {};

  const remember = () => {
    try {
      sessionStorage.setItem(place, JSON.stringify({ tab: tab.peek(), theme: theme.peek() }));
    } catch {
      // Nothing is remembered, and the first tab is shown.
    }
  };

  /** The way back of the phone closes the sheet on top, so each one is a step in its history. */
  const popped = () => {
    const left = Number(history.state?.sheets) || 0;
    if (sheets.peek().length > left) sheets.value = sheets.peek().slice(0, left);
  };
  addEventListener("popstate", popped);

  const phone = {
    tab,
    theme,
    sheets,
    sent,
    draft,

    /** @param {Tab} wanted */
    showTab(wanted) {
      tab.value = wanted;
      remember();
    },

    /** @param {string} wanted */
    showTheme(wanted) {
      batch(() => {
        theme.value = wanted;
        tab.value = "themes";
      });
      remember();
    },

    /** The theme in view: the chosen one while it is on the board, else the first. @returns {any} */
    themeInView() {
      const themes = app.live.themes();
      return themes.find((/** @type {any} */ one) => one.id === theme.value) ?? themes[0];
    },

    /** @param {Sheet} sheet */
    open(sheet) {
      sheets.value = [...sheets.peek(), { ...sheet, from: document.activeElement }];
      history.pushState({ ...history.state, sheets: sheets.peek().length }, "");
    },

    /** Closes the sheet on top. */
    close() {
      const left = sheets.peek().length - 1;
      if (left < 0) return;
      sheets.value = sheets.peek().slice(0, left);
      if (Number(history.state?.sheets) > left) history.back();
    },

    /** Opens a note, in place of one that is open. @param {string} id @param {{write?: boolean}} [how] */
    show(id, { write } = {}) {
      const root = app.store.get("note", id)?.merged_into;
      const shown = root && app.store.get("note", root) ? root : id;
      const sheet = { name: "note", id: shown, write };
      const open = sheets.peek();
      if (open.at(-1)?.name === "note") sheets.value = [...open.slice(0, -1), sheet];
      else phone.open(sheet);
    },

    /** Begins a note. @param {{theme?: string, answers?: string}} [wanted] `answers`: a solution to that challenge */
    write({ theme: where, answers = "" } = {}) {
      const kinds = openKinds(app);
      batch(() => {
        sent.value = [];
        draft.begin({ theme: where ?? phone.themeInView()?.id ?? "", answers });
        if (kinds.length && !kinds.includes(app.session.kind.peek())) app.session.kind.value = kinds[0];
        phone.open({ name: "write" });
      });
      opensWriting();
    },

    /** @param {() => void} open */
    onWriting: (open) => void (opensWriting = open),

    stop() {
      removeEventListener("popstate", popped);
      if (sheets.peek().length) sheets.value = [];
    },
  };
  return phone;
}

/** @param {string} place @returns {any} */
function read(place) {
  try {
    return JSON.parse(sessionStorage.getItem(place) || "{}") ?? {};
  } catch {
    return {};
  }
}

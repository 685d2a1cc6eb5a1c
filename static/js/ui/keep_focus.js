/** The focus stays on the page: when what had it goes or is hidden, by oneself or by others, the nearest thing that is left gets it. */
/** @typedef {import("./state.js").App} App */

const REACHED = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]";
/** What closes as a whole: afterwards one goes back to where one was, not to what stands beside it. */
const CLOSES = "dialog, #panel, [popover], .toast, .banner, .board-viewport";
/** What one row is called when it is drawn again elsewhere. */
const ROWS = ["note", "cluster", "theme", "step", "round"];
const REMEMBERED = 12;

/** @param {Element|null|undefined} el whether it can have the focus now */
function usable(el) {
  return el instanceof HTMLElement && el.isConnected && el.matches(REACHED) && !el.closest("[inert]") && el.checkVisibility({ visibilityProperty: true });
}

/** The first thing in an element that can be reached by Tab. @param {Element} el @returns {HTMLElement|null} */
function firstIn(el) {
  if (usable(el) && /** @type {HTMLElement} */ (el).tabIndex >= 0) return /** @type {HTMLElement} */ (el);
  const found = [...el.querySelectorAll(REACHED)].find((one) => usable(one) && /** @type {HTMLElement} */ (one).tabIndex >= 0);
  return /** @type {HTMLElement|null} */ (found ?? null);
}

/** @param {App} app @returns {() => void} ends it */
export function keepFocus(app) {
  /** The elements that had the focus, the last one last. @type {HTMLElement[]} */
  let trail = [];
  /** Where the last one stood: its ancestors, each with what came after and before it. @type {{el: Element, after: Element|null, before: Element|null}[]} */
  let path = [];
  let asked = 0;

  /** @param {FocusEvent} event */
  function came(event) {
    const el = /** @type {HTMLElement} */ (event.target);
    trail = [...trail.filter((one) => one !== el && one.isConnected), el].slice(-REMEMBERED);
    path = [];
    for (let at = /** @type {Element|null} */ (el); at && at !== document.body; at = at.parentElement)
      path.push({ el: at, after: at.nextElementSibling, before: at.previousElementSibling });
  }

  /** A press beside everything lets go of the focus: that is meant. */
  function pressed() {
    setTimeout(() => document.activeElement === document.body && ([trail, path] = [[], []]));
  }

  /** Looks when those who know better have had their turn: a dialog that gives the focus back, a form that closes. */
  function look() {
    if (asked || !trail.length || document.activeElement !== document.body) return;
    asked = requestAnimationFrame(() => (asked = requestAnimationFrame(() => {
      asked = 0;
      const last = trail.at(-1);
      if (document.activeElement === document.body && last && !usable(last)) refuge(last)?.focus({ preventScroll: false });
    })));
  }

  /** @param {HTMLElement} last @returns {HTMLElement|null} */
  function refuge(last) {
    const over = modal();
    if (over && !over.contains(last)) return home();
    if (path.some(({ el }) => el.matches(".canvas-host"))) return home();
    return again(last) ?? beside() ?? [...trail].reverse().find((one) => usable(one) && (!over || over.contains(one))) ?? home();
  }

  /** What lies over everything else. @returns {HTMLElement|null} */
  function modal() {
    const open = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("dialog[open]"));
    return open[open.length - 1] ?? document.querySelector("#panel[aria-modal]");
  }

  /** The same row, drawn elsewhere: in another theme, in a cluster. @param {HTMLElement} last @returns {HTMLElement|null} */
  function again(last) {
    for (const name of ROWS) {
      const row = path.find(({ el }) => el instanceof HTMLElement && el.dataset[name])?.el ?? last.closest(`[data-${name}]`);
      const id = row instanceof HTMLElement && row.dataset[name];
      if (!id || row.closest("[role=listbox]")) continue;
      const same = [...document.querySelectorAll(`[data-${name}="${CSS.escape(id)}"]`)].find((el) => el.checkVisibility());
      const found = same && firstIn(same);
      if (found) return found;
      return null;
    }
    return null;
  }

  /** What came after it, else before it, else what holds them; not beyond what closes as a whole. @returns {HTMLElement|null} */
  function beside() {
    for (const { el, after, before } of path) {
      if (!el.isConnected || !el.checkVisibility()) {
        if (el.matches(CLOSES)) return null;
        for (let at = after; at; at = at.nextElementSibling) if (at.isConnected && firstIn(at)) return firstIn(at);
        for (let at = before; at; at = at.previousElementSibling) if (at.isConnected && firstIn(at)) return firstIn(at);
        continue;
      }
      if (el.matches("section, form, fieldset, ul, ol, [role], details, .panel-body") && firstIn(el)) return firstIn(el);
      if (usable(el)) return /** @type {HTMLElement} */ (el);
    }
    return null;
  }

  /** The document itself: the canvas or the outline. @returns {HTMLElement|null} */
  function home() {
    const over = modal();
    if (over) return over.matches("[tabindex]") ? over : over.querySelector("h2[tabindex], [tabindex]");
    const layer = app.layer.peek();
    if (layer) layer.refocus();
    return layer ? null : document.querySelector("#outline, main h2[tabindex], main a[href], main button");
  }

  const changes = new MutationObserver(look);
  changes.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden", "inert", "disabled", "open"] });
  document.addEventListener("focusin", came);
  document.addEventListener("pointerdown", pressed);
  return () => {
    changes.disconnect();
    cancelAnimationFrame(asked);
    document.removeEventListener("focusin", came);
    document.removeEventListener("pointerdown", pressed);
  };
}

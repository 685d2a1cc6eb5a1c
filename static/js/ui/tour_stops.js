/** Where the tour stops, for whom: each at a control that is on the page. */
/** @typedef {import("./state.js").App} App */
/** @typedef {{name: string, at: string}} Stop  `tour.<name>` and `tour.<name>_text` are its words; at: a selector */

const ADD = "#dock .button-primary";
const MENU = ".bar-end > [aria-haspopup=menu]:last-of-type";
const STEP = ".step-bar";

/** @type {Record<string, Stop[]>} */
const STOPS = {
  facilitator: [
    { name: "add", at: ADD },
    { name: "plan", at: STEP },
    { name: "invite", at: "[data-tour=people]" },
    { name: "rest", at: MENU },
  ],
  participant: [
    { name: "add", at: ADD },
    { name: "kind", at: "#dock .segments, #dock .kind-flip" },
    { name: "safe", at: ".bar-start .saved" },
    { name: "rest", at: MENU },
  ],
  viewer: [
    { name: "read", at: ".bar-start > .button" },
    { name: "people", at: "[data-tour=people]" },
    { name: "language", at: ".bar-end > [aria-haspopup=menu]" },
    { name: "rest", at: MENU },
  ],
};

/** Those whose control is shown now. @param {App} app @returns {{name: string, rect: DOMRect}[]} */
export function stopsFor(app) {
  const found = [];
  for (const { name, at } of STOPS[app.session.role.value] ?? []) {
    const rect = [...document.querySelectorAll(at)].map((each) => each.getBoundingClientRect()).find(({ width, height }) => width > 0 && height > 0);
    if (rect) found.push({ name, rect });
  }
  return found;
}

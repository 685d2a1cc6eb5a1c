/** Light or dark: as the device says, or as its reader chose here. Remembered on this device, in a cookie so that pages come in it at once. */

/** @typedef {"system" | "light" | "dark"} Colours */
export const COLOURS = /** @type {const} */ (["system", "light", "dark"]);

/** @returns {Colours} */
export function colours() {
  const chosen = document.documentElement.dataset.colours;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** @param {string} wish */
export function setColours(wish) {
  const chosen = wish === "light" || wish === "dark";
  if (chosen) document.documentElement.dataset.colours = wish;
  else delete document.documentElement.dataset.colours;
  document.cookie = `colours=${chosen ? wish : ""}; path=/; max-age=${chosen ? 31536000 : 0}; samesite=lax`;
}

/** A page that was kept for offline use may have come in other colours. */
export function recallColours() {
  const kept = document.cookie.match(/(?:^|; )colours=(light|dark)/)?.[1];
  if ((kept ?? "system") !== colours()) setColours(kept ?? "system");
}

/** What a colour is on paper, for a drawing: the light half of a pair. @param {string} value of a custom property */
export function onPaper(value) {
  return /^\s*light-dark\(([^,()]+),/.exec(value)?.[1] ?? value;
}

/** Calls when the colours of the page change, for what is drawn by program. @param {() => void} act @returns {() => void} ends it */
export function whenColoursChange(act) {
  const queries = ["(forced-colors: active)", "(prefers-color-scheme: dark)"].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", act);
  const chosen = new MutationObserver(act);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-colours"] });
  return () => {
    for (const query of queries) query.removeEventListener("change", act);
    chosen.disconnect();
  };
}

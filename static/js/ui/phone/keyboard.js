/** Keeps what stands at the bottom above the keyboard, also where the keyboard covers the page instead of making it smaller (iOS). */

/** @returns {() => void} stops it */
export function keepAboveKeyboard() {
  const view = window.visualViewport;
  if (!view) return () => {};
  const { style } = document.documentElement;
  const fit = () => {
    const zoomed = view.scale > 1.01; // somebody enlarges the page with two fingers: that is no keyboard
    const covered = zoomed ? 0 : Math.max(0, innerHeight - view.height - view.offsetTop);
    style.setProperty("--covered", `${Math.round(covered)}px`);
    style.setProperty("--seen", zoomed ? "100dvh" : `${Math.round(view.height)}px`);
  };
  fit();
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
  return () => {
    view.removeEventListener("resize", fit);
    view.removeEventListener("scroll", fit);
    style.removeProperty("--covered");
    style.removeProperty("--seen");
  };
}

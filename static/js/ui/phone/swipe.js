/** A stroke of one finger to the side. What begins on something that scrolls to the side itself is left alone. */

const FAR = 56;
const SIDEWAYS = 2;
const QUICK = 700;

/** @param {HTMLElement} box @param {(way: 1 | -1) => void} act 1: to the next page @returns {() => void} stops it */
export function onSwipe(box, act) {
  /** @type {{x: number, y: number, at: number}|null} */
  let start = null;
  /** @param {TouchEvent} event */
  const begins = (event) => {
    const target = /** @type {Element} */ (event.target);
    const one = event.touches.length === 1 && !target.closest(".phone-choice, input, textarea, select");
    start = one ? { x: event.touches[0].clientX, y: event.touches[0].clientY, at: event.timeStamp } : null;
  };
  /** @param {TouchEvent} event */
  const ends = (event) => {
    const from = start;
    start = null;
    const [touch] = event.changedTouches;
    if (!from || !touch || event.timeStamp - from.at > QUICK) return;
    const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y];
    if (Math.abs(dx) > FAR && Math.abs(dx) > SIDEWAYS * Math.abs(dy)) act(dx < 0 ? 1 : -1);
  };
  const stops = () => (start = null);
  box.addEventListener("touchstart", begins, { passive: true });
  box.addEventListener("touchend", ends, { passive: true });
  box.addEventListener("touchcancel", stops, { passive: true });
  return () => {
    box.removeEventListener("touchstart", begins);
    box.removeEventListener("touchend", ends);
    box.removeEventListener("touchcancel", stops);
  };
}

// The dots of the paper. They lie in the world, which is a layer of its own while it moves: one more layer would cost more than all notes.

/** Pixels between two dots at full size, and the least and most that the eye can rest on. */
const [GAP, LEAST, MOST] = [28, 20, 44];
const MARGIN = 0.5;

/** How far apart dots lie in the world at a zoom. @param {number} z */
export function gapAt(z) {
  let gap = GAP * z;
  while (gap < LEAST) gap *= 2;
  while (gap > MOST) gap /= 2;
  return gap / z;
}

/** @param {{style: CSSStyleDeclaration}} el @param {{z: number, view: () => import('./grid.js').Rect}} camera */
export function createDots(el, camera) {
  /** @type {import('./grid.js').Rect | null} */
  let paper = null;
  let drawnAt = 0;

  /** Lay them out anew when the view has left them or has another scale; on the way only when that differs much. @param {boolean} moving */
  function update(moving) {
    const view = camera.view();
    const ratio = camera.z / drawnAt;
    const scaled = moving ? ratio < 0.6 || ratio > 1.7 : ratio !== 1;
    const inside = paper && view.x >= paper.x && view.y >= paper.y && view.x + view.w <= paper.x + paper.w && view.y + view.h <= paper.y + paper.h;
    if (inside && !scaled) return;
    if (scaled || !paper) drawnAt = camera.z;
    const gap = gapAt(drawnAt);
    const before = (/** @type {number} */ at, /** @type {number} */ size) => Math.floor((at - size * MARGIN) / gap) * gap;
    paper = { x: before(view.x, view.w), y: before(view.y, view.h), w: view.w * (1 + 2 * MARGIN) + gap, h: view.h * (1 + 2 * MARGIN) + gap };
    // By transform: a change of left and top counts as a page that jumps while it loads.
    Object.assign(el.style, { transform: `translate(${paper.x}px, ${paper.y}px)`, width: `${paper.w}px`, height: `${paper.h}px`, backgroundSize: `${gap}px ${gap}px` });
    el.style.setProperty("--dot", `${1 / drawnAt}px`);
  }

  return { update };
}

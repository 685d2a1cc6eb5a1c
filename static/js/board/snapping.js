// Where a box in the hand lines up with others: edges, middles, equal gaps. Pure; all in world units.

/** @typedef {import('./grid.js').Rect} Rect */
/** @typedef {'x' | 'y'} Axis */
/** @typedef {{axis: Axis, at: number, from: number, to: number}} Line  at: its place on the axis; from, to: how far it reaches along the other one */
/** @typedef {{axis: Axis, from: number, to: number, at: number}} Gap  a stretch along the axis, drawn at a place on the other one */
/** @typedef {{dx: number, dy: number, lines: Line[], gaps: Gap[]}} Snapped */
/** @typedef {{by: number, far: number, gaps?: Gap[]}} Wish  far: how far across the thing is that it lines up with */

const WIDEST = 240; // a gap wider than this is no row any more
const SAME = 0.5;

/** The numbers of a box along an axis and across it. @param {Rect} box @param {Axis} axis */
const along = (box, axis) => (axis === "x" ? { a: box.x, b: box.x + box.w, c: box.y, d: box.y + box.h } : { a: box.y, b: box.y + box.h, c: box.x, d: box.x + box.w });

/**
 * By how much to shift a box so that it lines up, at most by `reach` on each axis, and what to draw.
 * @param {Rect} box @param {readonly Rect[]} others @param {number} reach @returns {Snapped}
 */
export function snap(box, others, reach) {
  const x = nearest([...edges(box, others, "x", reach), ...gaps(box, others, "x", reach)]);
  const moved = { ...box, x: box.x + (x?.by ?? 0) };
  const y = nearest([...edges(moved, others, "y", reach), ...gaps(moved, others, "y", reach)]);
  const placed = { ...moved, y: box.y + (y?.by ?? 0) };
  return {
    dx: x?.by ?? 0,
    dy: y?.by ?? 0,
    lines: [...(x ? lines(placed, others, "x") : []), ...(y ? lines(placed, others, "y") : [])],
    gaps: [...(x?.gaps ?? []), ...(y?.gaps ?? [])],
  };
}

/** The least shift; of equal ones to the thing that is nearest. @param {Wish[]} wishes @returns {Wish | null} */
function nearest(wishes) {
  let best = null;
  for (const wish of wishes) {
    const less = best ? Math.abs(wish.by) - Math.abs(best.by) : -1;
    if (!best || less < -SAME || (less < SAME && wish.far < best.far)) best = wish;
  }
  return best;
}

/** @param {Rect} box @param {readonly Rect[]} others @param {Axis} axis @param {number} reach @returns {Wish[]} */
function edges(box, others, axis, reach) {
  const mine = along(box, axis);
  const found = [];
  for (const other of others) {
    const its = along(other, axis);
    const far = Math.max(0, its.c - mine.d, mine.c - its.d);
    for (const by of [its.a - mine.a, its.b - mine.b, (its.a + its.b - mine.a - mine.b) / 2, its.b - mine.a, its.a - mine.b]) {
      if (Math.abs(by) <= reach) found.push({ by, far });
    }
  }
  return found;
}

/** Equal gaps with the things in the same row or column. @param {Rect} box @param {readonly Rect[]} others @param {Axis} axis @param {number} reach @returns {Wish[]} */
function gaps(box, others, axis, reach) {
  const mine = along(box, axis);
  const size = mine.b - mine.a;
  const row = others.map((other) => along(other, axis)).filter((its) => its.c < mine.d && its.d > mine.c).sort((p, q) => p.a - q.a);
  /** @type {Wish[]} */
  const found = [];
  /** @param {number} at where the box would begin @param {[number, number][]} stretches */
  const wish = (at, stretches) => {
    const by = at - mine.a;
    if (Math.abs(by) <= reach) found.push({ by, far: 1, gaps: stretches.map(([from, to]) => ({ axis, from, to, at: (mine.c + mine.d) / 2 })) });
  };
  for (let i = 1; i < row.length; i++) {
    const [one, two] = [row[i - 1], row[i]];
    const gap = two.a - one.b;
    if (gap > 0 && gap <= WIDEST) {
      wish(two.b + gap, [[one.b, two.a], [two.b, two.b + gap]]);
      wish(one.a - gap - size, [[one.a - gap, one.a], [one.b, two.a]]);
    }
    const half = (gap - size) / 2;
    if (half > 0 && half <= WIDEST) wish(one.b + half, [[one.b, one.b + half], [two.a - half, two.a]]);
  }
  return found;
}

/** What the box lines up with now: its edges, or its middle where no edge does. @param {Rect} box @param {readonly Rect[]} others @param {Axis} axis @returns {Line[]} */
function lines(box, others, axis) {
  const mine = along(box, axis);
  const middle = (/** @type {{a: number, b: number}} */ it) => (it.a + it.b) / 2;
  /** @param {number} at @param {(its: {a: number, b: number}) => number[]} places */
  const line = (at, places) => {
    let from = mine.c,
      to = mine.d,
      met = false;
    for (const other of others) {
      const its = along(other, axis);
      if (!places(its).some((place) => Math.abs(place - at) < SAME)) continue;
      met = true;
      from = Math.min(from, its.c);
      to = Math.max(to, its.d);
    }
    return met ? [{ axis, at, from, to }] : [];
  };
  const outer = [...line(mine.a, (its) => [its.a, its.b]), ...line(mine.b, (its) => [its.a, its.b])];
  return outer.length ? outer : line(middle(mine), (its) => [middle(its)]);
}

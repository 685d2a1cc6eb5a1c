// A uniform grid over note squares: what lies in a rectangle, what lies under a point. No DOM, no store.

const CELL = 512;

/** @typedef {{x: number, y: number, w: number, h: number}} Rect */

/**
 * @param {number} size side of the squares that the grid holds
 */
export function createGrid(size) {
  /** @type {Map<string, Set<string>>} */
  const cells = new Map();
  /** @type {Map<string, {x: number, y: number}>} */
  const places = new Map();

  /** @param {number} x @param {number} y @param {(key: string) => void} visit */
  function eachCell(x, y, visit) {
    const right = Math.floor((x + size) / CELL);
    const bottom = Math.floor((y + size) / CELL);
    for (let column = Math.floor(x / CELL); column <= right; column++) {
      for (let row = Math.floor(y / CELL); row <= bottom; row++) visit(`${column},${row}`);
    }
  }

  /** @param {string} id @param {number} x @param {number} y */
  function put(id, x, y) {
    const old = places.get(id);
    if (old && old.x === x && old.y === y) return;
    if (old) remove(id);
    places.set(id, { x, y });
    eachCell(x, y, (key) => {
      const cell = cells.get(key);
      if (cell) cell.add(id);
      else cells.set(key, new Set([id]));
    });
  }

  /** @param {string} id */
  function remove(id) {
    const old = places.get(id);
    if (!old) return;
    places.delete(id);
    eachCell(old.x, old.y, (key) => cells.get(key)?.delete(id));
  }

  function clear() {
    cells.clear();
    places.clear();
  }

  /**
   * Ids of the squares that touch a rectangle.
   * @param {Rect} rect
   * @returns {string[]}
   */
  function query(rect) {
    const right = rect.x + rect.w;
    const bottom = rect.y + rect.h;
    const inside = (/** @type {{x: number, y: number}} */ at) =>
      at.x < right && at.x + size > rect.x && at.y < bottom && at.y + size > rect.y;
    const first = Math.floor(rect.x / CELL),
      last = Math.floor(right / CELL);
    const top = Math.floor(rect.y / CELL),
      low = Math.floor(bottom / CELL);
    if ((last - first + 1) * (low - top + 1) > cells.size) {
      const found = [];
      for (const [id, at] of places) if (inside(at)) found.push(id);
      return found;
    }
    /** @type {Set<string>} */
    const found = new Set();
    for (let column = first; column <= last; column++) {
      for (let row = top; row <= low; row++) {
        for (const id of cells.get(`${column},${row}`) ?? []) {
          if (inside(/** @type {{x: number, y: number}} */ (places.get(id)))) found.add(id);
        }
      }
    }
    return [...found];
  }

  return { put, remove, clear, query, at: (/** @type {string} */ id) => places.get(id), places };
}

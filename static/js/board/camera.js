// The camera: where the board stands on the screen (screen = world * z + offset), easing included. No DOM.

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 3;
const GLIDE = 240;

/** @typedef {import('./grid.js').Rect} Rect */
/** @typedef {{top: number, bottom: number, left: number, right: number}} Insets */

/**
 * @param {object} options
 * @param {(kind: 'pan' | 'zoom') => void} options.onChange
 * @param {() => Insets} options.insets screen edges covered by bars and panels
 * @param {() => boolean} options.still true when motion is to be reduced
 * @param {() => number} [options.now]
 * @param {(fn: () => void) => void} options.nextFrame
 */
export function createCamera({ onChange, insets, still, now = () => performance.now(), nextFrame }) {
  const camera = { x: 0, y: 0, z: 1, width: 1, height: 1 };
  let journey = 0;

  const clamp = (/** @type {number} */ z) => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, z));

  /** @param {number} x @param {number} y @param {number} z */
  function set(x, y, z) {
    const kind = z === camera.z ? "pan" : "zoom";
    camera.x = x;
    camera.y = y;
    camera.z = z;
    onChange(kind);
  }

  /** @param {number} dx @param {number} dy screen pixels */
  function panBy(dx, dy) {
    journey++;
    set(camera.x + dx, camera.y + dy, camera.z);
  }

  /** Zoom so that the world point under a screen point stays there. @param {number} factor @param {number} sx @param {number} sy */
  function zoomAt(factor, sx, sy) {
    journey++;
    const z = clamp(camera.z * factor);
    const k = z / camera.z;
    set(sx - (sx - camera.x) * k, sy - (sy - camera.y) * k, z);
  }

  /** @param {number} sx @param {number} sy */
  const toWorld = (sx, sy) => ({ x: (sx - camera.x) / camera.z, y: (sy - camera.y) / camera.z });

  /** @param {number} wx @param {number} wy */
  const toScreen = (wx, wy) => ({ x: wx * camera.z + camera.x, y: wy * camera.z + camera.y });

  /** What the screen shows, in world units. @returns {Rect} */
  function view() {
    const { x, y } = toWorld(0, 0);
    return { x, y, w: camera.width / camera.z, h: camera.height / camera.z };
  }

  /** The part of the screen that no bar or panel covers. @returns {Rect} */
  function free() {
    const edge = insets();
    const w = camera.width - edge.left - edge.right;
    const h = camera.height - edge.top - edge.bottom;
    if (w < 120 || h < 120) return { x: 0, y: 0, w: camera.width, h: camera.height };
    return { x: edge.left, y: edge.top, w, h };
  }

  /** World point in the middle of the free part of the screen. */
  function centre() {
    const area = free();
    return toWorld(area.x + area.w / 2, area.y + area.h / 2);
  }

  /** The zoom at which a rectangle of the world just fits. @param {Rect} rect */
  function scaleOf(rect) {
    const area = free();
    return Math.min(area.w / rect.w, area.h / rect.h);
  }

  /**
   * Show a rectangle of the world as large as it fits.
   * @param {Rect} rect
   * @param {{most?: number, jump?: boolean}} [options] most: the greatest zoom; jump: without easing
   */
  function fit(rect, { most = 1, jump = false } = {}) {
    const area = free();
    const z = clamp(Math.min(scaleOf(rect), most));
    move(area.x + area.w / 2 - (rect.x + rect.w / 2) * z, area.y + area.h / 2 - (rect.y + rect.h / 2) * z, z, jump);
  }

  /** Pan (and nothing more) until a world rectangle lies in the free part. @param {Rect} rect @param {number} [margin] */
  function reveal(rect, margin = 24) {
    const area = free();
    const at = toScreen(rect.x, rect.y);
    const w = rect.w * camera.z,
      h = rect.h * camera.z;
    const into = (
      /** @type {number} */ low,
      /** @type {number} */ size,
      /** @type {number} */ from,
      /** @type {number} */ room,
    ) => {
      if (low < from + margin) return from + margin - low;
      if (low + size > from + room - margin) return Math.max(from + room - margin - low - size, from + margin - low);
      return 0;
    };
    const dx = into(at.x, w, area.x, area.w),
      dy = into(at.y, h, area.y, area.h);
    if (dx || dy) move(camera.x + dx, camera.y + dy, camera.z);
  }

  /** Ease to a new place. @param {number} x @param {number} y @param {number} z @param {boolean} [jump] */
  function move(x, y, z, jump = false) {
    const trip = ++journey;
    if (jump || still()) return set(x, y, z);
    const from = { x: camera.x, y: camera.y, z: camera.z };
    const cx = camera.width / 2,
      cy = camera.height / 2;
    const start = { x: (cx - from.x) / from.z, y: (cy - from.y) / from.z };
    const end = { x: (cx - x) / z, y: (cy - y) / z };
    const began = now();
    const step = () => {
      if (trip !== journey) return;
      const share = Math.min(1, (now() - began) / GLIDE);
      const ease = 1 - (1 - share) ** 3;
      if (share === 1) return set(x, y, z);
      const zoom = from.z * (z / from.z) ** ease;
      // The middle travels so that its speed on the screen stays even while the scale changes.
      const along = from.z === z ? ease : (1 / from.z - 1 / zoom) / (1 / from.z - 1 / z);
      set(cx - (start.x + (end.x - start.x) * along) * zoom, cy - (start.y + (end.y - start.y) * along) * zoom, zoom);
      nextFrame(step);
    };
    nextFrame(step);
  }

  /** @param {number} width @param {number} height */
  function resize(width, height) {
    camera.width = Math.max(1, width);
    camera.height = Math.max(1, height);
  }

  return Object.assign(camera, {
    set,
    panBy,
    zoomAt,
    toWorld,
    toScreen,
    view,
    free,
    centre,
    fit,
    scaleOf,
    reveal,
    move,
    resize,
    stop: () => {
      journey++;
    },
  });
}

/** @typedef {ReturnType<typeof createCamera>} Camera */

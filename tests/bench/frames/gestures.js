// The scripted hand: panning, zooming and dragging by the same events, one a frame, whatever board is under it.

/**
 * @param {object} board
 * @param {() => Element} board.target what takes pointer and wheel
 * @param {{x: number, y: number}[]} board.notes where they stood in the world at first
 * @param {(order: number) => {x: number, y: number}} board.where one stands now
 * @param {() => {x: number, y: number, z: number}} board.view screen = world * z + x
 * @param {(x: number, y: number, z: number) => void} board.show
 * @param {() => {x: number, y: number, w: number, h: number}[]} board.areas the zones
 * @param {(z: number) => number} board.way how far the wheel turns for a zoom
 */
export function gesturesOn({ target, notes, where, view, show, areas, way }) {
  /** Runs `act` once in each animation frame. @param {number} count @param {(i: number) => void} act */
  async function frames(count, act) {
    for (let i = 0; i < count; i++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      act(i);
    }
  }

  const common = { clientX: 720, clientY: 450, bubbles: true, cancelable: true };
  /** @param {number} deltaX @param {number} deltaY @param {boolean} [ctrlKey] */
  const wheel = (deltaX, deltaY, ctrlKey = false) => target().dispatchEvent(new WheelEvent("wheel", { ...common, deltaX, deltaY, ctrlKey }));
  /** @param {string} type @param {number} clientX @param {number} clientY @param {any} [more] */
  const pointer = (type, clientX, clientY, more = {}) =>
    target().dispatchEvent(new PointerEvent(type, { ...common, pointerId: 1, pointerType: "mouse", button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1, clientX, clientY, ...more }));

  /** To and fro. @param {number} i @param {number} period */
  const wave = (i, period) => (i % period < period / 2 ? i % period : period - (i % period));

  /** @param {() => void} before @param {() => {x: number, y: number}} which a note's place in the world @param {any} [more] */
  const drag = (before, which, more) => ({
    before,
    /** @param {number} count */
    async run(count) {
      const { x, y, z } = view();
      const at = which();
      const [sx, sy] = [(at.x + 80) * z + x, (at.y + 80) * z + y];
      pointer("pointermove", sx, sy, { buttons: 0, ...more });
      pointer("pointerdown", sx, sy, more);
      await frames(count, (i) => pointer("pointermove", sx + 6 * wave(i, 80), sy + 3 * wave(i, 40), more));
      pointer("pointermove", sx, sy, more);
      await frames(2, () => {});
      pointer("pointerup", sx, sy, more);
    },
  });

  /** All in view, bars left free; as far as a tenth, the smallest zoom of the peer. */
  function showAll() {
    const [w, h] = [Math.max(...areas().map((zone) => zone.x + zone.w)), Math.max(...areas().map((zone) => zone.y + zone.h))];
    const z = Math.max(0.1, Math.min(1416 / (w + 40), 744 / (h + 40), 1));
    show(720 - (w / 2) * z, 444 - (h / 2) * z, z);
  }

  const near = () => show(-300, -200, 1);
  const middle = () => where(Math.max(0, notes.findIndex((note) => note.x > 700 && note.x < 900 && note.y > 450 && note.y < 640)));

  const pan = (/** @type {number} */ i) => wheel(i % 80 < 40 ? 24 : -24, i % 40 < 20 ? 10 : -10);
  const scenes = {
    panNear: { before: near, run: (/** @type {number} */ count) => frames(count, pan) },
    panFar: { before: () => show(100, 100, 0.35), run: (/** @type {number} */ count) => frames(count, pan) },
    panFit: { before: showAll, run: (/** @type {number} */ count) => frames(count, (i) => wheel(i % 40 < 20 ? 8 : -8, i % 20 < 10 ? 4 : -4)) },
    // From a tenth to full size and back, over eighty frames.
    zoom: { before: () => show(100, 100, 0.1), run: (/** @type {number} */ count) => frames(count, (i) => wheel(0, way(0.1 * 10 ** (wave(i + 1, 80) / 40)), true)) },
    dragOne: drag(near, middle),
    dragFree: drag(near, middle, { altKey: true }),
  };
  // Zooming is about the pointer, which has to be somewhere first.
  target().dispatchEvent(new MouseEvent("mousemove", common));
  target().dispatchEvent(new PointerEvent("pointermove", common));
  return { scenes, drag };
}

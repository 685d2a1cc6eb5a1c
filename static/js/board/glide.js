// After a flick of the finger the canvas keeps gliding and slows down. No DOM.

/** In ms: the time before the finger leaves that its speed is taken from; what it may rest in there; in which a third of the speed is left; the longest frame counted. */
const [WINDOW, RESTED, SLOWING, FRAME] = [100, 50, 300, 50];
/** Pixels a ms: below the first nothing glides, at the second it ends, above the third nobody can follow. */
const [LEAST, END, MOST] = [0.3, 0.03, 4];

/**
 * @param {object} options
 * @param {{x: number, y: number, z: number, panBy: (dx: number, dy: number) => void}} options.camera
 * @param {() => boolean} options.still true when motion is to be reduced
 * @param {() => number} [options.now]
 * @param {(fn: () => void) => void} [options.nextFrame]
 */
export function createGlide({ camera, still, now = () => performance.now(), nextFrame = (fn) => requestAnimationFrame(fn) }) {
  /** @type {{at: number, dx: number, dy: number}[]} */
  let moves = [];
  let trip = 0;

  function stop() {
    trip++;
    moves = [];
  }

  /** The finger moves the canvas. @param {number} dx @param {number} dy */
  function pan(dx, dy) {
    const at = now();
    moves = [...moves.filter((move) => at - move.at < WINDOW), { at, dx, dy }];
    camera.panBy(dx, dy);
  }

  /** The finger has left. */
  function go() {
    let before = now();
    // What the first of them went lies before the time that is looked at.
    const [first, ...rest] = moves.filter((move) => before - move.at < WINDOW);
    stop();
    const last = rest.at(-1);
    if (still() || rest.length < 2 || !last || before - last.at > RESTED) return;
    let [vx, vy] = rest.reduce(([x, y], { dx, dy }) => [x + dx, y + dy], [0, 0]).map((way) => way / Math.max(last.at - first.at, 1));
    const speed = Math.hypot(vx, vy);
    if (speed < LEAST) return;
    [vx, vy] = [vx, vy].map((part) => part * Math.min(1, MOST / speed));
    const mine = trip;
    let { x, y, z } = camera;
    const step = () => {
      // Whoever else moves the view has it: a wheel, a key, a facilitator who is followed.
      if (mine !== trip || camera.x !== x || camera.y !== y || camera.z !== z) return;
      const passed = Math.min(FRAME, now() - before);
      before = now();
      camera.panBy(vx * passed, vy * passed);
      ({ x, y, z } = camera);
      [vx, vy] = [vx, vy].map((part) => part * Math.exp(-passed / SLOWING));
      if (Math.hypot(vx, vy) > END) nextFrame(step);
    };
    nextFrame(step);
  }

  return { pan, go, stop };
}

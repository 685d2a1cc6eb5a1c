/** Tells when the person at this screen moves the canvas themselves, and when the canvas shifted without them. */

/** @typedef {{own: () => void, shifted: () => void}} Told */

/** Ways in which a person moves the camera. */
const OWN = ["panBy", "zoomAt", "fit", "move", "reveal"];

/**
 * @param {any} layer
 * @param {Told} told
 * @returns {{show: (view: readonly number[]) => void, stop: () => void}} `show` moves the camera in somebody else's name
 */
export function watchCamera(layer, { own, shifted }) {
  const { camera } = layer;
  /** @type {Record<string, any>} */
  const before = {};
  let mine = false;

  for (const name of OWN) {
    before[name] = camera[name];
    camera[name] = (/** @type {any[]} */ ...given) => {
      const first = name === "fit" && given[1]?.jump; // the first view, and again while nobody has moved it
      if (!mine && !first) own();
      before[name](...given);
      if (first) shifted();
    };
  }
  before.set = camera.set;
  camera.set = (/** @type {any[]} */ ...given) => {
    before.set(...given);
    shifted();
  };

  return {
    show(view) {
      mine = true;
      layer.showRect(view);
      mine = false;
    },
    stop: () => Object.assign(camera, before),
  };
}

// The dots of the paper: laid out around the view, left alone while it stays inside, always on the same places of the world.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createDots, gapAt } from "../../static/js/board/dots.js";

function paper() {
  let laid = 0;
  const style = /** @type {any} */ ({ setProperty: () => laid++ });
  const camera = { x: 0, y: 0, z: 1, view: () => ({ x: -camera.x / camera.z, y: -camera.y / camera.z, w: 1440 / camera.z, h: 900 / camera.z }) };
  const dots = createDots({ style }, camera);
  const at = () => [...style.transform.matchAll(/(-?[\d.e+-]+)px/g)].map(([, pixels]) => Number(pixels));
  const covers = () => {
    const [x, y, w, h] = [...at(), Number.parseFloat(style.width), Number.parseFloat(style.height)];
    const view = camera.view();
    return x <= view.x && y <= view.y && x + w >= view.x + view.w && y + h >= view.y + view.h;
  };
  return { style, camera, dots, at, covers, times: () => laid };
}

test("a pan of many frames lays the dots out a few times, and they stay on their places", () => {
  const { camera, dots, at, covers, times } = paper();
  for (let i = 0; i < 100; i++) {
    camera.x -= 24;
    camera.y += 7;
    dots.update(true);
    assert.ok(covers());
    assert.deepEqual(at().map((pixels) => Math.abs(pixels % 28)), [0, 0]);
  }
  assert.ok(times() <= 5, `${times()} times`);
});

test("while one zooms they are laid out seldom, and at rest they have their size", () => {
  const { style, camera, dots, covers, times } = paper();
  dots.update(false);
  for (let i = 0; i < 60; i++) {
    camera.z *= 1.01;
    dots.update(true);
    assert.ok(covers());
  }
  assert.ok(times() <= 3, `${times()} times`);
  dots.update(false);
  assert.ok(Math.abs(Number.parseFloat(style.backgroundSize) - gapAt(camera.z)) < 0.001);
});

test("on the screen they keep a distance that the eye can rest on", () => {
  for (let z = 0.05; z < 3; z *= 1.1) {
    const wide = gapAt(z) * z;
    assert.ok(wide >= 20 && wide <= 44, `${wide} at ${z}`);
    const doublings = Math.log2(gapAt(z) / 28);
    assert.ok(Math.abs(doublings - Math.round(doublings)) < 1e-9, `${doublings} doublings of full size`);
  }
});

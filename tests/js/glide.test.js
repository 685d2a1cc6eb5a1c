// The glide after a flick: that it goes on, slows down and ends; and everything that keeps it from starting or stops it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createGlide } from "../../static/js/board/glide.js";

/** A finger, a clock and frames of 16 ms. */
function hand({ still = false } = {}) {
  let time = 1000;
  /** @type {(() => void)[]} */
  let frames = [];
  const camera = { x: 0, y: 0, z: 1, panBy: (/** @type {number} */ dx, /** @type {number} */ dy) => ((camera.x += dx), (camera.y += dy)) };
  const glide = createGlide({ camera, still: () => still, now: () => time, nextFrame: (fn) => frames.push(fn) });
  return {
    camera,
    glide,
    wait: (/** @type {number} */ ms) => (time += ms),
    /** @param {number} dx @param {number} dy @param {number} [count] */
    drags(dx, dy, count = 6) {
      for (let i = 0; i < count; i++) {
        time += 16;
        glide.pan(dx, dy);
      }
    },
    /** One frame. @returns whether there was anything to do */
    frame() {
      const due = frames;
      frames = [];
      time += 16;
      for (const fn of due) fn();
      return due.length > 0;
    },
  };
}

test("a flick glides on in its direction, slower from frame to frame, and ends", () => {
  const ana = hand();
  ana.drags(16, -8);
  ana.glide.go();
  const ways = [];
  let last = ana.camera.x;
  for (let count = 0; ana.frame(); count++) {
    assert.ok(count < 200, "it ends within three seconds");
    ways.push(ana.camera.x - last);
    last = ana.camera.x;
  }
  assert.ok(ways.length > 20);
  assert.ok(Math.abs(ways[0] - 16) < 0.001, "it begins at the speed of the finger");
  assert.ok(ways.every((way, i) => i === 0 || (way < ways[i - 1] && way > 0)));
  const [wide, high] = [ana.camera.x - 96, ana.camera.y + 48];
  assert.ok(Math.abs(wide + 2 * high) < 0.001, "on the finger's line");
  assert.ok(wide > 200 && wide < 320);
});

test("nothing glides when motion is reduced, when the finger was slow, rested first, or only tapped", () => {
  /** @type {[string, boolean, (ana: ReturnType<typeof hand>) => void][]} */
  const cases = [
    ["reduced motion", true, (ana) => ana.drags(16, 0)],
    ["slow", false, (ana) => ana.drags(3, 0)],
    ["rested", false, (ana) => (ana.drags(16, 0), ana.wait(60))],
    ["a jump of one event", false, (ana) => ana.drags(80, 0, 1)],
    ["nothing", false, () => {}],
  ];
  for (const [name, still, act] of cases) {
    const ana = hand({ still });
    act(ana);
    ana.glide.go();
    assert.equal(ana.frame(), false, name);
  }
});

test("a touch stops it at once, and what was before the touch does not count for the next flick", () => {
  const ana = hand();
  ana.drags(16, 0);
  ana.glide.go();
  ana.frame();
  const { x } = ana.camera;
  ana.glide.stop();
  ana.frame();
  assert.equal(ana.camera.x, x);
  ana.glide.go();
  assert.equal(ana.frame(), false);
});

test("it gives way to whatever else moves or scales the view", () => {
  for (const change of [{ x: 500 }, { z: 2 }]) {
    const ana = hand();
    ana.drags(16, 0);
    ana.glide.go();
    ana.frame();
    Object.assign(ana.camera, change);
    const { x } = ana.camera;
    ana.frame();
    assert.equal(ana.camera.x, x);
    assert.equal(ana.frame(), false);
  }
});

test("a wild flick is held to a speed that the eye can follow, and a late frame makes no leap", () => {
  const ana = hand();
  ana.drags(300, 0);
  ana.glide.go();
  const { x } = ana.camera;
  ana.wait(2000);
  ana.frame();
  assert.ok(ana.camera.x - x <= 4 * 50);
});

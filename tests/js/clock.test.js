// The server's clock on devices whose own is wrong, and the timer that counts by it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ServerClock } from "../../static/js/core/clock.js";
import { OFF, after, left, ofMinutes } from "../../static/js/core/timer.js";

/** A device that is `wrong` milliseconds ahead of the server. @param {number} wrong */
function device(wrong) {
  let server = Date.parse("2024-03-21T14:00:00.000Z");
  const world = { wrong };
  const clock = new ServerClock(() => server + world.wrong);
  const pass = (/** @type {number} */ ms) => (server += ms);
  const said = () => new Date(server).toISOString();
  /** @param {number} there @param {number} back */
  const join = (there, back) => {
    const sent = server + world.wrong;
    pass(there);
    const now = said();
    pass(back);
    clock.answered(now, sent);
  };
  const heartbeat = (/** @type {number} */ late) => {
    const now = said();
    pass(late);
    clock.heard(now);
  };
  return { clock, world, pass, join, heartbeat, error: () => Math.abs(clock.serverNow() - server) };
}

test("the error is below half the way there and back, however wrong the device is", () => {
  for (const wrong of [0, 3_600_000, -86_400_000, 137]) {
    for (const [there, back] of [[0, 0], [10, 190], [190, 10], [50, 50]]) {
      const { join, error } = device(wrong);
      join(there, back);
      assert.ok(error() <= (there + back) / 2 + 1, `${wrong} ${there} ${back}: ${error()}`);
    }
  }
});

test("quick heartbeats make it better, slow ones never worse", () => {
  const { join, heartbeat, pass, error } = device(5000);
  join(20, 380);
  const first = error();
  for (const late of [900, 15, 4000, 300]) {
    pass(5000);
    heartbeat(late);
    assert.ok(error() <= first + 10);
  }
  assert.ok(error() <= 200, `${error()}`);
});

test("a device whose clock is set anew is right again with the next heartbeat", () => {
  for (const jump of [3_600_000, -3_600_000]) {
    const { join, heartbeat, pass, world, error } = device(0);
    join(20, 20);
    world.wrong += jump;
    pass(5000);
    heartbeat(30);
    assert.ok(error() <= 60, `${jump}: ${error()}`);
  }
});

test("before anything is said the device's own clock must do; nonsense is not heard", () => {
  const { clock, error } = device(250);
  assert.equal(error(), 250);
  clock.heard(undefined);
  clock.heard("yesterday");
  assert.equal(error(), 250);
});

test("a timer starts, pauses, goes on, is made longer and stops", () => {
  const now = Date.parse("2024-03-21T14:00:00.000Z");
  const running = after(undefined, { start: 60, lock: true }, now);
  assert.deepEqual(running, { state: "running", seconds: 60, left: 60, ends_at: "2024-03-21T14:01:00.000Z", lock: true });
  assert.deepEqual([left(running, now), left(running, now + 500), left(running, now + 59_001), left(running, now + 90_000)], [60, 60, 1, 0]);
  const paused = after(running, { pause: true }, now + 20_000);
  assert.deepEqual([paused.state, left(paused, now + 99_000)], ["paused", 40]);
  const longer = after(paused, { add: 60 }, now + 99_000);
  assert.deepEqual([longer.seconds, longer.left], [120, 100]);
  assert.equal(left(after(longer, { resume: true }, now), now), 100);
  assert.equal(left(after(running, { add: -90 }, now), now), 0);
  assert.equal(after(OFF, { add: 60 }, now), OFF);
  assert.deepEqual(after(running, { stop: true }, now), { ...OFF, lock: true });
  assert.deepEqual([ofMinutes(2, undefined, now).left, ofMinutes(0, running, now).state], [120, "off"]);
});

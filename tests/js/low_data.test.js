// When a screen spares its line, and what it then neither sends nor shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LowData } from "../../static/js/core/low_data.js";
import { Presence } from "../../static/js/core/presence.js";

test("a choice by hand counts before everything that was measured", () => {
  assert.equal(new LowData("on").why(), "chosen");
  const off = new LowData("off", { saveData: true, effectiveType: "2g" });
  off.measured(5000);
  off.measured(5000);
  assert.equal(off.why(), "");
});

test("the device's wish and what the browser knows of the line", () => {
  assert.equal(new LowData("auto", { saveData: true }).why(), "save_data");
  assert.equal(new LowData("auto", { effectiveType: "slow-2g" }).why(), "slow");
  assert.equal(new LowData("auto", { effectiveType: "4g", rtt: 1200 }).why(), "slow");
  assert.equal(new LowData("auto", { effectiveType: "4g", rtt: 50 }).why(), "");
});

test("one slow answer is no slow line, several are, and quick ones end it", () => {
  const mode = new LowData("auto");
  mode.measured(3000);
  assert.equal(mode.why(), "");
  mode.measured(900);
  assert.equal(mode.why(), "slow");
  mode.measured(600);
  assert.equal(mode.why(), "slow", "between the two borders nothing changes");
  for (let i = 0; i < 5; i += 1) mode.measured(120);
  assert.equal(mode.why(), "");
});

test("E4: nothing of what this person points at or types is sent, and what was shown of others goes", () => {
  /** @type {any[]} */
  const sent = [];
  /** @type {any[]} */
  const told = [];
  const sync = /** @type {any} */ ({ seat: "ana", low: false, joined: true, store: { board: () => ({}), get: () => undefined }, now: () => 1000,
    timers: { set: () => 1 }, link: { send: (/** @type {string} */ _, /** @type {any} */ signal) => sent.push(signal) }, emit: (/** @type {string} */ name, /** @type {any} */ what) => told.push([name, what]) });
  const presence = new Presence(sync);
  presence.joined(["ana", "olga"]);
  presence.signals({ olga: { typing: "n" } });
  presence.hush();
  sync.low = true;
  presence.signal({ cursor: [1, 2], typing: "n", drag: { n: [0, 0] } });
  assert.deepEqual(sent, [{ cursor: null, drag: null, typing: null }], "that nothing is to be seen is the last thing said");
  assert.equal(told.filter(([name]) => name === "typing").at(-1)[1].size, 0);
});

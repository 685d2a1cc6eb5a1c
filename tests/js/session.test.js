// The filter, and the signals that follow store and sync.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_FILTER, follow, matches, session, visibleIds } from "../../static/js/core/session.js";
import { calmRoom } from "./simulated_session.js";

const note = { id: "n", kind: "challenge", theme: "data", association: "NOC Nepal", sdgs: [4, 5], seat: "me", text: "Más política, الحَقُّ في اللعب, क्षेत्र" };

test("the filter finds words in any order, without capitals and accents, but keeps the signs of Devanagari", () => {
  for (const text of ["politica", "POLÍTICA más", "الحق", "क्षेत्र", "  "]) assert.ok(matches(note, { ...NO_FILTER, text }, "me"), text);
  for (const text of ["politico", "कषतर", "más nada"]) assert.ok(!matches(note, { ...NO_FILTER, text }, "me"), text);
});

test("the filter narrows by each field", () => {
  const fits = { kind: "challenge", theme: "data", association: "NOC Nepal", sdg: 5, mine: true };
  assert.ok(matches(note, { ...NO_FILTER, ...fits }, "me"));
  for (const other of [{ kind: "solution" }, { theme: "x" }, { association: "x" }, { sdg: 6 }]) assert.ok(!matches(note, { ...NO_FILTER, ...fits, ...other }, "me"));
  assert.ok(!matches(note, { ...NO_FILTER, mine: true }, "you"));
});

test("the filter finds unanswered challenges, states and clusters, and duplicates through the note they are shown in", async () => {
  const { people: [ana] } = await calmRoom(1);
  const { store, actions } = ana;
  const [a, b, c, s] = actions.addNotes([{ theme: "one", kind: "challenge" }, { theme: "one", kind: "challenge", text: "twin" }, { theme: "one", kind: "challenge" }, { theme: "one", kind: "solution" }]);
  actions.link(s, a);
  actions.mergeNotes(a, [b]);
  actions.setStatus([c], "solved");
  const cluster = actions.addCluster({ theme: "one", title: "", notes: [c] });
  const visible = visibleIds(store);
  const shown = (/** @type {object} */ filter) => {
    session.version.value += 1;
    session.filter.value = { ...NO_FILTER, ...filter };
    return [...(visible.value ?? [])].sort();
  };
  assert.deepEqual(shown({ unanswered: true }), [c]);
  assert.deepEqual(shown({ status: "solved" }), [c]);
  assert.deepEqual(shown({ cluster }), [c]);
  assert.deepEqual(shown({ text: "twin" }), [a, b].sort());
  session.filter.value = NO_FILTER;
});

test("what is visible follows the notes and the filter", async () => {
  const { clock, people: [ana] } = await calmRoom(1);
  const off = follow(ana.store, ana.sync);
  session.me.value = "s0";
  const visible = visibleIds(ana.store);
  assert.equal(visible.value, null);
  session.filter.value = { ...NO_FILTER, text: "play" };
  assert.equal(visible.value?.size, 0);
  ana.actions.addNote({ theme: "one", text: "Fair play" });
  assert.equal(session.saved.value.state, "saving");
  await clock.pass(1000);
  assert.equal(visible.value?.size, 1);
  assert.equal(session.saved.value.state, "saved");
  session.filter.value = NO_FILTER;
  off();
});

// Clusters: where they are put, what moves with them, one undo for each; no frame ever covers a foreign note or frame.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clusterFrame, freePlaces, overlap, square, tidyGrid, zoneSize } from "../../static/js/core/layout.js";
import { generator } from "./simulated_world.js";
import { calmRoom } from "./simulated_session.js";

/** A facilitator before a theme of `count` notes in their places. @param {number} count */
async function table(count) {
  const room = await calmRoom(2, "facilitator");
  const [ana, olga] = room.people;
  const ids = ana.actions.addNotes(Array.from({ length: count }, (_, i) => ({ kind: /** @type {const} */ ("challenge"), theme: "one", text: `${i}` })));
  await room.clock.pass(3000);
  const { store, actions, sync } = ana;
  const places = () => JSON.stringify(ids.map((id) => [store.get("note", id)?.x, store.get("note", id)?.y, store.get("note", id)?.cluster]));
  return { ...room, ana, olga, ids, store, actions, sync, places, see: () => room.clock.pass(3000) };
}

/** @param {any} store */
function clear(store) {
  for (const { id: theme } of store.themes()) {
    const notes = store.notesOf(theme);
    const frames = store.clustersOf(theme).map((/** @type {any} */ cluster) => ({ id: cluster.id, ...clusterFrame(cluster, store.notesIn(cluster.id)) }));
    frames.forEach((/** @type {any} */ frame, /** @type {number} */ i) => {
      for (const other of frames.slice(i + 1)) assert.ok(!overlap(frame, other), `frames cover each other in ${theme}`);
      for (const note of notes) if (note.cluster !== frame.id) assert.ok(!overlap(frame, square(note)), `a frame covers note ${note.id} in ${theme}`);
    });
    notes.forEach((/** @type {any} */ note, /** @type {number} */ i) => {
      for (const other of notes.slice(i + 1)) assert.ok(!overlap(square(note), square(other)), `notes cover each other in ${theme}`);
    });
  }
}

test("notes that stand together are framed where they are", async () => {
  const { ids, store, actions } = await table(2);
  const id = actions.addCluster({ theme: "one", title: "Time", notes: ids });
  assert.deepEqual([store.get("cluster", id)?.x, store.get("cluster", id)?.y, store.get("cluster", id)?.title], [20, 56, "Time"]);
  assert.deepEqual(store.notesIn(id).map(({ x, y }) => [x, y]), [[32, 104], [208, 104]]);
});

test("notes apart are framed below all that stays, as one undoable change", async () => {
  const { ids, store, actions, sync, places, see, server } = await table(20);
  const before = places();
  const { accepted } = server;
  const id = actions.addCluster({ theme: "one", title: "Apart", notes: [ids[0], ids[7], ids[19]] });
  await see();
  assert.equal(server.accepted, accepted + 1);
  assert.ok(store.get("cluster", id)?.y > Math.max(...store.notesOf("one").filter(({ cluster }) => !cluster).map(({ y }) => y)));
  clear(store);
  sync.undo();
  await see();
  assert.deepEqual([places(), store.all("cluster").length], [before, 0]);
  sync.redo();
  await see();
  assert.deepEqual([store.notesIn(id).length, store.get("cluster", id)?.title], [3, "Apart"]);
});

test("suggestions are accepted in rows and undone at once, however many there are", async () => {
  const { ids, store, actions, sync, places, see, server } = await table(500);
  const before = places();
  const { accepted } = server;
  const groups = Array.from({ length: 60 }, (_, i) => ({ theme: "one", title: `${i}`, notes: ids.filter((__, j) => j % 61 === i) }));
  const made = actions.acceptSuggestions(groups);
  assert.equal(new Set(made).size, 60);
  await see();
  assert.ok(server.accepted > accepted + 1, "more than one change can hold");
  clear(store);
  assert.ok(new Set(made.map((id) => store.get("cluster", id)?.y)).size > 2);
  sync.undo();
  await see();
  assert.deepEqual([places(), store.all("cluster").length, sync.canUndo()], [before, 0, true]);
});

test("a cluster grows for what is put in; where it would cover others, it goes below with all it holds", async () => {
  const { ids, store, actions, see } = await table(16);
  const id = actions.addCluster({ theme: "one", title: "", notes: ids.slice(0, 2) });
  actions.putInCluster(ids.slice(2, 6), id);
  await see();
  assert.equal(store.notesIn(id).length, 6);
  clear(store);
  const { w, h } = /** @type {any} */ (store.get("cluster", id));
  assert.deepEqual(clusterFrame(/** @type {any} */ (store.get("cluster", id)), /** @type {any} */ (store.notesIn(id))), { ...clusterFrame(/** @type {any} */ (store.get("cluster", id)), []), w, h });
  actions.takeOut(ids.slice(0, 2));
  await see();
  assert.equal(store.notesIn(id).length, 4);
  clear(store);
});

test("notes of another theme come along into a cluster, with what is merged into them", async () => {
  const { ids, store, actions, see, sync } = await table(3);
  actions.mergeNotes(ids[2], [ids[1]]);
  const id = actions.addCluster({ theme: "two", title: "", notes: [] });
  actions.putInCluster([ids[0], ids[2]], id);
  await see();
  assert.deepEqual(ids.map((note) => store.get("note", note)?.theme), ["two", "two", "two"]);
  sync.undo();
  assert.deepEqual(ids.map((note) => store.get("note", note)?.theme), ["one", "one", "one"]);
});

test("a cluster moves as one, also to another theme, and back with undo", async () => {
  const { ids, store, actions, sync, places, see } = await table(4);
  const id = actions.addCluster({ theme: "one", title: "", notes: ids });
  await see();
  const before = places();
  const from = store.notesIn(id).map(({ x, y }) => [x, y]);
  actions.moveCluster(id, { theme: "two", x: 500, y: 700 });
  const by = [500 - 20, 700 - 56];
  assert.deepEqual(store.notesIn(id).map(({ x, y, theme }) => [x - by[0], y - by[1], theme]), from.map(([x, y]) => [x, y, "two"]));
  await see();
  assert.deepEqual(store.notesIn(id).map(({ theme }) => theme), ["two", "two", "two", "two"]);
  sync.undo();
  await see();
  assert.deepEqual([places(), store.notesIn(id)[0].theme], [before, "one"]);
});

test("dissolving leaves the notes where they are; undo brings the cluster back around them", async () => {
  const { ids, store, actions, sync, see, olga } = await table(3);
  const id = actions.addCluster({ theme: "one", title: "Back", notes: ids });
  actions.setCluster(id, { locked: true });
  await see();
  const xs = store.notesIn(id).map(({ x }) => x);
  actions.dissolveCluster(id);
  assert.deepEqual([store.notesIn(id).length, store.notesOf("one").map(({ cluster }) => cluster)], [0, ["", "", ""]]);
  await see();
  olga.actions.removeNotes([ids[2]]);
  await see();
  sync.undo();
  await see();
  assert.deepEqual([store.get("cluster", id)?.title, store.get("cluster", id)?.locked, store.notesIn(id).map(({ x }) => x)], ["Back", true, xs.slice(0, 2)]);
  sync.redo();
  await see();
  assert.equal(store.get("cluster", id), undefined);
});

test("clusters are merged and split, each as one undo", async () => {
  const { ids, store, actions, sync, see } = await table(8);
  const [a, b] = actions.acceptSuggestions([{ theme: "one", title: "a", notes: ids.slice(0, 4) }, { theme: "one", title: "b", notes: ids.slice(4) }]);
  await see();
  actions.mergeClusters(a, b);
  await see();
  assert.deepEqual([store.notesIn(a).length, store.get("cluster", b)], [8, undefined]);
  clear(store);
  sync.undo();
  await see();
  assert.deepEqual([store.notesIn(a).length, store.notesIn(b).length], [4, 4]);
  const c = /** @type {string} */ (actions.splitCluster(a, ids.slice(0, 2), "c"));
  await see();
  assert.deepEqual([store.notesIn(a).length, store.notesIn(c).length], [2, 2]);
  clear(store);
});

test("what is tidied, grown, filled and emptied at random never covers what is not its own", async () => {
  const { ids, store, actions, clock } = await table(40);
  const dice = generator(3);
  const some = () => [...new Set(Array.from({ length: 1 + dice.int(5) }, () => dice.pick(ids)))];
  for (let i = 0; i < 120; i += 1) {
    const clusters = store.all("cluster");
    const cluster = clusters.length ? dice.pick(clusters).id : "";
    dice.pick([
      () => actions.addCluster({ theme: "one", title: "", notes: some() }),
      () => actions.putInCluster(some(), cluster),
      () => actions.takeOut(some()),
      () => actions.tidyCluster(cluster),
      () => actions.tidyTheme("one"),
      () => actions.mergeClusters(cluster, clusters.length ? dice.pick(clusters).id : ""),
      () => cluster && actions.splitCluster(cluster, store.notesIn(cluster).slice(0, 2).map(({ id }) => id), ""),
      () => clusters.length > 4 && actions.dissolveCluster(cluster),
    ])();
    await clock.pass(300);
    clear(store);
  }
  assert.ok(store.all("cluster").length > 2);
});

test("a frame holds its notes wherever they are, with its head above them; collapsed it is a card", () => {
  const cluster = { x: 100, y: 100, w: 200, h: 200 };
  assert.deepEqual(clusterFrame(cluster, []), cluster);
  assert.deepEqual(clusterFrame(cluster, [{ x: 50, y: 300 }, { x: 400, y: 120 }]), { x: 38, y: 72, w: 534, h: 400 });
  assert.deepEqual(clusterFrame({ ...cluster, collapsed: true }, [{ x: 50, y: 900 }]), { x: 100, y: 100, w: 240, h: 88 });
});

test("a grid is about three wide to two high; a zone holds its clusters; a new note lies beside them", () => {
  assert.deepEqual([0, 1, 2, 3, 6, 12].map((count) => tidyGrid(count).w), [360, 360, 360, 536, 536, 888]);
  assert.equal(tidyGrid(4, 360).h, 48 + 2 * 176 - 16 + 12);
  assert.deepEqual(zoneSize([], [{ x: 20, y: 400, w: 900, h: 300 }]), { w: 940, h: 720 });
  assert.deepEqual(freePlaces([], 2, [{ x: 20, y: 56, w: 360, h: 160 }]), [{ x: 548, y: 56 }, { x: 20, y: 232 }]);
});

// A board of invented notes without a server: what frames.py measures and what one looks at while working on the layer.

import { createLayer } from "/static/js/board/layer.js";
import { createActions } from "/static/js/core/actions.js";
import { iconsFrom } from "/static/js/ui/icon.js";
import { guessSteps } from "/static/js/core/guess.js";
import { freePlace } from "/static/js/core/layout.js";
import { follow, session } from "/static/js/core/session.js";
import { createStore } from "/static/js/core/store.js";
import { createSync } from "/static/js/core/sync.js";
import { gesturesOn } from "./gestures.js";
import { COLORS, SIGNS, invented, placed } from "./invented.js";

const wish = new URLSearchParams(location.search);
const lang = wish.get("lang") ?? "en";
document.documentElement.lang = lang;
document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";

const words = await (await fetch(`/static/i18n/${lang}.json`)).json();
const rules = new Intl.PluralRules(lang);
const t = (key, values = {}) => {
  const entry = words[key] ?? key;
  const text = typeof entry === "string" ? entry : (entry[rules.select(values.count ?? 0)] ?? entry.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
};

/** The sample workshop, when the page asks for one. */
async function workshop() {
  const sample = await (await fetch("/sample.json")).json();
  const themes = sample.workshop.themes.map((theme, order) => ({
    id: theme.id,
    title: theme.name_en,
    color: COLORS[order],
    sign: SIGNS[order],
    order,
  }));
  const notes = [];
  for (const [i, note] of sample.notes.entries()) {
    if (wish.has("empty") && note.theme === wish.get("empty")) continue;
    const place = freePlace(notes.filter((other) => other.theme === note.theme));
    notes.push({ ...note, ...place, z: i, text_rev: 0, seat: "me", created_at: "", edited_at: "" });
  }
  return { themes, notes };
}

const { themes, notes } = wish.has("sample") ? await workshop() : invented(Number(wish.get("notes") ?? 1000));
const seats = [
  ["me", "Marisol"],
  ["ana", "Ana"],
  ["omar", "عمر"],
].map(([id, name]) => ({
  id,
  name,
  association: "UNGL",
  country: "CR",
  language: "es",
  role_title: "",
  role: "facilitator",
}));
const records = {
  board: [{ id: "b", title: "Workshop", language: "en", edit_right: "everyone", join_open: true, locked: false }],
  theme: themes,
  note: notes,
  seat: seats,
};

/** What a session leaves: clusters of six notes, links, comments, reactions, a status here and there, an open round. */
function busy() {
  const answers = [], comments = [], reactions = [], clusters = [];
  for (const [i, note] of notes.entries()) {
    Object.assign(note, { cluster: "", merged_into: "", status: i % 9 === 0 ? "solved" : "open", hidden: "", private: false, locked: i % 25 === 0 });
    if (i % 5 === 4) answers.push({ id: `a${i}`, solution: note.id, challenge: notes[i - 4].id });
    if (i % 3 === 0) comments.push({ id: `c${i}`, note: note.id, text: "Yes", seat: "ana", created_at: "" });
    if (i % 2 === 0) for (const sign of ["like", "heart", "idea"]) reactions.push({ id: `r${sign}${i}`, note: note.id, sign, seat: "ana" });
    const row = Math.floor(i / themes.length);
    if (row % 40 > 11) continue;
    const id = `${note.theme}-${Math.floor(row / 6)}`;
    if (!clusters.some((cluster) => cluster.id === id)) clusters.push({ id, theme: note.theme, title: `Cluster ${clusters.length}`, x: note.x - 12, y: note.y - 48, w: 300, h: 200, collapsed: false, locked: false, created_at: "" });
    note.cluster = id;
  }
  Object.assign(records, { answer: answers, comment: comments, reaction: reactions, cluster: clusters });
}
if (wish.has("busy")) {
  busy();
  await iconsFrom("/static/");
}

let seq = 1;
let tell = (_name, _payload) => {};
const store = createStore({ schedule: (fn) => requestAnimationFrame(fn) });
const sync = createSync({
  board: "b",
  seat: "me",
  role: "facilitator",
  store,
  connect: (on) => {
    tell = on.event;
    setTimeout(on.up, 10);
    return {
      send(event, payload) {
        if (event !== "change") return;
        const steps = guessSteps(store, payload.steps, { seat: "me", now: new Date().toISOString() });
        // As a server would say it: a text step comes back with the revision after it.
        for (const step of steps) if (step[0] === "text") step[3] = (store.confirmed("note", step[2])?.text_rev ?? 0) + 1;
        setTimeout(() => {
          seq += 1;
          on.event("changes", { seq, changes: [{ seq, change_id: payload.change_id, seat: "me", at: "", steps }] });
        }, 60);
      },
      ask: async () => ({ ok: true, seq, seat: "me", role: "facilitator", here: ["me", "ana", "omar"], changes: [] }),
      retry() {},
      reset() {},
      close() {},
    };
  },
  http: { snapshot: async () => ({ seq, records }), changes: async () => ({ seq, changes: [] }) },
  outbox: { load: async () => [], write: async () => {}, adopted() {}, kept: true, close() {} },
  now: () => Date.now(),
  random: Math.random,
  timers: { set: (act, ms) => setTimeout(act, ms), clear: (timer) => clearTimeout(timer) },
});
session.me.value = "me";
follow(store, sync);
store.load({ seq, records });
const actions = createActions({ store, sync });
const layer = createLayer({ root: document.querySelector("#canvas"), store, sync, actions, session, t });
sync.start();

/** What the small board costs to draw, in milliseconds, best of twenty. */
let small = 0;
if (wish.has("small")) {
  const { createMinimap } = await import("/static/js/board/minimap.js");
  const corner = document.createElement("div");
  corner.className = "minimap-map";
  document.body.append(corner);
  small = Infinity;
  for (let i = 0; i < 20; i++) {
    const began = performance.now();
    const made = createMinimap({ root: corner, layer, store });
    small = Math.min(small, performance.now() - began);
    if (i < 19) made.destroy();
  }
}

const viewport = document.querySelector(".board-viewport");
const where = (/** @type {number} */ order) => layer.scene.at(notes[order].id);
const gestures = gesturesOn({
  target: () => viewport,
  where,
  notes: wish.has("sample") ? [] : placed({ themes, notes }).notes,
  view: () => layer.camera,
  show: (x, y, z) => layer.camera.set(x, y, z),
  areas: () => [...layer.scene.zones().values()],
  /** The wheel's way that brings the zoom to `z`. */
  way: (z) => -120 * Math.log(z / layer.camera.z),
});

const scenes = {
  ...gestures.scenes,
  drag200: gestures.drag(
    () => {
      layer.camera.set(100, 100, 0.35);
      session.selection.value = new Set(layer.scene.reading().slice(0, 200));
    },
    () => layer.scene.at(layer.scene.reading()[10]),
  ),
};

Object.assign(window, {
  layer,
  session,
  store,
  sync,
  actions,
  scenes,
  where,
  small,
  hear: (/** @type {any} */ signals) => tell("signals", signals),
  ready: true,
});

// People for the sync fuzz: real store, sync and actions on a bad network, with tabs that close in the middle of things.
import { createActions } from "../../static/js/core/actions.js";
import { createStore } from "../../static/js/core/store.js";
import { createSync } from "../../static/js/core/sync.js";
import { apply, cpLength, diff, inserted } from "../../static/js/core/text.js";
import { leads, takesPart } from "./simulated_deeds.js";
import { BadLink } from "./simulated_world.js";

/** What is kept on one person's device. */
export class Device {
  constructor() {
    /** @type {Map<string, string>} */
    this.lists = new Map();
    /** @type {Set<string>} */
    this.open = new Set();
    this.tabs = 0;
  }
}

/** One tab's list on a device: writing takes a while, and what was not written when the tab closed is gone. */
class TabBox {
  /** @param {Device} device @param {any} clock @param {any} dice */
  constructor(device, clock, dice) {
    this.device = device;
    this.clock = clock;
    this.dice = dice;
    this.tab = `tab${(device.tabs += 1)}`;
    this.kept = true;
    this.dead = false;
    /** @type {any[]} */
    this.taken = [];
    device.open.add(this.tab);
  }

  async load() {
    const found = [];
    for (const [tab, list] of [...this.device.lists]) {
      if (this.device.open.has(tab)) continue;
      found.push(...JSON.parse(list));
      this.taken.push(...JSON.parse(list));
      this.device.lists.set(this.tab, JSON.stringify([...this.taken, ...JSON.parse(this.device.lists.get(this.tab) ?? "[]")]));
      this.device.lists.delete(tab);
    }
    return found;
  }

  adopted() {
    this.taken = [];
  }

  /** @param {() => any[]} list */
  write(list) {
    this.wanted = list;
    this.writing ??= new Promise((resolve) => {
      this.clock.set(() => {
        this.writing = null;
        if (this.dead) return;
        this.device.lists.set(this.tab, JSON.stringify([...this.taken, ...this.wanted()]));
        resolve(undefined);
      }, this.dice.between(0, 8));
    });
    return this.writing;
  }

  close() {
    this.dead = true;
    this.device.open.delete(this.tab);
  }
}

export class Person {
  /** @param {any} world @param {string} seat */
  constructor(world, seat) {
    this.world = world;
    this.seat = seat;
    this.device = new Device();
    /** @type {Set<string>} */
    this.acknowledged = new Set();
    /** Notes that this person has hidden. @type {string[]} */
    this.hid = [];
    this.openTab();
  }

  openTab() {
    const { clock, dice, server, weather, mutate } = this.world;
    const store = createStore({ schedule: (redraw) => clock.set(redraw, 16) });
    const box = new TabBox(this.device, clock, dice);
    const life = { on: true };
    const http = {
      snapshot: () => this.fetched(life, () => server.snapshot(this.seat)),
      changes: (/** @type {number} */ since) => this.fetched(life, () => server.since(since, this.seat)),
    };
    const parts = {
      board: "b",
      seat: this.seat,
      role: /** @type {const} */ ("participant"),
      store,
      connect: (/** @type {any} */ on) => new BadLink({ clock, dice, server, seat: this.seat, on, weather }),
      http,
      outbox: box,
      now: () => clock.now(),
      random: dice.random,
      unpack: (/** @type {string} */ packed) => this.unpacked(packed),
      timers: {
        set: (/** @type {() => void} */ act, /** @type {number} */ ms) => clock.set(() => life.on && act(), ms),
        clear: (/** @type {any} */ timer) => clock.clear(timer),
      },
    };
    this.life = life;
    this.box = box;
    this.store = store;
    mutate(parts);
    this.sync = createSync(parts);
    mutate(parts, this.sync);
    this.actions = createActions({ store, sync: this.sync, newId: () => `n${(this.world.ids += 1)}` });
    this.sync.on("refused", (refusal) => this.giveBack(refusal.steps));
    const confirm = store.confirm.bind(store);
    store.confirm = (change) => {
      if (change.seat === this.seat && store.find(change.change_id)) this.acknowledged.add(change.change_id);
      confirm(change);
    };
    this.watchText();
    this.sync.start();
  }

  /** @param {{on: boolean}} life @param {() => any} answer @returns {Promise<any>} */
  fetched(life, answer) {
    const { clock, dice, server, weather } = this.world;
    return new Promise((resolve, reject) => {
      clock.set(() => {
        if (server.down || (weather.bad && dice.chance(0.05))) return clock.set(() => life.on && reject(new Error("no network")), 50);
        const found = structuredClone(answer());
        clock.set(() => life.on && resolve(found), dice.between(1, 60));
      }, dice.between(1, 60));
    });
  }

  /** Takes a while, and fails now and then. @param {string} packed @returns {Promise<any>} */
  unpacked(packed) {
    const { clock, dice } = this.world;
    return new Promise((resolve, reject) => {
      clock.set(() => (dice.chance(0.1) ? reject(new Error("cannot unpack")) : resolve(JSON.parse(packed))), dice.between(0, 100));
    });
  }

  /** An editor that is only told deltas must show what the store shows. */
  watchText() {
    /** @type {string | null} */
    this.watched = null;
    this.mirror = "";
  }

  /** @param {string} note */
  watch(note) {
    this.unwatch?.();
    this.watched = note;
    this.mirror = this.sync.textOf(note);
    this.unwatch = this.sync.onRemoteText(note, (delta) => {
      this.mirror = apply(this.mirror, delta);
    });
  }

  checkMirror() {
    if (!this.watched) return;
    if (!this.store.get("note", this.watched)) {
      this.unwatch?.();
      this.watched = null;
    } else if (this.mirror !== this.sync.textOf(this.watched)) throw new Error(`${this.seat}: the editor of ${this.watched} shows another text`);
  }

  /** Closes the tab as a crash does; typing that was not on the device yet is not held against anybody. */
  closeTab() {
    const kept = this.device.lists.get(this.box.tab) ?? "[]";
    for (const entry of this.store.pending) {
      for (const letter of lettersIn(entry.guess)) if (!kept.includes(letter)) this.world.excused.add(letter);
    }
    this.life.on = false;
    this.box.close();
    this.sync.stop();
  }

  /** @param {any[][]} steps */
  giveBack(steps) {
    for (const letter of lettersIn(steps)) this.world.excused.add(letter);
  }

  /** Does something; letters that this person takes away are not missed. @param {() => void} act */
  seen(act) {
    const before = this.letters();
    act();
    const after = this.letters();
    for (const [letter, count] of before) if ((after.get(letter) ?? 0) < count) this.world.excused.add(letter);
    this.checkMirror();
  }

  letters() {
    const counts = new Map();
    for (const { text } of [...this.store.all("note"), ...this.store.all("comment")]) for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    return counts;
  }

  /** Something that a person does. */
  acts() {
    const { dice } = this.world;
    const notes = this.store.all("note");
    if (!this.store.loaded) return;
    const note = notes.length ? dice.pick(notes) : null;
    const what = dice.int(100);
    this.seen(() => {
      if (!note || what < 10) this.actions.addNote({ kind: "challenge", theme: dice.pick(["one", "two"]), text: this.world.letter(), ...(dice.chance(0.5) ? { x: dice.int(900), y: dice.int(900) } : {}) });
      else if (what < 55) this.types(dice.chance(0.7) && this.watched ? this.watched : note.id);
      else if (what < 62) this.deletes(note.id);
      else if (what < 72) this.actions.moveNotes(notes.slice(0, 1 + dice.int(3)).map(({ id }) => ({ id, theme: dice.pick(["one", "two"]), x: dice.int(2000), y: dice.int(2000) })));
      else if (what < 77) this.actions.setNote(note.id, { sdgs: [1 + dice.int(17)] });
      else if (what < 80) this.actions.removeNotes([note.id]);
      else if (what < 83) this.actions.bringToFront([note.id]);
      else if (what < 85) this.actions.moveToTheme([note.id], "two");
      else if (what < 87) this.actions.setNote(note.id, { text: this.world.letter() + note.text });
      else if (what < 96) this.sync.undo();
      else this.sync.redo();
    });
    if (dice.chance(0.35)) this.seen(() => takesPart(this));
    if (this.sync.role === "facilitator" && dice.chance(0.15)) this.seen(() => leads(this));
    if (dice.chance(0.1) && note) this.watch(note.id);
  }

  /** @param {string} id */
  types(id) {
    const text = this.store.get("note", id)?.text;
    if (text === undefined) return;
    const { dice } = this.world;
    let at = dice.int(cpLength(text) + 1);
    for (let i = 1 + dice.int(4); i > 0; i -= 1) {
      const delta = at ? [at, this.world.letter()] : [this.world.letter()];
      if (this.watched === id) this.mirror = apply(this.mirror, delta);
      this.sync.typeText(id, delta);
      at += 1;
    }
  }

  /** @param {string} id */
  deletes(id) {
    const text = this.store.get("note", id)?.text ?? "";
    const points = Array.from(text);
    if (points.length === 0) return;
    const at = this.world.dice.int(points.length);
    points.splice(at, 1 + this.world.dice.int(2));
    const delta = diff(text, points.join(""));
    if (this.watched === id) this.mirror = apply(this.mirror, delta);
    this.sync.typeText(id, delta);
  }
}

/** @param {any[][]} steps */
function lettersIn(steps) {
  const text = steps.map((step) => {
    if (step[0] === "add") return step[2].text ?? "";
    if (step[0] === "set") return step[3].text ?? "";
    return step[0] === "text" ? inserted(step[4]) : "";
  });
  return Array.from(text.join(""));
}

// Undo and redo of my own changes: set back only what still has my value, and my typing moved over what others typed.
import { equal } from "./values.js";
import { compose, diff, invert, transform } from "./text.js";
/** @typedef {import("./types.js").Delta} Delta */
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./store.js").Store} Store */
/**
 * @typedef {{verb: "set", type: string, id: string, before: Record<string, any>, after: Record<string, any>}
 *   | {verb: "add" | "remove", type: string, id: string, record: Rec}
 *   | {verb: "text", type: "note", id: string, delta: Delta}} Atom  what was done; a text's delta is the one that undoes it
 * @typedef {{atoms: Atom[], label?: string, typed?: number}} Entry
 */

const LIMIT = 200;
const PAUSE = 1000;
/** What may be said when a removed record is added again. Of a note and a comment the server has kept the rest. @type {Record<string, readonly string[]>} */
const ADDED_WITH = {
  theme: ["id", "title", "color", "sign", "order", "locked"],
  cluster: ["id", "theme", "title", "x", "y", "w", "h", "collapsed"],
  note: ["id"],
  answer: ["id", "solution", "challenge"],
  comment: ["id"],
  reaction: ["id", "note", "sign"],
  translation: ["id", "note", "language", "text", "machine", "source"],
  step: ["id", "title", "task", "may", "private", "minutes", "order"],
  round: ["id", "title", "votes", "most", "on", "kinds", "themes", "live"],
};
/** How the session goes, and what is over when it is done: not for undo. @type {Record<string, readonly string[]>} */
const LASTS = {
  board: ["step", "timer", "private", "leader", "bring", "stage"],
  seat: ["hand", "done_for"],
  round: ["state"],
};
/** What follows from a step and has to be set back by itself. */
const COMES_BACK = new Set(["note"]);
/** Fields that name another record, and its type. @type {Record<string, string>} */
const NAMES = { theme: "theme", cluster: "cluster", merged_into: "note", solution: "note", challenge: "note", note: "note" };

export class Undo {
  /** @param {Store} store @param {() => number} now @param {() => void} tell */
  constructor(store, now, tell) {
    this.store = store;
    this.now = now;
    this.tell = tell;
    /** @type {Entry[]} */
    this.done = [];
    /** @type {Entry[]} */
    this.undone = [];
    this.depth = 0;
    /** @type {Entry | null} */
    this.open = null;
    this.deaf = false;
    store.onText((note, delta, source) => {
      if (source === "remote" || !this.deaf) this.hear(note, delta);
    });
  }

  begin() {
    this.depth += 1;
  }

  end() {
    this.depth = Math.max(0, this.depth - 1);
    if (this.depth === 0) this.open = null;
  }

  /** Does `act`, whose effect on texts is known here already. @template T @param {() => T} act @returns {T} */
  quietly(act) {
    this.deaf = true;
    try {
      return act();
    } finally {
      this.deaf = false;
    }
  }

  /** Remembers steps before they are applied, and what follows from them. @param {Step[]} steps @param {string} [label] @param {Step[]} [following] */
  record(steps, label, following = []) {
    const done = this.atoms(steps);
    if (done.length) this.add([...this.atoms(following.filter((step) => COMES_BACK.has(step[1]))), ...done], label);
  }

  /** @param {string} note @param {Delta} delta about to be applied to the text as shown */
  recordTyping(note, delta) {
    const atom = this.textAtom(note, delta);
    if (!atom) return;
    const last = this.done[this.done.length - 1];
    const now = this.now();
    const goesOn = last && !this.depth && last.typed !== undefined && now - last.typed < PAUSE && last.atoms[0].id === note;
    if (goesOn) {
      last.typed = now;
      join(last.atoms, atom);
      this.undone = [];
      this.tell();
    } else this.add([atom], undefined, this.depth ? undefined : now);
  }

  /** @param {Atom[]} atoms @param {string} [label] @param {number} [typed] */
  add(atoms, label, typed) {
    if (atoms.length === 0) return;
    this.undone = [];
    if (this.depth && this.open) for (const atom of atoms) join(this.open.atoms, atom);
    else {
      const entry = { atoms: [...atoms], label, typed };
      if (this.depth) this.open = entry;
      push(this.done, entry);
    }
    this.tell();
  }

  /** The steps that undo (or redo) the last thing that still can be; it goes over to the other stack. @param {"undo" | "redo"} way @returns {Step[]} */
  take(way) {
    const [from, to] = way === "undo" ? [this.done, this.undone] : [this.undone, this.done];
    this.open = null;
    for (let entry = from.pop(); entry; entry = from.pop()) {
      const steps = this.back(entry.atoms);
      if (steps.length === 0) continue;
      push(to, { atoms: this.atoms(steps), label: entry.label });
      this.tell();
      return steps;
    }
    this.tell();
    return [];
  }

  /** @param {Step[]} steps @returns {Atom[]} */
  atoms(steps) {
    /** @type {Atom[]} */
    const out = [];
    for (const step of steps) {
      const [verb, type] = step;
      const id = verb === "add" ? step[2].id : step[2];
      const record = this.store.get(type, id);
      if (type === "vote" || (verb === "remove" && type === "round" && record?.state !== "draft")) continue;
      if (verb === "add") out.push({ verb, type, id, record: step[2] });
      else if (!record) continue;
      else if (verb === "remove") out.push({ verb, type, id, record });
      else if (verb === "text") join(out, this.textAtom(id, step[4]));
      else this.setAtoms(type, record, step[3]).forEach((atom) => join(out, atom));
    }
    return out;
  }

  /** @param {string} type @param {Rec} record @param {Record<string, any>} fields */
  setAtoms(type, record, fields) {
    /** @type {Atom[]} */
    const out = [];
    const { text, ...after } = pickNot(fields, LASTS[type] ?? []);
    if (type !== "note" && text !== undefined) after.text = text;
    else if (text !== undefined && text !== record.text) out.push({ verb: "text", type: "note", id: record.id, delta: diff(text, record.text) });
    const before = Object.fromEntries(Object.keys(after).map((name) => [name, record[name]]));
    if (Object.keys(after).length) out.push({ verb: "set", type, id: record.id, before, after });
    return out;
  }

  /** @param {string} note @param {Delta} delta @returns {Atom | undefined} */
  textAtom(note, delta) {
    const text = this.store.get("note", note)?.text;
    return text === undefined ? undefined : { verb: "text", type: "note", id: note, delta: invert(delta, text) };
  }

  /** @param {Atom[]} atoms @returns {Step[]} */
  back(atoms) {
    /** @type {Step[]} */
    const steps = [];
    const goes = new Set(atoms.filter((atom) => atom.verb === "add").map((atom) => atom.id));
    /** @type {Map<string, Rec>} */
    const comes = new Map();
    const exists = (/** @type {string} */ name, /** @type {any} */ id) => !NAMES[name] || !id || comes.has(id) || this.store.get(NAMES[name], id) !== undefined;
    for (const atom of [...atoms].reverse()) {
      const { type, id } = atom;
      const now = this.store.get(type, id) ?? comes.get(id);
      if (atom.verb === "remove") {
        const fields = pick(atom.record, ADDED_WITH[type] ?? []);
        if (now || goes.has(id) || !ADDED_WITH[type] || !Object.entries(fields).every(([name, value]) => exists(name, value))) continue;
        steps.push(["add", type, fields]);
        if (type === "note" && atom.record.cluster && exists("cluster", atom.record.cluster)) steps.push(["set", type, id, { cluster: atom.record.cluster }]);
        if (type === "cluster" && atom.record.locked) steps.push(["set", type, id, { locked: true }]);
        comes.set(id, atom.record);
      } else if (!now) {
        if (atom.verb === "set" && atom.after.hidden && !atom.before.hidden) steps.push(["set", type, id, { hidden: "" }]);
      } else if (atom.verb === "add") {
        if (type !== "theme" || !this.isUsed(id, goes)) steps.push(["remove", type, id]);
      } else if (goes.has(id)) continue;
      else if (atom.verb === "text") {
        if (atom.delta.length && !comes.has(id)) steps.push(["text", "note", id, 0, atom.delta]);
      } else if (atom.verb === "set") {
        const { before, after } = atom;
        const names = Object.keys(before).filter((name) => equal(now[name], after[name]) && !equal(before[name], after[name]) && exists(name, before[name]));
        if (names.length) steps.push(["set", type, id, pick(before, names)]);
      }
    }
    return steps;
  }

  /** Whether somebody put something into a theme of mine: then it stays. @param {string} theme @param {Set<string>} goes */
  isUsed(theme, goes) {
    return ["note", "cluster"].some((type) => this.store.all(type).some((each) => each.theme === theme && !goes.has(each.id)));
  }

  /** Somebody changed a text: what undoes mine moves over it. @param {string} note @param {Delta} delta */
  hear(note, delta) {
    for (const stack of [this.done, this.undone]) {
      let below = delta;
      for (let i = stack.length - 1; i >= 0; i -= 1) {
        for (const atom of [...stack[i].atoms].reverse()) {
          if (atom.verb !== "text" || atom.id !== note) continue;
          const mine = atom.delta;
          atom.delta = transform(mine, below, "right");
          below = transform(below, mine, "left");
        }
      }
    }
  }
}

/** @param {Entry[]} stack @param {Entry} entry */
function push(stack, entry) {
  stack.push(entry);
  if (stack.length > LIMIT) stack.shift();
}

/** Adds an atom, into the last one when both are about the same thing. @param {Atom[]} atoms @param {Atom | undefined} atom */
function join(atoms, atom) {
  if (!atom) return;
  const last = atoms[atoms.length - 1];
  if (last?.verb === "text" && atom.verb === "text" && last.id === atom.id) last.delta = compose(atom.delta, last.delta);
  else if (last?.verb === "set" && atom.verb === "set" && last.type === atom.type && last.id === atom.id) {
    last.before = { ...atom.before, ...last.before };
    last.after = { ...last.after, ...atom.after };
  } else atoms.push(atom);
}

/** @param {Record<string, any>} record @param {readonly string[]} names */
function pick(record, names) {
  return Object.fromEntries(names.filter((name) => record[name] !== undefined).map((name) => [name, record[name]]));
}

/** @param {Record<string, any>} record @param {readonly string[]} names */
function pickNot(record, names) {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

// One seeded run of the sync fuzz, and what must be true at its end.
import { Clock, generator } from "./simulated_world.js";
import { Person } from "./simulated_people.js";
import { projection } from "./simulated_secrecy.js";
import { SimulatedServer } from "./simulated_server.js";

const SECONDS = 12;
const QUIET = 150_000;
const LETTERS = 0x20000;

/** @typedef {{server?: object, mutate?: (parts: any, sync?: any) => void, people?: number, strict?: boolean}} Options  `strict`: nobody's copy of the board may ever turn out wrong, not even to be fetched anew */

/** People on a good network, with a board that is loaded. @param {number} count @param {string} [first] role of the first, s0 */
export async function calmRoom(count, first = "participant") {
  const dice = generator(5);
  const clock = new Clock();
  const weather = { bad: false, loss: 0, crash: 0 };
  const server = new SimulatedServer({ clock, dice, weather });
  const world = { clock, dice, weather, server, mutate: () => {}, ids: 0, excused: new Set(), letter: () => "x" };
  const seats = Array.from({ length: count }, (_, i) => `s${i}`);
  for (const id of seats) server.tables.get("seat")?.set(id, { id, name: id, association: "NOC", role: id === "s0" ? first : "participant" });
  const people = seats.map((seat) => new Person(world, seat));
  await clock.pass(2000);
  return { clock, server, dice, people };
}

/** Runs one seed; throws what is wrong. @param {number} seed @param {Options} [options] */
export async function run(seed, { strict = false, ...options } = {}) {
  /** @type {any[]} */
  const errors = [];
  const { error } = console;
  console.error = (what) => void errors.push(what);
  try {
    return await played(seed, options);
  } finally {
    console.error = error;
    if (strict && errors.length) throw new Error(`a client was surprised: ${errors[0]?.stack ?? errors[0]}`);
  }
}

/** @param {number} seed @param {Options} options */
async function played(seed, { server: faults = {}, mutate = () => {}, people: count = 3 }) {
  const dice = generator(seed);
  const clock = new Clock();
  const weather = { bad: true, loss: dice.pick([0, 0.02, 0.1]), crash: dice.pick([0, 0.01, 0.04]) };
  const server = new SimulatedServer({ clock, dice, weather, faults });
  const typed = new Set();
  const world = {
    clock, dice, weather, server, mutate, ids: 0,
    /** Letters that may be missing: deleted, undone, given back. @type {Set<string>} */
    excused: new Set(),
    letter() {
      const letter = String.fromCodePoint(LETTERS + typed.size);
      typed.add(letter);
      return letter;
    },
  };
  const seats = Array.from({ length: count }, (_, i) => `s${i}`);
  for (const id of seats) server.tables.get("seat")?.set(id, { id, name: id, association: `a${id}`, role: id === "s0" ? "facilitator" : "participant" });
  const people = seats.map((seat) => new Person(world, seat));
  await clock.pass(500);
  const end = clock.now() + SECONDS * 1000;
  let step = 0;
  while (clock.now() < end) {
    await clock.pass(dice.between(1, 120));
    const person = dice.pick(people);
    if (dice.chance(0.01)) {
      person.closeTab();
      await clock.pass(dice.between(0, 500));
      person.openTab();
    } else if (dice.chance(0.02)) /** @type {any} */ (person.sync.link).cut();
    else person.acts();
    for (const other of people) other.checkMirror();
    step += 1;
    const { seat, store } = people[step % people.length];
    if (step % 4 === 0 && store.loaded && store.seq === server.seq && store.pending.length === 0) seesItsOwn(server, seat, store);
  }
  weather.bad = false;
  const calm = () => people.every(({ store, sync }) => sync.joined && store.seq === server.seq && store.pending.length === 0) && !server.down && server.queue.length === 0;
  await clock.pass(25_000);
  await clock.pass(QUIET, calm);
  await clock.pass(100);
  check({ server, people, typed, excused: world.excused });
  return { accepted: server.accepted, refused: server.refused, typed: typed.size };
}

/** What a seat is shown is what is its to see, no more and no less. @param {any} server @param {string} seat @param {any} store */
function seesItsOwn(server, seat, store) {
  for (const [type, records] of Object.entries(projection(server.tables, seat))) {
    const theirs = JSON.stringify(records.map(sorted).sort(byId));
    const mine = JSON.stringify(store.all(type).map(sorted).sort(byId));
    must(mine === theirs, `${seat} shows another ${type}:\n${mine}\n${theirs}`);
  }
}

/** @param {any} world */
function check({ server, people, typed, excused }) {
  const numbers = server.log.map((/** @type {any} */ change) => change.seq);
  must(numbers.every((/** @type {number} */ seq, /** @type {number} */ i) => seq === i + 1), "the numbers have a hole");
  const names = server.log.map((/** @type {any} */ change) => `${change.seat} ${change.change_id}`);
  must(new Set(names).size === names.length, "a change took effect twice");
  const logged = new Set(names);
  for (const { seat, store, sync, acknowledged } of people) {
    must(store.pending.length === 0, `${seat} still waits for ${store.pending.length} changes (${JSON.stringify(sync.state())})`);
    must(sync.state().state === "saved", `${seat} is not saved: ${JSON.stringify(sync.state())}`);
    for (const name of acknowledged) must(logged.has(`${seat} ${name}`), `${seat}'s acknowledged change ${name} is lost`);
    seesItsOwn(server, seat, store);
  }
  const stored = new Map();
  for (const { text } of [...server.tables.get("note").values(), ...server.tables.get("comment").values()]) {
    for (const letter of text) stored.set(letter, (stored.get(letter) ?? 0) + 1);
  }
  for (const letter of typed) {
    if (excused.has(letter)) continue;
    must(stored.get(letter) === 1, `letter ${letter.codePointAt(0).toString(16)} is there ${stored.get(letter) ?? 0} times`);
  }
}

/** @param {any} record */
function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param {{id: string}} a @param {{id: string}} b */
function byId(a, b) {
  return a.id < b.id ? -1 : 1;
}

/** @param {boolean} truth @param {string} words */
function must(truth, words) {
  if (!truth) throw new Error(words);
}

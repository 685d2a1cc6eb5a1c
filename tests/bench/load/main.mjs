// One measurement of one server that already runs; prints one line of JSON.
//   node main.mjs PEER PORT PID live CLIENTS SECONDS [NOTES] | drag SECONDS | join NOTES | burst NOTES | rooms BOARDS PEOPLE SECONDS | most
import { performance } from 'node:perf_hooks';
import { memory, meter } from './machine.mjs';
import { Tally, pause, quantiles, rounded } from './tally.mjs';

const EDITORS = 20;
const EDITS_A_SECOND = 2; // of each editor
const PATIENCE = 15_000; // ms; what has not come by then is lost
const JOINS = 20;
const BURST = 100;
const DRAG_CLIENTS = 100;
const DRAGS_A_SECOND = 20; // of each editor

const [peerName, portText, pidText, work, ...sizes] = process.argv.slice(2);
const peer = await import(`../peers/${peerName}.mjs`);
const port = Number(portText);
const pid = Number(pidText);

/** `count` clients on a new board, their deliveries told to the tally. */
async function crowd(count, most, notes = 0, settling = 1500) {
  const tally = new Tally(count, most);
  const board = await peer.board(port);
  if (notes) await peer.fill(port, board, notes);
  const clients = [];
  const lost = [];
  const enter = async (index) => {
    const seat = await peer.seat(port, board, index);
    const seen = (edit, now) => tally.seen(index, edit, now);
    clients[index] = await peer.join(port, board, { seat, seen, gone: (why) => lost.push(why) });
  };
  for (let from = 0; from < count; from += 10) {
    await Promise.all(Array.from({ length: Math.min(10, count - from) }, (_, i) => enter(from + i)));
  }
  await pause(settling);
  return { tally, clients, lost, close: () => clients.forEach((client) => client.close()) };
}

/** An editor's next edit: a new note, typing in it, moving it twice, and again. */
function editor({ tally, clients }, index) {
  let turn = 0;
  let note = '';
  return () => {
    const edit = tally.send(index);
    if (turn % 4 === 0) clients[index].add((note = `n-${index}-${turn}`), edit, index);
    else if (turn % 4 === 1) clients[index].write(note, edit);
    else clients[index].move(note, edit, 20 + ((turn * 37) % 4000), 56 + ((turn * 53) % 3000));
    turn += 1;
  };
}

/** Lets the editors edit in turn, `rate` edits a second together, whether or not the server keeps up. */
async function drive(editors, rate, seconds) {
  const start = performance.now();
  const total = Math.round(rate * seconds);
  for (let done = 0; done < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate) + 1);
    for (; done < due; done += 1) editors[done % editors.length]();
    await pause(1);
  }
}

/** `notes` are on the board already. */
async function live(count, seconds, notes = 0) {
  const rate = EDITORS * EDITS_A_SECOND;
  const people = await crowd(count, rate * seconds + 10, notes);
  const bytes = () => people.clients.reduce((sum, client) => sum + client.bytes(), 0);
  const bytesBefore = bytes();
  const spent = meter(pid);
  await drive(Array.from({ length: EDITORS }, (_, index) => editor(people, index)), rate, seconds);
  await people.tally.complete(PATIENCE);
  const { cpu, ...load } = spent();
  const { tally } = people;
  people.close();
  return {
    clients: count, edits: tally.sent, delivered: tally.delivered, lost: tally.missing, disconnected: people.lost.length,
    ...quantiles(tally.times.subarray(0, tally.delivered)),
    cpuPerThousand: rounded((cpu * 1e6) / tally.delivered, 1),
    bytesPerDelivery: Math.round((bytes() - bytesBefore) / tally.delivered),
    memory: memory(pid), ...load,
  };
}

/** Notes in flight: nothing is stored, and what comes too late may be left out. */
async function drag(seconds) {
  const rate = EDITORS * DRAGS_A_SECOND;
  const people = await crowd(DRAG_CLIENTS, rate * seconds + 10);
  const { tally, clients } = people;
  const spent = meter(pid);
  const draggers = Array.from({ length: EDITORS }, (_, index) => () => clients[index].drag(tally.send(index), index));
  await drive(draggers, rate, seconds);
  await tally.complete(3000);
  const { cpu, ...load } = spent();
  people.close();
  return {
    clients: DRAG_CLIENTS, drags: tally.sent, delivered: tally.delivered, lost: tally.missing,
    ...quantiles(tally.times.subarray(0, tally.delivered)), cpuPerThousand: rounded((cpu * 1e6) / tally.delivered, 1), ...load,
  };
}

/** Many workshops at once, all with people who edit: each of them twice in ten seconds. */
async function rooms(boards, people, seconds) {
  const halls = [];
  const rate = people * 0.2;
  for (let i = 0; i < boards; i += 1) halls.push(await crowd(people, rate * seconds + 20, 0, 0));
  await pause(1500);
  const turns = halls.flatMap((hall) => hall.clients.map((_, index) => editor(hall, index)));
  const order = turns.map((_, index) => turns[(index * 7919) % turns.length]);
  const spent = meter(pid);
  await drive(order, rate * boards, seconds);
  await Promise.all(halls.map(({ tally }) => tally.complete(PATIENCE)));
  const { cpu, ...load } = spent();
  const all = halls.flatMap(({ tally }) => Array.from(tally.times.subarray(0, tally.delivered)));
  halls.forEach((hall) => hall.close());
  const sum = (of) => halls.reduce((total, { tally }) => total + of(tally), 0);
  return {
    boards, people, edits: sum((t) => t.sent), delivered: sum((t) => t.delivered), lost: sum((t) => t.missing), ...quantiles(all),
    cpuPerEdit: rounded((cpu * 1000) / sum((t) => t.sent), 2), cpuPerThousand: rounded((cpu * 1e6) / sum((t) => t.delivered), 1),
    busy: rounded((cpu * 100) / seconds, 1), memory: memory(pid), ...load,
  };
}

async function join(notes) {
  const board = await peer.board(port);
  await peer.fill(port, board, notes);
  await pause(3000);
  const seats = [];
  for (let i = 0; i < JOINS; i += 1) seats.push(await peer.seat(port, board, i));
  const times = [];
  let bytes = 0;
  let got = 0;
  const spent = meter(pid);
  for (const seat of seats) {
    const start = performance.now();
    const client = await peer.join(port, board, { seat, seen() {}, gone() {}, whole: true });
    times.push(performance.now() - start);
    bytes += client.bytes();
    got ||= client.notes();
    client.close();
    await pause(50);
  }
  const { cpu, ...load } = spent();
  if (got !== notes) throw new Error(`${got} of ${notes} notes came`);
  return { notes, ...quantiles(times), kilobytes: rounded(bytes / JOINS / 1000, 1), cpuPerJoin: rounded((cpu * 1000) / JOINS, 1), ...load };
}

/** A hundred who come at once to a full board. */
async function burst(notes) {
  const board = await peer.board(port);
  await peer.fill(port, board, notes);
  await pause(3000);
  const seats = [];
  for (let i = 0; i < BURST; i += 1) seats.push(await peer.seat(port, board, i));
  const spent = meter(pid);
  const start = performance.now();
  const times = [];
  const clients = await Promise.all(seats.map(async (seat) => {
    const client = await peer.join(port, board, { seat, seen() {}, gone() {}, whole: true });
    times.push(performance.now() - start);
    return client;
  }));
  const { cpu, ...load } = spent();
  const kilobytes = clients.reduce((total, client) => total + client.bytes(), 0) / BURST / 1000;
  clients.forEach((client) => client.close());
  return {
    notes, joins: BURST, ...quantiles(times), last: rounded(Math.max(...times), 0), kilobytes: rounded(kilobytes, 1),
    cpuPerJoin: rounded((cpu * 1000) / BURST, 1), memory: memory(pid), ...load,
  };
}

/** The greatest rate at which all edits arrive and p95 stays within 100 ms: doubling, then three times halving the gap.
 * A rate has failed when it failed twice, so that a hiccup of the machine does not end the search. */
async function most() {
  const [clients, seconds] = [10, 4];
  const once = async (rate) => {
    const people = await crowd(clients, rate * seconds + 10);
    const spent = meter(pid);
    await drive(people.clients.map((_, index) => editor(people, index)), rate, seconds);
    await people.tally.complete(5000);
    const { tally } = people;
    const result = { rate, lost: tally.missing, ...quantiles(tally.times.subarray(0, tally.delivered)), ...spent() };
    people.close();
    await pause(500);
    return { ...result, kept: !result.lost && result.p95 <= 100 };
  };
  const attempt = async (rate) => {
    const result = await once(rate);
    return result.kept ? result : once(rate);
  };
  let best = { rate: 0 };
  let rate = 250;
  let result = await attempt(rate);
  while (result.kept && rate < 64_000) {
    best = result;
    result = await attempt((rate *= 2));
  }
  for (let gap = rate / 4, i = 0; best.rate && !result.kept && i < 3; i += 1, gap /= 2) {
    const between = await attempt(Math.round(best.rate + gap));
    if (between.kept) best = between;
  }
  return { changesPerSecond: best.rate, p95: best.p95 ?? null, generator: best.generator, steal: best.steal };
}

const result = await { live, drag, rooms, join, burst, most }[work](...sizes.map(Number));
console.log(JSON.stringify(result));
process.exit(0);

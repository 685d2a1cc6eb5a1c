// y-websocket: a Yjs document of notes, synced by its own protocol; the server merges and keeps it in LevelDB.
import * as Y from 'yjs';
import { mark, marksIn, words } from '../load/marks.mjs';
import { Socket } from '../load/socket.mjs';

const [SYNC, AWARENESS] = [0, 1];
const [ASK, STATE, UPDATE] = [0, 1, 2];
const BATCH = 50;

function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}
const message = (kind, content) => Buffer.concat([Buffer.from([SYNC, kind]), varint(content.length), content]);

const sized = (content) => Buffer.concat([varint(content.length), content]);

/** Where somebody's pointer is: one state of the awareness protocol. */
function awareness(client, clock, state) {
  const update = Buffer.concat([varint(1), varint(client), varint(clock), sized(Buffer.from(JSON.stringify(state)))]);
  return Buffer.concat([varint(AWARENESS), sized(update)]);
}

/** What follows the length in a STATE message. */
function content(frame) {
  let at = 2;
  while (frame[at] & 128) at += 1;
  return frame.subarray(at + 1);
}

export const state = true;
let boards = 0;

export const board = async () => `board-${(boards += 1)}`;
export const seat = async () => null;

export function join(port, name, { seen, gone }) {
  return new Promise((done, fail) => {
    const doc = new Y.Doc();
    const notes = doc.getMap('notes');
    const nothing = Y.encodeStateVector(new Y.Doc());
    let joined = false;
    let clock = 0;
    const socket = new Socket({
      port,
      path: `/${name}`,
      opened: () => socket.send(message(ASK, nothing)),
      message(opcode, frame, now) {
        if (joined) return marksIn(frame, (edit) => seen(edit, now));
        if (frame[0] !== SYNC) return undefined;
        if (frame[1] === ASK) return socket.send(message(STATE, Y.encodeStateAsUpdate(new Y.Doc())));
        if (frame[1] !== STATE) return undefined;
        joined = true;
        const whole = Buffer.from(content(frame));
        return done({ ...client, notes: () => (Y.applyUpdate(doc, whole, 'here'), notes.size) });
      },
      gone: (why) => (fail(new Error(why)), gone(why)),
    });
    doc.on('update', (update, origin) => origin !== 'here' && socket.send(message(UPDATE, Buffer.from(update))));
    const add = (note, text, more) => {
      const map = new Y.Map(Object.entries({ kind: 'challenge', theme: 'data', x: 20, y: 56, ...more }));
      map.set('text', new Y.Text(text));
      notes.set(note, map);
    };
    const client = {
      add: (note, edit) => doc.transact(() => add(note, words(edit), { mark: mark(edit) })),
      write: (note, edit) => doc.transact(() => {
        const text = notes.get(note).get('text');
        text.insert(text.length, `${words(edit, 12)}${mark(edit)}`);
      }),
      move: (note, edit, x, y) => doc.transact(() => {
        for (const [field, value] of Object.entries({ x, y, mark: mark(edit) })) notes.get(note).set(field, value);
      }),
      fill: (from, count) => doc.transact(() => {
        for (let i = from; i < from + count; i += 1) add(`fill-${i}`, words(i), { x: 20 + 176 * (i % 40) });
      }),
      drag: (edit, index) => socket.send(awareness(doc.clientID, (clock += 1),
        { drag: { id: `n${index}`, x: (edit * 7) % 4000, y: (edit * 11) % 3000, mark: mark(edit) } })),
      bytes: () => socket.bytes,
      close: () => socket.close(),
    };
  });
}

export async function fill(port, name, count) {
  const writer = await join(port, name, { seen() {}, gone() {} });
  for (let from = 0; from < count; from += BATCH) writer.fill(from, Math.min(BATCH, count - from));
  for (;;) { // until a newcomer gets all of it
    const reader = await join(port, name, { seen() {}, gone() {} });
    const got = reader.notes();
    reader.close();
    if (got === count) return;
    await new Promise((next) => setTimeout(next, 200));
  }
}

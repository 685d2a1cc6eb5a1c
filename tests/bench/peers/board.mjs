// The board itself, by board/PROTOCOL.md. An edit's mark is its change_id, which comes back to everybody.
import { Agent, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { mark, marksIn, words } from '../load/marks.mjs';
import { socketio } from '../load/socketio.mjs';

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const THEMES = ['political-will', 'data', 'capacity', 'national-support', 'representativeness'];
const BATCH = 100;

function call(port, path, { body, token } = {}) {
  return new Promise((done, fail) => {
    const headers = { 'accept-encoding': 'gzip', 'content-type': 'application/json' };
    if (token) headers.authorization = `Bearer ${token}`;
    const sent = request({ host: '127.0.0.1', port, path, agent, headers, method: body ? 'POST' : 'GET' }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const wire = Buffer.concat(parts);
        const content = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(wire) : wire;
        if (answer.statusCode >= 400) fail(new Error(`${path}: ${answer.statusCode} ${content.toString('utf8', 0, 300)}`));
        else done({ content, bytes: wire.length });
      });
    });
    sent.on('error', fail);
    sent.end(body && JSON.stringify(body));
  });
}
const json = async (...given) => JSON.parse((await call(...given)).content.toString());

export const state = true;

export async function board(port) {
  const made = await json(port, '/api/boards', { body: { title: 'Measured' } });
  return { id: made.board, key: made.links.facilitator.split('#').pop() };
}

export function seat(port, { id, key }, index) {
  const body = { key, name: `Person ${index}`, association: `Association ${index % 6}` };
  return json(port, `/api/boards/${id}/seats`, { body });
}

/** With `whole` it resolves when the board's state is here, as in a browser: join, then the snapshot. */
export function join(port, { id }, { seat: { token }, seen, gone, whole = false }) {
  return new Promise((done, fail) => {
    let extra = 0;
    const io = socketio({
      port,
      query: { board: id },
      auth: { token },
      ready: () => io.ask('join', { board: id }),
      event: (frame, now) => marksIn(frame, (edit) => seen(edit, now)),
      async acknowledged(answer) {
        if (!answer.ok) return fail(new Error(`join: ${JSON.stringify(answer)}`));
        const snapshot = whole ? await call(port, `/api/boards/${id}/snapshot`, { token }) : null;
        extra = snapshot?.bytes ?? 0;
        done({ ...client, notes: () => JSON.parse(snapshot.content).records.note.length });
      },
      gone: (why) => (fail(new Error(why)), gone(why)),
    });
    const change = (edit, ...steps) => io.emit('change', { change_id: `${id}${mark(edit)}`, steps });
    const client = {
      add: (note, edit, index) => change(edit, ['add', 'note',
        { id: note, kind: 'challenge', theme: THEMES[index % THEMES.length], text: words(edit), x: 20, y: 56 }]),
      write: (note, edit) => change(edit, ['text', 'note', note, 0, [100, ` ${words(edit, 12)}`]]),
      move: (note, edit, x, y) => change(edit, ['set', 'note', note, { x, y }]),
      drag: (edit, index) => io.emit('signal', { drag: { [`n${index}-${mark(edit)}`]: [(edit * 7) % 4000, (edit * 11) % 3000] } }),
      bytes: () => io.socket.bytes + extra,
      close: () => io.socket.close(),
    };
  });
}

export async function fill(port, made, count) {
  const { token } = await seat(port, made, 999);
  for (let from = 0; from < count; from += BATCH) {
    const steps = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => ['add', 'note', {
      id: `fill-${from + i}`, kind: 'challenge', theme: THEMES[i % THEMES.length], text: words(from + i),
      x: 20 + 176 * (Math.floor((from + i) / 5) % 40), y: 56 + 176 * Math.floor((from + i) / 200),
    }]);
    await call(port, `/api/boards/${made.id}/changes`, { token, body: { change_id: `fill-${from}`, steps } });
  }
}

// Client of the bare broadcaster in bare.py: what Flask-SocketIO costs before it does anything.
import { mark, marksIn, words } from '../load/marks.mjs';
import { socketio } from '../load/socketio.mjs';

export const state = false;
let boards = 0;

export const board = async () => `board-${(boards += 1)}`;
export const seat = async () => null;

export function join(port, name, { seen, gone }) {
  return new Promise((done, fail) => {
    const io = socketio({
      port,
      ready: () => io.ask('join', name),
      event: (frame, now) => marksIn(frame, (edit) => seen(edit, now)),
      acknowledged: () => done(client),
      gone: (why) => (fail(new Error(why)), gone(why)),
    });
    const client = {
      add: (note, edit) => io.emit('edit', { mark: mark(edit), note, kind: 'challenge', theme: 'data', text: words(edit), x: 20, y: 56 }),
      write: (note, edit) => io.emit('edit', { mark: mark(edit), note, text: words(edit, 12) }),
      move: (note, edit, x, y) => io.emit('edit', { mark: mark(edit), note, x, y }),
      bytes: () => io.socket.bytes,
      close: () => io.socket.close(),
    };
  });
}

// Socket.IO over one WebSocket: connects, answers pings, emits, tells of events and acknowledgements.
import { Socket } from './socket.mjs';

/**
 * @param {{port: number, query?: Record<string, string>, auth?: object, ready: () => void,
 *   event: (frame: Buffer, now: number) => void, acknowledged?: (answer: any) => void, gone: (why: string) => void}} options
 */
export function socketio({ port, query = {}, auth, ready, event, acknowledged = () => {}, gone }) {
  const search = new URLSearchParams({ EIO: '4', transport: 'websocket', ...query });
  const socket = new Socket({
    port,
    path: `/socket.io/?${search}`,
    gone,
    message(opcode, frame, now) {
      const kind = frame.toString('latin1', 0, 2);
      if (kind === '42') event(frame, now);
      else if (kind === '2') socket.send('3');
      else if (kind[0] === '0') socket.send(auth ? `40${JSON.stringify(auth)}` : '40');
      else if (kind === '40') ready();
      else if (kind === '43') acknowledged(JSON.parse(frame.utf8Slice(frame.indexOf('[')))[0]);
      else if (kind === '44') gone(frame.utf8Slice());
    },
  });
  return {
    socket,
    emit: (...event_) => socket.send(`42${JSON.stringify(event_)}`),
    ask: (...event_) => socket.send(`420${JSON.stringify(event_)}`),
  };
}

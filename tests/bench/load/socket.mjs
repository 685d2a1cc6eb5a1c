// A WebSocket client that costs little: hundreds of them run in one process. Text and binary frames, no compression.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

const inbox = Buffer.allocUnsafeSlow(1 << 18); // every connection reads into it; what is incomplete is copied away
const key = Buffer.from([0x5a, 0xc3, 0x17, 0x88]);

/** A masked client frame. */
function frame(opcode, content) {
  const body = Buffer.from(content);
  const long = body.length > 125;
  const huge = body.length > 0xffff;
  const start = (huge ? 10 : long ? 4 : 2) + 4;
  const out = Buffer.allocUnsafe(start + body.length);
  out[0] = 0x80 | opcode;
  out[1] = 0x80 | (huge ? 127 : long ? 126 : body.length);
  if (huge) out.writeBigUInt64BE(BigInt(body.length), 2);
  else if (long) out.writeUInt16BE(body.length, 2);
  key.copy(out, start - 4);
  for (let i = 0; i < body.length; i += 1) out[start + i] = body[i] ^ key[i & 3];
  return out;
}

export class Socket {
  bytes = 0;
  closed = null;
  #upgraded = false;
  #rest = Buffer.alloc(0);
  #pieces = [];

  /**
   * `message(opcode, buffer, now)` gets whole messages; its buffer is valid during the call only.
   * @param {{port: number, path: string, opened?: () => void, message: Function, gone?: (why: string) => void}} options
   */
  constructor({ port, path, opened = () => {}, message, gone = () => {} }) {
    Object.assign(this, { opened, message, gone });
    this.tcp = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: { buffer: inbox, callback: (length) => (this.#receive(inbox.subarray(0, length)), true) },
    });
    this.tcp.on('connect', () => {
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        `Origin: http://127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ];
      this.tcp.write(`${lines.join('\r\n')}\r\n\r\n`);
    });
    this.tcp.on('error', (error) => this.#end(error.message));
    this.tcp.on('close', () => this.#end('closed'));
  }

  send(content) {
    this.tcp.write(frame(typeof content === 'string' ? 1 : 2, content));
  }

  close() {
    this.gone = () => {};
    this.tcp.destroy();
  }

  #end(why) {
    if (this.closed) return;
    this.closed = why;
    this.gone(why);
  }

  #receive(chunk) {
    const now = performance.now();
    this.bytes += chunk.length;
    let data = this.#rest.length ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#upgraded) {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return void (this.#rest = Buffer.from(data));
      const status = data.latin1Slice(0, data.indexOf('\r\n'));
      if (!status.includes(' 101 ')) return this.#end(status);
      this.#upgraded = true;
      data = data.subarray(end + 4);
      this.opened();
    }
    let at = 0;
    for (;;) {
      const next = this.#frame(data, at, now);
      if (!next) break;
      at = next;
    }
    this.#rest = at === data.length ? Buffer.alloc(0) : Buffer.from(data.subarray(at));
  }

  /** Takes the frame at `at` and returns where the next one begins, or 0 when it is not complete. */
  #frame(data, at, now) {
    if (data.length < at + 2) return 0;
    const size = data[at + 1] & 0x7f;
    const head = size === 127 ? 10 : size === 126 ? 4 : 2;
    if (data.length < at + head) return 0;
    const length = size === 127 ? Number(data.readBigUInt64BE(at + 2)) : size === 126 ? data.readUInt16BE(at + 2) : size;
    const end = at + head + length;
    if (data.length < end) return 0;
    const body = data.subarray(at + head, end);
    const opcode = data[at] & 0x0f;
    const last = (data[at] & 0x80) !== 0;
    if (opcode === 8) this.#end(`closed by the server, code ${length > 1 ? body.readUInt16BE(0) : 'none'}`);
    else if (opcode === 9) this.tcp.write(frame(10, body));
    else if (opcode < 3) {
      if (last && opcode) this.message(opcode, body, now);
      else this.#pieces.push(Buffer.from(body));
      if (last && !opcode) this.message(2, Buffer.concat(this.#pieces.splice(0)), now);
    }
    return end;
  }
}

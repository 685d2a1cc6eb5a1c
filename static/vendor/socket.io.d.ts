// Types of socket.io.js (Socket.IO client), as far as this product uses them.
export interface Manager {
  reconnection(value?: boolean): any;
  reconnectionDelay(value?: number): any;
  readonly engine: any;
  on(event: string, fn: (...args: any[]) => void): this;
  off(event?: string, fn?: (...args: any[]) => void): this;
}
export interface Socket {
  readonly id: string | undefined;
  readonly connected: boolean;
  readonly active: boolean;
  readonly io: Manager;
  readonly volatile: Socket;
  auth: object | ((give: (data: object) => void) => void);
  connect(): this;
  disconnect(): this;
  close(): this;
  emit(event: string, ...args: any[]): this;
  emitWithAck(event: string, ...args: any[]): Promise<any>;
  timeout(ms: number): Socket;
  on(event: string, fn: (...args: any[]) => void): this;
  once(event: string, fn: (...args: any[]) => void): this;
  off(event?: string, fn?: (...args: any[]) => void): this;
}
export function io(options?: object): Socket;
export function io(address: string, options?: object): Socket;

/** The TCP connections of the server, so that a stop waits for work and not for connections on which nothing happens. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds for a request that is on its way when the stop begins. */
const ARRIVAL = 250;
/** Milliseconds until a body that has not arrived, or an answer that nobody reads, is given up. */
const STALLED = 5_000;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Connection {
  readonly exchanges: Set<Exchange>;
  bytes: number;
  movedAt: number;
}

export class Connections {
  readonly #open = new Map<Socket, Connection>();
  #stoppedAt: number | undefined;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#open.set(socket, { exchanges: new Set(), bytes: 0, movedAt: performance.now() });
      socket.once('close', () => this.#open.delete(socket));
    });
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const exchange = { request, response };
      const exchanges = this.#open.get(request.socket)?.exchanges;
      exchanges?.add(exchange);
      response.once('close', () => exchanges?.delete(exchange));
    });
  }

  /** Closes what has no work: call it repeatedly while the server stops. */
  closeUnused(): void {
    const now = performance.now();
    this.#stoppedAt ??= now;
    for (const [socket, connection] of this.#open) {
      const bytes = socket.bytesRead + socket.bytesWritten;
      if (bytes !== connection.bytes) Object.assign(connection, { bytes, movedAt: now });
      const isStill = now - connection.movedAt >= STALLED;
      const isLate = now - this.#stoppedAt >= STALLED;
      if (connection.exchanges.size === 0) {
        // Node counts a connection on which no request was ever begun, or not completely, as one in use.
        if (now - this.#stoppedAt >= ARRIVAL) socket.destroySoon();
      } else if ([...connection.exchanges].every((one) => isGivenUp(one, { isStill, isLate }))) socket.destroy();
    }
  }
}

function isGivenUp(
  { request, response }: Exchange,
  { isStill, isLate }: { readonly isStill: boolean; readonly isLate: boolean },
): boolean {
  return (isLate && !request.complete) || (isStill && response.headersSent);
}

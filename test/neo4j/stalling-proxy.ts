/** A line to Neo4j on which packets get lost without a word: nothing is closed, nothing is refused. */
import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

export interface StallingProxy {
  readonly uri: string;
  /** From now on, nothing passes on the connections that are open, in either direction. New ones are accepted and work. */
  forget(): void;
  /** As {@link forget}, and new connections are swallowed as well, until {@link restore}. */
  swallow(): void;
  /** New connections work again. Those that were open stay dead. */
  restore(): void;
  close(): Promise<void>;
}

/**
 * Passes everything on until it is told otherwise.
 *
 * @param uri Of a Neo4j on this machine, `bolt://127.0.0.1:…`.
 */
export async function stallingProxy(uri: string): Promise<StallingProxy> {
  const port = Number(new URL(uri).port);
  const sockets = new Set<Socket>();
  let alive = { isAlive: true };
  let isSwallowing = false;
  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    const line = isSwallowing ? { isAlive: false } : alive;
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('data', (bytes: Buffer) => void (line.isAlive && to.write(bytes)));
      from.on('close', () => {
        sockets.delete(from);
        // The other end is not told either.
        if (line.isAlive) to.destroy();
      });
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const forget = (): void => {
    alive.isAlive = false;
    alive = { isAlive: true };
  };
  return {
    uri: `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    forget,
    swallow() {
      forget();
      isSwallowing = true;
    },
    restore() {
      isSwallowing = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      if (!proxy.listening) return;
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

/** A line to Neo4j that breaks on purpose. */
import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

export interface CuttingProxy {
  readonly uri: string;
  /** How often it has cut the line so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

/** Bolt's message COMMIT (structure without fields, signature 0x12) and the end of its chunk. */
const COMMIT = Buffer.from([0xb0, 0x12, 0x00, 0x00]);

/**
 * Passes everything on, but `times` times lets a COMMIT through and then cuts the line to the client as soon as
 * the server has answered: the work is committed, and the client never hears of it.
 *
 * @param uri Of a Neo4j on this machine, `bolt://127.0.0.1:…`.
 */
export async function cutAfterCommit(uri: string, times: number): Promise<CuttingProxy> {
  const port = Number(new URL(uri).port);
  const sockets = new Set<Socket>();
  let cuts = 0;
  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    let isCommitting = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.on('data', (bytes: Buffer) => {
      isCommitting ||= cuts < times && bytes.includes(COMMIT);
      server.write(bytes);
    });
    server.on('data', (bytes: Buffer) => {
      if (!isCommitting) return void client.write(bytes);
      cuts += 1;
      client.destroy();
      server.destroy();
    });
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    uri: `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    get cuts() {
      return cuts;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

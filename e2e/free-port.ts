/** Finds a free port of this machine for a program that cannot choose a port itself. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Returns a port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

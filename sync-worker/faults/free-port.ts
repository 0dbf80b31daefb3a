import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nobody listens on, kept over restarts of the worker so that sessions and addresses stay good. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  server.close();
  await once(server, 'close');
  return address.port;
};

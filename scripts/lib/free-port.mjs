import { createServer } from 'node:net';

/**
 * The first port from `wanted` on that nobody listens on.
 * @param {number} wanted
 * @param {number} tries how many ports to look at
 * @returns {Promise<number | null>}
 */
export const freePort = async (wanted, tries) => {
  for (let port = wanted; port < wanted + tries; port += 1) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::'))) return port;
  }
  return null;
};

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 says so with EADDRNOTAVAIL or EAFNOSUPPORT: nobody can be listening there.
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

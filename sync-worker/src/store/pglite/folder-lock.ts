import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { StoreStartError } from '../errors.ts';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process alone: two processes on one folder silently destroy each other's rows.
 * The lock is a name that the operating system frees when the process dies, however it dies, so nothing is ever left
 * behind to be removed by hand. It does not reach beyond one machine: containers that share a volume are not kept apart.
 * @throws StoreStartError when another process holds it.
 */
export const lockFolder = async (folder: string, platform = process.platform): Promise<FolderLock> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Device and inode, not the path: a link or another mount of the same folder is the same folder.
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = lockName(`twenty-dialer-${dev}-${ino}`, platform);
  const server = (await listen(name)) ?? (await takeOverStale(name, platform));
  if (server === null) {
    const holder = await askHolder(name);
    throw new StoreStartError(
      `Another worker${typeof holder === 'string' ? ` (process ${holder})` : ''} is using the data folder ${folder}. ` +
        'Stop it, or set DIALER_DATA_DIR to another folder. For several workers on the same data use DATABASE_URL.',
    );
  }
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
};

const lockName = (name: string, platform: NodeJS.Platform): string => {
  // Linux: an abstract socket, a name without a file. Windows: a named pipe. Both are gone with their process.
  if (platform === 'linux') return `\0${name}`;
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`;
  // Elsewhere a socket file. Not in the data folder: its path may be longer than the 104 bytes that a socket may have.
  return `/tmp/${name}.sock`;
};

/** Null when the name is taken. Whoever connects is told the holder's process id. */
const listen = (name: string): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end(String(process.pid)));
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    // Open to other users, so that they too are told who holds it. An abstract name is, and takes no such wish.
    const access = name.startsWith('\0') ? {} : { readableAll: true, writableAll: true };
    server.listen({ path: name, ...access }, () => resolve(server));
  });

/**
 * A socket file outlives its process. It is moved away rather than removed, and looked at again: should another process
 * have taken the name over in the same instant, its file is put back.
 */
const takeOverStale = async (name: string, platform: NodeJS.Platform): Promise<Server | null> => {
  if (platform === 'linux' || platform === 'win32') return null;
  if ((await askHolder(name)) !== GONE) return null;
  const aside = `${name}.${process.pid}`;
  try {
    renameSync(name, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return listen(name);
    throw error;
  }
  if ((await askHolder(aside)) !== GONE) {
    renameSync(aside, name);
    return null;
  }
  rmSync(aside, { force: true });
  return listen(name);
};

const GONE = Symbol('the process that made the socket file is gone');

/** The process id of who holds the name, null when it does not say, `GONE` when nobody is there. */
const askHolder = (name: string): Promise<string | null | typeof GONE> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = createConnection(name);
    socket.setEncoding('utf8').setTimeout(2_000, () => socket.destroy());
    socket.on('data', (text: string) => {
      heard += text;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(GONE);
    });
    socket.on('close', () => resolve(heard === '' ? null : heard));
  });

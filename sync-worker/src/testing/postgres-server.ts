import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { until } from './until.ts';

export interface PostgresServer {
  readonly adminUrl: string;
  /** Ends the server as a restart (`fast`), an emergency stop or a crash would, and resolves when it answers again. */
  restart(how: RestartKind): Promise<void>;
  stop(): Promise<void>;
}

export type RestartKind = 'fast' | 'immediate' | 'crash';
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT', crash: 'SIGKILL' } as const;

interface ServerOptions {
  /** As in production, what is committed is on the disk. Tests kill workers, never this server, so theirs need not sync. */
  readonly isDurable?: boolean;
}

/** Starts the newest installed Postgres in a temporary folder, on a free port, for this process only. */
export const startServer = async ({ isDurable = false }: ServerOptions = {}): Promise<PostgresServer> => {
  const bin = findBinaries();
  // Postgres refuses to run as root; Debian's package has made a user for it.
  const identity = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  const folder = mkdtempSync(join(tmpdir(), 'dialer-postgres-'));
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'admin', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '--no-sync'],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await freePort();
  const postgres = [join(bin, 'postgres'), '-D', data, '-p', String(port), ...options(isDurable)];
  const server = spawn('sh', ['-c', UNTIL_STDIN_ENDS, 'sh', folder, ...postgres], {
    ...identity,
    cwd: tmpdir(),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let printed = '';
  server.stderr.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-5_000);
  });
  const adminUrl = `postgres://admin@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    const closed = once(server, 'close');
    server.stdin.end();
    await closed;
  };
  try {
    await until('the test database answers', () => answers(adminUrl));
    return {
      adminUrl,
      stop,
      restart: async (how) => {
        const before = serverPid(data);
        process.kill(before, SIGNALS[how]);
        await until('another server runs', async () => serverPid(data) !== before || undefined);
        await until('the test database answers again', () => answers(adminUrl));
      },
    };
  } catch (error) {
    await stop();
    throw new Error(`The test database did not start:\n${printed}`, { cause: error });
  }
};

/**
 * Runs the server, again and again when it ends, until the pipe from this process ends, which it also does when the process
 * is killed: a test run that dies leaves neither a server nor its folder behind. SIGINT: "fast", it ends sessions instead
 * of waiting for them.
 */
const UNTIL_STDIN_ENDS = `
  folder="$1"; shift
  while [ -d "$folder" ] && [ ! -e "$folder/over" ]; do "$@" < /dev/null; sleep 0.2; done & loop=$!
  cat > /dev/null
  touch "$folder/over"
  kill -INT "$(head -n 1 "$folder/data/postmaster.pid")"
  wait $loop
  rm -rf "$folder"`;

/** Postgres keeps it in the first line of this file. */
const serverPid = (data: string): number =>
  Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

const options = (isDurable: boolean) =>
  [
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['fsync', isDurable ? 'on' : 'off'],
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const findBinaries = (): string => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  if (found !== undefined) return found;
  throw new Error(
    'These tests need a Postgres server. Install one (Debian, Ubuntu: apt-get install postgresql; macOS: ' +
      'brew install postgresql), or set DIALER_TEST_DATABASE_URL to the address of one and its superuser.',
  );
};

const idOf = (flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

const answers = async (adminUrl: string): Promise<true> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.end();
  return true;
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  probe.close();
  await once(probe, 'close');
  return address.port;
};

// One command for a newcomer: installs what is missing, starts everything, says where to click.
// Plain JavaScript on Node's own modules only, because it runs before anything is installed.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureUiBuilt } from './lib/build-ui.mjs';
import { freePort } from './lib/free-port.mjs';
import { ensureInstalled, requireNode } from './lib/install.mjs';
import { supervise } from './lib/supervisor.mjs';
import { WORKER_ARGUMENTS } from './lib/worker-arguments.mjs';

const DIALER_PORT = 4400;
const SANDBOX_PORT = 4410;
/** `npm run connect` registers this many redirect addresses with Twenty, one a port. */
const PORTS_TO_TRY = 10;
const SETTINGS = /^(DIALER|TWENTY|TWILIO|SANDBOX)_|^DATABASE_URL$/;
/** Of the demo only: the sandbox invents its people and gives these to whoever asks. */
const SANDBOX_APP = { id: 'twenty-dialer-sandbox', secret: 'sandbox-only-secret' };

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (/** @type {string} */ line) => console.log(line);

/** @type {{ stop: () => Promise<void> }[]} */
const running = [];
let isStopping = false;

const stopAll = async (/** @type {number} */ exitCode) => {
  if (isStopping) process.exit(exitCode || 1);
  isStopping = true;
  // The worker goes first, so that what it still delivers finds the sandbox there.
  for (const one of running.reverse()) await one.stop();
  process.exit(exitCode);
};

const giveUp = (/** @type {string} */ reason) => {
  console.error(`\n${reason}\n`);
  void stopAll(1);
};

const main = async () => {
  requireNode();
  await ensureInstalled(root, say);
  const envFile = resolve(root, process.env.DIALER_ENV_FILE || '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  // An empty line of a copied .env.example means: not set.
  for (const [name, value] of Object.entries(process.env)) {
    if (value?.trim() === '' && SETTINGS.test(name)) delete process.env[name];
  }
  await ensureUiBuilt(root, say);

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      say('\nStopping: what is under way is finished first …');
      void stopAll(0);
    });
  }

  const isSandbox = !process.env.TWENTY_API_URL;
  // An address that others rely on (a proxy, a redirect registered with Twenty) must not move to another port.
  const isFixed = process.env.DIALER_PUBLIC_URL || (!isSandbox && process.env.DIALER_PORT);
  const port = await portOrGiveUp(Number(process.env.DIALER_PORT ?? DIALER_PORT), isFixed ? 1 : PORTS_TO_TRY);
  const twenty = isSandbox ? await startSandbox(port) : { url: process.env.TWENTY_API_URL, env: {} };
  const worker = await startWorker(port, twenty.env);

  say('');
  say(`  Twenty Dialer   ${worker.url}`);
  say(`  Twenty          ${twenty.url}${isSandbox ? '   (a sandbox with invented people)' : ''}`);
  say('');
  say(
    isSandbox
      ? '  Open the dialer, choose a demo rep, and call somebody: the practice line rings nobody.'
      : '  Open the dialer and sign in with Twenty.',
  );
  say('  Ctrl+C stops everything.');
};

const startSandbox = async (/** @type {number} */ dialerPort) => {
  say('Starting the sandbox (a stand-in for Twenty) …');
  const port = await portOrGiveUp(Number(process.env.SANDBOX_PORT ?? SANDBOX_PORT), PORTS_TO_TRY);
  const dataDir = resolve(root, process.env.SANDBOX_DATA_DIR ?? '.data/sandbox');
  const sandbox = supervise({
    name: 'The sandbox',
    script: 'twenty-sandbox/src/main.ts',
    cwd: root,
    env: {
      ...process.env,
      SANDBOX_PORT: String(port),
      SANDBOX_DATA_DIR: dataDir,
      SANDBOX_APP_CLIENT_ID: SANDBOX_APP.id,
      SANDBOX_APP_CLIENT_SECRET: SANDBOX_APP.secret,
      SANDBOX_DIALER_URL: process.env.DIALER_PUBLIC_URL ?? `http://localhost:${dialerPort}`,
    },
    logFile: join(dataDir, 'sandbox.log'),
    say,
    giveUp,
  });
  running.push(sandbox);
  const { url } = await sandbox.start();
  return {
    url,
    env: {
      TWENTY_API_URL: url,
      TWENTY_APP_CLIENT_ID: SANDBOX_APP.id,
      TWENTY_APP_CLIENT_SECRET: SANDBOX_APP.secret,
      DIALER_LINES: process.env.DIALER_LINES ?? 'practice,manual',
      DIALER_PRACTICE_CALLS_TO_TWENTY: process.env.DIALER_PRACTICE_CALLS_TO_TWENTY ?? 'true',
      DIALER_XP_FOR_PRACTICE_CALLS: process.env.DIALER_XP_FOR_PRACTICE_CALLS ?? 'true',
    },
  };
};

const startWorker = async (/** @type {number} */ port, /** @type {NodeJS.ProcessEnv} */ twentyEnv) => {
  say('Starting the worker …');
  const dataDir = resolve(root, process.env.DIALER_DATA_DIR ?? '.data/worker');
  const worker = supervise({
    name: 'The worker',
    script: 'sync-worker/src/main.ts',
    nodeArguments: WORKER_ARGUMENTS,
    cwd: root,
    env: {
      DIALER_DATA_DIR: dataDir,
      ...process.env,
      ...twentyEnv,
      DIALER_PORT: String(port),
    },
    logFile: join(dataDir, 'worker.log'),
    say,
    giveUp,
  });
  running.push(worker);
  return worker.start();
};

const portOrGiveUp = async (/** @type {number} */ wanted, /** @type {number} */ tries) => {
  const port = await freePort(wanted, tries);
  if (port !== null) return port;
  const ports =
    tries === 1 ? `Port ${wanted} is taken` : `Ports ${wanted} to ${wanted + tries - 1} are all taken`;
  console.error(`${ports}. Stop what listens there, or set DIALER_PORT.`);
  process.exit(1);
};

await main();

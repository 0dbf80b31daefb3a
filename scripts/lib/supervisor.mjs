import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const FAST_DEATH_MS = 5_000;
const FAST_DEATHS_ALLOWED = 3;
const STOP_PATIENCE_MS = 15_000;

/**
 * Keeps one process of the product running: starts it, waits until it says that it is ready, starts it again if it
 * dies, and stops it. The child is tied to us by its IPC channel: when we die, even by kill -9, the channel closes and
 * the child stops by itself, so nothing survives `npm start`.
 *
 * @param {{ name: string, script: string, nodeArguments?: readonly string[], cwd: string, env: NodeJS.ProcessEnv, logFile: string, say: (line: string) => void, giveUp: (reason: string) => void }} options
 */
export const supervise = ({
  name,
  script,
  nodeArguments = ['--import', 'tsx'],
  cwd,
  env,
  logFile,
  say,
  giveUp,
}) => {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = createWriteStream(logFile, { flags: 'a' });
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null;
  let isStopping = false;
  let fastDeaths = 0;

  /** @returns {Promise<{ url: string }>} resolves when the process says it is ready */
  const start = () =>
    new Promise((resolve) => {
      const startedAt = Date.now();
      let errors = '';
      const started = spawn(process.execPath, [...nodeArguments, script], {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      child = started;
      started.stdout?.pipe(log, { end: false });
      started.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
        log.write(chunk);
        errors = (errors + chunk.toString()).slice(-4_000);
      });
      started.on('message', (message) => {
        if (isReady(message)) {
          resolve({ url: message.url });
        }
      });
      started.on('close', (code, signal) => {
        child = null;
        if (isStopping) return;
        fastDeaths = Date.now() - startedAt < FAST_DEATH_MS ? fastDeaths + 1 : 0;
        if (code === 1 && fastDeaths > 0 && errors.trim() !== '') return giveUp(errors.trim());
        if (fastDeaths > FAST_DEATHS_ALLOWED) {
          return giveUp(`${name} stops again and again. Its log: ${logFile}\n${errors.trim()}`);
        }
        say(`${name} stopped (${signal ?? `exit ${code}`}) and is started again. Nothing accepted is lost.`);
        start().then(resolve);
      });
    });

  /** @returns {Promise<void>} */
  const stop = () =>
    new Promise((resolve) => {
      isStopping = true;
      const stopping = child;
      if (stopping === null) return resolve();
      const force = setTimeout(() => stopping.kill('SIGKILL'), STOP_PATIENCE_MS);
      stopping.once('close', () => {
        clearTimeout(force);
        resolve();
      });
      stopping.kill('SIGTERM');
    });

  return { start, stop };
};

/**
 * @param {unknown} message
 * @returns {message is { type: 'ready', url: string }}
 */
const isReady = (message) =>
  typeof message === 'object' &&
  message !== null &&
  'type' in message &&
  message.type === 'ready' &&
  'url' in message;

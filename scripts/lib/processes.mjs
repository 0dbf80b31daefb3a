import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and shows what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, isQuiet?: boolean }} [options] `isQuiet`: print only if it fails
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (command, args, { cwd, env, isQuiet = false } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd,
      env: env ?? process.env,
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // npm and npx are .cmd files on Windows, which only a shell can start.
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });

/**
 * An environment without the product's settings: other people's install scripts have no business with keys, and what
 * is under test none with a developer's own Twenty or database.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export const withoutSettings = (env) =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(TWENTY_|DIALER_|TWILIO_|SANDBOX_|DATABASE_URL$)/.test(name)),
  );

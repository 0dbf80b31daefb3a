import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, withoutSettings } from './processes.mjs';

const OLDEST_NODE = [20, 19];

/** Stops with one readable message when Node is too old to run the product. */
export const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(
    `Twenty Dialer needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Install Node 22 or 24 from https://nodejs.org and try again.`,
  );
  process.exit(1);
};

/**
 * Installs the npm packages of `folder` when they are missing or the lockfile has changed since.
 * @param {string} folder the project's root, or `twenty-app`
 * @param {(line: string) => void} say
 */
export const ensureInstalled = async (folder, say) => {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const mark = join(folder, 'node_modules', '.installed-from');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  say('Installing npm packages (once; about a minute) …');
  const startedAt = Date.now();
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: folder,
    env: withoutSettings(process.env),
    isQuiet: true,
  });
  if (code !== 0) {
    console.error(output);
    console.error(
      'npm could not install the packages. The reason is above; check the network and try again.',
    );
    process.exit(1);
  }
  writeFileSync(mark, lock);
  say(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
};

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './processes.mjs';

const INPUTS = [
  'extension-ui/src',
  'extension-ui/public',
  'extension-ui/index.html',
  'extension-ui/vite.config.ts',
  'contract/src',
  'package-lock.json',
];

/**
 * Builds the dialer's pages when their sources have changed since the last build.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export const ensureUiBuilt = async (root, say) => {
  const sources = hashOf(root);
  const mark = join(root, 'extension-ui/dist/.built-from');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return;
  say('Building the dialer (once) …');
  const { code, output } = await run(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: join(root, 'extension-ui'),
      isQuiet: true,
    },
  );
  if (code !== 0) {
    console.error(output);
    console.error('The dialer could not be built. The reason is above.');
    process.exit(1);
  }
  writeFileSync(mark, sources);
};

/** @param {string} root */
const hashOf = (root) => {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    const path = join(root, input);
    if (!existsSync(path)) continue;
    for (const file of filesBelow(path)) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
};

/**
 * @param {string} path
 * @returns {string[]}
 */
const filesBelow = (path) => {
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .flatMap((entry) => filesBelow(join(path, entry.name)));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [path];
    throw error;
  }
};

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { readMigrations } from '../store/migrate.ts';
import { openStore } from '../store/open-store.ts';
import { installedVersion } from '../store/pglite/data-folder.ts';

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/twenty-dialer', import.meta.url));

/**
 * Puts an embedded database with all tables, and nothing in them, into `dataDir`, so that a test need not wait for one
 * to be made (four seconds of two cores). It is made once and kept beside the installed packages.
 */
export const copyEmptyDatabase = async (dataDir: string): Promise<void> => {
  const template = join(CACHE, templateName());
  if (!existsSync(template)) await makeTemplate(template);
  cpSync(join(template, 'pglite'), join(dataDir, 'pglite'), { recursive: true });
};

/** Another PGlite or another migration makes another template. */
const templateName = (): string => {
  const checksums = readMigrations().map(({ checksum }) => checksum);
  const ours = createHash('sha256').update(checksums.join()).digest('hex').slice(0, 12);
  return `store-${installedVersion()}-${ours}`;
};

const makeTemplate = async (template: string): Promise<void> => {
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  await (await openStore({ dataDir: draft, log: pino({ level: 'silent' }) })).close();
  const outdated = readdirSync(CACHE).filter((name) => name.startsWith('store-'));
  try {
    renameSync(draft, template);
  } catch (error) {
    // Another test file was faster; its template is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(template)) throw error;
    return;
  }
  for (const name of outdated) rmSync(join(CACHE, name), { recursive: true, force: true });
};

import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedVersion, prepareDataFolder } from '../store/pglite/data-folder.ts';

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/twenty-dialer', import.meta.url));

/**
 * Puts an empty embedded database into `dataDir`, so that a test need not wait for one to be made (three seconds of two
 * cores). It is made once per version of PGlite and kept beside the installed packages.
 */
export const copyEmptyDatabase = async (dataDir: string): Promise<void> => {
  const template = join(CACHE, `pglite-${installedVersion()}`);
  if (!existsSync(template)) await makeTemplate(template);
  cpSync(join(template, 'pglite'), join(dataDir, 'pglite'), { recursive: true });
};

const makeTemplate = async (template: string): Promise<void> => {
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  await prepareDataFolder(draft);
  try {
    renameSync(draft, template);
  } catch (error) {
    // Another test file was faster; its template is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(template)) throw error;
  }
};

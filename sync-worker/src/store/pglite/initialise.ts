import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMAT_FILE, installedVersion } from './data-folder.ts';
import { DurableFs } from './durable-fs.ts';
import { startPglite } from './start-pglite.ts';

/** Run as a process of its own: makes an empty database in the folder named by its argument, and ends. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder.');
// Its parent may be killed meanwhile: then nobody needs the result any more.
process.on('disconnect', () => process.exit(1));
const pglite = await startPglite(new DurableFs(folder));
await pglite.close();
writeFileSync(join(folder, FORMAT_FILE), `${installedVersion()}\n`);
process.exit(0);

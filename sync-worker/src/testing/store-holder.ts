import { randomUUID } from 'node:crypto';
import { WorkspaceId } from '@twenty-dialer/contract';
import { pino } from 'pino';
import { openStore } from '../store/open-store.ts';

/** Run as a process of its own, to be killed: commits one workspace after the other and tells each one's id. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Name the data folder.');
// Nobody is left to kill it.
process.on('disconnect', () => process.exit(1));
const store = await openStore({ dataDir, log: pino({ level: 'silent' }) });
for (;;) {
  const id = WorkspaceId.parse(randomUUID());
  await store.registerWorkspace({ id, name: 'Acme', twentyUrl: 'https://acme.example.com' });
  process.send?.(id);
}

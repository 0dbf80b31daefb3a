import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/port.ts';

/** A real store, embedded, in a folder of its own that goes when it is closed. */
export const openTestStore = async (): Promise<Store> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dialer-store-'));
  const store = await openStore({ databaseUrl: null, dataDir, log: pino({ level: 'silent' }) });
  return {
    ...store,
    close: async () => {
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

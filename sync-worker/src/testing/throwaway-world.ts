import { createChangeHub } from '../store/change-hub.ts';
import { createStore } from '../store/create-store.ts';
import type { Database } from '../store/database.ts';
import { createWorld, type OpenedStore, type StoreWorld } from './store-world.ts';

class Thrown extends Error {}

/**
 * A world that lasts for one transaction and is then rolled back: nothing is written to a disk, so thousands of them are
 * cheap. What a commit would do is tested elsewhere.
 */
export const inThrowawayWorld = async (
  { database }: Pick<OpenedStore, 'database'>,
  work: (world: StoreWorld) => Promise<void>,
): Promise<void> => {
  const outer = database.transaction({}, async (query, script) => {
    let isSet = false;
    const inner: Database = {
      ...database,
      transaction: async (settings, innerWork) => {
        // All of it is one workspace.
        if (!isSet) {
          for (const [name, value] of Object.entries(settings)) {
            await query('select set_config($1, $2, true)', [name, value]);
          }
        }
        isSet = true;
        return innerWork(query, script);
      },
    };
    const silent = () => undefined;
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const store = createStore(
      inner,
      createChangeHub(log, async () => []),
    );
    await work(createWorld({ store, database: inner }));
    throw new Thrown();
  });
  await outer.catch((error: unknown) => {
    if (!(error instanceof Thrown)) throw error;
  });
};

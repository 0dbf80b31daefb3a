import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from 'idb';

/** What a box keeps belongs to one member and one call. */
export type BoxKey = { workspaceMemberId: string; callId: string };

/**
 * A drawer on this computer, one entry per member and call.
 * `change` reads, decides and writes in one transaction, so that two tabs cannot overwrite each other unseen;
 * it resolves once the change is on the disk. Returning undefined takes the entry out, the same object leaves it.
 */
export type Box<Entry extends BoxKey> = {
  change(key: BoxKey, decide: (now: Entry | undefined) => Entry | undefined): Promise<void>;
  list(workspaceMemberId: string): Promise<Entry[]>;
};

type Schema<Name extends string> = DBSchema & { [name in Name]: { key: [string, string]; value: BoxKey } };
const BOX_NAMES = ['unsentReports', 'drafts'] as const;
export type BoxName = (typeof BOX_NAMES)[number];
export type BoxDatabase = IDBPDatabase<Schema<BoxName>>;

/** Opens the drawers of this browser profile; rejects where the browser keeps nothing (some private windows). */
export const openBoxDatabase = (name = 'twenty-dialer'): Promise<BoxDatabase> =>
  openDB<Schema<BoxName>>(name, 1, {
    upgrade: (database) => {
      for (const box of BOX_NAMES) {
        database.createObjectStore(box as StoreNames<Schema<BoxName>>, {
          keyPath: ['workspaceMemberId', 'callId'],
        });
      }
    },
    // A newer dialer in another tab wants to upgrade: step aside, or that tab would wait for ever.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

/** A box in IndexedDB. `parse` is the edge: what an older dialer wrote and this one cannot read stays untouched. */
export const keptBox = <Entry extends BoxKey>(
  database: Promise<BoxDatabase>,
  { name, parse }: { name: BoxName; parse: (value: unknown) => Entry | undefined },
): Box<Entry> => ({
  change: async ({ workspaceMemberId, callId }, decide) => {
    const transaction = (await database).transaction(name, 'readwrite', { durability: 'strict' });
    const before = parse(await transaction.store.get([workspaceMemberId, callId]));
    const after = decide(before);
    if (after === undefined) await transaction.store.delete([workspaceMemberId, callId]);
    else if (after !== before) await transaction.store.put(after);
    await transaction.done;
  },
  list: async (workspaceMemberId) => {
    const range = IDBKeyRange.bound([workspaceMemberId], [workspaceMemberId, '\uffff']);
    const values = await (await database).getAll(name, range);
    return values.map(parse).filter((entry) => entry !== undefined);
  },
});

/** A box that lasts as long as the window: for browsers that keep nothing, together with words that say so. */
export const passingBox = <Entry extends BoxKey>(): Box<Entry> => {
  const entries = new Map<string, Entry>();
  return {
    change: async ({ workspaceMemberId, callId }, decide) => {
      const key = `${workspaceMemberId} ${callId}`;
      const after = decide(entries.get(key));
      if (after === undefined) entries.delete(key);
      else entries.set(key, after);
    },
    list: async (member) => [...entries.values()].filter((entry) => entry.workspaceMemberId === member),
  };
};

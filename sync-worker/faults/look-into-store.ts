import { MemberId } from '@twenty-dialer/contract';
import { pino } from 'pino';
import { z } from 'zod';
import { APP_ROLE, SCHEMA } from '../src/store/database.ts';
import { openStoreAndDatabase } from '../src/store/open-store.ts';
import type { StorePlace } from './faulty-twenty.ts';

const Entry = z.object({
  slot: z.string(),
  call_id: z.string().nullable(),
  state: z.string(),
  is_waiting: z.boolean(),
});
const Waits = z.array(z.object({ seconds: z.coerce.number() }));
const Counts = z.array(z.object({ count: z.coerce.number() }));

/** What the workers left in their store. They must be gone. */
export const lookIntoStore = async (place: StorePlace, memberIds: readonly string[]) => {
  const { store, database } = await openStoreAndDatabase({ ...place, log: pino({ level: 'silent' }) });
  try {
    const [workspace] = await store.listWorkspaces();
    if (workspace === undefined) throw new Error('The store knows no workspace.');
    const asWorker = { role: APP_ROLE, 'dialer.workspace_id': workspace.id, search_path: SCHEMA };
    const ask = (sql: string) => database.transaction(asWorker, (query) => query(sql));
    const ledger = await store.transaction(workspace.id, async (tx) => {
      const held = [];
      for (const id of memberIds) held.push({ id, totals: await tx.progression.get(MemberId.parse(id)) });
      return held;
    });
    return {
      undelivered: z.array(Entry).parse(await ask(UNDELIVERED)),
      /** Entries of calls that have arrived. */
      delivered: Counts.parse(await ask(DELIVERED))[0]?.count ?? 0,
      /** From the moment that a record of a call was stored to Twenty's answer that it is there, the shortest first. */
      waitSeconds: Waits.parse(await ask(WAITS)).map(({ seconds }) => seconds),
      ledger,
    };
  } finally {
    await store.close();
  }
};

const UNDELIVERED = `select slot, call_id, state, is_waiting from outbox_entry where state <> 'delivered'`;
const DELIVERED = `select count(*) as count from outbox_entry where state = 'delivered' and call_id is not null`;
const WAITS = `
  select extract(epoch from first_delivered_at - created_at) as seconds
  from outbox_entry where call_id is not null and first_delivered_at is not null
  order by seconds`;

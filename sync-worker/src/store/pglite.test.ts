import { expect, test, vi } from 'vitest';
import { openEmbeddedStore } from '../testing/store-opened.ts';
import { describeStore } from './conformance.ts';

// Checkpoints and vacuums all the time: everything must hold while they run.
const openBusy = () => openEmbeddedStore({ checkpointEveryMs: 100, tidyEveryMs: 20 });

describeStore('PGlite', openBusy, (newWorld) => {
  test('the write-ahead log is cut and dead rows are cleared away, though nobody asks for it', async () => {
    const { database, tx } = newWorld();
    const ask = (sql: string) => database.transaction({}, (query) => query(sql));
    const lastCheckpoint = () => ask('select redo_lsn from pg_control_checkpoint()');
    const before = await lastCheckpoint();
    await tx((t) => t.delivery.setStatus({ state: 'paused', message: 'a write' }));
    await vi.waitFor(async () => {
      expect(await lastCheckpoint()).not.toEqual(before);
      // Minus one until a vacuum has looked at the table.
      const counted = 'select 1 from pg_class where reltuples >= 0 and relname in ';
      expect(await ask(`${counted} ('call', 'outbox_entry')`)).toHaveLength(2);
    }, 10_000);
  });

  test('a plan that suited the empty store is not kept for the full one', async () => {
    const { database } = newWorld();
    const ask = (sql: string, parameters: readonly number[] = []) =>
      database.transaction({}, (query) => query(sql, parameters));
    const sql = 'select count(*) from dialer.call where revision = $1';
    for (let time = 1; time <= 8; time += 1) await ask(sql, [time]);
    const plans = 'select generic_plans::integer as kept from pg_prepared_statements where statement = ';
    expect(await ask(`${plans}'${sql}'`)).toEqual([{ kept: 0 }]);
  });
});

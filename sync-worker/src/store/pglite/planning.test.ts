import type { CallReport } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { aReport, wrappedUp } from '../../testing/store-fixtures.ts';
import { openEmbeddedStore } from '../../testing/store-opened.ts';
import { createWorld, type OpenedStore } from '../../testing/store-world.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openEmbeddedStore();
});
afterAll(() => opened.close());

describe('a report costs the same however many records wait, also in a store that nobody has analysed', () => {
  test('its records are found by the primary key', async () => {
    const world = createWorld(opened);
    await world.rows(
      `insert into outbox_entry (slot, object_name, record_id, call_id, member_id, state, payload, content_hash, due_at)
       select 'note:' || n, 'note', gen_random_uuid(), gen_random_uuid(), $1, 'pending', '{}', '', now()
       from generate_series(1, 3000) n`,
      [world.memberId],
    );
    const plan = await world.rows(
      `explain select slot from outbox_entry where slot = any(array['note:1', 'note:2', 'phoneCall:x', 'repProgression:y'])
       order by slot for no key update`,
    );
    expect(JSON.stringify(plan)).toContain('outbox_entry_pkey');
  });

  test('it is planned once; a list is planned for the rows there are', async () => {
    const world = createWorld(opened);
    const byRep = { filter: { members: [world.memberId] }, after: null, limit: 51 };
    const accept = (report: CallReport) =>
      world.store.transaction(world.workspaceId, (tx) => tx.calls.accept(report), {
        findsByKey: true,
      });
    for (let calls = 0; calls < 3; calls += 1) await accept(wrappedUp(aReport(world.memberId)));
    for (let looks = 0; looks < 3; looks += 1) await world.tx((tx) => tx.deliveries.list(byRep));
    const plans = (text: string) =>
      world.rows(
        `select distinct generic_plans > 0 as is_kept, custom_plans > 0 as is_made_anew
         from pg_prepared_statements where statement ilike $1`,
        [text],
      );
    expect(await plans('%insert into call_to_count%')).toEqual([{ is_kept: true, is_made_anew: false }]);
    expect(await plans('%from outbox_entry e%limit%')).toEqual([{ is_kept: false, is_made_anew: true }]);
  });
});

test('years of calls that arrived slow neither the list nor the count of what has not', async () => {
  const own = await openEmbeddedStore();
  onTestFinished(() => own.close());
  const { rows, memberId } = createWorld(own);
  await rows(
    `insert into outbox_entry (slot, object_name, record_id, member_id, state, payload, content_hash, due_at)
     select 'phoneCall:' || n, 'phoneCall', gen_random_uuid(), $1, case n when 1 then 'pending' else 'delivered' end, '{}',
       '', now()
     from generate_series(1, 4000) as n`,
    [memberId],
  );
  await own.database.transaction({}, (query) => query('analyze dialer.outbox_entry'));
  const index = 'outbox_entry_not_well';
  const counted = `select object_name, count(*) from outbox_entry where stage <> 'in-twenty' group by 1`;
  expect(JSON.stringify(await rows(`explain ${counted}`))).toContain(index);
  const listed = `select slot from outbox_entry e where (e.stage = 'failed' or e.stage = 'waiting')
    order by e.updated_at desc, e.slot desc limit 50`;
  expect(JSON.stringify(await rows(`explain ${listed}`))).toContain(index);
});

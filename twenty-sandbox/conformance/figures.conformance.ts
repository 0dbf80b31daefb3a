import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { at } from './client.ts';
import type { ObjectName } from './record-keeper.ts';
import { needsApp, onEveryTwenty } from './session.ts';

/** What the worker writes over and over, each found again by one unique field. */
const WRITTEN: readonly {
  readonly object: ObjectName;
  readonly root: string;
  readonly key: string;
  readonly first: Readonly<Record<string, unknown>>;
  readonly later: Readonly<Record<string, unknown>>;
}[] = [
  {
    object: 'callSession',
    root: 'createCallSessions',
    key: 'sessionId',
    first: { name: 'A sitting', calls: 1, talkSeconds: 61, startedAt: '2026-03-04T15:00:00.000Z' },
    later: { calls: 2, endedAt: '2026-03-04T16:00:00.000Z' },
  },
  {
    object: 'dailyCallStats',
    root: 'createDailyCallStatsEntries',
    key: 'dayKey',
    first: { name: 'A day', day: '2026-03-04', calls: 3, dials: 3, connected: 1, connectionRate: 0.3333 },
    later: { calls: 4, dials: 4, connectionRate: 0.25, averageDurationSeconds: null },
  },
  {
    object: 'syncLogEntry',
    root: 'createSyncLogEntries',
    key: 'entryKey',
    first: { objectName: 'phoneCall', action: 'CREATE', status: 'FAILED', message: 'Refused', count: 1 },
    later: { status: 'RESOLVED', at: '2026-03-04T16:00:00.000Z' },
  },
  {
    object: 'doNotCallEntry',
    root: 'createDoNotCallEntries',
    key: 'number',
    first: { reason: 'Asked not to be called', source: 'DIALER', addedAt: '2026-03-04T15:00:00.000Z' },
    later: { expiresAt: '2031-01-01T00:00:00.000Z' },
  },
];

onEveryTwenty('Figures, the sync log and the do-not-call list', (session) => {
  test.each(WRITTEN)(
    '$object is found by its $key, whatever its id, and keeps what is not given',
    async (one) => {
      const id = session().idFor(one.object);
      const key = { [one.key]: `conformance-${randomUUID()}` };
      const fields = ['id', one.key, ...Object.keys({ ...one.first, ...one.later })].join(' ');
      const options = { upsert: true, fields };
      await session().create(one.object, [{ id, ...key, ...one.first }], options);
      const { data, errors } = await session().create(one.object, [{ ...key, ...one.later }], options);
      expect(errors).toEqual([]);
      expect(at(data, one.root)).toEqual([{ id, ...key, ...one.first, ...one.later }]);
    },
  );

  test('a share stays a fraction, and is not rounded to a whole number', async () => {
    const { data } = await session().create(
      'dailyCallStats',
      [
        {
          id: session().idFor('dailyCallStats'),
          dayKey: `conformance-${randomUUID()}`,
          connectionRate: 0.6667,
        },
      ],
      { fields: 'connectionRate' },
    );
    expect(at(data, 'createDailyCallStatsEntries')).toEqual([{ connectionRate: 0.6667 }]);
  });

  test('the same number twice on the do-not-call list is refused', async () => {
    const number = `conformance-${randomUUID()}`;
    const entry = () => ({ id: session().idFor('doNotCallEntry'), number });
    await session().create('doNotCallEntry', [entry()]);
    const { errors } = await session().create('doNotCallEntry', [entry()]);
    expect(errors[0]).toMatchObject({ message: 'A duplicate entry was detected' });
  });

  test('a number that a person adds counts as entered by hand', async () => {
    const { data } = await session().create(
      'doNotCallEntry',
      [{ id: session().idFor('doNotCallEntry'), number: `conformance-${randomUUID()}` }],
      { fields: 'source reason expiresAt personId addedById' },
    );
    expect(at(data, 'createDoNotCallEntries', 0)).toEqual({
      source: 'MANUAL',
      reason: '',
      expiresAt: null,
      personId: null,
      addedById: null,
    });
  });

  test('a day of several reps adds up in Twenty', async () => {
    const day = '2001-02-03';
    const rows = [2, 3].map((calls) => ({
      id: session().idFor('dailyCallStats'),
      dayKey: `conformance-${randomUUID()}`,
      day,
      calls,
    }));
    await session().create('dailyCallStats', rows);
    const { data } = await session().send(
      'query ($filter: DailyCallStatsFilterInput) { dailyCallStatsEntries(filter: $filter) { sumCalls totalCount } }',
      { filter: { id: { in: rows.map((row) => row.id) } } },
    );
    expect(at(data, 'dailyCallStatsEntries')).toEqual({ sumCalls: 5, totalCount: 2 });
  });
});

onEveryTwenty(
  'The app’s role, beyond calls',
  (session) => {
    test('it writes figures, the sync log and the do-not-call list', async () => {
      for (const { object, key, first } of WRITTEN) {
        const row = { id: session().idFor(object), [key]: `conformance-${randomUUID()}`, ...first };
        const { errors } = await session().create(object, [row], { as: 'app', upsert: true });
        expect(errors).toEqual([]);
      }
    });

    test('it reads teams and opportunities, and writes neither', async () => {
      for (const [object, plural] of [
        ['salesTeam', 'salesTeams'],
        ['opportunity', 'opportunities'],
      ] as const) {
        const read = await session().send(`{ ${plural}(first: 1) { edges { node { id } } } }`, {}, 'app');
        expect(read.errors).toEqual([]);
        const { errors } = await session().create(object, [{ id: session().idFor(object), name: 'No' }], {
          as: 'app',
        });
        expect(errors[0]).toMatchObject({ code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' });
      }
    });

    test('it deletes nothing', async () => {
      const { errors } = await session().send(
        'mutation { deleteDoNotCallEntries(filter: { number: { eq: "nobody" } }) { id } }',
        {},
        'app',
      );
      expect(errors[0]).toMatchObject({ code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' });
    });
  },
  needsApp,
);

import { randomUUID } from 'node:crypto';
import { MemberId } from '@twenty-dialer/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerEntry } from '../../outbox/progression-entries.ts';
import type { ProgressionTotals } from '../../outbox/progression-record.ts';
import { aCallThatEarns, countedOn } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const FOUND: ProgressionTotals = {
  totalXp: 430,
  totalCalls: 150,
  totalTalkSeconds: 9_120,
  lastCallAt: '2026-11-19T15:04:00.000Z',
  streakDays: 4,
  streakThrough: '2026-11-19',
};

export const progressionConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const { tx, memberId } = world;
    const ada = { id: memberId, name: 'Ada Bell' };
    return {
      ...world,
      ada,
      earn: (
        missing: (held: readonly LedgerEntry[]) => readonly LedgerEntry[],
        call = aCallThatEarns(memberId),
      ) => tx((t) => t.progression.append(call, missing)),
      open: (found: ProgressionTotals | null) => tx((t) => t.progression.open(ada, found)),
      held: () => tx((t) => t.progression.get(memberId)),
    };
  };

  test('a call that earns is in the totals of its member at once', async () => {
    const { earn, held, ada } = inNewWorld();
    await earn(countedOn('2026-11-20', { rule: 'connect', points: 3 }));
    const totals = await earn(countedOn('2026-11-19'));
    expect(totals).toEqual({
      member: ada,
      isOpened: false,
      totalXp: 7,
      totalCalls: 2,
      totalTalkSeconds: 120,
      lastCallAt: '2026-11-20T09:00:00.000Z',
      streakDays: 2,
      streakThrough: '2026-11-20',
    });
    expect(await held()).toEqual({ ...totals, entry: null });
  });

  test('what the ledger holds about a call is shown to whoever decides, in its order', async () => {
    const { earn, memberId } = inNewWorld();
    const call = aCallThatEarns(memberId);
    const first = countedOn('2026-11-20')();
    await earn(() => first, call);
    await earn(
      (held) => {
        expect(held).toEqual(first);
        return [{ rule: 'dial', points: -2 }];
      },
      { ...call, revision: 2 },
    );
    await earn(
      (held) => {
        expect(held).toEqual([...first, { rule: 'dial', points: -2 }]);
        return [];
      },
      { ...call, revision: 3 },
    );
  });

  test('one rule counts once for one revision of a call, however often it is tried', async () => {
    const { earn, held, memberId } = inNewWorld();
    const call = aCallThatEarns(memberId);
    await earn(countedOn('2026-11-20'), call);
    await earn(countedOn('2026-11-20'), call);
    expect(await held()).toMatchObject({ totalXp: 2, totalCalls: 1, totalTalkSeconds: 60 });
  });

  test.each(['update progression_entry set points = 1000', 'delete from progression_entry'])(
    'nobody rewrites the ledger: %s',
    async (statement) => {
      const { earn, rows } = inNewWorld();
      await earn(countedOn('2026-11-20'));
      await expect(rows(statement)).rejects.toThrow(/permission denied/);
    },
  );

  test('a call that is moved to another day counts there, and nowhere else', async () => {
    const { earn, held, memberId } = inNewWorld();
    const call = aCallThatEarns(memberId);
    await earn(countedOn('2026-11-18'));
    await earn(countedOn('2026-11-20'), call);
    await earn(
      () => [
        {
          rule: 'call-taken-back',
          calls: -1,
          talkSeconds: -60,
          day: '2026-11-20',
          startedAt: '2026-11-20T09:00:00.000Z',
        },
        ...countedOn('2026-11-17')().slice(0, 1),
      ],
      { ...call, revision: 2 },
    );
    expect(await held()).toMatchObject({
      totalXp: 4,
      totalCalls: 2,
      totalTalkSeconds: 120,
      lastCallAt: '2026-11-18T09:00:00.000Z',
      streakDays: 2,
      streakThrough: '2026-11-18',
    });
  });

  test('what Twenty had before goes on, together with what was earned meanwhile', async () => {
    const { earn, open, held } = inNewWorld();
    await earn(countedOn('2026-11-20'));
    expect(await open(FOUND)).toMatchObject({
      isOpened: true,
      totalXp: 432,
      totalCalls: 151,
      totalTalkSeconds: 9_180,
      lastCallAt: '2026-11-20T09:00:00.000Z',
      streakDays: 5,
      streakThrough: '2026-11-20',
    });
    await earn(countedOn('2026-11-23'));
    expect(await held()).toMatchObject({ totalXp: 434, streakDays: 6, streakThrough: '2026-11-23' });
  });

  test('what Twenty had before counts once, opened twice at once', async () => {
    const { open, held } = inNewWorld();
    const opened = await Promise.all([open(FOUND), open(FOUND), open(null)]);
    expect(opened.filter((totals) => totals !== null)).toHaveLength(1);
    expect([430, 0]).toContain((await held())?.totalXp);
    expect(await open(FOUND)).toBeNull();
  });

  test('a member of whom Twenty knew nothing begins at nothing', async () => {
    const { open } = inNewWorld();
    expect(await open(null)).toMatchObject({
      isOpened: true,
      totalXp: 0,
      lastCallAt: null,
      streakThrough: null,
    });
  });

  test('totals that were spoilt are worked out anew from the ledger', async () => {
    const { earn, open, held, rows, tx, memberId } = inNewWorld();
    await open(FOUND);
    await earn(countedOn('2026-11-20'));
    const right = await held();
    await rows('update member_progression set total_xp = 9999, total_calls = 0, streak_days = 77');
    await rows('update member_active_day set calls = 0');
    const { before, after } = await tx((t) => t.progression.rebuild(memberId));
    expect(before).toMatchObject({ totalXp: 9999, streakDays: 77 });
    expect({ ...after, entry: null }).toEqual(right);
    expect(await held()).toEqual(right);
    await earn(countedOn('2026-11-23'));
    expect(await held()).toMatchObject({ streakDays: 6 });
  });

  test('whoever has an entry or totals is found by a rebuild, and nobody else', async () => {
    const { earn, tx, rows, memberId } = inNewWorld();
    await earn(countedOn('2026-11-20'));
    const ghost = MemberId.parse(randomUUID());
    await rows(`insert into member_progression (member_id, member_name, total_xp) values ($1, 'Ghost', 50)`, [
      ghost,
    ]);
    expect([...(await tx((t) => t.progression.members()))].sort()).toEqual([memberId, ghost].sort());
    const { after } = await tx((t) => t.progression.rebuild(ghost));
    expect(after).toMatchObject({ totalXp: 0, totalCalls: 0, lastCallAt: null });
  });

  test('totals that are kept up with each entry are those of the whole ledger', async () => {
    const day = fc.constantFrom('2026-11-16', '2026-11-17', '2026-11-18', '2026-11-20', '2026-11-23');
    await fc.assert(
      fc.asyncProperty(
        fc.array(day, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (days, isOpened) => {
          const { earn, open, held, tx, memberId } = inNewWorld();
          if (isOpened) await open(FOUND);
          for (const one of days) await earn(countedOn(one));
          const kept = await held();
          const { after } = await tx((t) => t.progression.rebuild(memberId));
          expect({ ...after, entry: null }).toEqual(kept);
        },
      ),
      { numRuns: 10 },
    );
  });
};

import { randomUUID } from 'node:crypto';
import { type CallReport, CallSessionId, PersonId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { aRecord, aReport, retried, wrappedUp } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';
import type { ChangedFigures } from '../projection-port.ts';

const ada = PersonId.parse('11111111-1111-4111-8111-111111111111');
const grace = PersonId.parse('22222222-2222-4222-8222-222222222222');
const DAY = '2026-11-21';

/** What is worked out from calls: figures of sittings, days and people. */
export const projectionsConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const session = CallSessionId.parse(randomUUID());
    const accept = (report: CallReport) => world.tx((t) => t.calls.accept(report));
    const call = (changes: Partial<CallReport> = {}) =>
      wrappedUp(aReport(world.memberId, { line: 'manual', callSessionId: session, personId: ada }), changes);
    return {
      ...world,
      session,
      accept,
      call,
      count: (limit = 100) => world.tx((t) => t.projections.countCalls(limit)),
    };
  };
  const dayOf = ({ days }: ChangedFigures, day = DAY) => days.find((each) => each.day === day);
  const personOf = ({ people }: ChangedFigures, id: PersonId) =>
    people.find(({ personId }) => personId === id);

  test('a sitting, a day and a person add up from their calls', async () => {
    const { accept, call, count, memberId, session } = inNewWorld();
    await accept(call());
    await accept(call({ startedAt: '2026-11-21T08:00:00.000Z', outcome: 'no-answer', answeredAt: null }));
    await accept(call({ outcome: 'voicemail', answeredAt: null, status: 'failed', personId: grace }));
    const figures = await count();
    expect(figures.sessions).toEqual([
      {
        sessionId: session,
        member: { id: memberId, name: '' },
        startedAt: '2026-11-21T08:00:00.000Z',
        endedAt: '2026-11-21T09:01:05.000Z',
        timeZone: null,
        calls: 3,
        answered: 2,
        connected: 1,
        talkSeconds: 60,
      },
    ]);
    expect(figures.days).toEqual([
      {
        member: { id: memberId, name: '' },
        day: DAY,
        calls: 3,
        dials: 2,
        answered: 2,
        connectedDials: 1,
        talkSeconds: 60,
      },
    ]);
    expect(personOf(figures, ada)).toEqual({
      personId: ada,
      callCount: 2,
      lastCalledAt: '2026-11-21T09:00:00.000Z',
      doNotCall: false,
    });
    expect(personOf(figures, grace)).toMatchObject({ callCount: 1 });
  });

  test('a correction moves figures both ways: off what the call counted for before, and to what it counts for now', async () => {
    const { accept, call, count } = inNewWorld();
    const first = call();
    await accept(first);
    await count();
    await accept({
      ...first,
      revision: 3,
      outcome: 'no-answer',
      personId: grace,
      startedAt: '2026-11-20T23:30:00.000Z',
    });
    const figures = await count();
    expect(dayOf(figures)).toMatchObject({ calls: 0, connectedDials: 0, talkSeconds: 0 });
    expect(dayOf(figures, '2026-11-20')).toMatchObject({ calls: 1, connectedDials: 0 });
    expect(personOf(figures, ada)).toEqual({
      personId: ada,
      callCount: 0,
      lastCalledAt: null,
      doNotCall: false,
    });
    expect(personOf(figures, grace)).toMatchObject({
      callCount: 1,
      lastCalledAt: '2026-11-20T23:30:00.000Z',
    });
  });

  test('a call counts for the day on which the rep’s own clock showed it', async () => {
    const { accept, call, count } = inNewWorld();
    await accept(call({ timeZone: 'Pacific/Honolulu' }));
    const { days, sessions } = await count();
    expect(days.map(({ day }) => day)).toEqual(['2026-11-20']);
    expect(sessions[0]?.timeZone).toBe('Pacific/Honolulu');
  });

  test('the same report again, and a late one, leave the figures as they are', async () => {
    const { accept, call, count } = inNewWorld();
    const report = call();
    await accept(report);
    const before = await count();
    await accept(report);
    await accept({ ...report, revision: 1, outcome: 'no-answer', personId: grace });
    expect(await count()).toEqual(before);
  });

  test('a practice call that is kept here counts for nothing', async () => {
    const { tx, call, count } = inNewWorld();
    const report = call({ line: 'practice' });
    await tx(async (t) => {
      await t.calls.accept(report);
      await t.calls.keepHere(report.callId);
    });
    const { sessions, days, people } = await count();
    expect({ sessions, days, people }).toEqual({ sessions: [], days: [], people: [] });
  });

  test('a backlog is counted in parts, and nothing is new afterwards', async () => {
    const { accept, call, count } = inNewWorld();
    for (let nth = 0; nth < 5; nth += 1)
      await accept({ ...call(), callId: aReport(call().workspaceMemberId).callId });
    expect(await count(3)).toMatchObject({ hasMore: true, days: [{ calls: 3 }] });
    expect(await count(3)).toMatchObject({ hasMore: false, days: [{ calls: 5 }] });
    expect(await count(3)).toEqual({ sessions: [], days: [], people: [], hasMore: false });
  });

  test('all of it can be worked out anew, also where what was kept is wrong', async () => {
    const { accept, call, count, rows, tx } = inNewWorld();
    await accept(call());
    const before = await count();
    await rows(`update call_figure set talk_seconds = 999, is_connected = false, day = '2026-01-01'`);
    expect(await tx((t) => t.projections.markAllCalls())).toBe(1);
    const after = await count();
    expect(dayOf(after)).toEqual(dayOf(before));
    expect(dayOf(after, '2026-01-01')).toMatchObject({ calls: 0 });
    expect(after.sessions).toEqual(before.sessions);
  });

  test('a call whose person changed otherwise than by a report is counted when it is marked', async () => {
    const { accept, call, count, tx } = inNewWorld();
    const report = call();
    await accept(report);
    const before = await count();
    await tx((t) => t.projections.markCalls([report.callId]));
    expect(await count()).toEqual(before);
  });

  test('one count in an interval, by one worker at a time', async () => {
    const { accept, call, tx, passTime } = inNewWorld();
    expect(await tx((t) => t.projections.takeTurn())).toEqual({ kind: 'nothing-new' });
    await accept(call());
    await tx(async (t) => {
      expect(await t.projections.takeTurn()).toEqual({ kind: 'now' });
      await t.projections.endTurn(60_000);
    });
    const turn = await tx((t) => t.projections.takeTurn());
    expect(turn.kind === 'later' && turn.waitMs > 50_000 && turn.waitMs <= 60_000).toBe(true);
    await passTime(60_000);
    expect(await tx((t) => t.projections.takeTurn())).toEqual({ kind: 'now' });
  });

  test('figures that were held back while a backlog was counted are due when it is, a retry is not', async () => {
    const { accept, call, tx, memberId } = inNewWorld();
    const [held, retry] = [randomUUID(), randomUUID()].map((id) =>
      aRecord(memberId, { slot: `person:${id}`, objectName: 'person', dueInMs: 60_000 }),
    );
    if (held === undefined || retry === undefined) throw new Error('There are two.');
    const lease = () => tx((t) => t.outbox.lease({ holder: 'worker', leaseMs: 60_000, perObject: 200 }));
    await tx((t) => t.outbox.touch([{ ...retry, dueInMs: 0 }]));
    const [leased] = await lease();
    if (leased === undefined) throw new Error('It is due.');
    await tx((t) => t.outbox.settle('worker', [retried(leased, { retryInMs: 60_000 })]));
    await tx((t) => t.outbox.touch([held]));
    expect(await lease()).toEqual([]);
    await accept(call());
    await tx(async (t) => {
      await t.projections.takeTurn();
      await t.projections.endTurn(60_000);
    });
    expect((await lease()).map(({ slot }) => slot)).toEqual([held.slot]);
  });

  test('what Twenty had counted of a person is kept as it was first found', async () => {
    const { tx } = inNewWorld();
    const open = (callsBefore: number) =>
      tx((t) => t.projections.openPeople([{ personId: ada, callsBefore }]));
    expect(await open(7)).toEqual(new Map([[ada, 7]]));
    expect(await open(8)).toEqual(new Map([[ada, 7]]));
  });
};

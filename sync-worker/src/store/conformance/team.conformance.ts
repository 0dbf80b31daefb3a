import { randomUUID } from 'node:crypto';
import { MemberId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { aReport, wrappedUp } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

export const teamConformance = (newWorld: NewWorld): void => {
  const aMember = (name: string) => ({ id: MemberId.parse(randomUUID()), name });
  const aTeam = (name: string, ...members: ReturnType<typeof aMember>[]) => ({
    id: randomUUID(),
    name,
    members,
  });

  test('a manager’s teams are those that Twenty last told them of, and nobody else’s', async () => {
    const { tx, memberId } = newWorld();
    const managed = (id = memberId) => tx((t) => t.teams.managedBy(id));
    expect(await managed()).toEqual({ teams: [], readAt: null });
    const [ada, bea] = [aMember('Ada'), aMember('Bea')];
    const [north, south] = [aTeam('North', ada, bea), aTeam('South')];
    await tx((t) => t.teams.keep(memberId, [south, north]));
    expect(await managed()).toEqual({ teams: [north, south], readAt: expect.any(Date) });
    expect((await managed(ada.id)).teams).toEqual([]);
    await tx((t) => t.teams.keep(memberId, [{ ...south, members: [ada] }]));
    expect((await managed()).teams).toEqual([{ ...south, members: [ada] }]);
    await tx((t) => t.teams.keep(memberId, []));
    expect(await managed()).toEqual({ teams: [], readAt: expect.any(Date) });
  });

  test('a member’s calls are added up by day and week, with what nobody has wrapped up', async () => {
    const { tx, memberId } = newWorld();
    const quiet = aMember('Quiet').id;
    const on = (day: string, hasOutcome: boolean) => {
      const at = (time: string) => `${day}T${time}.000Z`;
      const report = aReport(memberId, { line: 'manual', startedAt: at('09:00:00'), ringingAt: null });
      const done = wrappedUp(report, {
        answeredAt: at('09:00:05'),
        endedAt: at('09:01:05'),
        wrappedUpAt: at('09:02:00'),
      });
      return hasOutcome
        ? done
        : { ...done, stage: 'ended' as const, wrappedUpAt: null, outcome: null, note: '' };
    };
    await tx(async (t) => {
      for (const [day, hasOutcome] of [
        ['2026-11-20', true],
        ['2026-11-20', false],
        ['2026-11-17', false],
        ['2026-11-13', true],
      ] as const) {
        await t.calls.accept(on(day, hasOutcome));
      }
      await t.projections.takeTurn();
      await t.projections.countCalls(10);
    });
    const days = { today: '2026-11-20', weekStart: '2026-11-16' };
    const figures = await tx((t) => t.teams.figures([memberId, quiet], days));
    expect(figures.find((one) => one.memberId === memberId)).toMatchObject({
      totalXp: 0,
      today: { calls: 2, connected: 1, talkSeconds: 120, unwrapped: 1, xp: 0 },
      week: { calls: 3, talkSeconds: 180, unwrapped: 2, xp: 0 },
    });
    expect(figures.find((one) => one.memberId === quiet)).toMatchObject({
      totalXp: 0,
      today: { calls: 0, connected: 0, talkSeconds: 0, unwrapped: 0 },
      week: { calls: 0 },
    });
    expect(await tx((t) => t.teams.figures([], days))).toEqual([]);
  });
};

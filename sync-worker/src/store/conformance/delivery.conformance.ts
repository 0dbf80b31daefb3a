import { expect, test } from 'vitest';
import type { BudgetState } from '../../outbox/budget.ts';
import type { NewWorld } from '../conformance.ts';

export const deliveryConformance = (newWorld: NewWorld): void => {
  test('a workspace where nothing was said yet is running', async () => {
    const { tx } = newWorld();
    expect(await tx((t) => t.delivery.status())).toMatchObject({ state: 'running', message: '' });
  });

  test('people read since when Twenty is away, not since when it was last tried', async () => {
    const { tx, rows } = newWorld();
    const away = { state: 'waiting-for-twenty', message: 'Twenty does not answer' } as const;
    await tx((t) => t.delivery.setStatus(away));
    await rows(`update delivery_status set since = '2026-11-21T09:00:00Z'`);
    await tx((t) => t.delivery.setStatus(away));
    expect(await tx((t) => t.delivery.status())).toEqual({ ...away, since: '2026-11-21T09:00:00.000Z' });
    await tx((t) => t.delivery.setStatus({ state: 'running', message: '' }));
    const { since } = await tx((t) => t.delivery.status());
    expect(since).not.toBe('2026-11-21T09:00:00.000Z');
  });

  test('what is spent of the budget is spent for everybody', async () => {
    const { tx } = newWorld();
    const seen: (BudgetState | null)[] = [];
    const spend = (tokens: number) =>
      tx((t) =>
        t.delivery.spendBudget((state, nowMs) => {
          seen.push(state);
          return { isGranted: true, state: { tokens, allowedAtMs: nowMs }, waitMs: 0 };
        }),
      );
    const first = await spend(99.5);
    await spend(98);
    expect(seen).toEqual([null, first.state]);
    expect(Math.abs(first.state.allowedAtMs - Date.now())).toBeLessThan(60_000);
  });

  test('many spenders at once spend one after the other', async () => {
    const { tx } = newWorld();
    const spendOne = () =>
      tx((t) =>
        t.delivery.spendBudget((state, nowMs) => ({
          isGranted: true,
          state: { tokens: (state?.tokens ?? 20) - 1, allowedAtMs: nowMs },
          waitMs: 0,
        })),
      );
    const decisions = await Promise.all(Array.from({ length: 20 }, spendOne));
    expect(decisions.map(({ state }) => state.tokens).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index),
    );
  });
};

import { randomUUID } from 'node:crypto';
import { CallId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { ATTEMPTS_PER_ENTRY, type NewAttempt } from '../../outbox/attempt.ts';
import type { LeasedEntry, Settlement } from '../../outbox/entry.ts';
import { lagQuantile, lagTotal } from '../../outbox/lag.ts';
import { anAttempt, aRecord, delivered, refused, retried } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };
const DAY_MS = 86_400_000;

export const attemptsConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const { tx, memberId } = world;
    /** Leases what is due and settles all of it in one way, after this attempt. */
    const attempt = async (
      tried: NewAttempt,
      settlement: (entry: LeasedEntry) => Settlement = (entry) => retried(entry, { retryInMs: 0 }),
    ) => {
      const leased = await tx((t) => t.outbox.lease(LEASE));
      const settlements = leased.map((entry) => ({ ...settlement(entry), attemptIds: [tried.id] }));
      await tx((t) => t.outbox.settle(LEASE.holder, settlements, [tried]));
    };
    const touch = (...slots: string[]) =>
      tx((t) =>
        t.outbox.touch(slots.map((slot) => aRecord(memberId, { slot, callId: CallId.parse(randomUUID()) }))),
      );
    return { ...world, attempt, touch, attemptsOf: (slot: string) => tx((t) => t.outbox.attemptsOf(slot)) };
  };

  test('an attempt is told again as it was kept, by every entry that it was about', async () => {
    const { attempt, touch, attemptsOf } = inNewWorld();
    await touch('phoneCall:1', 'phoneCall:2');
    const tried = anAttempt({
      answer: 'refused',
      failure: 'cannot-accept',
      code: 'BAD_USER_INPUT',
      subCode: 'INVALID_ARGS_DATA',
      message: 'Invalid value "X" for field "outcome"',
      field: 'outcome',
      request: { rows: { phoneCall: [{ id: 'a', outcome: 'X', seconds: 3, ok: null }] }, rowsLeftOut: 1 },
      response: { taken: {}, errors: [{ message: 'Invalid' }] },
      startedAgoMs: 1_500,
    });
    await attempt(tried);
    const { startedAgoMs, ...told } = tried;
    for (const slot of ['phoneCall:1', 'phoneCall:2']) {
      expect(await attemptsOf(slot)).toEqual([{ ...told, startedAt: expect.any(String) }]);
    }
    const [kept] = await attemptsOf('phoneCall:1');
    const agoMs = Date.now() - Date.parse(kept?.startedAt ?? '');
    expect(Math.abs(agoMs - startedAgoMs)).toBeLessThan(60_000);
    expect(await attemptsOf('phoneCall:3')).toEqual([]);
  });

  test('the newest attempt comes first, however the entry was settled', async () => {
    const { attempt, touch, attemptsOf } = inNewWorld();
    await touch('phoneCall:1');
    const tried = [anAttempt(), anAttempt(), anAttempt(), anAttempt()];
    const ways = [
      (entry: LeasedEntry) => retried(entry, { retryInMs: 0 }),
      ({ slot, version }: LeasedEntry): Settlement => ({ slot, version, kind: 'released' }),
      refused,
    ];
    for (const [index, way] of ways.entries()) await attempt(tried[index] ?? anAttempt(), way);
    expect((await attemptsOf('phoneCall:1')).map(({ id }) => id)).toEqual(
      [tried[2], tried[1], tried[0]].map((each) => each?.id),
    );
  });

  test('an entry that arrives and is edited later keeps its past attempts', async () => {
    const { attempt, attemptsOf, tx, memberId } = inNewWorld();
    const [first, second] = [anAttempt(), anAttempt()];
    await tx((t) => t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1' })]));
    await attempt(first, delivered);
    await tx((t) =>
      t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1', payload: { name: 'edited' } })]),
    );
    await attempt(second, delivered);
    expect((await attemptsOf('phoneCall:1')).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  test('several attempts of one settlement are all named, and an entry without any stays as it is', async () => {
    const { tx, touch, attemptsOf } = inNewWorld();
    await touch('phoneCall:1', 'phoneCall:2');
    const [read, write] = [anAttempt({ action: 'read' }), anAttempt()];
    const leased = await tx((t) => t.outbox.lease(LEASE));
    const settlements = leased.map((entry, index) => ({
      ...delivered(entry),
      ...(index === 0 ? { attemptIds: [write.id, read.id] } : {}),
    }));
    await tx((t) => t.outbox.settle(LEASE.holder, settlements, [read, write]));
    expect((await attemptsOf('phoneCall:1')).map(({ action }) => action)).toEqual(['write', 'read']);
    expect(await attemptsOf('phoneCall:2')).toEqual([]);
  });

  test('a record that is refused for weeks does not grow without end', async () => {
    const { attempt, touch, attemptsOf, rows } = inNewWorld();
    await touch('phoneCall:1');
    await rows(
      `update outbox_entry set attempt_ids = array(select gen_random_uuid() from generate_series(1, $1::integer))`,
      [ATTEMPTS_PER_ENTRY],
    );
    const newest = anAttempt();
    await attempt(newest);
    expect(await rows('select cardinality(attempt_ids) as count from outbox_entry')).toEqual([
      { count: ATTEMPTS_PER_ENTRY },
    ]);
    expect((await attemptsOf('phoneCall:1')).map(({ id }) => id)).toEqual([newest.id]);
  });

  test('an attempt after which nothing was left to settle is kept all the same', async () => {
    const { tx, rows } = inNewWorld();
    const tried = anAttempt();
    expect(await tx((t) => t.outbox.settle(LEASE.holder, [], [tried]))).toEqual([]);
    expect(await rows('select id from delivery_attempt')).toEqual([{ id: tried.id }]);
  });

  test('old attempts go, the oldest first and so many at a time, and leave the entry as it was', async () => {
    const { tx, attempt, touch, attemptsOf, passTime } = inNewWorld();
    await touch('phoneCall:1');
    const tried = [anAttempt(), anAttempt(), anAttempt()];
    for (const each of tried) {
      await attempt(each);
      await passTime(DAY_MS);
    }
    const forget = () => tx((t) => t.delivery.forgetAttempts(1.5 * DAY_MS, 1));
    const left = async () => (await attemptsOf('phoneCall:1')).map(({ id }) => id);
    expect(await forget()).toBe(1);
    expect(await left()).toEqual([tried[2]?.id, tried[1]?.id]);
    expect(await forget()).toBe(1);
    expect(await forget()).toBe(0);
    expect(await left()).toEqual([tried[2]?.id]);
    expect(await tx((t) => t.outbox.count())).toEqual([
      { objectName: 'phoneCall', state: 'pending', count: 1 },
    ]);
  });

  test('the lag of a call counts from when it was first due, retries and edits in between included', async () => {
    const { tx, attempt, memberId, passTime } = inNewWorld();
    const callId = CallId.parse(randomUUID());
    const touch = (name: string, dueInMs = 0) =>
      tx((t) =>
        t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1', callId, payload: { name }, dueInMs })]),
      );
    await touch('dialed', 7_200_000);
    await touch('saved');
    await attempt(anAttempt(), (entry) => retried(entry, { retryInMs: 60_000 }));
    await passTime(60_000);
    await touch('corrected');
    await passTime(60_000);
    expect(lagTotal(await tx((t) => t.delivery.lags(DAY_MS)))).toBe(0);
    await attempt(anAttempt(), delivered);
    const lags = await tx((t) => t.delivery.lags(DAY_MS));
    expect(lagTotal(lags)).toBe(1);
    expect(lagQuantile(lags, 0.5)).toBeGreaterThan(100_000);
    expect(lagQuantile(lags, 0.5)).toBeLessThan(180_000);
    await touch('edited later');
    await attempt(anAttempt(), delivered);
    expect(lagQuantile(await tx((t) => t.delivery.lags(DAY_MS)), 0.25)).toBeLessThan(60_000);
    await passTime(DAY_MS);
    expect(await tx((t) => t.delivery.lags(DAY_MS))).toEqual({});
  });

  test('figures that are held back on purpose make no call look late', async () => {
    const { tx, attempt, memberId, passTime } = inNewWorld();
    await tx((t) =>
      t.outbox.touch([aRecord(memberId, { slot: 'callSession:1', objectName: 'callSession' })]),
    );
    await passTime(DAY_MS);
    await attempt(anAttempt(), delivered);
    expect(await tx((t) => t.delivery.lags(DAY_MS))).toEqual({});
  });
};

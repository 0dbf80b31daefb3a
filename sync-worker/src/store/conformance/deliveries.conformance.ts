import { randomUUID } from 'node:crypto';
import { type DeliveryStage, MemberId } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../outbox/entry.ts';
import { anAttempt, aRecord, aReport, delivered, refused, retried } from '../../testing/store-fixtures.ts';
import type { Actor } from '../admin-port.ts';
import type { NewWorld } from '../conformance.ts';

export const deliveriesConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const { tx, memberId } = world;
    const ann: Actor = {
      member: { id: memberId, firstName: 'Ann', lastName: 'Admin', email: 'ann@example.com' },
      roles: [{ id: 'one', label: 'Admin', canUpdateAllSettings: true }],
      requestId: 'request-1',
    };
    const put = (slot: string, payload: JsonObject = { name: slot }) =>
      tx((t) => t.outbox.touch([aRecord(memberId, { slot, payload })]));
    const lease = () => tx((t) => t.outbox.lease({ holder: 'worker', leaseMs: 60_000, perObject: 200 }));
    const settleAll = async (settle: typeof delivered | typeof refused) => {
      const entries = await lease();
      await tx((t) => t.outbox.settle('worker', entries.map(settle)));
      return entries;
    };
    const list = (filter = {}) => tx((t) => t.deliveries.list({ filter, after: null, limit: 50 }));
    const stageOf = async (slot: string) => (await tx((t) => t.deliveries.detail(slot)))?.row.stage ?? null;
    return { ...world, ann, put, lease, settleAll, list, stageOf };
  };

  /** One entry in each stage. */
  const oneOfEach = async () => {
    const world = inNewWorld();
    const { put, lease, settleAll, tx } = world;
    await put('phoneCall:in-twenty');
    await settleAll(delivered);
    await put('phoneCall:needs-attention');
    await settleAll((entry) => ({
      ...delivered(entry),
      attention: { kind: 'clash' as const, message: 'Both changed it', objectName: 'phoneCall' },
    }));
    await put('phoneCall:failed');
    await settleAll(refused);
    await put('phoneCall:dismissed');
    await tx((t) => t.deliveries.dismiss(['phoneCall:dismissed'], 'Given up by Ann: no use'));
    await put('phoneCall:on-its-way');
    await lease();
    await put('phoneCall:waiting');
    return world;
  };
  const STAGES: readonly DeliveryStage[] = [
    'waiting',
    'on-its-way',
    'failed',
    'needs-attention',
    'dismissed',
    'in-twenty',
  ];

  test.each(STAGES)('what is %s is found as that, and counted once', async (stage) => {
    const { list, tx } = await oneOfEach();
    expect((await list({ stages: [stage] })).map(({ slot }) => slot)).toEqual([`phoneCall:${stage}`]);
    expect(await tx((t) => t.deliveries.count({ filter: { stages: [stage] } }, 10))).toBe(1);
    const { stages } = await tx((t) => t.deliveries.figures());
    const counted = stages.find((one) => one.stage === stage)?.count ?? 0;
    expect(counted).toBe(stage === 'in-twenty' ? 0 : 1);
  });

  test('each page goes on where the one before ended, the last change first', async () => {
    const { put, tx } = inNewWorld();
    for (const slot of ['phoneCall:1', 'phoneCall:2', 'phoneCall:3']) await put(slot);
    const first = await tx((t) => t.deliveries.list({ filter: {}, after: null, limit: 2 }));
    const last = first.at(-1);
    if (last === undefined) throw new Error('The first page is empty.');
    const second = await tx((t) => t.deliveries.list({ filter: {}, after: last, limit: 2 }));
    expect([...first, ...second].map(({ slot }) => slot)).toEqual([
      'phoneCall:3',
      'phoneCall:2',
      'phoneCall:1',
    ]);
  });

  test('filters hold together, and a search takes no character for a wildcard', async () => {
    const { put, settleAll, list, memberId } = inNewWorld();
    await put('phoneCall:1', { name: '100% sure' });
    await put('phoneCall:2', { name: '100 others' });
    await settleAll(refused);
    const found = async (filter: object) => (await list(filter)).map(({ slot }) => slot).sort();
    expect(await found({ search: '100%' })).toEqual(['phoneCall:1']);
    expect(await found({ search: 'twenty SAID' })).toEqual(['phoneCall:1', 'phoneCall:2']);
    expect(await found({ search: 'phoneCall:2' })).toEqual(['phoneCall:2']);
    expect(await found({ failures: ['cannot-accept'], members: [memberId] })).toHaveLength(2);
    expect(await found({ failures: ['cannot-reach'] })).toEqual([]);
    expect(await found({ members: [MemberId.parse(randomUUID())] })).toEqual([]);
    expect(await found({ objects: ['note'] })).toEqual([]);
    expect(await found({ from: '2100-01-01T00:00:00Z' })).toEqual([]);
    expect(await found({ to: '2100-01-01T00:00:00Z' })).toHaveLength(2);
  });

  test('a call whose person nobody knows is found, with its number', async () => {
    const { tx, memberId, list } = inNewWorld();
    const report = aReport(memberId);
    const slot = `phoneCall:${report.callId}`;
    await tx((t) =>
      t.calls.accept(report, () => t.outbox.touch([aRecord(memberId, { slot, callId: report.callId })])),
    );
    expect((await list({ person: 'none' })).map((row) => row.slot)).toEqual([slot]);
    expect((await tx((t) => t.deliveries.detail(slot)))?.unmatchedNumber).toBe('+12025550123');
    expect((await tx((t) => t.deliveries.figures())).unmatched).toBe(1);
  });

  test('a day is drawn from what its documents brought', async () => {
    const { put, lease, tx } = inNewWorld();
    for (const slot of ['phoneCall:1', 'phoneCall:2', 'phoneCall:3']) await put(slot);
    const [one, two, three] = await lease();
    if (!one || !two || !three) throw new Error('Nothing was leased.');
    await tx((t) =>
      t.outbox.settle('worker', [delivered(one), refused(two), retried(three)], [anAttempt(), anAttempt()]),
    );
    const { hours } = await tx((t) => t.deliveries.figures());
    expect(hours).toEqual([{ from: expect.any(String), delivered: 1, failed: 2 }]);
  });

  test('a record that is given up after its document was settled in part is drawn as well', async () => {
    const { put, lease, tx } = inNewWorld();
    for (const slot of ['phoneCall:1', 'phoneCall:2']) await put(slot);
    const [one, two] = await lease();
    if (!one || !two) throw new Error('Nothing was leased.');
    const attempt = anAttempt();
    const attemptIds = [attempt.id];
    await tx((t) => t.outbox.settle('worker', [{ ...delivered(one), attemptIds }], [attempt]));
    await tx((t) => t.outbox.settle('worker', [{ ...refused(two), attemptIds }]));
    expect((await tx((t) => t.deliveries.figures())).hours).toMatchObject([{ delivered: 1, failed: 1 }]);
  });

  describe('what is tried again', () => {
    test('goes at once, with a clean record', async () => {
      const { put, settleAll, tx, lease } = inNewWorld();
      await put('phoneCall:1');
      await settleAll(refused);
      expect(await lease()).toEqual([]);
      expect(await tx((t) => t.deliveries.redrive(['phoneCall:1']))).toEqual(['phoneCall:1']);
      expect((await tx((t) => t.deliveries.detail('phoneCall:1')))?.row).toMatchObject({
        stage: 'waiting',
        failure: null,
        attention: null,
        attempts: 0,
        waitingSince: expect.any(String),
      });
      expect(await lease()).toMatchObject([{ slot: 'phoneCall:1', attempts: 0, version: 1 }]);
    });

    test('is nothing that is well, on its way, or simply not due', async () => {
      const { tx, stageOf } = await oneOfEach();
      const slots = STAGES.map((stage) => `phoneCall:${stage}`);
      expect([...(await tx((t) => t.deliveries.redrive(slots)))].sort()).toEqual([
        'phoneCall:dismissed',
        'phoneCall:failed',
        'phoneCall:needs-attention',
      ]);
      expect(await stageOf('phoneCall:on-its-way')).toBe('on-its-way');
      expect(await stageOf('phoneCall:in-twenty')).toBe('in-twenty');
    });

    test('need not wait until its pause after a failure is over', async () => {
      const { put, lease, tx } = inNewWorld();
      await put('phoneCall:1');
      const entries = await lease();
      await tx((t) =>
        t.outbox.settle(
          'worker',
          entries.map((entry) => retried(entry)),
        ),
      );
      expect(await lease()).toEqual([]);
      await tx((t) => t.deliveries.redrive(['phoneCall:1']));
      expect(await lease()).toHaveLength(1);
    });

    test('takes along what was given up with it', async () => {
      const { tx, memberId, put, settleAll, stageOf } = inNewWorld();
      await put('phoneCall:1');
      await tx((t) =>
        t.outbox.touch([
          aRecord(memberId, {
            slot: 'noteTarget:1',
            objectName: 'noteTarget',
            links: { targetPhoneCallId: 'phoneCall:1' },
          }),
        ]),
      );
      await settleAll(refused);
      const { holdsBack } = (await tx((t) => t.deliveries.detail('phoneCall:1'))) ?? { holdsBack: [] };
      expect(holdsBack.map(({ slot }) => slot)).toEqual(['noteTarget:1']);
      const { waitsFor } = (await tx((t) => t.deliveries.detail('noteTarget:1'))) ?? { waitsFor: [] };
      expect(waitsFor.map(({ slot }) => slot)).toEqual(['phoneCall:1']);
      await tx((t) => t.deliveries.dismiss(['phoneCall:1'], 'Given up'));
      expect(await stageOf('noteTarget:1')).toBe('dismissed');
      await tx((t) => t.deliveries.redrive(['phoneCall:1']));
      expect(await stageOf('noteTarget:1')).toBe('waiting');
      await settleAll(delivered);
      expect((await settleAll(delivered)).map(({ slot }) => slot)).toEqual(['noteTarget:1']);
    });
  });

  describe('what is given up', () => {
    test('waits for nothing, says why, and comes back with the next edit', async () => {
      const { put, settleAll, tx, lease, stageOf } = inNewWorld();
      await put('phoneCall:1');
      await settleAll(refused);
      await tx((t) => t.deliveries.dismiss(['phoneCall:1'], 'Given up by Ann: a test'));
      const held = await tx((t) => t.deliveries.detail('phoneCall:1'));
      expect(held?.row).toMatchObject({
        stage: 'dismissed',
        waitingSince: null,
        attention: { kind: 'dismissed', message: 'Given up by Ann: a test' },
      });
      expect(await lease()).toEqual([]);
      await put('phoneCall:1', { name: 'corrected' });
      expect(await stageOf('phoneCall:1')).toBe('waiting');
    });

    test('is not shown as failed for good in the log that people read in Twenty', async () => {
      const { put, settleAll, tx, rows } = inNewWorld();
      await put('phoneCall:1');
      await settleAll(refused);
      await tx((t) => t.deliveries.dismiss(['phoneCall:1'], 'Given up by Ann: a test'));
      expect(await rows('select status, message from sync_failure')).toEqual([
        { status: 'resolved', message: 'Given up by Ann: a test' },
      ]);
    });

    test('is not taken out of Twenty: only its mark goes', async () => {
      const { tx, stageOf } = await oneOfEach();
      await tx((t) =>
        t.deliveries.dismiss(['phoneCall:needs-attention', 'phoneCall:in-twenty'], 'Looked at'),
      );
      expect(await stageOf('phoneCall:needs-attention')).toBe('in-twenty');
      expect(await stageOf('phoneCall:in-twenty')).toBe('in-twenty');
    });
  });

  describe('a value that an admin writes', () => {
    const edited = async () => {
      const world = inNewWorld();
      await world.put('phoneCall:1', { name: 'Call', toNumber: '12' });
      await world.settleAll(refused);
      const edit = (version: number) =>
        world.tx((t) =>
          t.deliveries.edit({
            slot: 'phoneCall:1',
            version,
            overrides: { toNumber: { from: '12', to: '+12025550123' } },
          }),
        );
      return { ...world, edit };
    };

    test('goes to Twenty in the place of what was reported', async () => {
      const { edit, lease } = await edited();
      expect(await edit(1)).toBe('edited');
      expect(await lease()).toMatchObject([
        { version: 2, attempts: 0, payload: { name: 'Call', toNumber: '+12025550123' } },
      ]);
    });

    test('stays while other fields are corrected, and gives way to a correction of its own', async () => {
      const { edit, put, lease, tx } = await edited();
      await edit(1);
      await put('phoneCall:1', { name: 'Call with Ada', toNumber: '12' });
      const entries = await lease();
      expect(entries).toMatchObject([{ payload: { name: 'Call with Ada', toNumber: '+12025550123' } }]);
      await tx((t) => t.outbox.settle('worker', entries.map(delivered)));
      await put('phoneCall:1', { name: 'Call with Ada', toNumber: '+12025550199' });
      expect(await lease()).toMatchObject([{ payload: { toNumber: '+12025550199' } }]);
    });

    test('is refused when the record has changed since it was looked at, is on its way, or is well', async () => {
      const { edit, put, lease, tx } = await edited();
      await put('phoneCall:1', { name: 'Another', toNumber: '12' });
      expect(await edit(1)).toBe('changed-meanwhile');
      const entries = await lease();
      expect(await edit(2)).toBe('on-its-way');
      await tx((t) => t.outbox.settle('worker', entries.map(delivered)));
      expect(await edit(2)).toBe('in-twenty');
    });
  });

  describe('a job', () => {
    const failed = async (count: number) => {
      const world = inNewWorld();
      const slots = Array.from({ length: count }, (_none, nth) => `phoneCall:${nth}`);
      for (const slot of slots) await world.put(slot);
      await world.settleAll(refused);
      const begin = (action: 'redrive' | 'dismiss', selection: object = { filter: { stages: ['failed'] } }) =>
        world.tx((t) =>
          t.deliveryJobs.begin({
            id: randomUUID(),
            action,
            reason: action === 'dismiss' ? 'no use' : null,
            selection: selection as never,
            actor: world.ann,
          }),
        );
      const advance = (limit: number) => world.tx((t) => t.deliveryJobs.advance(limit));
      return { ...world, slots, begin, advance };
    };

    test('goes through all that matched, some at a time, and says how far it is', async () => {
      const { begin, advance, list } = await failed(5);
      expect(await begin('redrive')).toMatchObject({ state: 'running', total: 5, done: 0, by: 'Ann Admin' });
      expect(await advance(3)).toMatchObject({ state: 'running', done: 3, skipped: 0 });
      expect(await list({ stages: ['waiting'] })).toHaveLength(3);
      expect(await advance(3)).toMatchObject({ state: 'done', done: 5, endedAt: expect.any(String) });
      expect(await advance(3)).toBeNull();
      expect(await list({ stages: ['waiting'] })).toHaveLength(5);
    });

    test('does not try again what fails again while it goes on', async () => {
      const { begin, advance, settleAll } = await failed(2);
      await begin('redrive');
      await advance(1);
      await settleAll(refused);
      expect(await advance(5)).toMatchObject({ state: 'done', done: 2 });
      expect(await settleAll(refused)).toHaveLength(1);
    });

    test('skips what it makes no sense for', async () => {
      const { begin, advance, put, slots } = await failed(1);
      await put('phoneCall:new');
      await begin('redrive', { slots: [...slots, 'phoneCall:new', 'phoneCall:unknown'] });
      expect(await advance(10)).toMatchObject({ state: 'done', total: 2, done: 1, skipped: 1 });
    });

    test('that is cancelled stops where it is', async () => {
      const { begin, advance, tx, ann, list } = await failed(4);
      const { id } = await begin('dismiss');
      await advance(2);
      expect(await tx((t) => t.deliveryJobs.cancel(id, ann))).toMatchObject({ state: 'cancelled', done: 2 });
      expect(await advance(2)).toBeNull();
      expect(await list({ stages: ['failed'] })).toHaveLength(2);
      expect(await tx((t) => t.deliveryJobs.cancel(randomUUID(), ann))).toBeNull();
    });

    test('leaves at each record who did it, and why', async () => {
      const { begin, advance, tx } = await failed(1);
      const { id } = await begin('dismiss');
      await advance(2);
      const deeds = await tx((t) => t.audit.of('phoneCall:0', 10));
      expect(deeds).toMatchObject([{ action: 'dismiss', by: 'Ann Admin', detail: 'Given up: no use' }]);
      expect(await tx((t) => t.audit.of(id, 10))).toHaveLength(1);
      expect(await tx((t) => t.deliveryJobs.list(5))).toMatchObject([
        { id, state: 'done', reason: 'no use' },
      ]);
    });
  });

  test('nobody can change or remove what was noted about a deed', async () => {
    const { tx, ann, rows } = inNewWorld();
    await tx((t) => t.audit.note(ann, { action: 'pause', subject: null, detail: 'A move' }));
    expect(await rows('select member, request_id from audit_event')).toMatchObject([
      { member: { name: 'Ann Admin', email: 'ann@example.com', roles: ['Admin'] }, request_id: 'request-1' },
    ]);
    await expect(rows(`update audit_event set detail = 'other'`)).rejects.toThrow(/permission denied/);
    await expect(rows('delete from audit_event')).rejects.toThrow(/permission denied/);
  });

  test('a pause is kept until it is ended', async () => {
    const { tx, memberId } = inNewWorld();
    expect(await tx((t) => t.delivery.pause())).toBeNull();
    await tx((t) => t.delivery.setPause({ memberId, by: 'Ann Admin', reason: 'A move' }));
    expect(await tx((t) => t.delivery.pause())).toEqual({
      by: 'Ann Admin',
      reason: 'A move',
      since: expect.any(String),
    });
    expect(await tx((t) => t.delivery.resume())).toBe(true);
    expect(await tx((t) => t.delivery.resume())).toBe(false);
    expect(await tx((t) => t.delivery.pause())).toBeNull();
  });
};

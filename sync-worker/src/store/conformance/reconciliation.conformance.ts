import { randomUUID } from 'node:crypto';
import { CallId, type DifferenceCause, MemberId } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import {
  type Compared,
  type CountOfCall,
  callSubject,
  type FoundDifference,
} from '../../outbox/reconciled.ts';
import { anAttempt, aRecord, aReport, delivered, refused, wrappedUp } from '../../testing/store-fixtures.ts';
import type { StoreWorld } from '../../testing/store-world.ts';
import type { NewWorld } from '../conformance.ts';
import { ReconciliationHoldLost } from '../errors.ts';
import type { CallPlace, ReconciliationStore } from '../reconciliation-port.ts';

const forMs = 60_000;

/** One call that Twenty does not have. */
export const aComparedCall = (
  changes: Partial<Compared> = {},
  cause: DifferenceCause = 'missing',
): Compared => {
  const callId = CallId.parse(randomUUID());
  const subject = callSubject(callId);
  const difference: FoundDifference = {
    subject,
    key: `phoneCall:${callId}`,
    cause,
    slot: `phoneCall:${callId}`,
    objectName: 'phoneCall',
    callId,
    memberId: null,
    day: '2026-11-21',
    title: 'Call to somebody',
    message: 'It is gone',
    fields: [{ name: 'outcome', here: 'A', inTwenty: 'B' }],
    twentyRecordId: null,
    fingerprint: 'gone',
  };
  return { subject, differences: [difference], inTrash: [], here: [aCount()], twenty: [], ...changes };
};
const aCount = (changes: Partial<CountOfCall> = {}): CountOfCall => ({
  day: '2026-11-21',
  member: 'somebody',
  calls: 1,
  talkSeconds: 60,
  ...changes,
});

const begun = async (world: StoreWorld) => {
  await world.store.registerWorkspace({
    id: world.workspaceId,
    name: 'Acme',
    twentyUrl: 'https://acme.example.com',
  });
  const { id } = await world.tx((t) => t.reconciliation.begin({ by: 'Ann', days: 30 }));
  const found = async () =>
    (
      await world.tx((t) =>
        t.reconciliation.differences(id, {
          causes: null,
          memberIds: null,
          day: null,
          after: null,
          limit: 50,
        }),
      )
    ).differences;
  const press = (remedy: 'write-again' | 'accept', cause: DifferenceCause) =>
    world.tx((t) =>
      t.reconciliation.repair(id, { remedy, by: 'Ann', which: { causes: [cause] }, allowed: [cause] }),
    );
  return { ...world, id, found, press };
};

const progress = { phase: 'here', done: 3, total: 9, madeByHand: 0, place: null, through: null } as const;

const pageOf = (tx: StoreWorld['tx'], id: string, after: string | null) =>
  tx((t) => t.reconciliation.differences(id, { causes: null, memberIds: null, day: null, after, limit: 1 }));
const nextCalls = (tx: StoreWorld['tx'], query: Parameters<ReconciliationStore['calls']>[0]) =>
  tx((t) => t.reconciliation.calls(query));

export const reconciliationConformance = (newWorld: NewWorld): void => {
  test('one comparison is under way at a time; asked for again, it is answered', async () => {
    const { tx, id } = await begun(newWorld());
    expect(await tx((t) => t.reconciliation.begin({ by: null, days: 1 }))).toEqual({ id, isNew: false });
    await tx((t) => t.reconciliation.cancel(id));
    expect(await tx((t) => t.reconciliation.begin({ by: null, days: 1 }))).toMatchObject({ isNew: true });
  });

  test('one worker at a time goes on with it, and another one where it stopped', async () => {
    const { tx, id, passTime } = await begun(newWorld());
    expect(await tx((t) => t.reconciliation.hold('one', forMs))).toMatchObject({ id, state: 'running' });
    expect(await tx((t) => t.reconciliation.hold('two', forMs))).toBeNull();
    await tx((t) => t.reconciliation.save(id, { holder: 'one', forMs, progress }));
    await passTime(forMs + 1);
    expect(await tx((t) => t.reconciliation.hold('two', forMs))).toMatchObject({ progress });
    const late = tx((t) => t.reconciliation.save(id, { holder: 'one', forMs, progress }));
    await expect(late).rejects.toBeInstanceOf(ReconciliationHoldLost);
  });

  test('one that was cancelled is no longer gone on with', async () => {
    const { tx, id } = await begun(newWorld());
    await tx((t) => t.reconciliation.hold('one', forMs));
    expect(await tx((t) => t.reconciliation.cancel(id))).toBe(true);
    expect(await tx((t) => t.reconciliation.cancel(id))).toBe(false);
    const late = tx((t) => t.reconciliation.save(id, { holder: 'one', forMs, progress }));
    await expect(late).rejects.toBeInstanceOf(ReconciliationHoldLost);
    expect(await tx((t) => t.reconciliation.hold('one', forMs))).toBeNull();
  });

  test('the daily one is due since the last daily one, or since the workspace is known', async () => {
    const { tx, id } = await begun(newWorld());
    const first = await tx((t) => t.reconciliation.lastDaily());
    await tx((t) => t.reconciliation.cancel(id));
    await tx((t) => t.reconciliation.begin({ by: null, days: 1 }));
    const second = await tx((t) => t.reconciliation.lastDaily());
    expect(Date.parse(second.at)).toBeGreaterThanOrEqual(Date.parse(first.at));
    expect(second.nowMs).toBeGreaterThanOrEqual(Date.parse(second.at) - 1);
  });

  test('comparing again takes back exactly its own part', async () => {
    const { tx, id, found } = await begun(newWorld());
    const [same, other] = [
      aComparedCall({ differences: [], twenty: [aCount()] }),
      aComparedCall({ here: [aCount({ talkSeconds: 5 })] }),
    ];
    await tx((t) => t.reconciliation.keep(id, [same, other]));
    const days = async () => (await tx((t) => t.reconciliation.sides(id))).days;
    expect(await days()).toMatchObject([
      { here: { calls: 2, talkSeconds: 65 }, inTwenty: { calls: 1, talkSeconds: 60 } },
    ]);
    const healed = { ...other, differences: [], twenty: other.here };
    await tx((t) => t.reconciliation.keep(id, [healed]));
    expect(await days()).toMatchObject([
      { here: { calls: 2, talkSeconds: 65 }, inTwenty: { calls: 2, talkSeconds: 65 } },
    ]);
    expect(await found()).toEqual([]);
  });

  test('what was pressed stays until it was done and compared again, and says who pressed it', async () => {
    const { tx, id, found, press } = await begun(newWorld());
    const missing = aComparedCall();
    await tx((t) => t.reconciliation.keep(id, [missing, aComparedCall({}, 'edited')]));
    expect(await press('write-again', 'missing')).toBe(1);
    expect(await press('write-again', 'missing')).toBe(0);
    const [row] = await tx((t) => t.reconciliation.toApply(id, 10));
    expect(row).toMatchObject({ cause: 'missing', remedy: 'write-again', settledBy: 'Ann' });
    expect(row?.fields).toEqual([{ name: 'outcome', here: 'A', inTwenty: 'B' }]);
    await tx((t) => t.reconciliation.keep(id, [missing]));
    expect((await found()).map(({ state }) => state)).toEqual(['open', 'repairing']);
    await tx((t) => t.reconciliation.markApplied([row?.id ?? '']));
    expect(await tx((t) => t.reconciliation.toCompare(id, 10))).toEqual([missing.subject]);
    await tx((t) => t.reconciliation.keep(id, [{ ...missing, differences: [] }]));
    expect((await found()).map(({ state }) => state)).toEqual(['open', 'repaired']);
  });

  test('what was not put right is open again', async () => {
    const { tx, id, found, press } = await begun(newWorld());
    const missing = aComparedCall();
    await tx((t) => t.reconciliation.keep(id, [missing]));
    await press('write-again', 'missing');
    await tx(async (t) =>
      t.reconciliation.markApplied((await t.reconciliation.toApply(id, 1)).map((one) => one.id)),
    );
    await tx((t) => t.reconciliation.keep(id, [missing]));
    expect(await found()).toMatchObject([{ state: 'open', settledBy: null }]);
  });

  test('all of a call that has the same cause goes along with the one that was pressed', async () => {
    const { tx, id, found } = await begun(newWorld());
    const [one] = aComparedCall().differences;
    if (one === undefined) throw new Error('No difference.');
    const note = { ...one, key: 'note:1', slot: 'note:1', objectName: 'note' as const };
    const failed = { ...one, key: 'note:2', cause: 'failed' as const };
    await tx((t) =>
      t.reconciliation.keep(id, [aComparedCall({ subject: one.subject, differences: [one, note, failed] })]),
    );
    const pressed = (await found()).find(({ key }) => key === 'note:1');
    const count = await tx((t) =>
      t.reconciliation.repair(id, {
        remedy: 'write-again',
        by: 'Ann',
        which: { ids: [pressed?.id ?? ''] },
        allowed: ['missing', 'failed'],
      }),
    );
    expect(count).toBe(2);
  });

  test('a repair of a comparison that is over lets it go on', async () => {
    const { tx, id, press } = await begun(newWorld());
    await tx((t) => t.reconciliation.keep(id, [aComparedCall()]));
    await tx((t) => t.reconciliation.hold('one', forMs));
    await tx((t) => t.reconciliation.finish(id, 'one'));
    expect(await tx((t) => t.reconciliation.hold('one', forMs))).toBeNull();
    await press('write-again', 'missing');
    expect(await tx((t) => t.reconciliation.hold('one', forMs))).toMatchObject({ id, state: 'repairing' });
    await tx((t) => t.reconciliation.finish(id, 'one'));
    expect((await tx((t) => t.reconciliation.get(id)))?.state, 'not before it has arrived').toBe('repairing');
  });

  test('pages of differences show each once, the open ones first', async () => {
    const { tx, id, press } = await begun(newWorld());
    await tx((t) =>
      t.reconciliation.keep(id, [aComparedCall(), aComparedCall({}, 'edited'), aComparedCall({}, 'edited')]),
    );
    await press('write-again', 'missing');
    const causes: string[] = [];
    let after: string | null = null;
    do {
      const page = await pageOf(tx, id, after);
      causes.push(...page.differences.map(({ cause }) => cause));
      after = page.through;
    } while (after !== null);
    expect(causes).toEqual(['edited', 'edited', 'missing']);
  });

  test('what was accepted is known as long as it looks the same, and what was in the trash for good', async () => {
    const { tx, id } = await begun(newWorld());
    await tx((t) => t.reconciliation.accept([{ key: 'note:1', fingerprint: 'a', by: 'Ann' }]));
    await tx((t) => t.reconciliation.keep(id, [aComparedCall({ inTrash: ['note:2'] })]));
    const known = await tx((t) => t.reconciliation.known(['note:1', 'note:2', 'note:3']));
    expect(known.isAccepted('note:1', 'a')).toBe(true);
    expect(known.isAccepted('note:1', 'b')).toBe(false);
    expect(known.isAccepted('note:2', 'a')).toBe(false);
    expect([known.wasInTrash('note:2'), known.wasInTrash('note:1')]).toEqual([true, false]);
  });

  test('calls come member by member, each once, without those that are kept here', async () => {
    const { tx, memberId } = await begun(newWorld());
    const startedAt = (minute: number) =>
      new Date(Date.parse('2026-11-21T09:00:00.000Z') - minute * 60_000).toISOString();
    const reports = [3, 2, 1].map((minute) => wrappedUp(aReport(memberId, { startedAt: startedAt(minute) })));
    const others = aReport(MemberId.parse(randomUUID()), { startedAt: startedAt(1) });
    const kept = aReport(memberId, { startedAt: startedAt(5) });
    for (const report of [...reports, others, kept]) await tx((t) => t.calls.accept(report));
    await tx((t) => t.calls.keepHere(kept.callId));
    const window = { from: startedAt(60), to: startedAt(0) };
    const met: string[] = [];
    for (let after: CallPlace | null = null; ; ) {
      const calls = await nextCalls(tx, { ...window, after, limit: 2 });
      const last = calls.at(-1);
      if (last === undefined) break;
      met.push(...calls.map(({ callId }) => callId));
      after = { memberId: last.member.id, startedAt: last.startedAt, callId: last.callId };
    }
    expect(met.toSorted()).toEqual([...reports, others].map(({ callId }) => callId).toSorted());
  });

  describe('writing again', () => {
    const inTwenty = async () => {
      const world = await begun(newWorld());
      const { tx, memberId } = world;
      await tx(async (t) => {
        await t.outbox.touch([
          aRecord(memberId, { slot: 'phoneCall:1' }),
          aRecord(memberId, {
            slot: 'noteTarget:1',
            objectName: 'noteTarget',
            links: { callId: 'phoneCall:1' },
          }),
        ]);
        for (let round = 0; round < 2; round += 1) {
          const leased = await t.outbox.lease({ holder: 'w', leaseMs: forMs, perObject: 5 });
          await t.outbox.settle('w', leased.map(delivered), [anAttempt()]);
        }
      });
      const lease = () => tx((t) => t.outbox.lease({ holder: 'w', leaseMs: forMs, perObject: 5 }));
      return { ...world, lease };
    };

    test('anew, a record is looked for before it is made, and what points at it waits for it', async () => {
      const { tx, lease } = await inTwenty();
      await tx((t) =>
        t.reconciliation.writeAgain([
          { slot: 'noteTarget:1', how: 'anew' },
          { slot: 'phoneCall:1', how: 'anew' },
        ]),
      );
      const [call, ...more] = await lease();
      expect(more).toEqual([]);
      expect(call).toMatchObject({
        slot: 'phoneCall:1',
        lastDelivered: null,
        twentyRecordId: null,
        isUnanswered: true,
      });
      await tx((t) => t.outbox.settle('w', call === undefined ? [] : [delivered(call)]));
      expect((await lease()).map(({ slot }) => slot)).toEqual(['noteTarget:1']);
    });

    test('over what was seen, the values that give way are kept', async () => {
      const { tx, lease } = await inTwenty();
      await tx((t) =>
        t.reconciliation.writeAgain([{ slot: 'phoneCall:1', how: 'seen', seen: { name: ['theirs'] } }]),
      );
      const [call] = await lease();
      expect(call).toMatchObject({ seen: { name: ['theirs'] }, lastDelivered: { name: 'first' } });
    });

    test('what is on its way is left alone', async () => {
      const { tx, lease, memberId } = await inTwenty();
      await tx((t) =>
        t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:1', payload: { name: 'newer' } })]),
      );
      const [call] = await lease();
      await tx((t) => t.reconciliation.writeAgain([{ slot: 'phoneCall:1', how: 'anew' }]));
      await tx((t) => t.outbox.settle('w', call === undefined ? [] : [delivered(call)]));
      expect(await lease()).toEqual([]);
    });
  });

  test('the log as a file has failures, attempts and deliveries of the time, and nothing else', async () => {
    const { tx, memberId } = await begun(newWorld());
    await tx(async (t) => {
      await t.outbox.touch([
        aRecord(memberId, { slot: 'phoneCall:1' }),
        aRecord(memberId, { slot: 'phoneCall:2' }),
      ]);
      const [one, two] = await t.outbox.lease({ holder: 'w', leaseMs: forMs, perObject: 5 });
      if (one !== undefined && two !== undefined)
        await t.outbox.settle('w', [delivered(one), refused(two)], [anAttempt()]);
    });
    const kinds = async (from: string, to: string): Promise<string[]> => {
      const lines: string[] = [];
      let after: string | null = null;
      do {
        const page: { lines: readonly { kind: string }[]; through: string | null } = await tx((t) =>
          t.deliveryLog.page({ from, to, after }),
        );
        lines.push(...page.lines.map(({ kind }) => kind));
        after = page.through;
      } while (after !== null);
      return lines;
    };
    const hour = 3_600_000;
    const [from, to] = [new Date(Date.now() - hour), new Date(Date.now() + hour)].map((at) =>
      at.toISOString(),
    );
    expect(await kinds(from ?? '', to ?? '')).toEqual(['failure', 'attempt', 'delivery']);
    expect(await kinds('2020-01-01T00:00:00.000Z', '2020-01-02T00:00:00.000Z')).toEqual([]);
  });
};

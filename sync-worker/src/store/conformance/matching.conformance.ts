import { randomUUID } from 'node:crypto';
import { CallReport, E164, PersonId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { recordsOfCall } from '../../outbox/records-of-call.ts';
import { fillPeople } from '../../testing/filled-mirror.ts';
import { aDoNotCallEntry, aPerson, aReport, delivered } from '../../testing/store-fixtures.ts';
import type { StoreWorld } from '../../testing/store-world.ts';
import type { NewWorld } from '../conformance.ts';

const NUMBER = E164.parse('+12025550123');
const AT = '2026-11-21T09:00:00.000Z';

const owners = ({ tx, memberId }: StoreWorld, at = AT) =>
  tx((t) => t.matching.owners({ number: NUMBER, memberId, at }));
const newsOf = async ({ tx }: StoreWorld) =>
  (await tx((t) => t.matching.news(10))).calls.map((c) => c.callId);
const person = (changes = {}) => aPerson({ numbers: [NUMBER], ...changes });

export const matchingConformance = (newWorld: NewWorld): void => {
  test('nobody is said to have a number before all people are known', async () => {
    const world = newWorld();
    await world.tx((t) => t.people.put([person()]));
    expect(await owners(world)).toBeNull();
    await fillPeople(world.tx);
    expect(await owners(world)).toHaveLength(1);
  });

  test('a rep is reminded of whom they last called under a number, and others are not', async () => {
    const world = newWorld();
    await fillPeople(world.tx);
    const [ada, bob] = [person(), person()];
    await world.tx(async (t) => {
      await t.people.put([ada, bob]);
      const call = (personId: PersonId, startedAt: string) =>
        aReport(world.memberId, { personId, startedAt, ringingAt: null });
      await t.calls.accept(call(bob.id, '2026-11-20T09:00:00.000Z'));
      await t.calls.accept(call(ada.id, '2026-11-19T09:00:00.000Z'));
    });
    const remembered = async (at: string) =>
      (await owners(world, at))?.filter(({ isRemembered }) => isRemembered).map(({ personId }) => personId);
    expect(await remembered(AT)).toEqual([bob.id]);
    expect(await remembered('2026-11-19T12:00:00.000Z')).toEqual([ada.id]);
    expect(await remembered('2026-11-18T12:00:00.000Z')).toEqual([]);
    const other = await world.tx((t) =>
      t.matching.owners({ number: NUMBER, memberId: aReport(world.memberId).workspaceMemberId, at: AT }),
    );
    expect(other).toHaveLength(2);
  });

  test('a call that names nobody is news until somebody has looked, and again when its number leads to others', async () => {
    const world = newWorld();
    await fillPeople(world.tx);
    const report = aReport(world.memberId);
    await world.tx((t) => t.calls.accept(report));
    expect(await newsOf(world)).toEqual([]);
    await world.tx((t) => t.people.put([person()]));
    expect(await newsOf(world)).toEqual([report.callId]);
    const { marks } = await world.tx((t) => t.matching.news(10));
    await world.tx((t) => t.matching.forget(marks));
    expect(await newsOf(world)).toEqual([]);
    await world.tx((t) => t.matching.mark([NUMBER, E164.parse('+12025550999')]));
    expect(await newsOf(world)).toEqual([report.callId]);
    expect((await world.tx((t) => t.matching.news(10))).marks).toHaveLength(1);
  });

  test('numbers wait while the mirror is being filled', async () => {
    const world = newWorld();
    await world.tx((t) => t.calls.accept(aReport(world.memberId)));
    expect((await world.tx((t) => t.matching.news(10))).marks).toEqual([]);
    await fillPeople(world.tx);
    expect((await world.tx((t) => t.matching.news(10))).marks).toHaveLength(1);
  });

  test('a match shows in the call and in whom it counts for, and gives way to what the rep says', async () => {
    const world = newWorld();
    const [ada, bob] = [person({ name: 'Ada Bell' }), person()];
    const report = aReport(world.memberId);
    await world.tx(async (t) => {
      await t.people.put([ada, bob]);
      await t.calls.accept(report);
      await t.matching.keep(report.callId, { personId: ada.id, how: 'number' });
    });
    const matched = () => world.tx(async (t) => (await t.calls.get(report.callId))?.match ?? null);
    const counted = () => world.tx(async (t) => (await t.projections.countCalls(10)).people);
    expect(await matched()).toMatchObject({ personId: ada.id, personName: 'Ada Bell', how: 'number' });
    expect(await counted()).toMatchObject([{ personId: ada.id, callCount: 1 }]);
    const said = (revision: number, changes: Partial<CallReport>) =>
      world.tx((t) => t.calls.accept(CallReport.parse({ ...report, revision, ...changes })));
    await said(2, { personId: bob.id });
    expect(await matched()).toBeNull();
    expect(await counted()).toMatchObject([
      { personId: ada.id, callCount: 0 },
      { personId: bob.id, callCount: 1 },
    ]);
    await said(3, { isNobody: true });
    expect(await matched()).toBeNull();
    expect(await counted()).toMatchObject([{ personId: bob.id, callCount: 0 }]);
  });

  test('a call can be taken hold of while it is open, with the name that its record has', async () => {
    const world = newWorld();
    const { memberId } = world;
    const report = aReport(memberId);
    const hold = () => world.tx((t) => t.matching.hold({ callId: report.callId, memberId }));
    expect(await hold()).toBeNull();
    await world.tx(async (t) => {
      await t.calls.accept(report);
      await t.outbox.touch(recordsOfCall({ report, member: { id: memberId, name: 'Rita' }, knownSlots: [] }));
    });
    expect(await hold()).toMatchObject({ memberName: 'Rita', isKeptHere: false, call: { report } });
    await world.tx((t) => t.calls.accept({ ...report, revision: 2, isNobody: true }));
    expect(await hold()).toBeNull();
  });

  test('a report of an earlier release, that could not say nobody, is the same report still', async () => {
    const { tx, memberId } = newWorld();
    const report = aReport(memberId);
    await tx((t) => t.calls.accept(report));
    expect(await tx((t) => t.calls.accept(report))).toMatchObject({ result: 'unchanged' });
    const other = { ...report, isNobody: true };
    expect(await tx((t) => t.calls.accept(other))).toMatchObject({ result: 'conflict' });
  });

  test('the do-not-call list flags people by themselves and by their numbers, and takes back only its own flags', async () => {
    const { tx, passTime } = newWorld();
    const [named, numbered, byHand, other] = [aPerson(), person(), person({ doNotCall: true }), aPerson()];
    await tx((t) => t.people.put([named, numbered, byHand, other]));
    const expiresAt = new Date(Date.now() + 600_000).toISOString();
    await tx((t) =>
      t.doNotCall.put([
        aDoNotCallEntry({ personId: named.id }),
        aDoNotCallEntry({ number: NUMBER, expiresAt }),
        aDoNotCallEntry({ personId: other.id, isDeleted: true }),
      ]),
    );
    const flags = async () => (await tx((t) => t.matching.peopleWithOtherFlag(10))).toSorted();
    const count = () =>
      tx(async (t) => {
        await t.projections.markPeople(await t.matching.peopleWithOtherFlag(10));
        const { people } = await t.projections.countCalls(10);
        await t.outbox.touch(
          people.map(({ personId, ...payload }) => ({
            slot: `person:${personId}`,
            objectName: 'person',
            recordId: personId,
            callId: null,
            memberId: null,
            payload,
            links: {},
            dueInMs: 0,
          })),
        );
        return people;
      });
    expect(await flags()).toEqual([named.id, numbered.id].toSorted());
    expect((await count()).every(({ doNotCall }) => doNotCall)).toBe(true);
    expect(await flags()).toEqual([]);
    await passTime(600_001);
    expect(await flags()).toEqual([numbered.id]);
    expect(await count()).toMatchObject([{ personId: numbered.id, doNotCall: false }]);
    expect(await flags()).toEqual([]);
  });

  test('a guess is marked as one in the entry until the rep has spoken', async () => {
    const { tx, memberId } = newWorld();
    const report = aReport(memberId, { personId: PersonId.parse(randomUUID()) });
    const open = { ...report, personId: null };
    const match = { personId: PersonId.parse(randomUUID()), personName: null, companyId: null };
    const member = { id: memberId, name: 'Rita' };
    const leased = async (of: CallReport) => {
      await tx((t) =>
        t.outbox.touch(recordsOfCall({ report: of, match, member, knownSlots: [] }).map(atOnce)),
      );
      const entries = await tx((t) => t.outbox.lease({ holder: 'w', leaseMs: 1_000, perObject: 10 }));
      await tx((t) => t.outbox.settle('w', entries.map(delivered)));
      return entries.map(({ yields }) => yields);
    };
    expect(await leased(open)).toEqual([['personId', 'companyId']]);
    expect(await leased(report)).toEqual([[]]);
  });
};

const atOnce = <T extends { readonly dueInMs: number }>(record: T): T => ({ ...record, dueInMs: 0 });

import { randomUUID } from 'node:crypto';
import { CallId, CallReport, MemberId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { aRecord, aReport, wrappedUp } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

export const callsConformance = (newWorld: NewWorld): void => {
  test('a call is given back exactly as it was reported', async () => {
    const { tx, memberId } = newWorld();
    const report = wrappedUp(aReport(memberId), { note: 'Ünïcode 😀\n"quotes" \\ and\ttabs' });
    const accepted = await tx((t) => t.calls.accept(report));
    expect(accepted).toMatchObject({ result: 'accepted', call: { report, memberId, entries: [] } });
    expect(await tx((t) => t.calls.get(report.callId))).toMatchObject({ report });
  });

  test('a note with characters that no database takes is stored all the same', async () => {
    const { tx, memberId } = newWorld();
    const report = aReport(memberId, { note: 'cut \ud83d here, nul \0 there' });
    await tx((t) => t.calls.accept(report));
    expect((await tx((t) => t.calls.get(report.callId)))?.report.note).toBe('cut \ufffd here, nul  there');
    expect(await tx((t) => t.calls.accept(report))).toMatchObject({ result: 'unchanged' });
  });

  test('a newer report replaces the older one', async () => {
    const { tx, memberId } = newWorld();
    const first = aReport(memberId);
    const last = wrappedUp(first, { revision: 7 });
    await tx((t) => t.calls.accept(first));
    expect(await tx((t) => t.calls.accept(last))).toMatchObject({
      result: 'accepted',
      call: { report: last },
    });
  });

  test('the same report again changes nothing, whatever the order of its fields', async () => {
    const { tx, memberId } = newWorld();
    const report = aReport(memberId);
    const before = await tx((t) => t.calls.accept(report));
    const reordered = CallReport.parse(Object.fromEntries(Object.entries(report).reverse()));
    const again = await tx((t) => t.calls.accept(reordered));
    expect(again).toEqual({ ...before, result: 'unchanged', isNews: false });
  });

  test('a late report does not overwrite a newer one', async () => {
    const { tx, memberId } = newWorld();
    const first = aReport(memberId);
    const last = wrappedUp(first);
    await tx((t) => t.calls.accept(last));
    expect(await tx((t) => t.calls.accept(first))).toMatchObject({
      result: 'superseded',
      call: { report: last },
    });
  });

  test('two edits with one revision: the first stays, and the second hears of it', async () => {
    const { tx, memberId } = newWorld();
    const report = wrappedUp(aReport(memberId), { note: 'from one window' });
    await tx((t) => t.calls.accept(report));
    const conflict = await tx((t) => t.calls.accept({ ...report, note: 'from another' }));
    expect(conflict).toMatchObject({ result: 'conflict', call: { report: { note: 'from one window' } } });
  });

  test("another member's call is neither changed nor shown", async () => {
    const { tx, memberId } = newWorld();
    const report = aReport(memberId);
    await tx((t) => t.calls.accept(report));
    const intruder = { ...wrappedUp(report), workspaceMemberId: MemberId.parse(randomUUID()) };
    expect(await tx((t) => t.calls.accept(intruder))).toEqual({ result: 'not-yours' });
    expect((await tx((t) => t.calls.get(report.callId)))?.report).toEqual(report);
  });

  test('what filters look for is taken out of the report, and changes with it', async () => {
    const { tx, rows, memberId } = newWorld();
    const first = aReport(memberId);
    const personId = wrappedUp(first, { personId: CallReport.shape.personId.parse(randomUUID()) }).personId;
    await tx((t) => t.calls.accept(first));
    await tx((t) => t.calls.accept(wrappedUp(first, { personId })));
    expect(
      await rows('select line, direction, status, outcome, person_id, call_session_id, revision from call'),
    ).toEqual([
      {
        line: 'practice',
        direction: 'outbound',
        status: 'completed',
        outcome: 'interested',
        person_id: personId,
        call_session_id: first.callSessionId,
        revision: 2,
      },
    ]);
  });

  test("a call's moments follow its newest report", async () => {
    const { tx, rows, memberId } = newWorld();
    const first = aReport(memberId);
    await tx((t) => t.calls.accept(first));
    await tx((t) => t.calls.accept(wrappedUp(first, { ringingAt: null })));
    const events = await rows('select type from call_event where call_id = $1 order by at', [first.callId]);
    expect(events).toEqual(['initiated', 'answered', 'ended', 'wrapped-up'].map((type) => ({ type })));
  });

  test("a list holds a member's own calls of that time, newest first", async () => {
    const { tx, memberId } = newWorld();
    const startedAt = (time: string) =>
      aReport(memberId, { startedAt: `2026-11-21T${time}.000Z`, ringingAt: null });
    const early = startedAt('07:59:59');
    const first = startedAt('08:00:00');
    const second = startedAt('08:30:00');
    const late = startedAt('09:00:00');
    const somebodyElses = aReport(MemberId.parse(randomUUID()), { startedAt: second.startedAt });
    await tx(async (t) => {
      for (const report of [first, late, somebodyElses, second, early]) await t.calls.accept(report);
    });
    const list = (limit: number) =>
      tx((t) => t.calls.list({ memberId, from: '2026-11-21T08:00:00Z', to: '2026-11-21T09:00:00Z', limit }));
    expect((await list(10)).map(({ report }) => report)).toEqual([second, first]);
    expect((await list(1)).map(({ report }) => report)).toEqual([second]);
  });

  test('a call shows how far each of its records has come', async () => {
    const { tx, memberId } = newWorld();
    const report = aReport(memberId);
    const { callId } = report;
    await tx(async (t) => {
      await t.calls.accept(report);
      await t.outbox.touch([
        aRecord(memberId, { slot: `phoneCall:${callId}`, callId, dueInMs: 60_000 }),
        aRecord(memberId, { slot: `note:${callId}`, objectName: 'note', callId }),
        aRecord(memberId, {
          slot: `noteTarget:${callId}:call`,
          objectName: 'noteTarget',
          callId,
          links: { noteId: `note:${callId}` },
        }),
      ]);
    });
    const call = await tx((t) => t.calls.get(callId));
    const idle = { state: 'pending', attention: null, twentyRecordId: null, firstDeliveredAt: null };
    expect(call?.entries).toEqual([
      { ...idle, slot: `note:${callId}`, objectName: 'note', isDue: true },
      { ...idle, slot: `noteTarget:${callId}:call`, objectName: 'noteTarget', isDue: true },
      { ...idle, slot: `phoneCall:${callId}`, objectName: 'phoneCall', isDue: false },
    ]);
  });

  test('an unknown call is nothing', async () => {
    const { tx } = newWorld();
    expect(await tx((t) => t.calls.get(CallId.parse(randomUUID())))).toBeNull();
  });
};

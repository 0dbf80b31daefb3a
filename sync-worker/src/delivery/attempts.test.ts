import { CallId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeptAttempt } from '../outbox/attempt.ts';
import { noteSlot, phoneCallSlot } from '../outbox/slot.ts';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const trial = async (change: Parameters<typeof createDeliveryTrial>[1] = {}): Promise<DeliveryTrial> => {
  const made = createDeliveryTrial(store, change);
  await made.start();
  return made;
};
const attemptsOf = (t: DeliveryTrial, slot: string): Promise<readonly KeptAttempt[]> =>
  store.transaction(t.workspaceId, (tx) => tx.outbox.attemptsOf(slot));
const bad = CallId.parse('bad00000-0000-4000-8000-000000000000');

describe('what an admin can see of a delivery afterwards', () => {
  test('of one that went well: when, how long and by whom, and nothing of what was in it', async () => {
    const t = await trial();
    const report = await t.report();
    await t.deliver();
    const [attempt, ...more] = await attemptsOf(t, phoneCallSlot(report.callId));
    expect(more).toEqual([]);
    expect(attempt).toMatchObject({
      action: 'write',
      answer: 'taken',
      failure: null,
      rowCounts: { phoneCall: 1, note: 1 },
      request: null,
      response: null,
    });
    expect(attempt?.slots).toContain(phoneCallSlot(report.callId));
    expect((await attemptsOf(t, noteSlot(report.callId)))[0]?.id).toBe(attempt?.id);
    const line = t.lines.find(({ event }) => event === 'delivery-attempt');
    expect(line).toMatchObject({ attemptId: attempt?.id, holder: attempt?.holder });
  });

  test('of a row that Twenty cannot accept: its words and codes, the field, and the row itself', async () => {
    const t = await trial();
    await t.fault({
      kind: 'poisoned',
      match: { objectName: 'phoneCall', field: 'toNumber', value: '+12025550199' },
    });
    const good = await t.report();
    for (let call = 0; call < 30; call += 1) await t.report();
    await t.report({ callId: bad, to: '+12025550199' as never });
    await t.deliver();
    const [refused, ...more] = await attemptsOf(t, phoneCallSlot(bad));
    expect(more).toEqual([]);
    expect(refused).toMatchObject({
      answer: 'taken-in-part',
      failure: 'cannot-accept',
      code: 'BAD_USER_INPUT',
      field: 'toNumber',
      message: expect.stringContaining('+12025550199'),
      rowCounts: { phoneCall: 32, note: 32 },
      response: { taken: { note: 32 }, errors: [{ message: expect.stringContaining('+12025550199') }] },
    });
    const { rows } = refused?.request ?? {};
    expect(rows).toMatchObject({ phoneCall: expect.arrayContaining([expect.anything()]) });
    expect(JSON.stringify(rows).indexOf('+12025550199')).toBeLessThan(
      JSON.stringify(rows).indexOf('+12025550123'),
    );
    const timeline = await attemptsOf(t, phoneCallSlot(good.callId));
    expect(timeline.map(({ answer }) => answer)).toEqual(['taken', 'taken-in-part']);
  });

  test('of a note that Twenty refuses: not one word of what the rep wrote', async () => {
    const t = await trial();
    await t.fault({ kind: 'poisoned', match: { objectName: 'note', field: 'title', value: 'Busy' } });
    const report = await t.report({ outcome: 'busy', note: 'Very private words.' });
    await t.deliver();
    const [refused] = await attemptsOf(t, noteSlot(report.callId));
    expect(refused).toMatchObject({
      failure: 'cannot-accept',
      request: { rows: { note: [{ bodyV2: { markdown: expect.stringMatching(/^\(\d+ letters\)$/) } }] } },
    });
    expect(JSON.stringify(refused)).not.toMatch(/private/);
  });

  test('of an answer that got lost: that it was never heard, and the look that came after it', async () => {
    const t = await trial();
    await t.fault({ kind: 'lost-answer', operation: 'createPhoneCalls', times: 1 });
    const report = await t.report();
    await t.deliver();
    const timeline = await attemptsOf(t, phoneCallSlot(report.callId));
    expect(timeline.map(({ action, answer }) => `${action}: ${answer}`)).toEqual([
      'read: taken',
      'write: unanswered',
    ]);
    expect(timeline[1]).toMatchObject({ failure: 'cannot-reach', message: expect.stringContaining('502') });
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty' });
  });

  test('of a Twenty that throttles: each try, though no row pays for it', async () => {
    const t = await trial();
    await t.delivery.deliverNext();
    await t.fault({ kind: 'throttled', operation: 'createPhoneCalls' });
    const report = await t.report();
    await t.delivery.deliverNext();
    const [tried] = await attemptsOf(t, phoneCallSlot(report.callId));
    expect(tried).toMatchObject({ answer: 'refused', failure: 'cannot-reach', subCode: 'LIMIT_REACHED' });
    expect(await t.count()).toContainEqual({ objectName: 'phoneCall', state: 'pending', count: 1 });
  });

  test('of a look that failed before an edit could be written', async () => {
    const t = await trial();
    const report = await t.report();
    await t.deliver();
    await t.report({ ...report, revision: 2, outcome: 'callback' });
    await t.fault({ kind: 'server-error', operation: 'phoneCalls', times: 3 });
    await t.delivery.deliverNext();
    const [look] = await attemptsOf(t, phoneCallSlot(report.callId));
    expect(look).toMatchObject({ action: 'read', answer: 'unanswered', failure: 'cannot-reach' });
  });

  test('of hundreds of rows that are refused together: a bounded part, and how many more there were', async () => {
    const t = await trial();
    await t.fault({
      kind: 'poisoned',
      isNamed: false,
      match: { objectName: 'phoneCall', field: 'callId', value: bad },
    });
    for (let call = 0; call < 60; call += 1) await t.report();
    await t.report({ callId: bad });
    await t.deliver();
    const timeline = await attemptsOf(t, phoneCallSlot(bad));
    const first = timeline.at(-1);
    expect(JSON.stringify(first).length).toBeLessThan(32_000);
    expect(Buffer.byteLength(JSON.stringify(first?.request))).toBeLessThan(16_000);
    expect(first?.request?.rowsLeftOut).toBeGreaterThan(0);
    expect(timeline[0]).toMatchObject({
      answer: 'refused',
      rowCounts: { phoneCall: 1 },
      request: { rowsLeftOut: 0 },
    });
  });
});

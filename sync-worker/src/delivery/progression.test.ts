import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const opened = async (): Promise<DeliveryTrial> => {
  const trial = createDeliveryTrial(store);
  await trial.start();
  await store.transaction(trial.workspaceId, (tx) =>
    tx.progression.open({ id: trial.member.id, name: 'Bob Example' }, null),
  );
  return trial;
};

test('the first call of a rep brings their rank and totals to Twenty, and more calls do not hurry', async () => {
  const trial = await opened();
  await trial.report({ outcome: 'interested', startedAt: '2026-11-20T15:04:00.000Z' });
  await trial.deliver();
  const [row] = await trial.rows('repProgression');
  expect(row).toMatchObject({
    name: 'Bob Example',
    workspaceMemberId: trial.member.id,
    memberId: trial.member.id,
    totalXp: 5,
    rank: 'ROOKIE_1',
    totalCalls: 1,
    lastCallAt: '2026-11-20T15:04:00.000Z',
    streakDays: 1,
    streakThrough: '2026-11-20',
  });
  for (let call = 0; call < 5; call += 1) await trial.report({ outcome: 'no-answer' });
  await trial.deliver();
  expect(await trial.rows('repProgression')).toEqual([row]);
  expect(await trial.rows('phoneCall')).toHaveLength(6);
});

test('a row that Twenty had under an id of its own is written, not doubled', async () => {
  const trial = await opened();
  await trial.inTwenty(
    `mutation ($data: [RepProgressionCreateInput!]!) { createRepProgressions(data: $data, upsert: true) { id } }`,
    { data: [{ name: 'Somebody', workspaceMemberId: trial.member.id, totalXp: 3 }] },
  );
  await trial.report({ outcome: 'interested' });
  await trial.deliver();
  const rows = await trial.rows('repProgression');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ totalXp: 5 });
});

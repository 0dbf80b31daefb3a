import { randomUUID } from 'node:crypto';
import { CallId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../outbox/entry.ts';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, recordsOver } from '../testing/delivery-trial.ts';
import { appManifest, createTestSandbox } from '../testing/sandbox-twenty.ts';
import { openTestStore } from '../testing/test-store.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentyRecords } from '../twenty/port.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

type Trial = ReturnType<typeof createDeliveryTrial>;
type Manifest = NonNullable<ReturnType<typeof appManifest>>;

const trial = async (): Promise<Trial> => {
  const t = createDeliveryTrial(store);
  await t.start();
  return t;
};

/** The workspace of the trial, of which an admin takes something away and puts it back. */
const changeable = (t: Trial, changed: (manifest: Manifest) => Manifest | null) => {
  const full = appManifest();
  if (full === null) throw new Error('The app has no manifest.');
  const other = recordsOver(createTestSandbox({ manifest: changed(full) }).fetch);
  let isChanged = false;
  const present = () => (isChanged ? other : t.twenty);
  const twenty: TwentyRecords = {
    upsert: (batches) => present().upsert(batches),
    read: (objectName, ids) => present().read(objectName, ids),
    existing: (objectName, ids) => present().existing(objectName, ids),
    missingFromSchema: () => present().missingFromSchema(),
    workspace: () => present().workspace(),
  };
  return {
    twenty,
    change: () => {
      isChanged = true;
    },
    putBack: () => {
      isChanged = false;
    },
  };
};

const without =
  (objectName: string, field: string, option?: string) =>
  (manifest: Manifest): Manifest => ({
    ...manifest,
    objects: manifest.objects.map((object) =>
      object.nameSingular !== objectName
        ? object
        : {
            ...object,
            fields: object.fields.flatMap((each) =>
              each.name !== field
                ? [each]
                : option === undefined
                  ? []
                  : [{ ...each, options: each.options?.filter(({ value }) => value !== option) }],
            ),
          },
    ),
  });

const stateOf = async (t: Trial, state: string) =>
  (await t.count()).filter((each) => each.state === state).reduce((sum, { count }) => sum + count, 0);

/** As after an edit by an admin: this entry's payload, whatever our own rules say of it. */
const touch = (t: Trial, slot: string, payload: JsonObject, callId = CallId.parse(randomUUID())) =>
  t.store.transaction(t.workspaceId, (tx) =>
    tx.outbox.touch([
      {
        slot,
        objectName: 'phoneCall',
        recordId: randomUUID(),
        callId,
        memberId: t.member.id,
        payload,
        links: {},
        dueInMs: 0,
      },
    ]),
  );

describe('somebody takes away in Twenty what the dialer writes to', () => {
  test.each<[string, (manifest: Manifest) => Manifest | null, string]>([
    ['a field', without('phoneCall', 'wrappedUpAt'), 'lacks phoneCall.wrappedUpAt'],
    ['an option', without('phoneCall', 'outcome', 'INTERESTED'), 'lacks phoneCall.outcome option INTERESTED'],
    ['the whole app', () => null, 'Twenty refused the app'],
  ])(
    '%s: a backlog waits with one message, and arrives once it is there again',
    async (_what, change, words) => {
      const t = await trial();
      const { twenty, change: takeAway, putBack } = changeable(t, change);
      const worker = t.worker({ twenty });
      await worker.deliverNext();
      takeAway();
      for (let call = 0; call < 20; call += 1) await t.report({ outcome: 'interested' });
      for (let round = 0; round < 5; round += 1) {
        expect(await worker.deliverNext()).toMatchObject({
          outcome: 'paused',
          tally: { dead: 0, retried: 0 },
        });
      }
      const { state, message } = await t.status();
      expect(state).toBe('paused');
      expect(message).toContain(words);
      expect(message).toContain('npm run connect');
      expect(
        t.lines.filter(({ event, state: to }) => event === 'delivery-status' && to === 'paused'),
      ).toHaveLength(1);
      expect(await stateOf(t, 'dead')).toBe(0);
      const held = await t.store.transaction(t.workspaceId, (tx) =>
        tx.outbox.lease({ holder: 'looker', leaseMs: 0, perObject: 200 }),
      );
      expect(held.length).toBeGreaterThanOrEqual(20);
      expect(held.every(({ attempts, isUnanswered }) => attempts === 0 && !isUnanswered)).toBe(true);

      putBack();
      await t.deliver(worker);
      expect(await t.rows('phoneCall')).toHaveLength(20);
      expect(await t.status()).toMatchObject({ state: 'running' });
    },
  );
});

describe('one row with a field that the workspace never had', () => {
  test('is dead at once with the words of Twenty, the field and the value; the others arrive', async () => {
    const t = await trial();
    for (let call = 0; call < 30; call += 1) await t.report();
    await touch(t, 'phoneCall:odd', { callId: randomUUID(), nope: 'of an older release' });
    await t.deliver();
    expect(await t.rows('phoneCall')).toHaveLength(30);
    // The whole batch, and once more without the row that has the field.
    expect((await t.stats()).byRootField.createPhoneCalls).toBe(2);
    expect(await stateOf(t, 'dead')).toBe(1);
    const [attempt] = await t.store.transaction(t.workspaceId, (tx) => tx.outbox.attemptsOf('phoneCall:odd'));
    expect(attempt).toMatchObject({ failure: 'cannot-accept', field: 'nope' });
    expect(await t.status()).toMatchObject({ state: 'running' });
  });

  test('names what it holds there', async () => {
    const t = await trial();
    const report = await t.report();
    const { callId } = report;
    await touch(t, `phoneCall:${callId}`, { callId, nope: 'of an older release' }, callId);
    await t.deliver();
    const { attention } = await t.syncOf(report.callId);
    expect(attention[0]?.message).toBe(
      'Twenty cannot accept the call. It says: Object phoneCall doesn\'t have any "nope" field. Field: nope. Value: of an older release.',
    );
  });

  test('is not called dead while Twenty cannot say whether the workspace lacks something', async () => {
    const t = await trial();
    await touch(t, 'phoneCall:odd', { callId: randomUUID(), nope: 1 });
    let looks = 0;
    const worker = t.worker({
      twenty: {
        ...t.twenty,
        missingFromSchema: async () => {
          looks += 1;
          if (looks === 2) throw new TwentyError('unreachable', 'Twenty cannot be reached.');
          return t.twenty.missingFromSchema();
        },
      },
    });
    expect(await worker.deliverNext()).toMatchObject({ outcome: 'waiting-for-twenty', tally: { dead: 0 } });
    await t.deliver(worker);
    expect(await stateOf(t, 'dead')).toBe(1);
  });
});

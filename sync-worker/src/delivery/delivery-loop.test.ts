import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { openTestStore } from '../testing/test-store.ts';
import { TwentyError } from '../twenty/errors.ts';
import type { TwentyRecords, WriteAnswer } from '../twenty/port.ts';
import type { Delivery } from './create-delivery.ts';
import { systemClock } from './deps.ts';

let store: Store;
const running: Delivery[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await Promise.all(running.map((delivery) => delivery.stop()));
  await store.close();
});

const trial = async (change: Parameters<typeof createDeliveryTrial>[1] = {}): Promise<DeliveryTrial> => {
  const made = createDeliveryTrial(store, change);
  await made.start();
  return made;
};
/** Runs a worker until the file ends, unless the test stops it. */
const run = (delivery: Delivery): { delivery: Delivery; ended: Promise<void> } => {
  running.push(delivery);
  return { delivery, ended: delivery.run(new AbortController().signal) };
};
const soon = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 20_000, interval: 20 });
const arrived = (t: DeliveryTrial, count: number) =>
  soon(async () => expect(await t.rows('noteTarget')).toHaveLength(count));
const statesOf = async (t: DeliveryTrial) => [...new Set((await t.count()).map(({ state }) => state))];

const refusal = (message: string, code: string, subCode: string | null = null): WriteAnswer => ({
  kind: 'answered',
  written: new Map(),
  refusals: [{ message, code, subCode, userFriendlyMessage: null }],
});

describe('a worker that runs', () => {
  test('delivers a call that comes while it sleeps, without a polling delay', async () => {
    const t = await trial({ idleCapMs: 3_600_000 });
    const { delivery, ended } = run(t.worker());
    await soon(async () => expect(await t.status()).toMatchObject({ state: 'running' }));
    await t.report();
    await arrived(t, 1);
    await delivery.stop();
    await ended;
  });

  test('survives a round that fails here', async () => {
    const t = await trial();
    let failures = 0;
    const twenty: TwentyRecords = {
      ...t.twenty,
      upsert: async (batches) => {
        failures += 1;
        if (failures === 1) throw new RangeError('A bug of ours.');
        return t.twenty.upsert(batches);
      },
    };
    // A lease that a bug left behind runs out, and the entry is looked at before it is written.
    run(t.worker({ twenty, settings: { ...t.settings, leaseMs: 200 } }));
    await t.report();
    await arrived(t, 1);
    expect(t.lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'delivery-failed' }));
  });
});

describe('a backlog', () => {
  test('is drained without the worker and Twenty waiting for each other in turn', async () => {
    const t = await trial({ perObject: 2 });
    for (let count = 0; count < 6; count += 1) await t.report();
    let atOnce = 0;
    let mostAtOnce = 0;
    const others: (() => void)[] = [];
    const twenty: TwentyRecords = {
      ...t.twenty,
      upsert: async (batches) => {
        atOnce += 1;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
        for (const goOn of others.splice(0)) goOn();
        // The first document is held until a second one is there; without that the test would never end.
        if (mostAtOnce < 2) await new Promise<void>((resolve) => others.push(resolve));
        const answer = await t.twenty.upsert(batches);
        atOnce -= 1;
        return answer;
      },
    };
    run(t.worker({ twenty }));
    await arrived(t, 6);
    await soon(async () => expect(await statesOf(t)).toEqual(['delivered']));
    expect(mostAtOnce).toBe(2);
    expect(await t.rows('phoneCall')).toHaveLength(6);
  });

  test('of which two documents fail at once is tried again, and each call arrives once', async () => {
    const t = await trial({ perObject: 2, backoff: { baseMs: 1, capMs: 1 } });
    for (let count = 0; count < 6; count += 1) await t.report();
    let lost = 0;
    const twenty: TwentyRecords = {
      ...t.twenty,
      upsert: async (batches) => {
        const answer = await t.twenty.upsert(batches);
        lost += 1;
        return lost <= 2 ? { kind: 'unanswered', reason: 'Nobody heard the answer.' } : answer;
      },
    };
    run(t.worker({ twenty }));
    await soon(async () => expect(await statesOf(t)).toEqual(['delivered']));
    expect(await t.rows('phoneCall')).toHaveLength(6);
    expect(await t.rows('noteTarget')).toHaveLength(6);
  });
});

describe('a worker that stops', () => {
  test('finishes the document in flight, sends no other, and holds nothing any more', async () => {
    const t = await trial();
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let sent = 0;
    const twenty: TwentyRecords = {
      ...t.twenty,
      upsert: async (batches) => {
        sent += 1;
        await held;
        return t.twenty.upsert(batches);
      },
    };
    const { delivery, ended } = run(t.worker({ twenty }));
    await t.report();
    await soon(async () => expect(sent).toBe(1));
    const stopped = delivery.stop();
    letGo();
    await stopped;
    await ended;
    expect(sent).toBe(1);
    expect(await t.rows('phoneCall')).toHaveLength(1);
    expect(await t.count()).toEqual([
      { objectName: 'note', state: 'delivered', count: 1 },
      { objectName: 'noteTarget', state: 'pending', count: 1 },
      { objectName: 'phoneCall', state: 'delivered', count: 1 },
    ]);
  });

  test('gives back, untouched, what it had no time to send', async () => {
    const t = await trial();
    const worker: { stop?: () => Promise<void> } = {};
    const twenty: TwentyRecords = {
      ...t.twenty,
      upsert: async (batches) => {
        void worker.stop?.();
        return refusal(`None of ${batches.size} is good.`, 'BAD_USER_INPUT', 'INVALID_ARGS_DATA');
      },
    };
    const { delivery, ended } = run(t.worker({ twenty }));
    worker.stop = delivery.stop;
    await t.report();
    await ended;
    expect(await t.count()).toContainEqual({ objectName: 'phoneCall', state: 'pending', count: 1 });
    await t.deliver();
    expect(await statesOf(t)).toEqual(['delivered']);
  });

  test('does not wait for ever for a Twenty that never answers', async () => {
    const t = await trial({ stopMs: 50 });
    let sent = 0;
    const twenty: TwentyRecords = {
      ...t.twenty,
      upsert: () => {
        sent += 1;
        return new Promise(() => {});
      },
    };
    const { delivery } = run(t.worker({ twenty }));
    await t.report();
    await soon(async () => expect(sent).toBe(1));
    await delivery.stop();
    expect(await statesOf(t)).toContain('leased');
  });
});

describe('a workspace that is paused', () => {
  test.each<[string, () => Promise<string[]>, string]>([
    ['the app was never applied', async () => ['phoneCall', 'repProgression'], 'npm run connect'],
    [
      'the key is refused',
      async () => {
        throw new TwentyError('not-allowed', 'Token invalid.');
      },
      'Token invalid.',
    ],
  ])('%s: says so once, keeps the calls, and goes on by itself', async (_name, missingFromSchema, words) => {
    const t = await trial({ probeMs: 20 });
    let isBroken = true;
    let asked = 0;
    const twenty: TwentyRecords = {
      ...t.twenty,
      missingFromSchema: async () => {
        asked += 1;
        return isBroken ? missingFromSchema() : [];
      },
    };
    run(t.worker({ twenty }));
    const report = await t.report();
    await soon(async () => expect(asked).toBeGreaterThan(3));
    expect(await t.status()).toMatchObject({ state: 'paused', message: expect.stringContaining(words) });
    expect(t.lines.filter(({ event }) => event === 'delivery-status')).toHaveLength(1);
    expect(await statesOf(t)).toEqual(['pending']);
    isBroken = false;
    await arrived(t, 1);
    await soon(async () => expect(await t.status()).toMatchObject({ state: 'running', message: '' }));
    expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty' });
  });

  test('a role that lost its rights burns no attempts and calls no row dead', async () => {
    const t = await trial({ attemptsBeforeRefusal: 1 });
    await t.report();
    let isAllowed = false;
    const answer = refusal(
      'Entity performing the request does not have permission',
      'FORBIDDEN',
      'PERMISSION_DENIED',
    );
    const worker = t.worker({
      twenty: { ...t.twenty, upsert: async (batches) => (isAllowed ? t.twenty.upsert(batches) : answer) },
    });
    for (let round = 0; round < 5; round += 1) {
      expect(await worker.deliverNext()).toMatchObject({
        outcome: 'paused',
        tally: { released: 2, retried: 0 },
      });
    }
    expect(await t.status()).toMatchObject({ state: 'paused' });
    const [entry] = await store.transaction(t.workspaceId, (tx) =>
      tx.outbox.lease({ holder: 'looker', leaseMs: 0, perObject: 1 }),
    );
    expect(entry).toMatchObject({ attempts: 0, isUnanswered: false });
    isAllowed = true;
    await t.deliver(worker);
    expect(await statesOf(t)).toEqual(['delivered']);
  });

  test('names what the workspace lacks, as Twenty itself tells it', async () => {
    const t = await trial();
    await t.report();
    const twenty: TwentyRecords = {
      ...t.twenty,
      missingFromSchema: async () => ['phoneCall.a', 'phoneCall.b', 'phoneCall.c', 'phoneCall.d'],
    };
    await t.worker({ twenty }).deliverNext();
    expect((await t.status()).message).toMatch(
      /^The workspace lacks phoneCall.a, phoneCall.b, phoneCall.c and 1 more: run npm run connect\./,
    );
  });
});

describe('a Twenty that is away', () => {
  test('is waited for, and the calls arrive when it is back', async () => {
    const t = await trial();
    await t.fault({ kind: 'server-error' });
    run(t.worker({ random: () => 0.05 }));
    const report = await t.report();
    await soon(async () => expect(await t.status()).toMatchObject({ state: 'waiting-for-twenty' }));
    expect((await t.syncOf(report.callId)).state).toBe('on-its-way');
    t.healed();
    await arrived(t, 1);
    await soon(async () => expect(await t.status()).toMatchObject({ state: 'running' }));
  });

  test('is asked first before rows are tried again, so that an outage burns no attempts', async () => {
    const t = await trial();
    await t.report();
    let sent = 0;
    const worker = t.worker({
      twenty: {
        ...t.twenty,
        missingFromSchema: async () => {
          throw new TwentyError('unreachable', 'Twenty cannot be reached (ECONNREFUSED).');
        },
        upsert: async (batches) => {
          sent += 1;
          return t.twenty.upsert(batches);
        },
      },
    });
    for (let round = 0; round < 10; round += 1) {
      expect((await worker.deliverNext()).outcome).toBe('waiting-for-twenty');
    }
    expect(sent).toBe(0);
  });

  test('waits longer and longer, to a limit', async () => {
    const t = await trial();
    await t.fault({ kind: 'server-error' });
    const worker = t.worker({ random: () => 0.999_999 });
    const waits: (number | null)[] = [];
    for (let round = 0; round < 8; round += 1) waits.push((await worker.deliverNext()).waitMs);
    expect(waits).toEqual([999, 1_999, 3_999, 7_999, 15_999, 29_999, 29_999, 29_999]);
  });

  test.each([
    ['429 from /oauth/token', 'Twenty gives out no more tokens for now.'],
    ['429 from a proxy', 'HTTP 429'],
  ])(
    'that throttles even the first question, with a %s, is not asked again at once, and people read why calls wait',
    async (_name, reason) => {
      const t = await trial();
      await t.report();
      let isThrottling = true;
      const twenty: TwentyRecords = {
        ...t.twenty,
        missingFromSchema: async () => {
          if (isThrottling) throw new TwentyError('throttled', reason);
          return t.twenty.missingFromSchema();
        },
      };
      const worker = t.worker({ twenty, random: () => 0.999_999 });
      const waits: (number | null)[] = [];
      for (let round = 0; round < 4; round += 1) waits.push((await worker.deliverNext()).waitMs);
      expect(waits).toEqual([999, 1_999, 3_999, 7_999]);
      expect(await t.status()).toMatchObject({
        state: 'waiting-for-twenty',
        message: expect.stringContaining(reason),
      });
      isThrottling = false;
      await soon(async () => expect((await worker.deliverNext()).outcome).toBe('worked'));
      expect(await t.status()).toMatchObject({ state: 'running' });
    },
  );

  test('that breaks down over one row does not keep the others waiting for ever, and gives none up', async () => {
    const t = await trial({ attemptsBeforeRefusal: 2 });
    const bad = await t.report();
    for (let call = 0; call < 7; call += 1) await t.report();
    const isBad = (id: unknown) => id === bad.callId;
    const twenty: TwentyRecords = {
      ...t.twenty,
      upsert: async (batches) =>
        batches.get('phoneCall')?.some(({ fields }) => isBad(fields.callId))
          ? refusal('Cannot read properties of undefined', 'INTERNAL_SERVER_ERROR')
          : t.twenty.upsert(batches),
    };
    const worker = t.worker({ twenty });
    for (let round = 0; round < 30; round += 1) await worker.deliverNext();
    expect(await t.rows('phoneCall')).toHaveLength(7);
    expect(await t.syncOf(bad.callId)).toMatchObject({ state: 'on-its-way', attention: [] });
  });
});

describe('leases while a long search goes on', () => {
  test('are renewed, and what was lost to another worker is left to it', async () => {
    const t = await trial({ leaseMs: 1_000 });
    let nowMs = 0;
    let renewals = 0;
    const reports = [await t.report(), await t.report(), await t.report(), await t.report()];
    const watched: Store = {
      ...store,
      transaction: (workspaceId, work) =>
        store.transaction(workspaceId, (tx) =>
          work({
            ...tx,
            outbox: {
              ...tx.outbox,
              renew: async (request) => {
                renewals += 1;
                // The first call's lease is gone by now.
                return tx.outbox.renew({
                  ...request,
                  slots: request.slots.filter((slot) => slot !== `phoneCall:${reports[0]?.callId}`),
                });
              },
            },
          }),
        ),
    };
    const worker = t.worker({
      store: watched,
      clock: { ...systemClock, nowMs: () => nowMs },
      twenty: {
        ...t.twenty,
        upsert: async (batches) => {
          nowMs += 300;
          return (batches.get('phoneCall')?.length ?? 0) > 1
            ? refusal('One of them is bad.', 'BAD_USER_INPUT')
            : t.twenty.upsert(batches);
        },
      },
    });
    const round = await worker.deliverNext();
    expect(renewals).toBeGreaterThan(1);
    expect(round.tally).toMatchObject({ lost: 1, delivered: 7, dead: 0 });
    expect(await t.rows('phoneCall')).toHaveLength(3);
  });
});

describe('an admin who stops delivery', () => {
  const stopped = async () => {
    const t = await trial({ idleCapMs: 3_600_000 });
    const by = { memberId: t.member.id, by: 'Ann Admin', reason: 'We move to another server' };
    await store.transaction(t.workspaceId, (tx) => tx.delivery.setPause(by));
    return t;
  };

  test('stops it: calls are taken in and wait, Twenty is not asked, and everybody reads why', async () => {
    const t = await stopped();
    await t.report();
    const isAsked = async (): Promise<never> => {
      throw new Error('Twenty was asked.');
    };
    const twenty: TwentyRecords = {
      upsert: isAsked,
      read: isAsked,
      existing: isAsked,
      missingFromSchema: isAsked,
      workspace: isAsked,
    };
    expect(await t.worker({ twenty }).deliverNext()).toMatchObject({ outcome: 'held', waitMs: null });
    expect(await t.rows('phoneCall')).toEqual([]);
    expect(await t.status()).toMatchObject({
      state: 'paused',
      message: expect.stringContaining('Ann Admin has stopped delivery: We move to another server.'),
    });
  });

  test('lets it go on at once, in a worker that sleeps, and nothing is lost', async () => {
    const t = await stopped();
    await t.report();
    run(t.worker());
    await soon(async () => expect(await t.status()).toMatchObject({ state: 'paused' }));
    await store.transaction(t.workspaceId, (tx) => tx.delivery.resume());
    await arrived(t, 1);
    await soon(async () => expect(await t.status()).toMatchObject({ state: 'running' }));
  });

  test('stops a worker that is at work after the document in flight', async () => {
    const t = await trial();
    await t.report();
    expect(await t.delivery.deliverNext()).toMatchObject({ outcome: 'worked' });
    await store.transaction(t.workspaceId, (tx) =>
      tx.delivery.setPause({ memberId: t.member.id, by: 'Ann Admin', reason: 'Wait' }),
    );
    expect(await t.delivery.deliverNext()).toMatchObject({ outcome: 'held' });
  });
});

import { randomUUID } from 'node:crypto';
import { type AlertChannel, AlertList, type StorageRoom, WorkspaceId } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreUnavailableError } from '../store/errors.ts';
import { aRecord, refused } from '../testing/store-fixtures.ts';
import { openEmbeddedStore } from '../testing/store-opened.ts';
import type { OpenedStore, StoreWorld } from '../testing/store-world.ts';
import { createWorld } from '../testing/store-world.ts';
import { ADMIN_ROLE, createTestWorker } from '../testing/test-worker.ts';
import { type AlertsDeps, createAlerts } from './create-alerts.ts';
import type { AlertMessage, SendAlert } from './message.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openEmbeddedStore();
});
afterAll(() => opened.close());

/** A worker's alerts in a workspace of their own, looked at by hand: twice, because once is no news. */
const trial = () => {
  const world = createWorld(opened);
  const sent: AlertMessage[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = (line: object) => void lines.push({ ...line });
  let room: StorageRoom = 'enough';
  const webhook: SendAlert = async (message) => void sent.push(message);

  const look = async (
    deps: Partial<AlertsDeps> & { senders?: ReadonlyMap<AlertChannel, SendAlert> } = {},
  ): Promise<void> => {
    const done = new AbortController();
    let waits = 0;
    await createAlerts({
      store: world.store,
      workspaceId: world.workspaceId,
      limits: async () => ({ waitingMs: 15 * MINUTE_MS, deadLetters: 0 }),
      senders: new Map([['webhook', webhook]]),
      publicUrl: 'https://dialer.example.com',
      room: async () => room,
      random: () => 0.5,
      newId: randomUUID,
      log: { info: log, warn: log, error: log },
      wait: async () => {
        waits += 1;
        if (waits === 3) done.abort();
      },
      ...deps,
    }).run(done.signal);
  };
  return {
    ...world,
    sent,
    lines,
    look,
    events: () => sent.map(({ event, alert }) => `${alert.kind} ${event}`),
    setRoom: (next: StorageRoom) => {
      room = next;
    },
    status: (state: 'running' | 'paused', message = '') =>
      world.tx((t) => t.delivery.setStatus({ state, message })),
  };
};

const deadLetter = ({ tx, memberId }: StoreWorld, slot = 'phoneCall:1') =>
  tx(async (t) => {
    await t.outbox.touch([aRecord(memberId, { slot })]);
    const leased = await t.outbox.lease({ holder: 'worker', leaseMs: 60_000, perObject: 200 });
    await t.outbox.settle('worker', leased.map(refused));
  });

describe('an admin who does not look', () => {
  test('is told when something has waited for too long, once, and when it is over', async () => {
    const t = trial();
    await t.tx((tx) => tx.outbox.touch([aRecord(t.memberId, { slot: 'phoneCall:1' })]));
    await t.passTime(15 * MINUTE_MS);
    await t.look();
    await t.look();
    expect(t.events()).toEqual(['waiting-too-long alert.opened']);
    await deadLetter(t);
    await t.passTime(MINUTE_MS);
    await t.look();
    await t.passTime(3 * MINUTE_MS);
    await t.look();
    await t.look();
    expect(t.events()).toEqual([
      'waiting-too-long alert.opened',
      'dead-letters alert.opened',
      'waiting-too-long alert.closed',
    ]);
  });

  test('is told again when it has become ten times as bad, and not before', async () => {
    const t = trial();
    await deadLetter(t);
    await t.look();
    for (let more = 2; more <= 9; more += 1) await deadLetter(t, `phoneCall:${more}`);
    await t.look();
    expect(t.events()).toEqual(['dead-letters alert.opened']);
    await deadLetter(t, 'phoneCall:10');
    await Promise.all([t.look(), t.look()]);
    await t.look();
    expect(t.events()).toEqual(['dead-letters alert.opened', 'dead-letters alert.worse']);
    expect(t.sent[1]?.alert).toMatchObject({
      message: 'Twenty does not accept 10 records by now.',
      figures: { deadLetters: 10 },
    });
    expect(t.sent[1]?.id).not.toBe(t.sent[0]?.id);
  });

  test('is told of what Twenty does not accept', async () => {
    const t = trial();
    await deadLetter(t);
    await t.look();
    expect(t.sent[0]).toMatchObject({
      event: 'alert.opened',
      alert: { kind: 'dead-letters', figures: { deadLetters: 1 }, closedAt: null },
      link: 'https://dialer.example.com/#/deliveries',
    });
  });

  test('is told that Twenty refuses the dialer, and that it goes on again', async () => {
    const t = trial();
    await t.status('paused', 'Twenty refuses the worker: Token invalid.');
    await t.look();
    await t.status('running');
    await t.look();
    await t.passTime(2 * MINUTE_MS);
    await t.look();
    expect(t.events()).toEqual(['paused alert.opened', 'paused alert.closed']);
    expect(t.sent[1]?.alert.closedAt).not.toBeNull();
    expect(t.sent[1]?.id).not.toBe(t.sent[0]?.id);
  });

  test('is told of a pause that somebody forgot, as a pause and not as a refusal', async () => {
    const t = trial();
    await t.tx((tx) => tx.delivery.setPause({ memberId: t.memberId, by: 'Ada Bell', reason: 'A move' }));
    await t.status('paused', 'Ada Bell has stopped delivery: A move.');
    await t.passTime(14 * MINUTE_MS);
    await t.look();
    expect(t.events()).toEqual([]);
    await t.passTime(2 * MINUTE_MS);
    await t.look();
    expect(t.events()).toEqual(['paused-by-admin alert.opened']);
    expect(JSON.stringify(t.sent)).not.toContain('Ada');
  });

  test('is told of a disk that gets full', async () => {
    const t = trial();
    t.setRoom('low');
    await t.look();
    expect(t.events()).toEqual(['disk-low alert.opened']);
  });

  test('is told once of what comes and goes', async () => {
    const t = trial();
    for (let turn = 0; turn < 5; turn += 1) {
      await t.status('paused', `Refused ${turn}`);
      await t.look();
      await t.status('running');
      await t.look();
      await t.passTime(MINUTE_MS);
    }
    expect(t.events()).toEqual(['paused alert.opened']);
  });

  test('reads no name, no number and no word of Twenty’s in what leaves the house', async () => {
    const t = trial();
    await t.status('paused', 'Twenty refuses the worker: ada@example.com may not.');
    await deadLetter(t, 'phoneCall:of-ada');
    await t.look();
    expect(t.sent).toHaveLength(2);
    expect(JSON.stringify(t.sent)).not.toMatch(/ada|@|Twenty said no|phoneCall/);
  });
});

describe('several workers, and restarts', () => {
  test('tell each alert once between them', async () => {
    const t = trial();
    await deadLetter(t);
    await Promise.all([t.look(), t.look(), t.look()]);
    await t.look();
    expect(t.events()).toEqual(['dead-letters alert.opened']);
  });

  test('of two channels the one that fails keeps the other from nothing', async () => {
    const t = trial();
    const mailed: string[] = [];
    const senders = new Map<AlertChannel, SendAlert>([
      ['webhook', () => Promise.reject(new Error('It answered with HTTP 500.'))],
      ['mail', async ({ event }) => void mailed.push(event)],
    ]);
    await deadLetter(t);
    await t.look({ senders });
    await t.look({ senders });
    expect(mailed).toEqual(['alert.opened']);
  });
});

describe('a receiver that is away', () => {
  const failing = new Map<AlertChannel, SendAlert>([
    ['webhook', () => Promise.reject(new Error('It answered with HTTP 503.'))],
  ]);

  test('hears of it when it is back, with the same id, and then of its end', async () => {
    const t = trial();
    await t.status('paused', 'Refused');
    await t.look({ senders: failing });
    await t.status('running');
    await t.look({ senders: failing });
    await t.passTime(5 * MINUTE_MS);
    await t.look();
    await t.look();
    expect(t.events()).toEqual(['paused alert.opened', 'paused alert.closed']);
    expect(t.lines.filter(({ event }) => event === 'alert-delayed').length).toBeGreaterThan(0);
  });

  test('for longer than a day hears of it no more, and the log says so', async () => {
    const t = trial();
    await deadLetter(t);
    await t.look({ senders: failing });
    await t.passTime(DAY_MS);
    await t.look({ senders: failing });
    await t.passTime(DAY_MS);
    await t.look();
    expect(t.events()).toEqual([]);
    expect(t.lines).toContainEqual(
      expect.objectContaining({ event: 'alert-not-told', fault: 'It answered with HTTP 503.' }),
    );
  });

  test('a store that is away ends nothing', async () => {
    const t = trial();
    const transaction = () => Promise.reject(new StoreUnavailableError('It is away.'));
    await t.look({ store: { ...t.store, transaction } });
    expect(t.lines).toMatchObject([{ event: 'alerts-failed' }, { event: 'alerts-failed' }]);
  });
});

describe('what admins read on the screen', () => {
  const setUp = async () => {
    const t = trial();
    const worker = await createTestWorker(t.store, { workspaceId: WorkspaceId.parse(t.workspaceId) });
    const read = async (roles = [ADMIN_ROLE]) =>
      worker.ask('/api/alerts', { as: await worker.signIn({}, roles) });
    return { ...t, read };
  };

  test('is what is wrong, since when, what to do, and who was told', async () => {
    const { look, read, ...t } = await setUp();
    await deadLetter(t);
    await look();
    const answer = await read();
    expect(answer.status).toBe(200);
    expect(AlertList.parse(await answer.json())).toMatchObject({
      alerts: [
        {
          kind: 'dead-letters',
          message: 'Twenty does not accept some records.',
          remedy: expect.stringContaining('Deliveries'),
          closedAt: null,
          notices: [{ channel: 'webhook', event: 'opened', toldAt: expect.any(String), attempts: 1 }],
        },
      ],
      channels: [],
    });
  });

  test('is shown to nobody else', async () => {
    const { read } = await setUp();
    expect((await read([])).status).toBe(403);
  });
});

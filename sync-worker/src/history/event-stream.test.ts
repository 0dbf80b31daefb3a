import { type Progression, ServerEvent } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProgressionTotals } from '../outbox/progression-record.ts';
import type { Store } from '../store/port.ts';
import { delivered } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';

let store: Store;
let worker: TestWorker;

beforeAll(async () => {
  store = await openTestStore();
  worker = await createTestWorker(store);
});
afterAll(() => store.close());

const EARNED_BEFORE: ProgressionTotals = {
  totalXp: 0,
  totalCalls: 150,
  totalTalkSeconds: 9_120,
  lastCallAt: '2026-11-19T15:04:00.000Z',
  streakDays: 4,
  streakThrough: '2026-11-19',
};

interface Listener {
  /** The next event about a call or delivery, with where to go on after it. */
  next(): Promise<{ id: string; event: ServerEvent }>;
  /** The next event about the rep's progression. */
  progression(): Promise<Progression>;
  /** The next comment. */
  beat(): Promise<string>;
  /** Resolves when the worker has ended the stream. */
  ended(): Promise<void>;
  leave(): Promise<void>;
}

/** Listens as a browser does. */
const listen = async (rep: Rep, lastEventId?: string, to = worker): Promise<Listener> => {
  const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
  const response = await to.ask('/api/events', { as: rep, headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('There is no stream.');
  let text = '';
  const block = async (wanted: (block: string) => boolean): Promise<string> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 2);
        if (wanted(found)) return found;
        continue;
      }
      const { done, value } = await reader.read();
      if (done) throw new Error('The stream has ended.');
      text += value;
    }
  };
  const field = (from: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(from)?.[1] ?? '';
  const event = async (isAboutProgression: boolean) => {
    const found = await block(
      (one) => one.includes('data: ') && one.includes('event: progression') === isAboutProgression,
    );
    return { id: field(found, 'id'), event: ServerEvent.parse(JSON.parse(field(found, 'data'))) };
  };
  return {
    next: () => event(false),
    progression: async () => {
      const { event: found } = await event(true);
      if (found.type !== 'progression')
        throw new Error('An event of another kind has the name of progression.');
      return found.progression;
    },
    beat: () => block((one) => one.startsWith(':')),
    ended: async () => {
      await expect(block(() => false)).rejects.toThrow('has ended');
    },
    leave: () => reader.cancel(),
  };
};

const call = async (rep: Rep, fields: Parameters<typeof reportOf>[1] = {}, to = worker) => {
  const report = reportOf(rep, fields);
  const response = await to.ask('/api/call-reports', { as: rep, body: report });
  expect(response.status).toBe(202);
  return report;
};
const callIdOf = ({ event }: { event: ServerEvent }) =>
  event.type === 'call' ? event.call.report.callId : event.type;

test('a rep sees a call the moment it is stored, and not what was before', async () => {
  const rep = await worker.signIn();
  await call(rep);
  const listener = await listen(rep);
  expect((await listener.next()).event.type).toBe('delivery');
  const report = await call(rep);
  expect(callIdOf(await listener.next())).toBe(report.callId);
  await listener.leave();
});

test('another rep’s calls are never heard', async () => {
  const [ann, bob] = [await worker.signIn(), await worker.signIn()];
  const listener = await listen(ann);
  await listener.next();
  await call(bob);
  const own = await call(ann);
  expect(callIdOf(await listener.next())).toBe(own.callId);
  await listener.leave();
});

describe('after a broken connection', () => {
  test('each call that changed meanwhile comes once, in its present state', async () => {
    const rep = await worker.signIn();
    const before = await listen(rep);
    await before.next();
    await call(rep);
    const { id } = await before.next();
    await before.leave();

    const report = await call(rep);
    await call(rep, { ...report, revision: 4, note: 'edited' });
    const other = await call(rep);
    const after = await listen(rep, id);
    await after.next();
    expect((await after.next()).event).toMatchObject({
      call: { report: { callId: report.callId, note: 'edited' } },
    });
    expect(callIdOf(await after.next())).toBe(other.callId);
    await after.leave();
  });

  test('nothing is missed even if it broke before the first call came', async () => {
    const rep = await worker.signIn();
    const before = await listen(rep);
    const { id } = await before.next();
    await before.leave();
    const report = await call(rep);
    const after = await listen(rep, id);
    await after.next();
    expect(callIdOf(await after.next())).toBe(report.callId);
    await after.leave();
  });

  test('a place in the address serves as well, for programs that cannot send the header', async () => {
    const rep = await worker.signIn();
    const report = await call(rep);
    const response = await worker.ask('/api/events?lastEventId=0', { as: rep });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes(report.callId)) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
  });

  test('more calls than fit one batch all come, in order', async () => {
    const rep = await worker.signIn();
    const reports = Array.from({ length: 120 }, () => reportOf(rep));
    await store.transaction(worker.workspaceId, async (tx) => {
      for (const report of reports) await tx.calls.accept(report);
    });
    const listener = await listen(rep, '0');
    await listener.next();
    const heard: { id: string; callId: string }[] = [];
    for (const _each of reports) {
      const one = await listener.next();
      heard.push({ id: one.id, callId: callIdOf(one) });
    }
    expect(new Set(heard.map(({ callId }) => callId))).toEqual(new Set(reports.map(({ callId }) => callId)));
    const ids = heard.map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    await listener.leave();
  });
});

test('a rep is told when calls stop reaching Twenty, and when they do again, once each', async () => {
  const own = await createTestWorker(store);
  const rep = await own.signIn();
  const listener = await listen(rep, undefined, own);
  await listener.next();
  const say = (state: 'running' | 'paused', message: string) =>
    store.transaction(own.workspaceId, (tx) => tx.delivery.setStatus({ state, message }));
  await say('paused', 'The key is refused.');
  expect((await listener.next()).event).toMatchObject({ delivery: { state: 'paused' } });
  await say('paused', 'The key is refused.');
  await say('running', '');
  expect((await listener.next()).event).toMatchObject({ delivery: { state: 'running' } });
  await listener.leave();
});

test('a rep hears of their XP first, and again when a call has earned some, before Twenty has it', async () => {
  const own = await createTestWorker(store, {
    progression: { of: async () => ({ ...EARNED_BEFORE, totalXp: 430 }) },
  });
  const rep = await own.signIn();
  expect((await own.ask('/api/progression', { as: rep })).status).toBe(200);
  const listener = await listen(rep, undefined, own);
  expect(await listener.progression()).toMatchObject({ totalXp: 430, rank: 'caller-2' });
  await call(rep, { outcome: 'interested' }, own);
  expect(await listener.progression()).toMatchObject({
    totalXp: 435,
    sync: { state: 'on-its-way', totalXpInTwenty: null },
  });
  const settle = (holder: string) =>
    store.transaction(own.workspaceId, async (tx) => {
      const leased = await tx.outbox.lease({ holder, leaseMs: 60_000, perObject: 200 });
      await tx.outbox.settle(holder, leased.map(delivered));
    });
  await settle('worker-1');
  expect(await listener.progression()).toMatchObject({ sync: { state: 'in-twenty', totalXpInTwenty: 435 } });
  await listener.leave();
});

test('nobody is told of another rep’s XP', async () => {
  const [ann, bob] = [await worker.signIn(), await worker.signIn()];
  for (const rep of [ann, bob]) await worker.ask('/api/progression', { as: rep });
  const listener = await listen(ann);
  await listener.progression();
  await call(bob);
  await call(ann, { outcome: 'no-answer' });
  expect(await listener.progression()).toMatchObject({ totalXp: 2, totalCalls: 1 });
  await listener.leave();
});

describe('a stream ends', () => {
  test('at the next heartbeat after a sign-out, and beats until then', async () => {
    const rep = await worker.signIn();
    const listener = await listen(rep);
    await listener.next();
    worker.tick();
    expect(await listener.beat()).toContain('still here');
    await worker.ask('/auth/sign-out', { as: rep, method: 'POST' });
    worker.tick();
    await listener.ended();
  });

  test('when the worker stops, so that it can stop', async () => {
    const own = await createTestWorker(store);
    const listener = await listen(await own.signIn(), undefined, own);
    await listener.next();
    own.stopping.abort();
    await listener.ended();
  });

  test('for a HEAD at once', async () => {
    const response = await worker.ask('/api/events', { as: await worker.signIn(), method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

test('a listener that leaves costs nothing afterwards', async () => {
  let listeners = 0;
  const counted: Store = {
    ...store,
    onChange: (hear) => {
      listeners += 1;
      const stop = store.onChange(hear);
      return () => {
        listeners -= 1;
        stop();
      };
    },
  };
  const own = await createTestWorker(counted);
  // What the worker itself listens for is there before anybody comes.
  const ownListeners = listeners;
  const listener = await listen(await own.signIn(), undefined, own);
  await listener.next();
  expect(listeners).toBe(ownListeners + 1);
  await listener.leave();
  await expect.poll(() => listeners).toBe(ownListeners);
});

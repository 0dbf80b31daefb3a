import { PROBLEM_MEDIA_TYPE, Problem } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreUnavailableError } from '../store/errors.ts';
import type { Store } from '../store/port.ts';
import { anAttempt, delivered, refused } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, reportOf, type TestWorker } from '../testing/test-worker.ts';
import { createAttemptCounts } from './attempt-counts.ts';

const TOKEN = 'a-token-for-prometheus';
const LEASE = { holder: 'worker-1', leaseMs: 60_000, perObject: 200 };

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const worker = (options: Parameters<typeof createTestWorker>[1] = {}, on = store): Promise<TestWorker> =>
  createTestWorker(on, { config: { metricsToken: TOKEN }, ...options });
const scrape = (of: TestWorker, token = TOKEN) =>
  of.ask('/metrics', { headers: { Authorization: `Bearer ${token}` } });
const linesOf = async (response: Response): Promise<string[]> => (await response.text()).split('\n');

describe('who may read metrics', () => {
  test('nobody, where no token is set: there is nothing under the address', async () => {
    const closed = await worker({ config: { metricsToken: null } });
    expect((await scrape(closed)).status).toBe(404);
    expect((await closed.ask('/metrics', { as: await closed.signIn() })).status).toBe(404);
  });

  test('whoever shows the token, and no rep by their session', async () => {
    const open = await worker();
    const response = await scrape(open);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    for (const refusedOne of [
      await scrape(open, `${TOKEN}x`),
      await scrape(open, TOKEN.slice(0, -1)),
      await scrape(open, ''),
      await open.ask('/metrics', { headers: { Authorization: TOKEN } }),
      await open.ask(`/metrics?token=${TOKEN}`),
      await open.ask('/metrics', { as: await open.signIn() }),
    ]) {
      expect(refusedOne.status).toBe(401);
      expect(refusedOne.headers.get('www-authenticate')).toBe('Bearer');
      expect(refusedOne.headers.get('content-type')).toBe(PROBLEM_MEDIA_TYPE);
      const problem = Problem.parse(await refusedOne.json());
      expect(problem.code).toBe('token-refused');
      expect(JSON.stringify(problem)).not.toContain(TOKEN);
    }
  });
});

describe('what they tell', () => {
  test('what waits and what failed, by object and state, and how long a call took', async () => {
    const attempts = createAttemptCounts();
    const of = await worker({ attempts });
    const rep = await of.signIn();
    const tx: Store['transaction'] = (id, work) => store.transaction(id, work);
    const settleAll = (way: typeof delivered) =>
      tx(of.workspaceId, async (t) => {
        const leased = await t.outbox.lease(LEASE);
        const tried = anAttempt();
        attempts.note(tried);
        await t.outbox.settle(LEASE.holder, leased.map(way), [tried]);
      });
    await of.ask('/api/call-reports', { as: rep, body: reportOf(rep, { personId: null, personName: null }) });
    await settleAll(delivered);
    await of.ask('/api/call-reports', { as: rep, body: reportOf(rep, { personId: null, personName: null }) });
    await settleAll(refused);
    await tx(of.workspaceId, (t) =>
      t.delivery.setStatus({ state: 'paused', message: 'The key was refused' }),
    );

    const lines = await linesOf(await scrape(of));
    expect(lines).toEqual(
      expect.arrayContaining([
        'dialer_info{version="0.0.0"} 1',
        'dialer_store_up 1',
        'dialer_outbox_entries{object="phoneCall",state="dead"} 1',
        'dialer_outbox_entries{object="note",state="dead"} 1',
        'dialer_outbox_entries{object="phoneCall",state="pending"} 0',
        'dialer_delivery_attempts_total{action="write",answer="taken",failure="none"} 2',
        'dialer_delivery_state{state="paused"} 1',
        'dialer_delivery_state{state="running"} 0',
        'dialer_budget_tokens_capacity 500',
        'dialer_budget_tokens_left 500',
      ]),
    );
    const valueIn = (series: string) =>
      Number(lines.find((line) => line.startsWith(`${series} `))?.slice(series.length + 1));
    expect(valueIn('dialer_dead_letters')).toBeGreaterThanOrEqual(2);
    expect(valueIn('dialer_outbox_oldest_waiting_seconds')).toBeGreaterThanOrEqual(0);
    expect(valueIn('dialer_delivery_lag_records')).toBeGreaterThanOrEqual(2);
    for (const quantile of ['0.5', '0.95', '0.99']) {
      expect(valueIn(`dialer_delivery_lag_seconds{quantile="${quantile}"}`)).toBeGreaterThan(0);
    }
    expect(lines.join('\n')).not.toMatch(/prices|\+1202|Ann|Grace/);
  });

  test('no lag where nothing was delivered, which is not the same as a lag of nothing', async () => {
    const lines = await linesOf(await scrape(await worker()));
    expect(lines).toContain('dialer_delivery_lag_records 0');
    expect(lines.filter((line) => line.startsWith('dialer_delivery_lag_seconds{'))).toEqual([]);
  });

  test('that the store is away, instead of an answer that cannot be told from a dead worker', async () => {
    const down = async (): Promise<never> => {
      throw new StoreUnavailableError('connection refused');
    };
    const broken: Store = { ...store, transaction: down, ping: down, inBackground: () => broken };
    const response = await scrape(await worker({}, broken));
    expect(response.status).toBe(200);
    const lines = await linesOf(response);
    expect(lines).toContain('dialer_store_up 0');
    expect(lines.some((line) => line.startsWith('dialer_outbox_entries'))).toBe(false);
  });

  test('little, while nobody knows which workspace this is', async () => {
    const lines = await linesOf(await scrape(await worker({ isTwentyThere: false })));
    expect(lines).toContain('dialer_store_up 1');
    expect(lines.some((line) => line.startsWith('dialer_outbox_entries'))).toBe(false);
  });

  test('the same figures to many who ask at once: the store is looked at once', async () => {
    let looks = 0;
    const counted: Store = {
      ...store,
      inBackground: () => ({
        ...store,
        transaction: (id, work) => {
          looks += 1;
          return store.transaction(id, work);
        },
      }),
    };
    const of = await worker({}, counted);
    await Promise.all(Array.from({ length: 10 }, () => scrape(of)));
    expect(looks).toBe(1);
  });
});

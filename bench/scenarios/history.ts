import { setTimeout as pause } from 'node:timers/promises';
import { type CallReport, HistoryPage } from '@twenty-dialer/contract';
import { z } from 'zod';
import { until } from '../../sync-worker/src/testing/until.ts';
import type { Bench } from '../bench.ts';
import type { Scenario } from '../scenario.ts';
import { deliverBacklog } from '../support/deliveries.ts';
import { multiplyCalls } from '../support/many-calls.ts';
import { copyPlace } from '../support/prepared-store.ts';
import { leaveSession } from '../support/session.ts';
import { type StorePlace, startWorker } from '../support/worker.ts';
import { bareFirstPage } from './history/bare-page.ts';
import { historyFigures, type Round } from './history/figures.ts';
import { type HistoryWorld, realWorld, sandboxWorld } from './history/worlds.ts';

const FEW = 1_000;
const MANY = 100_000;

/** What the worker adds to a page of history, however many calls its store holds. */
export const history: Scenario = {
  name: 'history',
  what: 'the first page of history beside the same document sent bare, with few and many calls in the store',
  isPerStore: true,
  onlyOnSandbox: null,
  run: async (bench) => {
    const world = await (bench.twenty === null ? sandboxWorld(bench) : realWorld(bench, bench.twenty));
    const many = bench.quick ? 10 * FEW : MANY;
    const { reports } = world.backlog;
    bench.say(`delivering ${reports.length} calls, so that both sides have them`);
    const delivered = await deliverBacklog(bench, world.backlog, world);
    await world.verify(reports);
    bench.say(`making ${FEW} and ${many} of them in the store`);
    const pages = {
      bare: await bareFirstPage(world),
      few: await workerWith(bench, world, { from: delivered.place, calls: FEW }),
      many: await workerWith(bench, world, { from: delivered.place, calls: many }),
    };
    bench.say('asking in turns');
    const rounds = await askInTurns(pages, {
      rounds: bench.quick ? 30 : world.rounds,
      pauseMs: world.pauseMs,
    });
    return historyFigures(rounds, { few: FEW, many });
  },
};

/** Asks for the page. False: Twenty did not show it, because others spend the same budget. */
type Ask = () => Promise<boolean>;

/** A worker on a store with so many delivered calls. @returns how to ask it for the first page, which was checked */
const workerWith = async (
  bench: Bench,
  world: HistoryWorld,
  { from, calls }: { from: StorePlace; calls: number },
): Promise<Ask> => {
  const { workspaceId, member, token, twentyUrl, access } = world;
  const { reports } = world.backlog;
  const place = await copyPlace(bench, from);
  const held = await multiplyCalls(place, { workspaceId, times: calls / reports.length });
  if (held !== calls) throw new Error(`The store holds ${held} calls in place of ${calls}.`);
  const cookie = await leaveSession(place, { workspaceId, member, token });
  const worker = await startWorker(bench, { settings: { TWENTY_API_URL: twentyUrl, ...access }, place });
  const read = async () => (await fetch(`${worker.url}/api/history`, { headers: { cookie } })).json();
  const page = await until(
    'Twenty shows history',
    async () => {
      const answer = HistoryPage.parse(await read());
      return answer.twenty.state === 'read' ? answer : undefined;
    },
    { timeoutMs: 120_000, everyMs: REFILL_MS },
  );
  checkPage(page, reports);
  return async () => IsRead.safeParse(await read()).success;
};

const IsRead = z.object({ twenty: z.object({ state: z.literal('read') }) });

/** So long a budget that others have spent takes to hold enough again. */
const REFILL_MS = 6_000;

/** @throws Error unless the page shows the newest calls, each once, as they are in Twenty */
const checkPage = ({ calls }: HistoryPage, reports: readonly CallReport[]): void => {
  const newest = [...reports]
    .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt) || (a.callId < b.callId ? 1 : -1))
    .slice(0, calls.length);
  const isRight = calls.every(({ callId }, index) => callId === newest[index]?.callId);
  if (calls.length < 50 || !isRight) {
    throw new Error(`The first page shows ${calls.length} calls, and not the newest ones.`);
  }
};

/** Everybody once a round, each time somebody else first, so that a slow moment of the machine strikes all alike. */
const askInTurns = async (
  pages: Readonly<Record<keyof Round, Ask>>,
  { rounds, pauseMs }: { rounds: number; pauseMs: number },
): Promise<Round[]> => {
  const sides = ['bare', 'few', 'many'] as const;
  const measured: Round[] = [];
  for (let nth = 0; measured.length < rounds + WARM_UP; nth += 1) {
    if (nth > MOST_TRIES * (rounds + WARM_UP))
      throw new Error('Twenty shows history too seldom to measure it.');
    const round = { bare: 0, few: 0, many: 0 };
    let isWhole = true;
    for (let turn = 0; turn < sides.length; turn += 1) {
      const side = sides[(turn + nth) % sides.length] ?? 'bare';
      if (pauseMs > 0) await pause(pauseMs);
      const startedAtMs = performance.now();
      isWhole = (await pages[side]()) && isWhole;
      round[side] = performance.now() - startedAtMs;
    }
    if (isWhole) measured.push(round);
    else await pause(REFILL_MS);
  }
  return measured.slice(WARM_UP);
};

const WARM_UP = 5;
const MOST_TRIES = 2;

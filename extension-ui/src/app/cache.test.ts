import { QueryObserver } from '@tanstack/react-query';
import type { CallList } from '@twenty-dialer/contract';
import { afterEach, expect, test } from 'vitest';
import { ADA, callIdNumber, inventedReport, inventedView } from '../testing/invented.ts';
import { callsKey, readCalls, readCallsAnew, rememberCall } from './cache.ts';
import { createQueries } from './services.ts';

const day = { from: '2026-11-21T00:00:00.000Z', to: '2026-11-22T00:00:00.000Z' };
const key = callsKey(ADA, day);
const saved = inventedView(inventedReport(), { state: 'saved' }, 1);
const inTwenty = inventedView(inventedReport(), { state: 'in-twenty' }, 2);

const queries = createQueries();
afterEach(() => queries.clear());

/** A list that is being read; each answer comes when the test says so. */
const readingList = () => {
  const answers: ((list: CallList) => void)[] = [];
  const read = () => new Promise<CallList>((resolve) => answers.push(resolve));
  const queryFn = () => readCalls(queries, { member: ADA, day }, read);
  const fetch = () => queries.fetchQuery({ queryKey: key, queryFn, staleTime: 0 });
  return { answers, fetch };
};
const marks = (list: CallList | undefined) => list?.calls.map(({ sync }) => sync.state);

test('a call that reached Twenty while the list was on its way is not shown as only saved', async () => {
  const { answers, fetch } = readingList();
  queries.setQueryData(key, { calls: [saved], hasMore: false }, { updatedAt: 1 });
  const reading = fetch();
  rememberCall(queries, inTwenty);
  answers[0]?.({ calls: [saved], hasMore: false });
  await reading;
  expect(marks(queries.getQueryData(key))).toEqual(['in-twenty']);
});

test('a call that the worker took while the first list was on its way does not vanish', async () => {
  const { answers, fetch } = readingList();
  const reading = fetch();
  rememberCall(queries, saved);
  answers[0]?.({ calls: [], hasMore: false });
  expect(marks(await reading)).toEqual(['saved']);
  expect(marks(queries.getQueryData(key))).toEqual(['saved']);
});

test('a call of another day does not come into the list by that way', async () => {
  const { answers, fetch } = readingList();
  const reading = fetch();
  const startedAt = '2026-11-20T12:00:00.000Z';
  rememberCall(queries, inventedView(inventedReport({ callId: callIdNumber(2), startedAt })));
  answers[0]?.({ calls: [saved], hasMore: false });
  expect((await reading).calls).toHaveLength(1);
});

test('an answer from before the stream began does not stand for the one after it', async () => {
  const { answers, fetch } = readingList();
  void fetch().catch(() => undefined);
  const observer = new QueryObserver<CallList>(queries, {
    queryKey: key,
    queryFn: () =>
      readCalls(queries, { member: ADA, day }, async () => ({ calls: [inTwenty], hasMore: false })),
  });
  const stop = observer.subscribe(() => undefined);
  await readCallsAnew(queries, ADA);
  answers[0]?.({ calls: [], hasMore: false });
  expect(marks(queries.getQueryData(key))).toEqual(['in-twenty']);
  stop();
});

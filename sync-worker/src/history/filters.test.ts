import { type CallReport, CallSessionId, E164 } from '@twenty-dialer/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsOfCall } from '../outbox/records-of-call.ts';
import type { Store } from '../store/port.ts';
import { createHistoryTrial, type HistoryTrial } from '../testing/history-trial.ts';
import { openTestStore } from '../testing/test-store.ts';
import type { Rep } from '../testing/test-worker.ts';

let store: Store;
let trial: HistoryTrial;
let maya: Rep;
const nameOfCall = new Map<string, string>();

const callSessionId = CallSessionId.parse('5e5510aa-7d1b-4b2e-8f6c-1a2b3c4d5e6f');
const otherSession = CallSessionId.parse('6e5510aa-7d1b-4b2e-8f6c-1a2b3c4d5e6f');
const CALLS: Record<string, Partial<CallReport>> = {
  ada: { personName: 'Ada Lovelace', to: E164.parse('+12025550123') },
  bob: { personName: '50% Off_Ltd', to: E164.parse('+493012345678'), outcome: 'busy' },
  cleo: { direction: 'inbound', from: E164.parse('+442079460000'), outcome: 'callback' },
  dan: { personName: 'Dan O’Hara \\ Sons', line: 'practice', callSessionId: otherSession },
  eve: { stage: 'ended', outcome: null, wrappedUpAt: null, personName: 'Eve' },
  fay: {
    startedAt: '2026-11-21T08:00:00.000Z',
    ringingAt: null,
    answeredAt: null,
    endedAt: '2026-11-21T08:01:00.000Z',
    wrappedUpAt: '2026-11-21T08:02:00.000Z',
    personName: 'Fay Ünal',
  },
};

const reportAll = async (): Promise<CallReport[]> => {
  const reports: CallReport[] = [];
  for (const [name, fields] of Object.entries(CALLS)) {
    const report = await trial.reportBy(maya, { callSessionId, ...fields });
    nameOfCall.set(report.callId, name);
    reports.push(report);
  }
  return reports;
};

/** A call without an outcome waits for one before it goes to Twenty; these tests do not wait. */
const makeDue = (reports: readonly CallReport[]) =>
  store.transaction(trial.workspaceId, async (tx) => {
    const member = { id: maya.member.id, name: 'Maya Lindqvist' };
    for (const report of reports) {
      const records = recordsOfCall({ report, member, knownSlots: [] });
      await tx.outbox.touch(records.map((record) => ({ ...record, dueInMs: 0 })));
    }
  });

beforeAll(async () => {
  store = await openTestStore();
  trial = await createHistoryTrial(store);
  maya = await trial.signIn(0);
  await makeDue(await reportAll());
  await trial.deliver();
  await reportAll();
});
afterAll(() => store.close());

const EVERYBODY = Object.keys(CALLS).toSorted();
const find = async (query: Record<string, string>) => {
  const { calls } = await trial.historyOf(maya, { limit: '100', ...query });
  const names = (isThere: boolean) =>
    calls
      .filter(({ sync }) => (sync.deliveredAt !== null) === isThere)
      .map(({ callId }) => nameOfCall.get(callId ?? ''))
      .toSorted();
  return { inTwenty: names(true), onTheWay: names(false) };
};

test.each<[Record<string, string>, readonly string[]]>([
  [{}, EVERYBODY],
  [{ from: '2026-11-21T08:00:00.000Z' }, ['fay']],
  [{ to: '2026-11-21T08:00:00.000Z' }, EVERYBODY.filter((name) => name !== 'fay')],
  [
    { from: '2026-11-20T15:04:00.000Z', to: '2026-11-20T15:04:00.001Z' },
    ['ada', 'bob', 'cleo', 'dan', 'eve'],
  ],
  [{ outcomes: 'busy' }, ['bob']],
  [{ outcomes: 'busy,callback' }, ['bob', 'cleo']],
  [{ outcomes: 'needs-wrap-up' }, ['eve']],
  [{ outcomes: 'needs-wrap-up,busy' }, ['bob', 'eve']],
  [{ outcomes: 'no-such-outcome' }, []],
  [{ outcomes: 'no-such-outcome,busy,nor-this' }, ['bob']],
  [{ lines: 'practice' }, ['dan']],
  [{ lines: 'manual,practice' }, EVERYBODY],
  [{ lines: 'carrier-pigeon' }, []],
  [{ direction: 'inbound' }, ['cleo']],
  [{ callSessionId: otherSession }, ['dan']],
  [{ members: '24a030a9-9a50-40ee-92d2-8d04420958da' }, []],
  [{ members: '5a1d7c8e-30b4-4f6a-9c51-2f8f6f0a7b11,24a030a9-9a50-40ee-92d2-8d04420958da' }, EVERYBODY],
  [{ search: 'ada' }, ['ada']],
  [{ search: 'LACE ad' }, ['ada']],
  [{ search: 'ada bob' }, []],
  [{ search: 'ÜNAL' }, ['fay']],
  [{ search: '50%' }, ['bob']],
  [{ search: '%' }, EVERYBODY],
  [{ search: 'off_l' }, ['bob']],
  [{ search: 'f_l' }, ['bob']],
  [{ search: 'o_l' }, []],
  [{ search: 'O’Hara \\ Sons' }, ['dan']],
  [{ search: '\\a' }, []],
  [{ search: 'call from' }, ['cleo']],
  [{ search: '(202) 555-0123' }, ['ada', 'cleo', 'dan', 'eve', 'fay']],
  [{ search: '+1 202' }, ['ada', 'cleo', 'dan', 'eve', 'fay']],
  [{ search: '+44 20 7946' }, ['cleo']],
  [{ search: '79460' }, ['cleo']],
  [{ search: '+49 (0)30 12345678' }, ['bob']],
  [{ search: 'lovelace 0123' }, ['ada']],
  [{ search: 'lovelace 9999' }, []],
  [{ direction: 'outbound', outcomes: 'busy', search: 'off', lines: 'manual' }, ['bob']],
])('%j finds the same calls in Twenty and on their way', async (query, expected) => {
  expect(await find(query)).toEqual({ inTwenty: expected, onTheWay: expected });
});

test.each(EVERYBODY)('the call with %s reads the same on both sides', async (name) => {
  const { calls } = await trial.historyOf(maya, { limit: '100' });
  const alike = calls.filter(({ callId }) => nameOfCall.get(callId ?? '') === name);
  const [there, here] = alike.map(({ key, callId, sync, ...shown }) => shown);
  expect(alike).toHaveLength(2);
  expect(there).toEqual(here);
});

import { setTimeout as pause } from 'node:timers/promises';
import type { CallReport } from '@twenty-dialer/contract';
import { print } from 'graphql';
import type { ObjectName } from '../../sync-worker/src/outbox/entry.ts';
import { recordsOfCall } from '../../sync-worker/src/outbox/records-of-call.ts';
import { writeRequest } from '../../sync-worker/src/twenty/records-write.ts';
import type { Bench } from '../bench.ts';
import type { Figure, Scenario } from '../scenario.ts';
import { median } from '../statistics.ts';
import { callMaker, type MadeCall } from '../support/calls.ts';
import { postOneByOne } from '../support/deliveries.ts';
import { createReporter } from '../support/reporter.ts';
import { recordsInTwenty } from '../support/waiting-calls.ts';
import { type WatchedTwenty, watchTwenty } from '../support/watched-twenty.ts';
import { startWorker } from '../support/worker.ts';
import { type IdleTwenty, idleTwenty, quietPlace } from './latency/idle-twenty.ts';

/** How long a saved wrap-up takes until the call can be seen in Twenty, when nothing else is going on. */
export const latency: Scenario = {
  name: 'latency',
  what: 'a wrap-up saved, until its phoneCall is in Twenty, beside the bare mutation',
  isPerStore: true,
  onlyOnSandbox: null,
  run: async (bench) => {
    const twenty = await idleTwenty(bench);
    const watched = await watchTwenty(bench, twenty.url);
    const { report, verify } = await openWorker(bench, twenty, watched);
    const next = callMaker(twenty.cast);
    const rounds = bench.quick ? 5 : twenty.rounds;
    const worker: number[] = [];
    const bare: number[] = [];
    // The first one of each opens connections and asks for tokens.
    for (let round = 0; round <= rounds; round += 1) {
      const call = next();
      const mutation = next();
      twenty.keep([call.report, mutation.report]);
      await pause(twenty.pauseMs);
      const workerMs = await untilVisible(watched, call.report, report);
      await pause(twenty.pauseMs);
      const bareMs = await postMutation(mutation, { watched, access: twenty.access });
      if (round > 0) worker.push(workerMs);
      if (round > 0) bare.push(bareMs);
      if (round % 10 === 0)
        bench.say(`round ${round} of ${rounds}: ${ms(workerMs)}, bare mutation ${ms(bareMs)}`);
    }
    await verify();
    return figuresOf({ worker, bare });
  },
};

const ms = (value: number): string => `${value.toFixed(1)} ms`;

const figuresOf = ({ worker, bare }: { worker: number[]; bare: number[] }): Figure[] => {
  const bareMs = median(bare);
  const note = `median of ${worker.length}`;
  return [
    { name: 'bare mutation of phoneCall and note', value: bareMs, unit: 'ms', bar: null, note },
    {
      name: 'wrap-up sent until phoneCall is in Twenty',
      value: median(worker),
      unit: 'ms',
      bar: { kind: 'at-most', value: 1.5 * bareMs + 50 },
      note: `${note}; the bar is 1.5 times the bare mutation plus 50 ms`,
    },
  ];
};

/**
 * From the moment that the report leaves the rep, which is earlier than it is saved, to Twenty's own word that the row is
 * written. Waits for the call's links too, so that the next one meets an idle worker.
 */
const untilVisible = async (
  watched: WatchedTwenty,
  call: CallReport,
  report: (call: CallReport) => Promise<void>,
): Promise<number> => {
  const startedAtMs = performance.now();
  await report(call);
  // Not the figures that it changes: they are written once in a minute.
  await watched.hasWritten(Object.values(recordsInTwenty(call)).flat());
  const [recordId = ''] = recordsInTwenty(call).phoneCall;
  const written = watched.documents.find((document) =>
    Object.values(document.written).some((ids) => ids.includes(recordId)),
  );
  return (written?.answeredAtMs ?? Number.NaN) - startedAtMs;
};

/** The document that the worker would send for such a call, by the same way. */
const postMutation = async (
  { report, member }: MadeCall,
  { watched, access }: { watched: WatchedTwenty; access: Readonly<Record<string, string>> },
): Promise<number> => {
  const name = `${member.firstName} ${member.lastName}`;
  const records = recordsOfCall({ report, member: { id: member.id, name }, knownSlots: [] });
  const batch = (wanted: ObjectName) =>
    records
      .filter(({ objectName }) => objectName === wanted)
      .map(({ recordId, payload }) => ({ id: recordId, fields: payload }));
  const request = writeRequest(
    new Map((['phoneCall', 'note'] as const).map((object) => [object, batch(object)])),
  );
  const body = JSON.stringify({ query: print(request.document), variables: request.variables });
  return 1000 * (await postOneByOne([body], { twentyUrl: watched.url, access }));
};

const openWorker = async (bench: Bench, twenty: IdleTwenty, watched: WatchedTwenty) => {
  const { place, cookies } = await quietPlace(bench, twenty, watched.url);
  const worker = await startWorker(bench, {
    settings: { ...twenty.access, TWENTY_API_URL: watched.url },
    place,
  });
  const reporter = createReporter(worker.url, cookies, { connections: 1 });
  bench.onEnd(async () => reporter.close());
  const sent: CallReport[] = [];
  return {
    report: async (call: CallReport) => {
      await reporter.report(call);
      sent.push(call);
    },
    verify: () => twenty.verify(sent),
  };
};

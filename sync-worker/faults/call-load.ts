import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CallReport, PersonId } from '@twenty-dialer/contract';
import { type CallPlan, reportedAsItHappens } from './call-plans.ts';

export interface CallingRep {
  readonly memberId: string;
  /** The session, as a `Cookie` header. */
  readonly cookie: string;
}

export interface LoadOptions {
  /** The address that the dialer was opened under: all workers have the same. */
  readonly origin: string;
  /** Where the workers listen. A report that one of them does not take goes to the next. */
  readonly workerUrls: readonly string[];
  readonly reps: readonly CallingRep[];
  readonly people: readonly PersonId[];
  /** How many calls are made at the same time. */
  readonly callers: number;
  readonly plan?: CallPlan;
  /** When all calls began; left out: now. */
  readonly startMs?: number | undefined;
  /** Reports of a call go in any order, some of them twice, all at once. */
  readonly isShuffled?: boolean;
}

/** What was posted of one call, and what the worker has promised. */
export interface PlacedCall {
  readonly index: number;
  last: CallReport;
  /** The highest revision that was answered with 202; 0 when none was. */
  acceptedRevision: number;
}

/**
 * Reps that call without a pause until they are told to stop. Each report is sent until it is answered, as the browser
 * does, so a worker that dies in between is met by the same report again.
 */
export const startLoad = (options: LoadOptions) => {
  const placed: PlacedCall[] = [];
  const callSessionId = randomUUID();
  let isOver = false;
  const caller = async (): Promise<void> => {
    while (!isOver) await placeCall({ ...options, callSessionId }, placed);
  };
  const callers = Promise.all(Array.from({ length: options.callers }, caller));
  let failure: unknown = null;
  callers.catch((error: unknown) => {
    failure = error;
  });
  return {
    placed: placed as readonly PlacedCall[],
    /** @throws whatever made a caller give up */
    check: () => {
      if (failure !== null) throw failure;
    },
    /** The first call's note is corrected. That earns nothing, so nobody's totals change. */
    correctOne: async () => {
      const [call] = placed;
      const rep = options.reps.find(({ memberId }) => memberId === call?.last.workspaceMemberId);
      if (call === undefined || rep === undefined) throw new Error('Nobody has called yet.');
      const { last } = call;
      call.last = { ...last, revision: last.revision + 1, note: `${last.note}, read once more` };
      await post(options, rep, call.last);
      call.acceptedRevision = call.last.revision;
    },
    /** Lets every caller finish the call it is in. */
    stop: async (): Promise<void> => {
      isOver = true;
      await callers;
    },
  };
};
export type Load = ReturnType<typeof startLoad>;

const placeCall = async (
  options: LoadOptions & { readonly callSessionId: string },
  placed: PlacedCall[],
): Promise<void> => {
  const { reps, people, plan = reportedAsItHappens, startMs, callSessionId } = options;
  const index = placed.length;
  const rep = reps[index % reps.length];
  if (rep === undefined) throw new Error('Nobody is there to call.');
  const personId = people[index % Math.max(1, people.length)] ?? null;
  const reports = plan({ memberId: rep.memberId, personId, callSessionId, startMs, index });
  const call: PlacedCall = { index, last: reports.at(-1) ?? reports[0], acceptedRevision: 0 };
  placed.push(call);
  const send = async (report: CallReport) => {
    await post(options, rep, report);
    call.acceptedRevision = Math.max(call.acceptedRevision, report.revision);
  };
  if (options.isShuffled) await Promise.all(shuffledAndRepeated(reports).map(send));
  else for (const report of reports) await send(report);
};

const shuffledAndRepeated = (reports: readonly CallReport[]): CallReport[] =>
  reports
    .flatMap((report) => (Math.random() < 0.5 ? [report, report] : [report]))
    .map((report) => ({ report, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ report }) => report);

const RETRY_MS = 50;
const GIVE_UP_MS = 120_000;

const post = async (
  { origin, workerUrls }: LoadOptions,
  { cookie }: CallingRep,
  report: CallReport,
): Promise<void> => {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (let attempt = Math.floor(Math.random() * workerUrls.length); ; attempt += 1) {
    const workerUrl = workerUrls[attempt % workerUrls.length];
    try {
      const answer = await fetch(`${workerUrl}/api/call-reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, cookie },
        body: JSON.stringify(report),
        signal: AbortSignal.timeout(20_000),
      });
      const body = await answer.text();
      if (answer.status === 202) return;
      // Whatever says "not now" is tried again; a refusal of the report itself would be a mistake of the test.
      if (answer.status < 500) throw new RefusedReport(`${answer.status}: ${body}`);
    } catch (error) {
      if (error instanceof RefusedReport) throw error;
    }
    if (Date.now() > giveUpAt) throw new Error(`No answer to call ${report.callId} in two minutes.`);
    await pause(RETRY_MS);
  }
};

class RefusedReport extends Error {
  override readonly name = 'RefusedReport';
}

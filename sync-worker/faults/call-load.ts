import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CallId, CallReport, MemberId, type PersonId } from '@twenty-dialer/contract';

export interface LoadOptions {
  readonly workerUrl: string;
  readonly memberId: string;
  readonly cookie: string;
  readonly people: readonly PersonId[];
  /** How many reps call at the same time. */
  readonly callers: number;
}

/** What was posted of one call, and what the worker has promised. */
export interface PlacedCall {
  readonly last: CallReport;
  /** The highest revision that was answered with 202; 0 when none was. */
  acceptedRevision: number;
}

/**
 * Reps that call without a pause until they are told to stop. Each report is sent until it is answered, as the browser
 * does, so a worker that dies in between is met by the same report again.
 */
export const startLoad = (options: LoadOptions) => {
  const placed: PlacedCall[] = [];
  let isOver = false;
  const caller = async (): Promise<void> => {
    while (!isOver) await placeCall(options, placed);
  };
  const callers = Array.from({ length: options.callers }, caller);
  return {
    placed: placed as readonly PlacedCall[],
    /** Lets every caller finish the call it is in. */
    stop: async (): Promise<void> => {
      isOver = true;
      await Promise.all(callers);
    },
  };
};

const placeCall = async (options: LoadOptions, placed: PlacedCall[]): Promise<void> => {
  const [dialed, ended, wrappedUp] = reportsOfOneCall(options, placed.length);
  const call: PlacedCall = { last: wrappedUp, acceptedRevision: 0 };
  placed.push(call);
  for (const report of [dialed, ended, wrappedUp]) {
    await post(options, report);
    call.acceptedRevision = report.revision;
  }
};

const RETRY_MS = 50;
const GIVE_UP_MS = 120_000;

const post = async ({ workerUrl, cookie }: LoadOptions, report: CallReport): Promise<void> => {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (;;) {
    try {
      const answer = await fetch(`${workerUrl}/api/call-reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: workerUrl, cookie },
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

const reportsOfOneCall = (
  { memberId, people }: LoadOptions,
  index: number,
): readonly [CallReport, CallReport, CallReport] => {
  const startMs = Date.now() - 60_000;
  const at = (seconds: number) => new Date(startMs + seconds * 1000).toISOString();
  const dialed = {
    callId: CallId.parse(randomUUID()),
    revision: 1,
    workspaceMemberId: MemberId.parse(memberId),
    callSessionId: memberId,
    stage: 'dialed',
    line: 'manual',
    direction: 'outbound',
    status: 'initiated',
    from: null,
    to: `+1202555${String(100 + (index % 100)).padStart(4, '0')}`,
    personId: people.length === 0 ? null : people[index % people.length],
    personName: null,
    callSid: null,
    startedAt: at(0),
    ringingAt: at(1),
    answeredAt: null,
    endedAt: null,
    wrappedUpAt: null,
    outcome: null,
    note: '',
  };
  const ended = {
    ...dialed,
    revision: 2,
    stage: 'ended',
    status: 'completed',
    answeredAt: at(5),
    endedAt: at(35),
  };
  const wrappedUp = {
    ...ended,
    revision: 3,
    stage: 'wrapped-up',
    wrappedUpAt: at(50),
    outcome: 'interested',
    note: `Call number ${index}`,
  };
  return [CallReport.parse(dialed), CallReport.parse(ended), CallReport.parse(wrappedUp)];
};

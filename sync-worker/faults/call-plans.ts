import { randomUUID } from 'node:crypto';
import { CallReport, E164, type PersonId } from '@twenty-dialer/contract';

export interface CallToPlan {
  readonly memberId: string;
  readonly personId: PersonId | null;
  readonly callSessionId: string;
  /** When the call began; left out: a minute ago. */
  readonly startMs?: number | undefined;
  /** The how manieth call it is. */
  readonly index: number;
}

/** All reports of one call, in the order of their revisions. */
export type CallPlan = (call: CallToPlan) => readonly [CallReport, ...CallReport[]];

/** As most calls of these tests: one report with all of it, which saves two thirds of the time. */
export const reportedOnce: CallPlan = (call) => {
  const { wrappedUp } = stagesOf(call);
  return [parse({ ...wrappedUp, revision: 1 })];
};

/** As the dialer does: at dial, at the end of the line, at wrap-up. */
export const reportedAsItHappens: CallPlan = (call) => inOrder(stagesOf(call));

/** One call in five as it happens, so that a fault falls between two reports of one call as well. */
export const someAsTheyHappen: CallPlan = (call) =>
  call.index % 5 === 0 ? reportedAsItHappens(call) : reportedOnce(call);

/** And corrected at once: another outcome, another note. */
export const corrected: CallPlan = (call) => {
  const stages = stagesOf(call);
  const correction = {
    ...stages.wrappedUp,
    outcome: 'callback',
    note: `${stages.wrappedUp.note}, corrected`,
  };
  return [...inOrder(stages), parse({ ...correction, revision: 4 })];
};

const inOrder = ({ dialed, ended, wrappedUp }: ReturnType<typeof stagesOf>) =>
  [
    parse({ ...dialed, revision: 1 }),
    parse({ ...ended, revision: 2 }),
    parse({ ...wrappedUp, revision: 3 }),
  ] as const;

/** A number and a word of a note that Twenty is told to refuse. */
export const POISONED_NUMBER = '+12025559999';
export const POISONED_WORD = 'POISON';

/** Of one call in a hundred either the call itself or its note is refused, in turns. */
export const onePercentPoisoned: CallPlan = (call) => {
  const [report] = reportedOnce(call);
  if (call.index % 100 !== 99) return [report];
  return call.index % 200 === 99
    ? [{ ...report, to: E164.parse(POISONED_NUMBER) }]
    : [{ ...report, note: `${report.note} ${POISONED_WORD}` }];
};

const parse = (report: unknown): CallReport => CallReport.parse(report);

const stagesOf = (call: CallToPlan) => {
  const { memberId, personId, callSessionId, index, startMs = Date.now() - 60_000 } = call;
  const at = (seconds: number) => new Date(startMs + seconds * 1000).toISOString();
  const dialed = {
    callId: randomUUID(),
    workspaceMemberId: memberId,
    callSessionId,
    stage: 'dialed',
    line: 'manual',
    direction: 'outbound',
    status: 'initiated',
    from: null,
    to: `+1202555${String(100 + (index % 100)).padStart(4, '0')}`,
    personId,
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
  const ended = { ...dialed, stage: 'ended', status: 'completed', answeredAt: at(5), endedAt: at(35) };
  const wrappedUp = {
    ...ended,
    stage: 'wrapped-up',
    wrappedUpAt: at(50),
    outcome: 'interested',
    note: `Call number ${index}`,
  };
  return { dialed, ended, wrappedUp };
};

import { randomUUID } from 'node:crypto';
import { CallId, type CallReport, type Member, type PersonId } from '@twenty-dialer/contract';
import { aReport, wrappedUp } from '../../sync-worker/src/testing/store-fixtures.ts';

/** Who calls whom. Both sides of a comparison are given the same. */
export interface Cast {
  readonly members: readonly Member[];
  readonly people: readonly PersonId[];
  /** When all of them call; left out: now. */
  readonly callAt?: Date;
}

export interface MadeCall {
  readonly report: CallReport;
  readonly member: Member;
}

/** Distinct calls with outcome, note and person, each reported once, wrapped up: four records in Twenty each. */
export const callMaker = ({ members, people, callAt }: Cast): (() => MadeCall) => {
  // Parsed once per member: what the sender itself costs is taken from the machine that is looked at.
  const patterns = members.map((member) => ({ member, report: wrappedUp(aReport(member.id)) }));
  let made = 0;
  return () => {
    const nth = made;
    made += 1;
    const pattern = patterns[nth % patterns.length];
    if (pattern === undefined) throw new Error('Nobody is there to call.');
    const startMs = (callAt?.getTime() ?? Date.now()) - 120_000;
    const at = (seconds: number) => new Date(startMs + seconds * 1000).toISOString();
    const report: CallReport = {
      ...pattern.report,
      callId: CallId.parse(randomUUID()),
      line: 'manual',
      personId: people[nth % people.length] ?? null,
      startedAt: at(0),
      ringingAt: at(2),
      answeredAt: at(5),
      endedAt: at(65),
      wrappedUpAt: at(80),
      note: `Call number ${nth}: asked for a demo next week, and for prices of the larger plan.`,
    };
    return { report, member: pattern.member };
  };
};

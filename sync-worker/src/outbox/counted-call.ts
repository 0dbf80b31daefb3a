import {
  type CallId,
  type CallReport,
  type CallSessionId,
  type Instant,
  isConnected,
  type MemberId,
  type PersonId,
  talkSeconds,
} from '@twenty-dialer/contract';
import { dayOf } from './progression-days.ts';

/** What one call counts for: figures of a sitting, a day or a person are sums of these. */
export interface CountedCall {
  readonly callId: CallId;
  readonly memberId: MemberId;
  readonly sessionId: CallSessionId;
  /** `2026-11-21`, in the rep's own time zone. */
  readonly day: string;
  readonly personId: PersonId | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** Of the rep; null counts as UTC. */
  readonly timeZone: string | null;
  /** An outbound call that reached the carrier: what a connection rate is out of. */
  readonly isDial: boolean;
  /** Somebody or something picked up. */
  readonly isAnswered: boolean;
  /** The rep spoke with a person. */
  readonly isConnected: boolean;
  readonly talkSeconds: number;
}

/** What a call counts for, from its present report alone: whatever was reported before does not matter. */
export const countedCall = (report: CallReport, personId: PersonId | null): CountedCall => {
  const connected = isConnected(report.outcome);
  return {
    callId: report.callId,
    memberId: report.workspaceMemberId,
    sessionId: report.callSessionId,
    day: dayOf(report.startedAt, report.timeZone),
    personId,
    startedAt: report.startedAt,
    endedAt: report.endedAt,
    timeZone: report.timeZone,
    isDial: report.direction === 'outbound' && report.status !== 'failed',
    // The manual line hears nothing: there the outcome says that somebody, or a machine, picked up.
    isAnswered: connected || report.answeredAt !== null || report.outcome === 'voicemail',
    isConnected: connected,
    talkSeconds: talkSeconds(report) ?? 0,
  };
};

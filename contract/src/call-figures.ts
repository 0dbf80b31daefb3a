import type { CallReport, Disposition } from './call.ts';
import { OUTCOMES } from './outcome.ts';

type Timed = Pick<
  CallReport,
  'line' | 'status' | 'outcome' | 'startedAt' | 'ringingAt' | 'answeredAt' | 'endedAt' | 'wrappedUpAt'
>;

const secondsBetween = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

/** Seconds the far end rang: answered (or ended, if nobody answered) − ringing. Null when it never rang. */
export const ringSeconds = (call: Timed): number | null =>
  secondsBetween(call.ringingAt, call.answeredAt ?? call.endedAt);

/**
 * Seconds from answer to the end of the line; 0 for a call that ended unanswered, null while it goes on.
 * The manual line hears nothing, and a call that was entered afterwards was heard by nobody: there a connected outcome says
 * that somebody answered, and the whole length counts.
 */
export const talkSeconds = (call: Timed): number | null => {
  if (call.endedAt === null) return null;
  const isUnheard = call.line === 'manual' || call.line === 'entered';
  const answeredAt = call.answeredAt ?? (isUnheard && isConnected(call.outcome) ? call.startedAt : null);
  return secondsBetween(answeredAt, call.endedAt) ?? 0;
};

/** Seconds from the end of the line to the saved wrap-up. */
export const wrapUpSeconds = (call: Timed): number | null => secondsBetween(call.endedAt, call.wrappedUpAt);

/**
 * What the system makes of the call, from its status and, where a line cannot hear the far end, from the outcome.
 * Null until the line is down.
 */
export const dispositionOf = (call: Timed): Disposition | null => {
  if (call.endedAt === null) return null;
  if (call.outcome === 'voicemail') return 'voicemail-left';
  switch (call.status) {
    case 'completed':
      return call.answeredAt !== null || isConnected(call.outcome) ? 'answered' : 'no-answer';
    case 'busy':
      return 'busy';
    case 'no-answer':
    case 'missed':
      return 'no-answer';
    case 'failed':
      return 'error';
    case 'canceled':
    case 'rejected':
      return 'abandoned';
    default:
      return null;
  }
};

/** Whether this outcome says that a person was talked to. An outcome that only this workspace knows does not. */
export const isConnected = (outcome: string | null): boolean =>
  OUTCOMES.some((shipped) => shipped.key === outcome && shipped.class === 'connected');

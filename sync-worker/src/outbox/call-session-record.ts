import type { CallSessionId, Instant, MemberId } from '@twenty-dialer/contract';
import type { RecordToDeliver } from './entry.ts';
import { callSessionSlot, recordIdOf } from './slot.ts';

/** What the calls of one sitting add up to. */
export interface SessionFigures {
  readonly sessionId: CallSessionId;
  /** Who made its first call; null where every call was taken out of the sitting again. */
  readonly member: { readonly id: MemberId; readonly name: string } | null;
  /** Of its first call. */
  readonly startedAt: Instant | null;
  /** When the last call so far was over. */
  readonly endedAt: Instant | null;
  readonly timeZone: string | null;
  readonly calls: number;
  readonly answered: number;
  readonly connected: number;
  readonly talkSeconds: number;
}

/** A sitting's row in Twenty. Nobody else writes it, so it is overwritten as a whole. */
export const callSessionRecord = (session: SessionFigures): RecordToDeliver => {
  const slot = callSessionSlot(session.sessionId);
  return {
    slot,
    objectName: 'callSession',
    recordId: recordIdOf(slot),
    callId: null,
    memberId: session.member?.id ?? null,
    payload: {
      // A sitting that lost its calls keeps its rep and its name in Twenty: fields that are not given stay as they are.
      ...(session.member === null
        ? {}
        : { name: titleOf(session, session.member.name), memberId: session.member.id }),
      sessionId: session.sessionId,
      startedAt: session.startedAt,
      endedAt: session.endedAt,
      calls: session.calls,
      answered: session.answered,
      connected: session.connected,
      talkSeconds: session.talkSeconds,
    },
    links: {},
    dueInMs: 0,
  };
};

/** `Ada Bell, 21 Nov 2026, 09:04`, as the rep's clock showed it. */
const titleOf = ({ startedAt, timeZone }: SessionFigures, name: string): string => {
  if (startedAt === null) return name;
  const moment = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: timeZone ?? 'UTC',
  }).format(new Date(startedAt));
  return `${name}, ${moment}`;
};

import type { Instant, PersonId } from '@twenty-dialer/contract';
import type { Json, JsonObject, RecordToDeliver } from './entry.ts';
import { personSlot } from './slot.ts';

/** What the calls with one person add up to, and whether they may be called. */
export interface PersonFigures {
  readonly personId: PersonId;
  readonly callCount: number;
  readonly lastCalledAt: Instant | null;
  /** The do-not-call list names them, or a number of theirs. */
  readonly doNotCall: boolean;
}

/** The dialer's fields of a person. The record is Twenty's own: these are written only where it is there. */
export const personRecord = ({ personId, ...figures }: PersonFigures): RecordToDeliver => ({
  slot: personSlot(personId),
  objectName: 'person',
  recordId: personId,
  callId: null,
  memberId: null,
  payload: { ...figures },
  links: {},
  dueInMs: 0,
});

export interface PersonMerge {
  readonly toSend: JsonObject;
  /** What Twenty holds when it has taken that. */
  readonly delivered: JsonObject;
}

/**
 * What of a person's fields Twenty must still get. The last call never goes back in time: Twenty may know of a later one.
 * @param callsBefore calls that Twenty had counted before we first wrote there
 */
export const mergePerson = (sides: {
  readonly ours: JsonObject;
  readonly theirs: JsonObject;
  readonly callsBefore: number;
  /** What we wrote last. A flag that somebody set by hand is theirs, and only they take it back. */
  readonly lastDelivered: JsonObject | null;
}): PersonMerge => {
  const { ours, theirs, callsBefore, lastDelivered } = sides;
  const callCount = callsBefore + callCountIn(ours);
  const isLater = momentIn(ours.lastCalledAt) > momentIn(theirs.lastCalledAt);
  const lastCalledAt = (isLater ? ours : theirs).lastCalledAt ?? null;
  const isOurFlag = lastDelivered?.doNotCall === true;
  const setsFlag = ours.doNotCall === true && theirs.doNotCall !== true;
  const takesBack = ours.doNotCall === false && theirs.doNotCall === true && isOurFlag;
  const toSend: JsonObject = {
    ...(callCount === callCountIn(theirs) ? {} : { callCount }),
    ...(isLater ? { lastCalledAt } : {}),
    ...(setsFlag || takesBack ? { doNotCall: setsFlag } : {}),
  };
  const doNotCall = ours.doNotCall === true && (setsFlag || isOurFlag);
  return { toSend, delivered: { callCount, lastCalledAt, doNotCall } };
};

/** An admin may have made the field one with decimals, or emptied it. */
export const callCountIn = ({ callCount }: JsonObject): number =>
  typeof callCount === 'number' ? Math.max(0, Math.round(callCount)) : 0;

const momentIn = (value: Json | undefined): number => {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? Number.NEGATIVE_INFINITY : ms;
};

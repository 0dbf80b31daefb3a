import { CallId, MemberId, NEEDS_WRAP_UP, PersonId } from '@twenty-dialer/contract';
import type { CallInHistoryFragment } from '../../../graphql/generated/core/graphql.ts';
import type { ListedCall, TwentyCall } from './port.ts';

/** A call's record in the words of the dialer. */
export const toTwentyCall = (row: CallInHistoryFragment): TwentyCall => {
  const callId = CallId.safeParse(row.callId);
  return {
    recordId: row.id,
    callId: callId.success ? callId.data : null,
    member: memberOf(row),
    person: personOf(row),
    number: (row.direction === 'INBOUND' && row.fromNumber ? row.fromNumber : row.toNumber) || null,
    direction: keyOf(row.direction),
    outcome: row.outcome === NEEDS_WRAP_UP ? null : keyOf(row.outcome),
    line: keyOf(row.line),
    status: keyOf(row.status),
    disposition: keyOf(row.disposition),
    startedAt: instantOf(row.startedAt),
    talkSeconds: row.talkSeconds,
    callSessionId: row.callSessionId || null,
  };
};

/** The same with its place in a list of calls that have a start. */
export const toListedCall = (row: CallInHistoryFragment): ListedCall => ({
  ...toTwentyCall(row),
  position: {
    startedAt: instantOf(row.startedAt) ?? '',
    // As it stands there, whatever it is: the next page begins behind it.
    callId: row.callId || null,
    recordId: row.callId ? null : row.id,
  },
});

export const fullName = (name: { firstName: string | null; lastName: string | null } | null): string =>
  [name?.firstName, name?.lastName].filter(Boolean).join(' ').trim();

const memberOf = ({ member }: CallInHistoryFragment): TwentyCall['member'] => {
  const id = MemberId.safeParse(member?.id);
  return id.success ? { id: id.data, name: fullName(member?.name ?? null) || 'Member without a name' } : null;
};

const personOf = ({ person }: CallInHistoryFragment): TwentyCall['person'] => {
  const id = PersonId.safeParse(person?.id);
  return id.success ? { id: id.data, name: fullName(person?.name ?? null) } : null;
};

/** `MEETING_BOOKED` → `meeting-booked` */
const keyOf = (option: string | null): string | null =>
  option === null || option === '' ? null : option.toLowerCase().replaceAll('_', '-');

const instantOf = (time: string | null): string | null =>
  time === null ? null : new Date(time).toISOString();

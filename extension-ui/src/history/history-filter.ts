import { type HistoryCall, NEEDS_WRAP_UP_KEY } from '@twenty-dialer/contract';
import type { HistoryRequest } from '../worker-client/worker-client.ts';
import { EVERYBODY, type HistorySearch, TEAM } from './history-search.ts';
import { type Calendar, instantsOf } from './timeframe.ts';

export type Viewer = { member: string; calendar: Calendar };

/** What the worker is asked for a list with these filters. */
export const requestFor = (search: HistorySearch, viewer: Viewer, now: number): HistoryRequest => ({
  ...instantsOf(search, viewer.calendar, now),
  of: search.rep === TEAM ? 'team' : undefined,
  members: membersOf(search, viewer.member) as HistoryRequest['members'],
  outcomes: search.outcomes,
  lines: search.lines,
  direction: search.direction,
  callSessionId: search.sitting,
  person: search.person,
  search: search.q,
});

const membersOf = ({ rep, sitting }: HistorySearch, me: string): string[] | undefined => {
  if (rep === EVERYBODY || rep === TEAM) return undefined;
  // A sitting has one rep; whoever follows a link to it means that one.
  if (rep === undefined) return sitting === undefined ? [me] : undefined;
  return rep;
};

/** Whether a call is one of those that were asked for; decides about calls that the worker has not told of yet. */
export const isAskedFor = (request: HistoryRequest, call: HistoryCall): boolean => {
  const at = Date.parse(call.startedAt ?? '');
  const { from, to, of, members, outcomes, lines, direction, callSessionId, person, search } = request;
  return (
    (from === undefined || at >= Date.parse(from)) &&
    (to === undefined || at < Date.parse(to)) &&
    (of === undefined || !call.isMine) &&
    isAmong(members, call.member?.id) &&
    isAmong(outcomes, call.outcome ?? NEEDS_WRAP_UP_KEY) &&
    isAmong(lines, call.line) &&
    (direction === undefined || call.direction === direction) &&
    (callSessionId === undefined || call.callSessionId === callSessionId) &&
    (person === undefined || call.person === null) &&
    (search === undefined || isFoundBy(search, call))
  );
};

const isAmong = (wanted: readonly string[] | undefined, value: string | null | undefined): boolean =>
  wanted === undefined || (value !== null && value !== undefined && wanted.includes(value));

/** Every word in the name, or the digits in the number. A leading 0 or 00 stands for a country that is not typed. */
const isFoundBy = (search: string, { person, number }: HistoryCall): boolean => {
  const name = (person?.name ?? '').toLocaleLowerCase();
  const words = search.toLocaleLowerCase().split(/\s+/);
  if (name !== '' && words.every((word) => name.includes(word))) return true;
  const digits = search.replace(/\D/g, '').replace(/^0+/, '');
  const isNumber = /^[+\d\s().\-/]+$/.test(search) && digits.length >= 2;
  return isNumber && (number ?? '').replace(/\D/g, '').includes(digits);
};

/** Whether anything but the usual is asked for, so that an empty list may be the filters' doing. */
export const hasFilters = ({ call: _open, ...filters }: HistorySearch): boolean =>
  Object.values(filters).some((value) => value !== undefined);

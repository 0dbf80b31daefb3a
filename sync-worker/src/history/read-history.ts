import type { HistoryCall, HistoryPage, HistoryQuery, MemberId } from '@twenty-dialer/contract';
import type { CountryCode } from 'libphonenumber-js';
import { type AskTwentyDeps, askTwenty } from '../http/ask-twenty.ts';
import type { SignedIn } from '../http/route.ts';
import type { CallFilter, CallPosition, CallRecord } from '../store/call-port.ts';
import type { Store } from '../store/port.ts';
import type { ListedCall, TwentyCalls } from '../twenty/port.ts';
import type { HistoryCalls, Seeing } from './history-call.ts';
import { cursorOf, filterOf, positionOf } from './history-query.ts';
import { mergePage, type Placed, type Side } from './merge-page.ts';
import { isNewerHere } from './newer-here.ts';

export interface ReadHistoryDeps extends AskTwentyDeps {
  readonly store: Store;
  readonly calls: TwentyCalls;
  readonly historyCalls: HistoryCalls;
  readonly defaultCountry: CountryCode;
  readonly teamCalls: TeamCalls;
}

/** Whose calls somebody sees besides their own. */
export interface TeamCalls {
  /** @throws ProblemError `not-permitted`, or `twenty-refused` where Twenty shows them no teams */
  required(who: SignedIn): Promise<Seeing['team']>;
  /** Nobody's where they may see none. */
  seenBy(who: SignedIn): Promise<Seeing['team']>;
}

/**
 * A page of all calls that Twenty shows to the person, and of their own and their team's that Twenty does not have yet, each
 * once.
 *
 * The store is read before Twenty: a call that arrives there in between is in both answers and is shown once; the other way
 * round it would be in neither.
 */
export const readHistory = async (
  deps: ReadHistoryDeps,
  who: SignedIn,
  query: HistoryQuery,
): Promise<HistoryPage> => {
  const after = positionOf(query.cursor);
  const filter = filterOf(query, deps.defaultCountry);
  const page = await pageFor(deps, who, { query, page: { filter, after, limit: query.limit } });
  if (page === null) return NOTHING;
  const held = await readHeld(deps, who, page, 'newer-here');
  const { source, answer } = await askTwenty(deps, who, (token) =>
    deps.calls.list(token, { ...page, limit: page.limit + 1, withTotal: after === null }),
  );
  const sides =
    answer === null
      ? [(await readHeld(deps, who, page, 'all')).side]
      : await joined(deps, who, { page, listed: answer.calls, held: held.side });
  const { calls, next } = mergePage(sides, page.limit);
  return {
    calls: calls.map(({ call }) => call),
    nextCursor: next && cursorOf(next),
    counts: after === null ? { inTwenty: answer?.total ?? null, onTheWay: held.notInTwenty } : null,
    twenty: source,
  };
};

interface Page {
  readonly filter: CallFilter;
  readonly after: CallPosition | null;
  readonly limit: number;
  readonly seeing: Seeing;
  /** Whose calls the worker shows of what it holds. */
  readonly memberIds: readonly MemberId[];
}

/** Whose calls are looked for; null: nobody's, for there is nobody in the team that is asked for. */
const pageFor = async (
  { teamCalls }: ReadHistoryDeps,
  who: SignedIn,
  { query, page }: { query: HistoryQuery; page: Omit<Page, 'seeing' | 'memberIds'> },
): Promise<Page | null> => {
  const viewer = who.member;
  const asked = page.filter.memberIds;
  if (query.of === 'team') {
    const team = await teamCalls.required(who);
    const memberIds = team.map(({ id }) => id).filter((id) => asked === null || asked.includes(id));
    if (memberIds.length === 0) return null;
    return { ...page, filter: { ...page.filter, memberIds }, seeing: { viewer, team }, memberIds };
  }
  const isOwnOnly = asked?.every((id) => id === viewer.id) ?? false;
  const team = isOwnOnly ? [] : await teamCalls.seenBy(who);
  return { ...page, seeing: { viewer, team }, memberIds: [viewer.id, ...team.map(({ id }) => id)] };
};

const NOTHING: HistoryPage = {
  calls: [],
  nextCursor: null,
  counts: { inTwenty: 0, onTheWay: 0 },
  twenty: { state: 'read' },
};

interface Item extends Placed {
  readonly call: HistoryCall;
}

const readHeld = (
  { store, historyCalls }: ReadHistoryDeps,
  { workspaceId }: SignedIn,
  { filter, after, limit, seeing, memberIds }: Page,
  which: 'all' | 'newer-here',
): Promise<{ side: Side<Item>; notInTwenty: number }> =>
  store.transaction(workspaceId, async (tx) => {
    const query = { memberIds, filter };
    const records = await tx.calls.search({ ...query, which, after, among: null, limit: limit + 1 });
    const calls = records.map((record) => ({
      position: ownPosition(record),
      call: historyCalls.ofStore(record, seeing),
    }));
    const isWhole = which === 'newer-here' && records.length <= limit;
    return {
      side: { calls, readUntil: calls[limit]?.position ?? null },
      notInTwenty:
        after !== null ? 0 : isWhole ? notInTwenty(records) : await tx.calls.countNotInTwenty(query),
    };
  });

/** The same as `countNotInTwenty` of all that is newer here, without asking again: mostly there are few, or none. */
const notInTwenty = (records: readonly CallRecord[]): number =>
  records.filter(({ entries }) =>
    entries.some(
      ({ objectName, firstDeliveredAt }) => objectName === 'phoneCall' && firstDeliveredAt === null,
    ),
  ).length;

/** Both sides without what they share. */
const joined = async (
  deps: ReadHistoryDeps,
  who: SignedIn,
  { page, listed, held }: { page: Page; listed: readonly ListedCall[]; held: Side<Item> },
): Promise<Side<Item>[]> => {
  const own = await heldAmong(deps, who, { page, listed });
  const ofTwenty = listed.flatMap((call): Item[] => {
    const { position } = call;
    const record = (call.callId && own.records.get(call.callId)) ?? null;
    if (record === null || !isNewerHere(record)) {
      return [{ position, call: deps.historyCalls.ofTwenty(call, record, page.seeing) }];
    }
    // Ours is the newer one: it decides whether the filter finds the call, and where it stands.
    return own.found.has(record.report.callId) && isAtSameTime(record, call)
      ? [{ position, call: deps.historyCalls.ofStore(record, page.seeing) }]
      : [];
  });
  // One that arrived meanwhile is Twenty's to place, also where somebody moved its start there.
  const decided = new Set<string | null>(
    listed.flatMap((call) => {
      const record = call.callId && own.records.get(call.callId);
      return record && (isAtSameTime(record, call) || !isNewerHere(record)) ? [call.callId] : [];
    }),
  );
  return [
    { calls: ofTwenty, readUntil: listed[page.limit]?.position ?? null },
    { ...held, calls: held.calls.filter(({ call }) => !decided.has(call.callId)) },
  ];
};

/** What the worker holds, after Twenty's answer, of the calls that Twenty listed; `found` are those that the filter finds here. */
const heldAmong = (
  { store }: ReadHistoryDeps,
  { workspaceId }: SignedIn,
  { page, listed }: { page: Page; listed: readonly ListedCall[] },
): Promise<{ records: ReadonlyMap<string, CallRecord>; found: ReadonlySet<string> }> =>
  store.transaction(workspaceId, async (tx) => {
    const callIds = listed.flatMap(({ callId }) => callId ?? []);
    const records = await tx.calls.find({ memberIds: page.memberIds, callIds });
    const newer = records.filter(isNewerHere).map(({ report }) => report.callId);
    const found =
      newer.length === 0
        ? []
        : await tx.calls.search({
            memberIds: page.memberIds,
            which: 'all',
            filter: page.filter,
            after: null,
            among: newer,
            limit: newer.length,
          });
    return {
      records: new Map(records.map((record) => [record.report.callId, record])),
      found: new Set(found.map(({ report }) => report.callId)),
    };
  });

const ownPosition = ({ report }: CallRecord): CallPosition => ({
  startedAt: new Date(report.startedAt).toISOString(),
  callId: report.callId,
  recordId: null,
});

const isAtSameTime = ({ report }: CallRecord, { position }: ListedCall): boolean =>
  Date.parse(report.startedAt) === Date.parse(position.startedAt);

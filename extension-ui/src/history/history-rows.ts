import {
  type CallMatch,
  type CallReport,
  type CallView,
  dispositionOf,
  type HistoryCall,
  type HistoryPage,
  PersonId,
  type SessionView,
  talkSeconds,
} from '@twenty-dialer/contract';
import type { HeardCall, HeardCalls } from '../app/heard-calls.ts';
import type { Mark } from '../ui/sync-mark.tsx';
import type { UnsentReport } from '../worker-client/unsent-reports.ts';

/** A page as it was read, and how much had been heard when it was asked for. */
export type ReadPage = { page: HistoryPage; heardBefore: number };

/** A call as the list shows it: from Twenty, from the worker or from this computer, whoever knows it newest. */
export type HistoryRow = { call: HistoryCall; mark: Mark; at: number };
export type Counts = { inTwenty: number | null; onTheWay: number };

export type RowSources = {
  /** Undefined while nothing could be read. */
  pages: readonly ReadPage[] | undefined;
  heard: HeardCalls;
  unsent: readonly UnsentReport[];
  owner: Pick<SessionView, 'member' | 'workspace'>;
  /** Whether a call belongs into this list; asked only about calls that the pages do not already bring. */
  isWanted: (call: HistoryCall) => boolean;
};

/**
 * One list of what Twenty has, what the worker told meanwhile and what is still on this computer: every call exactly
 * once, newest first. A call below the pages that were read waits until they reach it.
 */
export const mergeHistory = (sources: RowSources): { rows: HistoryRow[]; counts: Counts | null } => {
  const { pages, heard, unsent, owner, isWanted } = sources;
  const { rows, readAt } = rowsOf(pages ?? []);
  const placeOf = placesIn(pages);
  const first = pages?.[0]?.page.counts ?? null;
  const tally = new Map<string, { before: HistoryRow | null; after: HistoryRow | null }>();

  const put = (key: string, call: HistoryCall, mark: Mark) => {
    const before = tally.get(key)?.before ?? rows.get(key) ?? null;
    const row = { call, mark, at: Date.parse(call.startedAt ?? '') };
    const isIn = isWanted(call);
    if (isIn && (before !== null || placeOf(row.at) !== null)) rows.set(key, row);
    else rows.delete(key);
    tally.set(key, { before, after: isIn ? row : null });
  };

  for (const [key, { view, at }] of heard.calls) {
    const known = rows.get(key);
    const asked = readAt.get(key) ?? placeOf(Date.parse(view.report.startedAt))?.heardBefore;
    if (asked === undefined || at <= asked) continue;
    put(key, callOf(view.report, { view, known: known?.call, owner }), view.sync.state);
  }
  for (const entry of unsent) {
    const view = heard.calls.get(entry.callId)?.view;
    if (isConfirmed(entry, view)) continue;
    const known = rows.get(entry.callId)?.call;
    const mark = entry.state === 'waiting' ? 'on-this-computer' : 'needs-attention';
    put(entry.callId, callOf(entry.report, { view, known, owner }), mark);
  }
  return { rows: [...rows.values()].sort(newestFirst), counts: countsOf(first, tally) };
};

/** Confirmed a moment ago, and not yet taken off this computer. */
export const isConfirmed = ({ report, state }: UnsentReport, view: CallView | undefined): boolean =>
  view !== undefined && view.report.revision >= report.revision && state === 'waiting';

const rowsOf = (pages: readonly ReadPage[]) => {
  const rows = new Map<string, HistoryRow>();
  const readAt = new Map<string, number>();
  for (const { page, heardBefore } of pages) {
    for (const call of page.calls) {
      if (rows.has(call.key)) continue;
      rows.set(call.key, { call, mark: call.sync.state, at: Date.parse(call.startedAt ?? '') });
      readAt.set(call.key, heardBefore);
    }
  }
  return { rows, readAt };
};

/** Which page a call of that time belongs to; null below all that was read. Without any page everything has a place. */
const placesIn = (pages: readonly ReadPage[] | undefined) => {
  const places = (pages ?? []).map((read) => ({
    heardBefore: read.heardBefore,
    downTo:
      read.page.nextCursor === null
        ? Number.NEGATIVE_INFINITY
        : Date.parse(read.page.calls.at(-1)?.startedAt ?? ''),
  }));
  return (at: number): { heardBefore: number } | null =>
    pages === undefined ? { heardBefore: -1 } : (places.find(({ downTo }) => at >= downTo) ?? null);
};

const newestFirst = (a: HistoryRow, b: HistoryRow): number =>
  (b.at || 0) - (a.at || 0) || (a.call.key < b.call.key ? 1 : -1);

const isInTwenty = ({ call: { sync } }: HistoryRow): boolean =>
  sync.deliveredAt !== null || sync.state === 'in-twenty';

/** What was counted when the first page was read, and what has changed since. */
const countsOf = (
  first: Counts | null,
  tally: ReadonlyMap<string, { before: HistoryRow | null; after: HistoryRow | null }>,
): Counts | null => {
  const counts = { inTwenty: first?.inTwenty ?? null, onTheWay: first?.onTheWay ?? 0 };
  const count = (row: HistoryRow | null, by: 1 | -1) => {
    if (row === null) return;
    if (!isInTwenty(row)) counts.onTheWay = Math.max(0, counts.onTheWay + by);
    else if (counts.inTwenty !== null) counts.inTwenty += by;
  };
  for (const { before, after } of tally.values()) {
    count(before, -1);
    count(after, 1);
  }
  return first === null && tally.size === 0 ? null : counts;
};

type Known = {
  view: HeardCall['view'] | undefined;
  known: HistoryCall | undefined;
  owner: Pick<SessionView, 'member' | 'workspace'>;
};

/** An own report as history shows calls. */
export const callOf = (report: CallReport, { view, known, owner }: Known): HistoryCall => ({
  key: report.callId,
  callId: report.callId,
  member: { id: owner.member.id, name: nameOfMember(owner) },
  isMine: true,
  person: personOf(report, { match: view?.match ?? null, known, twentyUrl: owner.workspace.twentyUrl }),
  number: report.direction === 'inbound' && report.from !== null ? report.from : report.to,
  direction: report.direction,
  outcome: report.outcome,
  line: report.line,
  status: report.status,
  disposition: dispositionOf(report),
  startedAt: report.startedAt,
  talkSeconds: talkSeconds(report),
  callSessionId: report.callSessionId,
  sync: view?.sync ?? known?.sync ?? { state: 'saved', deliveredAt: null, attention: [], twentyUrl: null },
  points: view?.points ?? known?.points ?? 0,
});

const personOf = (
  report: CallReport,
  { match, known, twentyUrl }: Pick<Known, 'known'> & { match: CallMatch | null; twentyUrl: string },
): HistoryCall['person'] => {
  // The number tells only what the rep has left open.
  const found = report.personId !== null || report.isNobody ? null : match;
  const { personId, personName } = found ?? report;
  if (personId === null) return null;
  if (known?.person?.id === personId) return known.person;
  return {
    id: PersonId.parse(personId),
    name: personName ?? 'Somebody in Twenty',
    twentyUrl: `${twentyUrl}/object/person/${personId}`,
  };
};

const nameOfMember = ({ member }: Pick<SessionView, 'member'>): string =>
  `${member.firstName} ${member.lastName}`.trim();

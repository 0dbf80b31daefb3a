import type { WorkspaceId } from '@twenty-dialer/contract';
import { callSessionRecord } from '../outbox/call-session-record.ts';
import { dailyCallStatsRecord } from '../outbox/daily-call-stats-record.ts';
import type { RecordToDeliver } from '../outbox/entry.ts';
import { personRecord } from '../outbox/person-record.ts';
import { syncLogEntryRecord } from '../outbox/sync-log-record.ts';
import type { Store } from '../store/port.ts';
import type { ChangedFigures, UntoldLine } from '../store/projection-port.ts';

export interface KeepUpDeps {
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
  /** Milliseconds that lie between two counts at least. */
  readonly intervalMs: number;
}

/** Figures change with every call; Twenty hears of them so often at most. */
export const COUNT_INTERVAL_MS = 60_000;

/**
 * On the embedded store a report may have to wait while calls are counted, so only some are at a time. Not too few: a backlog
 * touches the same rows with each step, and every touch leaves a dead one behind.
 */
const CALLS_AT_ONCE = 100;
/** Longer than a backlog is counted; should the worker die meanwhile, its rows are written a little later. */
const WHILE_COUNTING_MS = 5 * 60_000;

/**
 * Counts calls that were reported since the last count, and hands what changed of sittings, days, people and the log to
 * the outbox, in one transaction. Entries are touched before the log is marked: that is the order of every lock.
 * @returns milliseconds until there may be more to do; null: nothing is new
 * @throws StoreUnavailableError
 */
export const keepUp = ({ store, workspaceId, intervalMs }: KeepUpDeps): Promise<number | null> =>
  store.transaction(workspaceId, async (tx) => {
    const turn = await tx.projections.takeTurn();
    if (turn.kind === 'nothing-new') return null;
    if (turn.kind === 'later') return turn.waitMs;
    const figures = await tx.projections.countCalls(CALLS_AT_ONCE);
    const log = await tx.projections.untoldLog(CALLS_AT_ONCE);
    const hasMore = figures.hasMore || log.length >= CALLS_AT_ONCE;
    // Of a backlog the same rows are touched again and again: they are written when all of it is counted,
    // which is what the end of the turn says.
    const dueInMs = hasMore ? WHILE_COUNTING_MS : 0;
    await tx.outbox.touch(recordsOf(figures, log).map((record) => ({ ...record, dueInMs })));
    await tx.projections.markTold(log);
    if (hasMore) return 0;
    await tx.projections.endTurn(intervalMs);
    return intervalMs;
  });

const recordsOf = (figures: ChangedFigures, log: readonly UntoldLine[]): RecordToDeliver[] => [
  ...figures.sessions.map(callSessionRecord),
  ...figures.days.map(dailyCallStatsRecord),
  ...figures.people.map(personRecord),
  ...log.map(({ line }) => syncLogEntryRecord(line)),
];

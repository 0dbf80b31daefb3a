import { type AlertChannel, AlertKind, type StorageRoom, type WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import type { AlertEvent } from '../store/alert-port.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import { type AlertFigures, type AlertLimits, isMuchWorse, moveOf, QUIET_MS, verdictsOf } from './rules.ts';
import { rememberedOf, toldOf, wordsOf } from './words.ts';

export interface WatchDeps {
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
  /** From when on it is too much: admins may change it at any time. */
  readonly limits: () => Promise<AlertLimits>;
  /** By what else than the screen admins are told. */
  readonly channels: readonly AlertChannel[];
  readonly room: () => Promise<StorageRoom>;
  readonly newId: () => string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/**
 * Looks once, and opens and closes alerts. Takes what the last look found bad, and answers what this one did.
 * @throws StoreUnavailableError
 */
export const watchOnce = async (
  deps: WatchDeps,
  badBefore: ReadonlySet<AlertKind>,
): Promise<ReadonlySet<AlertKind>> => {
  const { store, workspaceId, channels, newId, log } = deps;
  const [room, limits] = await Promise.all([deps.room(), deps.limits()]);
  const { changes, bad } = await store.transaction(workspaceId, async (tx) => {
    const figures = await figuresOf(tx, room);
    const verdicts = verdictsOf(figures, limits);
    const remembered = rememberedOf(figures, limits);
    const present = new Map((await tx.alerts.present()).map((alert) => [alert.kind, alert]));
    const news: { kind: AlertKind; event: AlertEvent }[] = [];
    // Always in the same order: several workers look at the same time.
    for (const kind of AlertKind.options) {
      const alert = present.get(kind) ?? null;
      const move = moveOf(verdicts[kind], {
        present: alert,
        wasBad: badBefore.has(kind),
        isMuchWorse: alert !== null && isMuchWorse(kind, figures, toldOf(alert.figures)),
      });
      if (move === 'mark-fine' || move === 'mark-wrong') await tx.alerts.markFine(kind, move === 'mark-fine');
      if (move === 'open' && (await tx.alerts.open({ id: newId(), kind, figures: remembered, channels })))
        news.push({ kind, event: 'opened' });
      if (move === 'raise' && alert && (await tx.alerts.raise({ id: alert.id, figures: remembered })))
        news.push({ kind, event: 'worse' });
      if (move === 'close' && (await tx.alerts.close(kind, QUIET_MS))) news.push({ kind, event: 'closed' });
    }
    return {
      changes: news.map((each) => ({ ...each, figures: remembered })),
      bad: new Set(AlertKind.options.filter((kind) => verdicts[kind] === 'bad')),
    };
  });
  for (const { kind, event, figures } of changes) {
    const { message, over } = wordsOf(kind, figures);
    const line = { event: `alert-${event}`, workspaceId, kind, ...figures };
    if (event === 'closed') log.info(line, over);
    else log.warn(line, message);
  }
  return bad;
};

const figuresOf = async (tx: StoreTransaction, room: StorageRoom): Promise<AlertFigures> => {
  const backlog = await tx.outbox.backlog();
  const { state } = await tx.delivery.status();
  const pause = await tx.delivery.pause();
  // By the store's clock, which began the pause.
  const { nowMs } = await tx.delivery.budget();
  return {
    oldestWaitingMs: Math.max(0, ...backlog.map(({ oldestWaitingMs }) => oldestWaitingMs ?? 0)),
    deadLetters: backlog.reduce((sum, part) => (part.state === 'dead' ? sum + part.count : sum), 0),
    delivery: state,
    pausedByAdminMs: pause === null ? null : nowMs - Date.parse(pause.since),
    room,
  };
};

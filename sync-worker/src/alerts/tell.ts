import type { AlertChannel, WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { backoffMs } from '../outbox/backoff.ts';
import type { DueNotice, NoticeOutcome } from '../store/alert-port.ts';
import type { Store } from '../store/port.ts';
import { messageOf, type SendAlert } from './message.ts';

export interface TellDeps {
  readonly store: Store;
  readonly workspaceId: WorkspaceId;
  readonly senders: ReadonlyMap<AlertChannel, SendAlert>;
  /** The address that people open. */
  readonly publicUrl: string;
  readonly random: () => number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Longer than any one attempt takes. */
const LEASE_MS = 120_000;
/** For so long it is tried. */
const PATIENCE_MS = 86_400_000;
const BACKOFF = { baseMs: 30_000, capMs: 1_800_000 };
/** So that a fault that passes at once does not use up many attempts. */
const LEAST_MS = 5_000;

/** Sends what is due, one after the other, until nothing is or the signal aborts. @throws StoreUnavailableError */
export const tellDue = async (deps: TellDeps, signal: AbortSignal): Promise<void> => {
  const { store, workspaceId, senders } = deps;
  const channels = [...senders.keys()];
  if (channels.length === 0) return;
  while (!signal.aborted) {
    const notice = await store.transaction(workspaceId, (tx) =>
      tx.alerts.takeNotice({ channels, leaseMs: LEASE_MS }),
    );
    if (notice === null) return;
    const outcome = await send(deps, notice);
    await store.transaction(workspaceId, (tx) => tx.alerts.settleNotice(notice, outcome));
  }
};

const send = async (deps: TellDeps, notice: DueNotice): Promise<NoticeOutcome> => {
  const { senders, publicUrl, workspaceId, random, log } = deps;
  const { channel, kind, event, attempts } = notice;
  const line = { workspaceId, channel, kind, about: event, attempts };
  try {
    await senders.get(channel)?.(messageOf(notice, publicUrl));
    log.info({ ...line, event: 'alert-told' }, 'an alert was told');
    return { kind: 'told' };
  } catch (error) {
    const fault = error instanceof Error ? error.message : 'It could not be sent.';
    if (notice.madeAgoMs >= PATIENCE_MS) {
      log.error({ ...line, event: 'alert-not-told', fault }, 'an alert could not be told for a day');
      return { kind: 'given-up', fault };
    }
    log.warn({ ...line, event: 'alert-delayed', fault }, 'an alert could not be told yet');
    return { kind: 'again', inMs: Math.max(LEAST_MS, backoffMs(attempts, random, BACKOFF)), fault };
  }
};

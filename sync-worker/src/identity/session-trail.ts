import type { Member, SessionAction, WorkspaceId } from '@twenty-dialer/contract';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { addressOf } from '../http/address.ts';
import type { RouteContext, SignedIn } from '../http/route.ts';
import { type Acting, actingAs } from '../store/acting-port.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import type { SessionRecord } from '../store/session-port.ts';

/** Why somebody did not get in, or why a session ended: as the audit trail tells it. No address, code or secret is ever in it. */
const REASONS = {
  'unknown-attempt':
    'Nobody began this sign-in in this browser within the last ten minutes, or it was finished already.',
  declined: 'Access to the account at Twenty was declined.',
  'twenty-said-no': 'Twenty sent the browser back without letting it in.',
  'code-refused': 'Twenty did not accept the code that it had given out.',
  'another-workspace': 'The person belongs to another workspace at Twenty.',
  'no-member': 'Twenty says that the person is no member of the workspace.',
  'twenty-away': 'Twenty could not be asked who it was.',
  'not-understood': 'What came back from Twenty could not be understood.',
  'broke-down': 'The dialer itself could not finish it.',
  'unknown-cookie': 'The cookie opens no session: it was changed, or the session ended earlier.',
  expired: 'Its time was over.',
  'signed-out': 'The person signed out.',
  'signed-out-everywhere': 'The person signed out everywhere.',
  'signed-in-again': 'Somebody signed in anew in the same browser.',
  'access-taken-back': 'Twenty no longer renews the access that the person had given.',
  'access-over': 'The access to Twenty ended, and nothing was there to renew it with.',
  'key-changed': 'What was kept to ask Twenty with does not open with the key of the settings.',
  'not-a-member': 'Twenty says that the person is no member of the workspace any more.',
  'somebody-else': 'Twenty says that the access belongs to another member.',
} as const;
export type SessionReason = keyof typeof REASONS;

/** Notes it within the transaction that does it. */
export const noteSession = (
  tx: Pick<StoreTransaction, 'audit'>,
  action: SessionAction,
  of: { session: Pick<SessionRecord, 'member' | 'roles'> | null; reason: SessionReason },
): Promise<void> =>
  tx.audit.noteSession({
    action,
    member: of.session?.member ?? null,
    roles: of.session?.roles?.roles ?? [],
    reason: REASONS[of.reason],
  });

/** Ends a session, and says why; whichever request is the first to do it. */
export const endSession = (
  store: Pick<Store, 'transaction'>,
  { workspaceId, session }: Pick<SignedIn, 'workspaceId' | 'session'>,
  reason: SessionReason,
): Promise<void> =>
  store.transaction(workspaceId, async (tx) => {
    if (await tx.sessions.remove(session.idHash)) await noteSession(tx, 'session-ended', { session, reason });
  });

/** So many lines of what nobody knows who it was are kept in a minute; more would be somebody filling the disk. */
const MOST_A_MINUTE = 60;
const MINUTE_MS = 60_000;

export interface SessionTrail {
  /** A sign-in that did not finish. Never rejects: the person must hear of the reason in any case. */
  failed(
    c: RouteContext,
    at: { workspaceId: WorkspaceId; member: Member | null; reason: SessionReason },
  ): Promise<void>;
  /** A cookie that opens nothing. Once per cookie and process. */
  refused(c: RouteContext, claimed: { workspaceId: WorkspaceId; cookieHash: string }): Promise<void>;
}

export const createSessionTrail = ({
  store,
  nowMs,
  log,
}: {
  store: Pick<Store, 'transaction'>;
  nowMs: () => number;
  log: Pick<Logger, 'warn'>;
}): SessionTrail => {
  const refusedOnce = new LRUCache<string, true>({ max: 5_000 });
  const mayNote = createAllowance(nowMs);
  const quietly = async (c: RouteContext, what: string, work: () => Promise<unknown>): Promise<void> => {
    if (!mayNote()) {
      log.warn({ what }, 'too many of these within a minute to keep each in the audit trail');
      return;
    }
    // What the person hears of is why they are not in, not that nobody could write it down.
    await actingAs(nobody(c), work).catch((error: unknown) =>
      log.warn({ err: error, what }, 'the audit trail could not be written'),
    );
  };
  return {
    failed: (c, { workspaceId, member, reason }) =>
      quietly(c, 'sign-in-failed', () =>
        store.transaction(workspaceId, (tx) =>
          noteSession(tx, 'sign-in-failed', { session: member && { member, roles: null }, reason }),
        ),
      ),
    refused: async (c, { workspaceId, cookieHash }) => {
      if (refusedOnce.has(cookieHash)) return;
      refusedOnce.set(cookieHash, true);
      await quietly(c, 'session-refused', () =>
        store.transaction(workspaceId, async (tx) => {
          const session = await tx.sessions.removeExpired(cookieHash);
          if (session !== null) await noteSession(tx, 'session-ended', { session, reason: 'expired' });
          else await noteSession(tx, 'session-refused', { session, reason: 'unknown-cookie' });
        }),
      );
    },
  };
};

/** The gate has let nobody in. */
const nobody = (c: RouteContext): Acting => ({
  member: null,
  roles: [],
  requestId: c.get('requestId'),
  address: addressOf(c),
  work: null,
});

const createAllowance = (nowMs: () => number): (() => boolean) => {
  let endsAtMs = 0;
  let left = 0;
  return () => {
    if (nowMs() >= endsAtMs) {
      endsAtMs = nowMs() + MINUTE_MS;
      left = MOST_A_MINUTE;
    }
    left -= 1;
    return left >= 0;
  };
};

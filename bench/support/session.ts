import type { Member, WorkspaceId } from '@twenty-dialer/contract';
import { loadSecretKey } from '../../sync-worker/src/identity/secret-key.ts';
import {
  hashOf,
  randomSecret,
  SESSION_COOKIE,
  SESSION_LIFETIME_MS,
} from '../../sync-worker/src/identity/session-cookie.ts';
import { createTokenBox } from '../../sync-worker/src/identity/token-box.ts';
import { createLog } from '../../sync-worker/src/log/create-log.ts';
import { openStoreAndDatabase } from '../../sync-worker/src/store/open-store.ts';
import type { StorePlace } from './worker.ts';

/**
 * Leaves a session in a store that no worker has open, as a sign-in would: a real Twenty asks for a password, which no
 * bench has. @returns it as a `Cookie` header
 */
export const leaveSession = async (
  place: StorePlace,
  { workspaceId, member, token }: { workspaceId: WorkspaceId; member: Member; token: string },
): Promise<string> => {
  const secret = randomSecret();
  const idHash = hashOf(secret);
  const box = createTokenBox(await loadSecretKey(null, place.dataDir));
  const tokens = { accessToken: token, refreshToken: null, expiresAtMs: Date.now() + SESSION_LIFETIME_MS };
  const { store } = await openStoreAndDatabase({ ...place, log: createLog('warn') });
  try {
    await store.transaction(workspaceId, (tx) =>
      tx.sessions.create({
        idHash,
        member,
        encryptedTokens: box.seal(tokens, idHash),
        lifetimeMs: SESSION_LIFETIME_MS,
      }),
    );
  } finally {
    await store.close();
  }
  return `${SESSION_COOKIE}=${workspaceId}.${secret}`;
};

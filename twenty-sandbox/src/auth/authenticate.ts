import type { JsonObject } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { memberByUserId } from '../seed/members.ts';
import type { Caller } from './caller.ts';
import type { TokenSigner } from './token.ts';

export interface ApiKey {
  readonly token: string;
  readonly name: string;
  readonly isRevoked?: boolean;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs?: number;
}

export interface AuthenticateDeps {
  readonly apiKeys: readonly ApiKey[];
  readonly signer: TokenSigner;
  readonly nowMs: () => number;
  /** Name of the app while it is applied; its token is worth nothing otherwise. */
  readonly appName: string | null;
}

/** Reads the Authorization header. Null without one: then only little is seen. @throws Refusal for a bad token */
export const createAuthenticate =
  (deps: AuthenticateDeps) =>
  (header: string | undefined): Caller | null => {
    const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1]?.trim();
    if (token === undefined) return null;
    const key = deps.apiKeys.find((one) => one.token === token);
    if (key !== undefined) return callerOfKey(key, deps.nowMs());
    const claims = deps.signer.read(token);
    if (claims === null || claims.type === 'REFRESH') throw unauthenticated('Token invalid.');
    if (typeof claims.exp !== 'number' || claims.exp * 1000 <= deps.nowMs()) {
      throw unauthenticated('Token has expired.');
    }
    return callerOfClaims(claims, deps.appName);
  };

const callerOfKey = (key: ApiKey, nowMs: number): Caller => {
  if (key.isRevoked === true) {
    throw new Refusal('This API Key is revoked', {
      subCode: 'FORBIDDEN_EXCEPTION',
      userFriendlyMessage: { id: 'q5OVn+', message: 'You do not have permission to perform this action.' },
      code: 'FORBIDDEN',
    });
  }
  if (key.expiresAtMs !== undefined && key.expiresAtMs <= nowMs) throw unauthenticated('Token has expired.');
  return { kind: 'api-key', name: key.name };
};

const callerOfClaims = (claims: JsonObject, appName: string | null): Caller => {
  const isThroughApp = claims.type === 'APPLICATION_ACCESS';
  if (isThroughApp && appName === null) throw unauthenticated('Token invalid.');
  if (typeof claims.userId !== 'string') return { kind: 'app', name: appName ?? '' };
  const member = memberByUserId(claims.userId);
  if (member === undefined) throw unauthenticated('Token invalid.');
  return {
    kind: 'user',
    memberId: member.id,
    userId: member.userId,
    name: `${member.firstName} ${member.lastName}`,
    isThroughApp,
  };
};

/** The message for people is an object here, as it came from a real server, not a string as elsewhere. */
const unauthenticated = (message: string): Refusal =>
  new Refusal(message, {
    userFriendlyMessage: { id: 'z+7x/s', message: 'You must be authenticated to perform this action.' },
    subCode: 'UNAUTHENTICATED',
    code: 'UNAUTHENTICATED',
  });

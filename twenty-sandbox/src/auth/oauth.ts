import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { type DemoMember, memberById, memberByUserId, WORKSPACE } from '../seed/members.ts';
import type { SignInStore } from './sign-in-state.ts';
import type { TokenSigner } from './token.ts';

const ACCESS_SECONDS = 30 * 60;
const REFRESH_SECONDS = 60 * 24 * 60 * 60;
const CODE_MS = 5 * 60_000;
const SCOPE = 'api profile';

export interface OAuthDeps {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly isAppApplied: boolean;
  readonly signer: TokenSigner;
  readonly store: SignInStore;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

export interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly codeChallenge: string | null;
}

/** An error of OAuth's own form. */
export class OAuthError extends Error {
  readonly status: 400 | 401;
  readonly code: string;

  constructor(status: 400 | 401, code: string, description: string) {
    super(description);
    this.name = 'OAuthError';
    this.status = status;
    this.code = code;
  }
}

interface Code extends AuthorizeRequest {
  readonly memberId: string;
  readonly expiresAtMs: number;
  isUsed: boolean;
}

/** Sign-in through the app's own registration: authorization code with PKCE, refresh, client credentials. */
export const createOAuth = (deps: OAuthDeps) => {
  const codes = new Map<string, Code>();
  const secret = () => {
    const { rotated } = deps.store.state;
    return rotated !== null && rotated.replaced === deps.clientSecret ? rotated.secret : deps.clientSecret;
  };

  const claims = (member: DemoMember | null, type: string, seconds: number): JsonObject => {
    const iat = Math.floor(deps.nowMs() / 1000);
    return {
      sub: deps.clientId,
      workspaceId: WORKSPACE.id,
      type,
      iat,
      exp: iat + seconds,
      issuedAtMs: deps.nowMs(),
      jti: deps.newId(),
      ...(member === null ? {} : { userId: member.userId }),
    };
  };
  const grant = (member: DemoMember | null, refreshToken?: string): JsonObject => ({
    access_token: deps.signer.sign(claims(member, 'APPLICATION_ACCESS', ACCESS_SECONDS)),
    token_type: 'Bearer',
    expires_in: ACCESS_SECONDS,
    ...(member === null
      ? {}
      : { refresh_token: refreshToken ?? deps.signer.sign(claims(member, 'REFRESH', REFRESH_SECONDS)) }),
    scope: SCOPE,
  });

  const requireClient = (form: JsonObject): void => {
    if (!deps.isAppApplied || form.client_id !== deps.clientId) {
      throw new OAuthError(401, 'invalid_client', 'Client not found');
    }
    if (typeof form.client_secret !== 'string') {
      throw new OAuthError(401, 'invalid_client', 'Client authentication required for confidential clients');
    }
    if (!isSame(form.client_secret, secret())) {
      throw new OAuthError(401, 'invalid_client', 'Invalid client secret');
    }
  };

  const byCode = (form: JsonObject): JsonObject => {
    const code = codes.get(String(form.code));
    if (code === undefined) throw invalidGrant('Authorization code not found');
    if (code.isUsed) throw invalidGrant('Authorization code has already been used');
    if (code.expiresAtMs <= deps.nowMs()) throw invalidGrant('Authorization code has expired');
    if (code.redirectUri !== form.redirect_uri) throw invalidGrant('redirect_uri does not match');
    if (code.codeChallenge !== null && challengeOf(String(form.code_verifier)) !== code.codeChallenge) {
      throw invalidGrant('Code verifier does not match the code challenge');
    }
    code.isUsed = true;
    const member = memberById(code.memberId);
    if (member === undefined) throw invalidGrant('User not found');
    return grant(member);
  };

  const byRefreshToken = (form: JsonObject): JsonObject => {
    const token = String(form.refresh_token);
    const read = deps.signer.read(token);
    const member = typeof read?.userId === 'string' ? memberByUserId(read.userId) : undefined;
    if (read === null || read.type !== 'REFRESH' || member === undefined) {
      throw invalidGrant('Invalid refresh token');
    }
    if (Number(read.exp) * 1000 <= deps.nowMs()) throw invalidGrant('Refresh token has expired');
    const revokedAtMs = deps.store.state.revokedAtMs[member.userId];
    if (revokedAtMs !== undefined && Number(read.issuedAtMs) <= revokedAtMs) {
      throw invalidGrant('The user revoked this application access');
    }
    return grant(member, token);
  };

  return {
    /** @throws OAuthError when this client may not be sent there */
    checkAuthorize: (request: AuthorizeRequest): void => {
      if (!deps.isAppApplied || request.clientId !== deps.clientId) {
        throw new OAuthError(400, 'invalid_client', 'Client not found');
      }
      if (!isAllowedRedirect(request.redirectUri, deps.store.state.redirectUris)) {
        throw new OAuthError(400, 'invalid_request', `redirectUrl mismatch for '${request.clientId}'`);
      }
    },
    /** Where the browser goes once a member was chosen. */
    authorize: (request: AuthorizeRequest, memberId: string): string => {
      const code = randomBytes(42).toString('hex');
      codes.set(code, { ...request, memberId, expiresAtMs: deps.nowMs() + CODE_MS, isUsed: false });
      const url = new URL(request.redirectUri);
      url.searchParams.set('code', code);
      if (request.state !== null) url.searchParams.set('state', request.state);
      return url.href;
    },
    /** `POST /oauth/token`. @throws OAuthError */
    token: (form: JsonObject): JsonObject => {
      switch (form.grant_type) {
        case 'authorization_code':
          requireClient(form);
          return byCode(form);
        case 'refresh_token':
          requireClient(form);
          return byRefreshToken(form);
        case 'client_credentials':
          requireClient(form);
          return grant(null);
        default:
          throw new OAuthError(
            400,
            'unsupported_grant_type',
            'The provided grant_type is not supported. Supported values: authorization_code, client_credentials, refresh_token',
          );
      }
    },
    /** Forgets what the person allowed. Says nothing about tokens it does not know, as the standard wants. */
    revoke: (form: JsonObject): void => {
      const read = deps.signer.read(String(form.token));
      if (typeof read?.userId !== 'string') return;
      deps.store.update({ revokedAtMs: { ...deps.store.state.revokedAtMs, [read.userId]: deps.nowMs() } });
    },
    introspect: (form: JsonObject, issuer: string): JsonObject => {
      const read = deps.signer.read(String(form.token));
      if (read === null || Number(read.exp) * 1000 <= deps.nowMs()) return { active: false };
      return {
        active: true,
        sub: read.sub ?? null,
        client_id: deps.clientId,
        token_type: 'Bearer',
        scope: SCOPE,
        aud: WORKSPACE.id,
        iss: issuer,
      };
    },
    /** A token as Twenty gives it to the app's front components: the viewer's, through the app. */
    viewerToken: (member: DemoMember): string =>
      deps.signer.sign(claims(member, 'APPLICATION_ACCESS', ACCESS_SECONDS)),
    /** A token as Twenty's own front has it: the person's full rights, 15 minutes. */
    sessionToken: (member: DemoMember): string =>
      deps.signer.sign(claims(member, 'ACCESS', ACCESS_SECONDS / 2)),
    rotateSecret: (): string => {
      const rotated = randomBytes(32).toString('hex');
      deps.store.update({ rotated: { secret: rotated, replaced: deps.clientSecret } });
      return rotated;
    },
  };
};
export type OAuth = ReturnType<typeof createOAuth>;

const invalidGrant = (description: string) => new OAuthError(400, 'invalid_grant', description);
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

const isSame = (given: string, wanted: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
};

/** This machine is always allowed, so that a demo needs no registration; other addresses must be registered. */
const isAllowedRedirect = (uri: string, registered: readonly string[]): boolean => {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  const isHere = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return isHere || (protocol === 'https:' && registered.includes(uri));
};

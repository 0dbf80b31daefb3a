import type { E164, Member, MemberId } from '@twenty-dialer/contract';

/** A role of Twenty's that somebody holds. */
export interface TwentyRole {
  readonly id: string;
  readonly label: string;
  readonly canUpdateAllSettings: boolean;
}

/** A signed-in rep. The cookie's secret is stored only as a SHA-256 hash, Twenty's tokens only encrypted. */
export interface SessionRecord {
  /** Stays when the cookie changes. */
  readonly idHash: string;
  readonly member: Member;
  readonly encryptedTokens: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The member's roles in Twenty, as it last said; null: they were never asked for. */
  readonly roles: { readonly roles: readonly TwentyRole[]; readonly askedAt: Date } | null;
  /** Whether the person's own token may read people, as Twenty last said; null: it was never asked. */
  readonly mayReadPeople: { readonly answer: boolean; readonly askedAt: Date } | null;
}

export interface SessionStore {
  create(session: {
    idHash: string;
    member: Member;
    encryptedTokens: string;
    /** As Twenty just said; left out: it was not asked. */
    roles?: readonly TwentyRole[];
    lifetimeMs: number;
  }): Promise<void>;
  /** Null when there is none or it has expired, by the store's clock. */
  find(idHash: string): Promise<SessionRecord | null>;
  updateTokens(idHash: string, encryptedTokens: string): Promise<void>;
  keepMayReadPeople(idHash: string, answer: boolean): Promise<void>;
  /** What Twenty has just said of whose session it is. */
  keepMember(idHash: string, member: Member, roles: readonly TwentyRole[]): Promise<void>;
  /** Whether there was one. Its windows are told. */
  remove(idHash: string): Promise<boolean>;
  /** Of the session that the browser's cookie opens, with what is to be done about the cookie. Null as in `find`. */
  findByCookie(cookieHash: string): Promise<FoundSession | null>;
  /** A session whose time is over, as the browser still asks for it; null when nothing is known of it. */
  removeExpired(cookieHash: string): Promise<SessionRecord | null>;
  /** Ends all sessions of a member's, and gives them out for the last time. Their windows are told. */
  removeAllOf(memberId: MemberId): Promise<readonly SessionRecord[]>;
  /** Another cookie opens the session from now on. False: another request was quicker, and its answer holds the new one. */
  renewCookie(idHash: string, cookie: { from: string; to: string }): Promise<boolean>;
  /** The new cookie has come back, so the one before is good for a minute more. */
  confirmCookie(idHash: string): Promise<void>;
}

export interface FoundSession {
  readonly session: SessionRecord;
  /**
   * `confirm`: the new cookie has come back for the first time; `renew`: it is older than a day, what the session may do has
   * changed, or the answer that held its successor was lost.
   */
  readonly cookie: 'leave' | 'confirm' | 'renew';
}

export interface SignInStore {
  create(attempt: {
    stateHash: string;
    codeVerifier: string;
    returnTo: string;
    lifetimeMs: number;
  }): Promise<void>;
  /** Gives an attempt out once; null when unknown, used or expired. */
  consume(stateHash: string): Promise<{ codeVerifier: string; returnTo: string } | null>;
}

/** Links in Twenty that may dial by themselves. The ticket's secret is stored only as a SHA-256 hash. */
export interface DialTicketStore {
  create(ticket: { ticketHash: string; memberId: MemberId; number: E164; lifetimeMs: number }): Promise<void>;
  /** True once, for the member and the number that it was made for, in time by the store's clock. */
  redeem(ticket: { ticketHash: string; memberId: MemberId; number: E164 }): Promise<boolean>;
}

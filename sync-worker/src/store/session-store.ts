import { Member, type MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';
import type { SessionRecord, SessionStore } from './session-port.ts';

/** Sessions of signed-in reps, within one transaction. */
export const createSessionStore = (query: Query, changes: Changes): SessionStore => {
  const ended = (rows: readonly unknown[]): SessionRecord[] => {
    const sessions = SessionRows.parse(rows);
    for (const { member } of sessions) changes.noteSessions(member.id);
    return sessions;
  };
  return {
    create: async ({ idHash, member, encryptedTokens, roles, lifetimeMs }) => {
      // Nobody asks for an expired session again, so the next sign-in clears them away.
      await query('delete from session where expires_at <= statement_timestamp()');
      await query(CREATE, [
        idHash,
        toJsonText(member),
        encryptedTokens,
        roles === undefined ? null : toJsonText(roles),
        lifetimeMs,
      ]);
    },
    find: async (idHash) => {
      const [session] = SessionRows.parse(await query(`${FIND} id_hash = $1 and ${IS_ALIVE}`, [idHash]));
      return session ?? null;
    },
    findByCookie: async (cookieHash) => {
      const [found] = FoundByCookie.parse(await query(FIND_BY_COOKIE, [cookieHash]));
      return found ?? null;
    },
    updateTokens: async (idHash, encryptedTokens) => {
      await query('update session set encrypted_tokens = $2 where id_hash = $1', [idHash, encryptedTokens]);
    },
    keepMayReadPeople: async (idHash, answer) => {
      await query(
        'update session set may_read_people = $2, may_read_people_at = statement_timestamp() where id_hash = $1',
        [idHash, answer],
      );
    },
    keepMember: async (idHash, member, roles) => {
      await query(KEEP_MEMBER, [idHash, toJsonText(member), toJsonText(roles)]);
    },
    remove: async (idHash) =>
      ended(await query(`delete from session where id_hash = $1 returning ${COLUMNS}`, [idHash])).length > 0,
    removeExpired: async (cookieHash) => {
      const [session] = ended(
        await query(`delete from session where cookie_hash = $1 and not ${IS_ALIVE} returning ${COLUMNS}`, [
          cookieHash,
        ]),
      );
      return session ?? null;
    },
    removeAllOf: async (memberId: MemberId) =>
      ended(
        await query(`delete from session where member ->> 'id' = $1 and ${IS_ALIVE} returning ${COLUMNS}`, [
          memberId,
        ]),
      ),
    renewCookie: async (idHash, { from, to }) =>
      (await query(RENEW_COOKIE, [idHash, from, to, GRACE_MS])).length > 0,
    confirmCookie: async (idHash) => {
      await query(CONFIRM_COOKIE, [idHash, GRACE_MS]);
    },
  };
};

/** For requests that left the browser before the answer with the new cookie came, and for answers that never came. */
const GRACE_MS = 60_000;
const COOKIE_LIFETIME_MS = 24 * 60 * 60 * 1000;

const IS_ALIVE = '(expires_at > statement_timestamp())';
const COLUMNS = `id_hash, member, encrypted_tokens, created_at, expires_at, roles, roles_at, may_read_people,
  may_read_people_at`;
const FIND = `select ${COLUMNS} from session where`;

const CREATE = `
  insert into session (id_hash, cookie_hash, member, encrypted_tokens, roles, roles_at, created_at, expires_at)
  values ($1, $1, $2::text::jsonb, $3, $4::text::jsonb, case when $4::text is null then null else statement_timestamp() end,
    statement_timestamp(), statement_timestamp() + $5 * interval '1 millisecond')`;

const KEEP_MEMBER = `
  update session set member = $2::text::jsonb, roles = $3::text::jsonb, roles_at = statement_timestamp(),
    cookie_is_due = cookie_is_due or (roles is not null and roles <> $3::text::jsonb)
  where id_hash = $1`;

const FIND_BY_COOKIE = `
  select ${COLUMNS}, case
      when cookie_hash <> $1 then
        case when earlier_until is null and cookie_at < statement_timestamp() - interval '${GRACE_MS} milliseconds'
          then 'renew' else 'leave' end
      when earlier_hash is not null and earlier_until is null then 'confirm'
      when cookie_is_due or cookie_at < statement_timestamp() - interval '${COOKIE_LIFETIME_MS} milliseconds' then 'renew'
      else 'leave' end as cookie
  from session
  where ${IS_ALIVE}
    and (cookie_hash = $1 or (earlier_hash = $1 and (earlier_until is null or earlier_until > statement_timestamp())))`;

const RENEW_COOKIE = `
  update session set earlier_hash = $2, earlier_until = null, cookie_hash = $3, cookie_at = statement_timestamp(),
    cookie_is_due = false
  where id_hash = $1 and (cookie_hash = $2 or (earlier_hash = $2 and earlier_until is null
    and cookie_at < statement_timestamp() - $4 * interval '1 millisecond'))
  returning id_hash`;

const CONFIRM_COOKIE = `
  update session set earlier_until = statement_timestamp() + $2 * interval '1 millisecond'
  where id_hash = $1 and earlier_hash is not null and earlier_until is null`;

const Role = z.object({ id: z.string(), label: z.string(), canUpdateAllSettings: z.boolean() });

const SessionRow = z.object({
  id_hash: z.string(),
  member: Member,
  encrypted_tokens: z.string(),
  created_at: z.date(),
  expires_at: z.date(),
  roles: z.array(Role).nullable(),
  roles_at: z.date().nullable(),
  may_read_people: z.boolean().nullable(),
  may_read_people_at: z.date().nullable(),
});

const sessionOf = (row: z.infer<typeof SessionRow>): SessionRecord => ({
  idHash: row.id_hash,
  member: row.member,
  encryptedTokens: row.encrypted_tokens,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  roles: row.roles === null || row.roles_at === null ? null : { roles: row.roles, askedAt: row.roles_at },
  mayReadPeople:
    row.may_read_people === null || row.may_read_people_at === null
      ? null
      : { answer: row.may_read_people, askedAt: row.may_read_people_at },
});

const SessionRows = z.array(SessionRow.transform(sessionOf));
const FoundByCookie = z.array(
  SessionRow.extend({ cookie: z.enum(['leave', 'confirm', 'renew']) }).transform((row) => ({
    session: sessionOf(row),
    cookie: row.cookie,
  })),
);

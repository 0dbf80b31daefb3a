import { Member } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Query } from './database.ts';
import { toJsonText } from './json.ts';
import type { SessionRecord, SessionStore } from './session-port.ts';

/** Sessions of signed-in reps, within one transaction. */
export const createSessionStore = (query: Query): SessionStore => ({
  create: async ({ idHash, member, encryptedTokens, roles, lifetimeMs }) => {
    // Nobody asks for an expired session again, so the next sign-in clears them away.
    await query('delete from session where expires_at <= statement_timestamp()');
    await query(
      `insert into session (id_hash, member, encrypted_tokens, roles, roles_at, created_at, expires_at)
       values ($1, $2::text::jsonb, $3, $4::text::jsonb, case when $4::text is null then null else statement_timestamp() end,
         statement_timestamp(), statement_timestamp() + $5 * interval '1 millisecond')`,
      [
        idHash,
        toJsonText(member),
        encryptedTokens,
        roles === undefined ? null : toJsonText(roles),
        lifetimeMs,
      ],
    );
  },
  find: async (idHash) => {
    const [session] = SessionRows.parse(
      await query(
        `select id_hash, member, encrypted_tokens, created_at, expires_at, roles, roles_at, may_read_people,
           may_read_people_at
         from session
         where id_hash = $1 and expires_at > statement_timestamp()`,
        [idHash],
      ),
    );
    return session ?? null;
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
    await query(
      `update session set member = $2::text::jsonb, roles = $3::text::jsonb, roles_at = statement_timestamp()
       where id_hash = $1`,
      [idHash, toJsonText(member), toJsonText(roles)],
    );
  },
  remove: async (idHash) => {
    await query('delete from session where id_hash = $1', [idHash]);
  },
});

const Role = z.object({ id: z.string(), label: z.string(), canUpdateAllSettings: z.boolean() });

const SessionRows = z.array(
  z
    .object({
      id_hash: z.string(),
      member: Member,
      encrypted_tokens: z.string(),
      created_at: z.date(),
      expires_at: z.date(),
      roles: z.array(Role).nullable(),
      roles_at: z.date().nullable(),
      may_read_people: z.boolean().nullable(),
      may_read_people_at: z.date().nullable(),
    })
    .transform(
      (row): SessionRecord => ({
        idHash: row.id_hash,
        member: row.member,
        encryptedTokens: row.encrypted_tokens,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        roles:
          row.roles === null || row.roles_at === null ? null : { roles: row.roles, askedAt: row.roles_at },
        mayReadPeople:
          row.may_read_people === null || row.may_read_people_at === null
            ? null
            : { answer: row.may_read_people, askedAt: row.may_read_people_at },
      }),
    ),
);

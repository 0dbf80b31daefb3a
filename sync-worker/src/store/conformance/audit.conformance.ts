import { randomUUID } from 'node:crypto';
import { Member, type MemberId, PersonId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aFurtherNote, aReport, wrappedUp } from '../../testing/store-fixtures.ts';
import { actingAs, actingAsWork } from '../acting-port.ts';
import type { NewWorld } from '../conformance.ts';
import { SCHEMA } from '../database.ts';

/** Why nobody is told of every change to a table. A table that is neither here nor watched fails the test below. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  alert: 'the worker opens and closes them by rules; whoever is told is kept with it',
  alert_notice: 'goes with the alert',
  audit_event: 'the trail itself',
  call_change: 'a number for the stream of changes',
  call_event: 'read out of the reports of the call',
  call_figure: 'counted from calls',
  call_revision: 'former states of a call, as they were reported: a trail of its own',
  call_to_count: 'a list of what is to be done',
  change_counter: 'a number for the stream of changes',
  delivery_attempt: 'the outbox’s own mechanics',
  delivery_budget: 'the outbox’s own mechanics',
  delivery_status: 'the outbox’s own mechanics',
  dial_ticket: 'good for half a minute; the call it leads to is told',
  do_not_call: 'read from Twenty, where its changes are told',
  managed_member: 'read from Twenty, where its changes are told',
  managed_team: 'read from Twenty, where its changes are told',
  managed_team_reading: 'how fresh that is',
  member_active_day: 'counted from the ledger',
  member_progression: 'counted from the ledger',
  mirror_state: 'how far reading from Twenty has come',
  number_to_match: 'a list of what is to be done',
  outbox_entry: 'the outbox’s own mechanics; what admins do to it is told as a deed',
  outbox_link: 'the outbox’s own mechanics',
  person_mirror: 'read from Twenty, where its changes are told',
  person_number: 'read from Twenty, where its changes are told',
  person_opening: 'counted from calls',
  person_to_tell: 'a list of what is to be done',
  projection_turn: 'whose turn it is',
  reconciliation_count: 'what a comparison found',
  reconciliation_difference: 'what a comparison found; what admins do about it is told as a deed',
  reconciliation_total: 'what a comparison found',
  schema_migration: 'the store’s own',
  request_count: 'how often something was asked within a minute',
  sign_in: 'on its way for ten minutes; the session it leads to is told',
  sync_day: 'counted from attempts',
  sync_failure: 'told in Twenty, line by line',
};

export const auditConformance = (newWorld: NewWorld): void => {
  test('no table is changed without a trace, but those that say why', async () => {
    const { database } = newWorld();
    const rows = await database.transaction({}, (query) =>
      query(
        `select relname, exists (
           select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
           where t.tgrelid = c.oid and p.proname = 'note_change') as is_told
         from pg_class c where relnamespace = $1::regnamespace and relkind in ('r', 'p')`,
        [SCHEMA],
      ),
    );
    const tables = z.array(z.object({ relname: z.string(), is_told: z.boolean() })).parse(rows);
    const silent = tables.filter(({ is_told }) => !is_told).map(({ relname }) => relname);
    expect(silent.sort()).toEqual(Object.keys(NOT_TOLD).sort());
  });

  test('a correction is told with what was there before, by whom, from where and in which request', async () => {
    const world = newWorld();
    const ada = aMember(world.memberId);
    const report = wrappedUp(aReport(world.memberId));
    await world.tx((t) => t.calls.accept(report));
    await actingAs({ ...ADMIN, member: ada }, () =>
      world.tx((t) => t.calls.accept({ ...report, revision: 9, outcome: 'not-interested' })),
    );
    const [event] = await world.tx((t) => t.audit.list({ record: report.callId, ...FIRST }));
    expect(event).toMatchObject({
      by: { id: ada.id, name: 'Ada "Q" \\ Bell 🙂', email: ada.email, roles: ['Admin', 'Vertrieb'] },
      action: 'changed',
      recordType: 'call',
      recordId: report.callId,
      changes: { outcome: { old: report.outcome, new: 'not-interested' } },
      requestId: ADMIN.requestId,
      address: '203.0.113.7',
      work: null,
    });
  });

  test('what is told of a call while it goes on is the call, not a change; and the same again is no change', async () => {
    const world = newWorld();
    const dialed = aReport(world.memberId);
    await world.tx((t) => t.calls.accept(dialed));
    const saved = wrappedUp(dialed);
    await world.tx((t) => t.calls.accept(saved));
    await world.tx((t) => t.calls.accept({ ...saved, revision: saved.revision + 1 }));
    const events = await world.tx((t) => t.audit.list({ record: dialed.callId, ...FIRST }));
    expect(events.map(({ action }) => action)).toEqual(['created']);
    expect(events[0]?.changes).toEqual({});
  });

  test('a record that is deleted leaves its last content behind', async () => {
    const world = newWorld();
    const report = { ...wrappedUp(aReport(world.memberId)), note: 'Last words' };
    await world.tx((t) => t.calls.accept({ ...report, furtherNotes: [aFurtherNote()] }));
    await world.rows('delete from call where id = $1', [report.callId]);
    const gone = await world.tx((t) => t.audit.list({ record: report.callId, action: 'deleted', ...FIRST }));
    expect(gone.map(({ recordType }) => recordType).sort()).toEqual(['call', 'call-note']);
    const call = gone.find(({ recordType }) => recordType === 'call');
    expect(call?.changes).toMatchObject({ note: { old: 'Last words' }, outcome: { old: report.outcome } });
  });

  test('nobody who stores or reads for reps can change the trail, or take anything out of it', async () => {
    const world = newWorld();
    await world.tx((t) => t.calls.accept(aReport(world.memberId)));
    for (const statement of [
      `update audit_event set detail = 'other'`,
      'delete from audit_event',
      'truncate audit_event',
    ]) {
      await expect(world.rows(statement), statement).rejects.toThrow(/permission denied/);
    }
  });

  test('what removes old entries by rule sees those of one workspace, and leaves the newer ones', async () => {
    const [world, other] = [newWorld(), newWorld()];
    for (const each of [world, other]) await each.tx((t) => t.calls.accept(aReport(each.memberId)));
    await world.tx((t) => t.calls.accept(aReport(world.memberId)));
    const older = (thanMs: number, limit: number) =>
      world.store.keepTrail(world.workspaceId, (trail) => trail.older(thanMs, limit));
    expect(await older(60_000, 10)).toEqual([]);
    const [oldest, ...rest] = await older(0, 10);
    expect(rest).toHaveLength(1);
    await world.store.keepTrail(world.workspaceId, (trail) => trail.remove([oldest?.id ?? '']));
    expect(await older(0, 10)).toEqual(rest);
    expect(await other.tx((t) => t.audit.list(FIRST))).toHaveLength(1);
  });

  test('a sign-in and its end are told, and no secret is', async () => {
    const world = newWorld();
    const member = aMember(world.memberId);
    const session = { idHash: 'a-hash', member, encryptedTokens: 'sealed-tokens', lifetimeMs: 60_000 };
    await world.tx((t) => t.sessions.create(session));
    await world.tx((t) => t.sessions.updateTokens('a-hash', 'other-tokens'));
    await world.tx((t) => t.sessions.renewCookie('a-hash', { from: 'a-hash', to: 'next-hash' }));
    await world.tx((t) => t.sessions.confirmCookie('a-hash'));
    await world.tx((t) => t.sessions.keepMember('a-hash', { ...member, email: 'new@example.com' }, []));
    await world.tx((t) => t.sessions.remove('a-hash'));
    const events = await world.tx((t) => t.audit.list({ record: member.id, type: 'session', ...FIRST }));
    expect(events.map(({ action }) => action)).toEqual(['deleted', 'changed', 'created']);
    expect(JSON.stringify(events)).not.toMatch(/a-hash|next-hash|tokens/i);
  });

  test('what was done to one record is told newest first, however often it was done', async () => {
    const world = newWorld();
    const actor = { member: aMember(world.memberId), roles: [], requestId: null };
    const deeds = Array.from({ length: 12 }, (_, index) => String(index));
    for (const detail of deeds) {
      await world.tx((t) => t.audit.note(actor, { action: 'redrive', subject: 'phoneCall:1', detail }));
    }
    const told = await world.tx((t) => t.audit.of('phoneCall:1', 50));
    expect(told.map(({ detail }) => detail)).toEqual(deeds.reverse());
  });

  test('what the dialer does by itself is told as its own work', async () => {
    const world = newWorld();
    const open = aReport(world.memberId);
    await world.tx((t) => t.calls.accept(open));
    const personId = PersonId.parse(randomUUID());
    await actingAsWork('matching', () =>
      world.tx((t) => t.matching.keep(open.callId, { personId, how: 'number' })),
    );
    const [event] = await world.tx((t) => t.audit.list({ type: 'call-match', ...FIRST }));
    expect(event).toMatchObject({ by: null, work: 'matching', changes: { person_id: { new: personId } } });
  });

  test('one who looks back finds what somebody did, and page by page all of it, once', async () => {
    const world = newWorld();
    const ada = aMember(world.memberId);
    const reports = Array.from({ length: 5 }, () => aReport(world.memberId));
    for (const [index, report] of reports.entries()) {
      const store = () => world.tx((t) => t.calls.accept(report));
      await (index < 3 ? actingAs({ ...ADMIN, member: ada }, store) : store());
    }
    const hers = await world.tx((t) => t.audit.list({ member: ada.id, ...FIRST }));
    expect(hers.map(({ recordId }) => recordId)).toEqual(
      reports
        .slice(0, 3)
        .map(({ callId }) => callId)
        .reverse(),
    );
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await world.tx((t) => t.audit.list({ type: 'call', after, limit: 2 }));
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1)?.id ?? null;
      more = page.length === 2;
    }
    expect(new Set(seen).size).toBe(5);
  });
};

const FIRST = { after: null, limit: 50 };
const ADMIN = {
  roles: ['Admin', 'Vertrieb'],
  requestId: 'c0ffee00-2f5b-4c58-9d5e-6a1f0d2b3c4d',
  address: '203.0.113.7',
  work: null,
};
const aMember = (id: MemberId): Member =>
  Member.parse({ id, firstName: 'Ada "Q" \\', lastName: 'Bell 🙂', email: 'ada@example.com' });

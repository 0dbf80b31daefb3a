import { randomUUID } from 'node:crypto';
import { E164, USUAL_MEMBER_SETTINGS, WorkspaceId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  aCallThatEarns,
  aDoNotCallEntry,
  aFurtherNote,
  anAttempt,
  aPerson,
  aRecord,
  aReport,
  countedOn,
  delivered,
  wrappedUp,
} from '../../testing/store-fixtures.ts';
import type { StoreWorld } from '../../testing/store-world.ts';
import type { NewWorld } from '../conformance.ts';
import { APP_ROLE, PLATFORM_ROLE, SCHEMA } from '../database.ts';
import { aComparedCall } from './reconciliation.conformance.ts';

export const isolationConformance = (newWorld: NewWorld): void => {
  test('every table but the list of migrations is closed to other workspaces, for its owner too', async () => {
    const { database } = newWorld();
    const open = await database.transaction({}, (query) =>
      query(
        `select relname from pg_class
         where relnamespace = $1::regnamespace and relkind in ('r', 'p')
           and not (relrowsecurity and relforcerowsecurity)`,
        [SCHEMA],
      ),
    );
    expect(open).toEqual([{ relname: 'schema_migration' }]);
  });

  test('no table shows a row without a workspace, or with another one', async () => {
    const world = newWorld();
    await fillEveryTable(world);
    const tables = await tablesOf(world);
    expect(tables.length).toBeGreaterThan(9);
    for (const table of tables) {
      expect(await countRows(world, table, world.workspaceId), `${table}, own workspace`).toBeGreaterThan(0);
      expect(await countRows(world, table, null), `${table}, no workspace`).toBe(0);
      expect(await countRows(world, table, ''), `${table}, empty workspace`).toBe(0);
      expect(await countRows(world, table, randomUUID()), `${table}, another workspace`).toBe(0);
    }
  });

  test('nobody writes into another workspace', async () => {
    const { rows } = newWorld();
    await expect(
      rows(`insert into delivery_status (workspace_id, state, message) values ($1, 'running', '')`, [
        randomUUID(),
      ]),
    ).rejects.toThrow(/row-level security/);
  });

  test('the same call id in two workspaces is two calls', async () => {
    const [one, two] = [newWorld(), newWorld()];
    const report = aReport(one.memberId, { note: 'one' });
    const twin = { ...report, workspaceMemberId: two.memberId, note: 'two' };
    await one.tx((t) => t.calls.accept(report));
    expect(await two.tx((t) => t.calls.accept(twin))).toMatchObject({ result: 'accepted' });
    expect((await one.tx((t) => t.calls.get(report.callId)))?.report.note).toBe('one');
  });

  test('the door to the list of workspaces opens nothing else', async () => {
    const world = newWorld();
    await fillEveryTable(world);
    for (const table of (await tablesOf(world)).filter((name) => name !== 'workspace')) {
      const peek = world.database.transaction(
        { role: PLATFORM_ROLE, search_path: SCHEMA, 'dialer.workspace_id': world.workspaceId },
        (query) => query(`select * from ${table}`),
      );
      await expect(peek, table).rejects.toThrow(/permission denied/);
    }
  });

  test('a workspace is known after it was registered, and renamed when registered again', async () => {
    const { store } = newWorld();
    const id = WorkspaceId.parse(randomUUID());
    const workspace = { id, name: 'Acme', twentyUrl: 'https://acme.example.com' };
    await store.registerWorkspace(workspace);
    expect(await store.listWorkspaces()).toContainEqual(workspace);
    await store.registerWorkspace({ ...workspace, name: 'Acme Ltd' });
    const known = (await store.listWorkspaces()).filter((one) => one.id === id);
    expect(known).toEqual([{ ...workspace, name: 'Acme Ltd' }]);
  });
};

/** At least one row in each table, of the workspace of this world. */
export const fillEveryTable = async ({ store, tx, workspaceId, memberId }: StoreWorld): Promise<void> => {
  await store.registerWorkspace({ id: workspaceId, name: 'Acme', twentyUrl: 'https://acme.example.com' });
  const member = { id: memberId, firstName: 'Ada', lastName: 'Bell', email: 'ada@example.com' };
  const lifetimeMs = 60_000;
  await tx(async (t) => {
    await t.progression.append(aCallThatEarns(memberId), countedOn('2026-11-20'));
    const saved = wrappedUp(aReport(memberId));
    await t.calls.accept(saved);
    await t.calls.accept({ ...saved, revision: 9, furtherNotes: [aFurtherNote()] });
    await t.outbox.touch([aRecord(memberId, { slot: 'note:1', links: { callId: 'phoneCall:1' } })]);
    await t.delivery.setStatus({ state: 'paused', message: 'The key was refused' });
    await t.delivery.spendBudget(() => ({
      isGranted: true,
      state: { tokens: 1, allowedAtMs: 1 },
      waitMs: 0,
    }));
    await t.projections.takeTurn();
    await t.projections.countCalls(1);
    await t.projections.openPeople([{ personId: randomUUID(), callsBefore: 1 }]);
    await t.outbox.touch([aRecord(memberId, { slot: 'phoneCall:2' })]);
    const [leased] = await t.outbox.lease({ holder: 'worker', leaseMs: 60_000, perObject: 1 });
    if (leased !== undefined) await t.outbox.settle('worker', [delivered(leased)], [anAttempt()]);
    await t.sessions.create({ idHash: 'hash', member, encryptedTokens: 'sealed', lifetimeMs });
    await t.signIns.create({ stateHash: 'state', codeVerifier: 'verifier', returnTo: '/', lifetimeMs });
    await t.requestCounts.add('sign-in 127.0.0.1', { windowAt: new Date(), count: 1 });
    await t.dialTickets.create({
      ticketHash: 'ticket',
      memberId: member.id,
      number: E164.parse('+12025550123'),
      lifetimeMs,
    });
    await t.access.map({ twentyRoleId: 'seller', label: 'Seller', roles: ['rep'] });
    await t.access.grant({ member: { id: memberId, name: 'Ada' }, permission: 'see-audit', by: 'Ann' });
    await t.access.choose(memberId, 'rep');
    const team = { id: randomUUID(), name: 'North', members: [{ id: memberId, name: 'Ada' }] };
    await t.teams.keep(memberId, [team]);
    await t.people.put([aPerson({ numbers: [E164.parse('+12025550101')] })]);
    await t.doNotCall.put([aDoNotCallEntry()]);
    await t.mirror.heard('person');
    const open = aReport(memberId);
    await t.calls.accept(open);
    await t.matching.keep(open.callId, { personId: aPerson().id, how: 'number' });
    await t.projections.markPeople([aPerson().id]);
    const { id } = await t.reconciliation.begin({ by: null, days: 1 });
    await t.reconciliation.keep(id, [aComparedCall({ inTrash: ['note:1'] })]);
    await t.reconciliation.keepTotals(id, [
      { memberId, here: { xp: 1, calls: 1, talkSeconds: 1 }, twenty: null },
    ]);
    const actor = { member, roles: [], requestId: null };
    await t.audit.note(actor, { action: 'pause', subject: null, detail: 'A move' });
    await t.delivery.setPause({ memberId: member.id, by: 'Ann', reason: 'A move' });
    await t.deliveryJobs.begin({
      id: randomUUID(),
      action: 'redrive',
      reason: null,
      selection: { filter: {} },
      actor,
    });
    await t.settings.changeWorkspace({ ownNumbers: [] }, 'Ann');
    await t.settings.keepMember(member.id, USUAL_MEMBER_SETTINGS);
    await t.alerts.open({ id: randomUUID(), kind: 'paused', figures: {}, channels: ['webhook'] });
  });
};

const tablesOf = async ({ database }: StoreWorld): Promise<string[]> => {
  const rows = await database.transaction({}, (query) =>
    query(
      `select relname from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p')
         and relname <> 'schema_migration' order by relname`,
      [SCHEMA],
    ),
  );
  return z
    .array(z.object({ relname: z.string() }))
    .parse(rows)
    .map(({ relname }) => relname);
};

const countRows = async ({ database }: StoreWorld, table: string, workspaceId: string | null) => {
  const workspace = workspaceId === null ? {} : { 'dialer.workspace_id': workspaceId };
  const rows = await database.transaction({ role: APP_ROLE, search_path: SCHEMA, ...workspace }, (query) =>
    query(`select * from ${table}`),
  );
  return rows.length;
};

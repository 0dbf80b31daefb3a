import { mkdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Member, PersonId, WorkspaceId } from '@twenty-dialer/contract';
import { pino } from 'pino';
import { z } from 'zod';
import { at, createClient, nodes, type TwentyClient } from '../../twenty-sandbox/conformance/client.ts';
import { createRecordKeeper, type RecordKeeper } from '../../twenty-sandbox/conformance/record-keeper.ts';
import type { Target } from '../../twenty-sandbox/conformance/targets.ts';
import { hashOf, randomSecret, SESSION_COOKIE, SESSION_LIFETIME_MS } from '../src/identity/session-cookie.ts';
import { createTokenBox } from '../src/identity/token-box.ts';
import {
  callSessionSlot,
  callTargetSlot,
  dailyCallStatsSlot,
  noteSlot,
  personTargetSlot,
  phoneCallSlot,
  recordIdOf,
} from '../src/outbox/slot.ts';
import { openStore } from '../src/store/open-store.ts';
import { createTwentyClient } from '../src/twenty/client.ts';
import { createTwentyProgression } from '../src/twenty/progression.ts';
import type { CallingRep, PlacedCall } from './call-load.ts';
import type { FaultyTwenty, StorePlace } from './faulty-twenty.ts';
import { CallRow, NoteRow, ProgressionRow, TargetRow, type TwentyRows } from './sandbox-records.ts';
import { NOBODYS_TOKEN, startTwentyProxy } from './twenty-proxy.ts';

/** A day on which nobody called: its figures are this test's own, and go with its calls. */
const CALLS_START_MS = Date.parse('2001-01-01T12:00:00Z');

/** Somebody's Twenty behind a proxy that fails in its place. What the calls make there is destroyed at the end. */
export const startBehindProxy = async (target: Target): Promise<FaultyTwenty> => {
  const started = await target.start();
  const proxy = await startTwentyProxy(started.url);
  const client = await createClient(target, started.url, wait);
  const keeper = createRecordKeeper(client, { hasTimeline: target.isReal, wait });
  const { member, workspaceId } = await whoCalls(client);
  const person = PersonId.parse(keeper.idFor('person'));
  await keeper.create('person', [{ id: person, name: { firstName: 'Fault', lastName: 'Test' } }]);
  const restore = await rememberProgression(client, member.id);
  const reps: CallingRep[] = [];

  return {
    settings: { TWENTY_API_URL: proxy.url, ...credentialsOf(target) },
    callsStartMs: CALLS_START_MS,
    fault: async (fault) => proxy.fault(fault),
    heal: async () => proxy.heal(),
    // Other people's budget is not spent for a test: the proxy says that it is.
    spendBudget: async () => proxy.fault({ kind: 'throttled', times: 5 }),
    people: async () => [person],
    leaveSessions: async (place, secretKey) => {
      const workspace = { id: workspaceId, name: 'Fault tests', twentyUrl: proxy.url };
      const found = await createTwentyProgression({ client: createTwentyClient({ url: started.url }) }).of(
        target.apiKey,
        member.id,
      );
      const session = await leaveSession(place, { workspace, member, secretKey, found });
      reps.push({ memberId: member.id, cookie: session });
    },
    signIn: async () => reps,
    count: async () => null,
    rows: async (placed) => {
      keepAll(keeper, placed);
      return readRows(client, placed);
    },
    progressions: async () => readProgressions(client, member.id),
    documents: async () => ({ ...proxy.counts }),
    stop: async () => {
      await proxy.stop();
      await restore();
      await keeper.clearUp();
      await started.stop();
    },
  };
};

const credentialsOf = ({ app, apiKey }: Target) =>
  app === null
    ? { TWENTY_API_KEY: apiKey }
    : { TWENTY_APP_CLIENT_ID: app.clientId, TWENTY_APP_CLIENT_SECRET: app.clientSecret };

const whoCalls = async (client: TwentyClient) => {
  const workspace = await client.send('{ currentWorkspace { id } }', {}, 'api-key', 'metadata');
  const { data } = await client.send(
    '{ workspaceMembers(first: 1) { edges { node { id userEmail name { firstName lastName } } } } }',
  );
  const [node] = nodes(data, 'workspaceMembers');
  return {
    workspaceId: WorkspaceId.parse(at(workspace.data, 'currentWorkspace', 'id')),
    member: Member.parse({
      id: at(node, 'id'),
      firstName: at(node, 'name', 'firstName'),
      lastName: at(node, 'name', 'lastName'),
      email: at(node, 'userEmail'),
    }),
  };
};

interface SessionToLeave {
  readonly workspace: { readonly id: WorkspaceId; readonly name: string; readonly twentyUrl: string };
  readonly member: Member;
  readonly secretKey: Buffer;
  readonly found: Awaited<ReturnType<ReturnType<typeof createTwentyProgression>['of']>>;
}

/** A real Twenty asks for a password, which no test has: so a session is left in the store as a sign-in would leave it. */
const leaveSession = async (place: StorePlace, { workspace, member, ...session }: SessionToLeave) => {
  await mkdir(place.dataDir, { recursive: true });
  const store = await openStore({ ...place, log: pino({ level: 'silent' }) });
  const secret = randomSecret();
  const idHash = hashOf(secret);
  const expiresAtMs = Date.now() + SESSION_LIFETIME_MS;
  const tokens = { accessToken: NOBODYS_TOKEN, refreshToken: null, expiresAtMs };
  try {
    await store.registerWorkspace(workspace);
    await store.transaction(workspace.id, async (tx) => {
      const encryptedTokens = createTokenBox(session.secretKey).seal(tokens, idHash);
      await tx.sessions.create({ idHash, member, encryptedTokens, lifetimeMs: SESSION_LIFETIME_MS });
      await tx.progression.open({ id: member.id, name: member.firstName }, session.found);
    });
  } finally {
    await store.close();
  }
  return `${SESSION_COOKIE}=${workspace.id}.${secret}`;
};

const keepAll = (keeper: RecordKeeper, placed: readonly PlacedCall[]): void => {
  for (const { last } of placed) {
    keeper.keep(
      'noteTarget',
      recordIdOf(callTargetSlot(last.callId)),
      recordIdOf(personTargetSlot(last.callId)),
    );
    keeper.keep('note', recordIdOf(noteSlot(last.callId)));
    keeper.keep('phoneCall', recordIdOf(phoneCallSlot(last.callId)));
    keeper.keep('callSession', recordIdOf(callSessionSlot(last.callSessionId)));
    keeper.keep('dailyCallStats', recordIdOf(dailyCallStatsSlot(last.workspaceMemberId, '2001-01-01')));
  }
};

const AT_ONCE = 90;
const ROWS = `query ($calls: [String!], $notes: [UUID!]) {
  phoneCalls(first: 200, filter: { callId: { in: $calls } }) { edges { node { id callId outcome personId } } }
  notes(first: 200, filter: { id: { in: $notes } }) { edges { node { id bodyV2 { markdown } } } }
  noteTargets(first: 200, filter: { noteId: { in: $notes } }) { edges { node { id noteId targetPersonId targetPhoneCallId } } }
}`;

const readRows = async (client: TwentyClient, placed: readonly PlacedCall[]): Promise<TwentyRows> => {
  const rows: { -readonly [K in keyof TwentyRows]: TwentyRows[K][number][] } = {
    calls: [],
    notes: [],
    targets: [],
  };
  for (let from = 0; from < placed.length; from += AT_ONCE) {
    const calls = placed.slice(from, from + AT_ONCE).map(({ last }) => last.callId);
    const notes = calls.map((callId) => recordIdOf(noteSlot(callId)));
    const { data, errors } = await client.send(ROWS, { calls, notes });
    if (errors[0] !== undefined) throw new Error(`Twenty could not be read: ${errors[0].message}`);
    rows.calls.push(...z.array(CallRow).parse(nodes(data, 'phoneCalls')));
    rows.notes.push(...z.array(NoteRow).parse(nodes(data, 'notes')));
    rows.targets.push(...z.array(TargetRow).parse(nodes(data, 'noteTargets')));
  }
  return rows;
};

const PROGRESSION = `query ($member: String) {
  repProgressions(first: 5, filter: { workspaceMemberId: { eq: $member } }) {
    edges { node { id workspaceMemberId totalXp totalCalls totalTalkSeconds lastCallAt rank streakDays streakThrough } }
  }
}`;

const readProgressions = async (client: TwentyClient, memberId: string): Promise<ProgressionRow[]> => {
  const { data } = await client.send(PROGRESSION, { member: memberId });
  return z.array(ProgressionRow).parse(nodes(data, 'repProgressions'));
};

/** Answers how to put the member's totals back as they were. */
const rememberProgression = async (client: TwentyClient, memberId: string) => {
  const read = async () =>
    nodes((await client.send(PROGRESSION, { member: memberId })).data, 'repProgressions')[0];
  const before = await read();
  return async (): Promise<void> => {
    const id = at(before ?? (await read()), 'id');
    if (id === undefined) return;
    const [query, variables] =
      before === undefined
        ? ['mutation ($id: UUID!) { destroyRepProgression(id: $id) { id } }', { id }]
        : [
            'mutation ($id: UUID!, $data: RepProgressionUpdateInput!) { updateRepProgression(id: $id, data: $data) { id } }',
            { id, data: { ...z.record(z.string(), z.unknown()).parse(before), id: undefined } },
          ];
    await client.send(query, variables, before === undefined ? client.destroyer : 'writer');
  };
};

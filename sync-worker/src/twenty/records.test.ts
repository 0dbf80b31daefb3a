import { randomUUID } from 'node:crypto';
import { print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readAppManifest } from '../../../twenty-sandbox/src/model/app-manifest.ts';
import { createSandbox } from '../../../twenty-sandbox/src/sandbox.ts';
import type { JsonObject } from '../outbox/entry.ts';
import { createTestSandbox, SANDBOX_APP, SANDBOX_KEY, SANDBOX_URL } from '../testing/sandbox-twenty.ts';
import { apiKeyCredentials, appCredentials, type WorkerCredentials } from './app-token.ts';
import { createTwentyClient } from './client.ts';
import type { TwentyRecord, WriteAnswer } from './port.ts';
import { createTwentyRecords } from './records.ts';
import { readWriteAnswer, writeRequest } from './records-write.ts';

const record = (fields: JsonObject = {}): TwentyRecord => ({ id: randomUUID(), fields });
const call = (fields: JsonObject = {}): TwentyRecord =>
  record({ name: 'Call to somebody', callId: randomUUID(), line: 'MANUAL', ...fields });

const open = (credentials: WorkerCredentials = apiKeyCredentials(SANDBOX_KEY)) => {
  const { sandbox, fetch } = createTestSandbox();
  const client = createTwentyClient({ url: SANDBOX_URL, fetch, retryMs: 1 });
  const records = createTwentyRecords({ client, credentials });
  const post = async (query: string, variables: object) => {
    const response = await fetch(`${SANDBOX_URL}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SANDBOX_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    expect(await response.json()).not.toHaveProperty('errors');
  };
  return { records, sandbox, fetch, post };
};
const writtenOf = (answer: WriteAnswer) => (answer.kind === 'answered' ? answer.written : new Map());

describe('one document of only the roots that are needed', () => {
  test('each object has its own root field and its own variable', () => {
    const [a, b] = [call(), record({ title: 'A note' })];
    const { document, variables } = writeRequest(
      new Map([
        ['phoneCall', [a]],
        ['note', [b]],
      ]),
    );
    expect(print(document)).toBe(
      [
        'mutation WriteRecords($phoneCallData: [PhoneCallCreateInput!]!, $noteData: [NoteCreateInput!]!) {',
        '  createPhoneCalls(data: $phoneCallData, upsert: true) {',
        '    id',
        '    callId',
        '  }',
        '  createNotes(data: $noteData, upsert: true) {',
        '    id',
        '  }',
        '}',
      ].join('\n'),
    );
    expect(variables).toEqual({
      phoneCallData: [{ id: a.id, ...a.fields }],
      noteData: [{ id: b.id, ...b.fields }],
    });
  });

  test('more rows than Twenty takes are a fault of ours, told before anything is sent', () => {
    const tooMany = Array.from({ length: 201 }, () => call());
    expect(() => writeRequest(new Map([['phoneCall', tooMany]]))).toThrow(RangeError);
    expect(() => writeRequest(new Map())).toThrow(RangeError);
  });
});

describe('pairing what was answered with what was sent', () => {
  const [first, second, third] = [call(), call(), call()];
  const batches = new Map([['phoneCall' as const, [first, second, third]]]);
  const answered = (data: unknown) => readWriteAnswer(batches, { kind: 'answered', data, refusals: [] });

  test('by id, for updated rows are answered before new ones', () => {
    const rows = [third, first, second].map(({ id, fields }) => ({ id, callId: fields.callId }));
    expect(writtenOf(answered({ createPhoneCalls: rows })).get('phoneCall')).toEqual(
      new Map([first, second, third].map(({ id }) => [id, id])),
    );
  });

  test('by the unique field where Twenty kept a row of another id', () => {
    const kept = randomUUID();
    const rows = [
      { id: kept, callId: second.fields.callId },
      { id: first.id, callId: first.fields.callId },
    ];
    const written = writtenOf(answered({ createPhoneCalls: rows })).get('phoneCall');
    expect(written).toEqual(
      new Map([
        [first.id, first.id],
        [second.id, kept],
      ]),
    );
  });

  test.each([
    ['null', { createPhoneCalls: null }],
    ['missing', {}],
    ['no data at all', null],
  ])('a root that is %s was refused', (_name, data) => {
    expect(answered(data)).toMatchObject({ kind: 'answered', written: new Map() });
  });

  test.each([
    ['no list', { createPhoneCalls: 'yes' }],
    ['rows without ids', { createPhoneCalls: [{ callId: 'x' }] }],
  ])('%s cannot be read, so nobody knows what was written', (_name, data) => {
    expect(answered(data)).toMatchObject({ kind: 'unanswered' });
  });
});

describe('in the sandbox', () => {
  test('rows of several objects arrive, and the same again makes no others', async () => {
    const { records, sandbox } = open();
    const batches = new Map([
      ['phoneCall' as const, [call(), call()]],
      ['note' as const, [record({ title: 'A note', bodyV2: { markdown: '- one' } })]],
      ['repProgression' as const, [record({ workspaceMemberId: 'm1', totalXp: 10, rank: 'ROOKIE_1' })]],
    ]);
    for (const _again of [1, 2]) {
      const answer = await records.upsert(batches);
      expect(answer).toMatchObject({ kind: 'answered', refusals: [] });
      for (const [objectName, rows] of batches) {
        expect(writtenOf(answer).get(objectName)).toEqual(new Map(rows.map(({ id }) => [id, id])));
      }
    }
    expect([...sandbox.records.table('phoneCall').rows()]).toHaveLength(2);
  });

  test('a refused object leaves the others written', async () => {
    const { records } = open();
    const answer = await records.upsert(
      new Map([
        ['phoneCall', [call({ line: 'SEMAPHORE' })]],
        ['note', [record({ title: 'A note' })]],
      ]),
    );
    expect([...writtenOf(answer).keys()]).toEqual(['note']);
    expect(answer).toMatchObject({ refusals: [{ code: 'BAD_USER_INPUT', subCode: 'INVALID_ARGS_DATA' }] });
  });

  test('rows are read with what people changed, deleted ones included', async () => {
    const { records, post } = open();
    const [kept, gone] = [call(), call()];
    await records.upsert(new Map([['phoneCall', [kept, gone]]]));
    await post('mutation($id:UUID!){deletePhoneCall(id:$id){id}}', { id: gone.id });
    const rows = await records.read('phoneCall', [kept.id, gone.id, randomUUID()]);
    expect(new Map(rows.map((row) => [row.id, row.isDeleted]))).toEqual(
      new Map([
        [kept.id, false],
        [gone.id, true],
      ]),
    );
    expect(rows.find(({ id }) => id === kept.id)?.fields).toMatchObject({
      callId: kept.fields.callId,
      updatedBy: { source: 'API' },
    });
  });

  test.each(['note', 'noteTarget', 'person'] as const)('%s rows can be read', async (objectName) => {
    const { records } = open();
    const fields = { note: { title: 'A' }, noteTarget: {}, person: { callCount: 1 } };
    const row = record(fields[objectName]);
    await records.upsert(new Map([[objectName, [row]]]));
    expect(await records.read(objectName, [row.id])).toMatchObject([{ id: row.id, isDeleted: false }]);
  });

  test('reading nothing asks nothing: Twenty refuses an empty list', async () => {
    const { records } = open();
    expect(await records.read('note', [])).toEqual([]);
    expect(await records.existing('person', [])).toEqual(new Set());
  });

  test('more ids than one question takes are asked in several', async () => {
    const { records } = open();
    const notes = Array.from({ length: 200 }, () => record({ title: 'A' }));
    await records.upsert(new Map([['note', notes]]));
    const ids = [...notes.map(({ id }) => id), ...Array.from({ length: 205 }, () => randomUUID())];
    expect(await records.read('note', ids)).toHaveLength(200);
  });

  test('people who were deleted do not exist, members do', async () => {
    const { records, post, sandbox } = open();
    const [ada, grace] = [randomUUID(), randomUUID()];
    await post('mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
      data: [{ id: ada }, { id: grace }],
    });
    await post('mutation($id:UUID!){deletePerson(id:$id){id}}', { id: grace });
    expect(await records.existing('person', [ada, grace, randomUUID()])).toEqual(new Set([ada]));
    const [member] = [...sandbox.records.table('workspaceMember').rows()];
    expect(await records.existing('workspaceMember', [String(member?.id)])).toEqual(new Set([member?.id]));
  });

  test('the workspace says who it is', async () => {
    const { id, name } = await open().records.workspace();
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(name).not.toBe('');
  });

  test('a bad key is an answer, not an exception', async () => {
    const { records } = open(apiKeyCredentials('nonsense'));
    expect(await records.upsert(new Map([['note', [record()]]]))).toMatchObject({
      kind: 'answered',
      written: new Map(),
      refusals: [{ code: 'UNAUTHENTICATED' }],
    });
    await expect(records.read('note', [randomUUID()])).rejects.toMatchObject({ kind: 'not-allowed' });
  });
});

describe("the app's token", () => {
  test('is replaced when Twenty refuses it, and the rows arrive', async () => {
    const { sandbox: _sandbox, fetch } = createTestSandbox();
    const good = appCredentials({ url: SANDBOX_URL, ...SANDBOX_APP, nowMs: Date.now, fetch });
    let isStale = true;
    const credentials: WorkerCredentials = {
      kind: 'app',
      token: async () => (isStale ? 'a-revoked-token' : good.token()),
      forget: () => {
        isStale = false;
      },
    };
    const client = createTwentyClient({ url: SANDBOX_URL, fetch, retryMs: 1 });
    const records = createTwentyRecords({ client, credentials });
    const row = record({ title: 'A note' });
    expect(await records.upsert(new Map([['note', [row]]]))).toMatchObject({
      kind: 'answered',
      refusals: [],
    });
    isStale = true;
    expect(await records.read('note', [row.id])).toHaveLength(1);
  });

  test.each<[number, object]>([
    [503, { kind: 'not-sent' }],
    [401, { kind: 'answered', refusals: [{ code: 'UNAUTHENTICATED' }] }],
    [429, { kind: 'answered', refusals: [{ code: 'LIMIT_REACHED' }] }],
  ])('HTTP %i in place of a token: nothing was sent', async (status, expected) => {
    const fetch = async () => Response.json({}, { status });
    const credentials = appCredentials({ url: SANDBOX_URL, ...SANDBOX_APP, nowMs: Date.now, fetch });
    const client = createTwentyClient({ url: SANDBOX_URL, fetch });
    const answer = await createTwentyRecords({ client, credentials }).upsert(new Map([['note', [record()]]]));
    expect(answer).toMatchObject(expected);
  });
});

describe('what the workspace lacks', () => {
  type Manifest = NonNullable<ReturnType<typeof readAppManifest>>;
  const missingIn = async (change: (manifest: Manifest) => Manifest | null) => {
    const path = new URL('../../../graphql/app-manifest.json', import.meta.url).pathname;
    const applied = readAppManifest(path);
    const sandbox = createSandbox({
      manifest: applied === null ? null : change(applied),
      dataDir: null,
      settings: {
        apiKeys: [{ token: SANDBOX_KEY, name: 'tests' }],
        appClientId: 'a',
        appClientSecret: 'b',
        isBudgetOn: false,
        clockSpeed: 1,
        pace: 'instant',
        seed: null,
        dialerUrl: SANDBOX_URL,
      },
      nowMs: Date.now,
      newId: randomUUID,
      random: Math.random,
      wait: async () => {},
    });
    const fetch = async (input: string | URL | Request, init?: RequestInit) =>
      sandbox.app.fetch(new Request(input, init));
    const client = createTwentyClient({ url: SANDBOX_URL, fetch, retryMs: 1 });
    return createTwentyRecords({ client, credentials: apiKeyCredentials(SANDBOX_KEY) }).missingFromSchema();
  };

  test('nothing, once our app is applied', async () => {
    expect(await missingIn((manifest) => manifest)).toEqual([]);
  });

  test('all of it, before our app is applied: each object is named once', async () => {
    expect(await missingIn(() => null)).toEqual([
      'callSession',
      'dailyCallStats',
      'doNotCallEntry',
      'phoneCall',
      'repProgression',
      'salesTeam',
      'syncLogEntry',
      'noteTarget.targetPhoneCallId',
      'person.callCount',
      'person.lastCalledAt',
      'person.doNotCall',
    ]);
  });

  test('a field and an option that an older app did not make', async () => {
    const missing = await missingIn((manifest) => ({
      ...manifest,
      objects: manifest.objects.map((object) => ({
        ...object,
        fields: object.fields
          .filter(({ name }) => name !== 'wrappedUpAt')
          .map((field) => ({
            ...field,
            ...('options' in field && field.options
              ? { options: field.options.filter(({ value }) => value !== 'TWILIO') }
              : {}),
          })),
      })),
    }));
    expect(missing.toSorted()).toEqual(['phoneCall.line option TWILIO', 'phoneCall.wrappedUpAt']);
  });
});

import { AuditEvent, AuditList, type CallReport } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../store/port.ts';
import { openTestStore } from '../testing/test-store.ts';
import { ADMIN_ROLE, createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';

let store: Store;
let worker: TestWorker;
let ann: Rep;
let boss: Rep;

beforeAll(async () => {
  store = await openTestStore();
  worker = await createTestWorker(store);
  ann = await worker.signIn({ firstName: 'Ann', lastName: 'Ames' });
  boss = await worker.signIn({ firstName: 'Boss' }, [ADMIN_ROLE]);
});
afterAll(() => store.close());

const report = (body: CallReport, as = ann, headers = {}) =>
  worker.ask('/api/call-reports', { as, body, headers });
const trail = async (query: string) =>
  AuditList.parse(await (await worker.ask(`/api/audit?${query}`, { as: boss })).json());

describe('whoever corrects a call is told by name, whatever their request claims', () => {
  test('the session’s member is the author, and the address is where the request came from', async () => {
    const first = reportOf(ann);
    await report(first);
    const claims = {
      'X-Forwarded-For': '198.51.100.1',
      'X-Member-Id': boss.member.id,
      'X-Request-Id': 'mine',
    };
    const corrected = await report({ ...first, revision: 9, outcome: 'not-interested' }, ann, claims);
    const { events } = await trail(`record=${first.callId}`);
    expect(events.map(({ action }) => action)).toEqual(['changed', 'created']);
    expect(events[0]).toMatchObject({
      by: { id: ann.member.id, name: 'Ann Ames' },
      changes: { outcome: { old: first.outcome, new: 'not-interested' } },
      requestId: corrected.headers.get('x-request-id'),
    });
    expect(events[0]?.address).not.toBe('198.51.100.1');
  });

  test('a report in somebody else’s name is refused, and leaves nothing in theirs', async () => {
    const stolen = { ...reportOf(ann), workspaceMemberId: boss.member.id };
    expect((await report(stolen)).status).toBe(403);
    expect((await trail(`record=${stolen.callId}`)).events).toEqual([]);
  });
});

test('the trail goes on where a page ended, and is filtered by who and what', async () => {
  for (let count = 0; count < 3; count += 1) await report(reportOf(ann));
  const first = await trail(`member=${ann.member.id}&type=call&limit=2`);
  expect(first.events).toHaveLength(2);
  const second = await trail(`member=${ann.member.id}&type=call&limit=2&cursor=${first.nextCursor}`);
  const ids = [...first.events, ...second.events].map(({ id }) => Number(id));
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(new Set(ids).size).toBe(ids.length);
});

test('it is taken away as a file that a spreadsheet opens and no formula runs in', async () => {
  const wicked = { ...reportOf(ann), note: '=HYPERLINK("http://evil.example")' };
  await report(wicked);
  await report({ ...wicked, revision: 9, note: 'Better words' });
  const csv = await (await worker.ask(`/api/audit-log?record=${wicked.callId}`, { as: boss })).text();
  const [head, ...lines] = csv.trim().split('\r\n');
  expect(head).toBe(
    'id,at,memberId,name,email,roles,work,action,recordType,recordId,detail,changes,requestId,address',
  );
  expect(lines).toHaveLength(2);
  expect(csv).not.toMatch(/(^|,)=/m);
  const json = await worker.ask(`/api/audit-log?format=json&record=${wicked.callId}`, { as: boss });
  expect(json.headers.get('content-disposition')).toContain('audit.json');
  expect(AuditEvent.array().parse(await json.json())).toHaveLength(2);
});

test('the trail of another workspace is nobody’s business here', async () => {
  const other = await createTestWorker(store);
  const stranger = await other.signIn({ firstName: 'Sam' }, [ADMIN_ROLE]);
  const mine = reportOf(ann);
  await report(mine);
  const found = await other.ask(`/api/audit?record=${mine.callId}`, { as: stranger });
  expect(AuditList.parse(await found.json()).events).toEqual([]);
});

import { type CallReport, Problem, ReportReceipt, type StorageRoom } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StoreUnavailableError } from '../store/errors.ts';
import type { Store } from '../store/port.ts';
import { aFurtherNote } from '../testing/store-fixtures.ts';
import { openTestStore } from '../testing/test-store.ts';
import { createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';

let store: Store;
let worker: TestWorker;
let rep: Rep;

beforeAll(async () => {
  store = await openTestStore();
  worker = await createTestWorker(store);
  rep = await worker.signIn();
});
afterAll(() => store.close());

const post = (report: unknown, as = rep, to = worker) => to.ask('/api/call-reports', { as, body: report });
const receipt = async (response: Response) => {
  expect(response.status).toBe(202);
  return ReportReceipt.parse(await response.json());
};
const problem = async (response: Response) => Problem.parse(await response.json());
const held = (report: CallReport, inWorker = worker) =>
  store.transaction(inWorker.workspaceId, (tx) => tx.calls.get(report.callId));

const stages = (report: CallReport): CallReport[] => [
  {
    ...report,
    revision: 1,
    stage: 'dialed',
    status: 'ringing',
    answeredAt: null,
    endedAt: null,
    wrappedUpAt: null,
    outcome: null,
    note: '',
  },
  { ...report, revision: 2, stage: 'ended', wrappedUpAt: null, outcome: null },
  report,
];

describe('a report that is answered 202 is kept, with what Twenty must hear', () => {
  test('from the dial on, through the end of the line, to the wrap-up', async () => {
    const report = reportOf(rep);
    for (const stage of stages(report)) {
      const { result, call } = await receipt(await post(stage));
      expect(result).toBe('accepted');
      expect(call.report).toEqual(stage);
      expect(call.sync).toMatchObject({ deliveredAt: null, twentyUrl: null, attention: [] });
    }
    const call = await held(report);
    expect(call?.report).toEqual(report);
    expect(call?.entries.map(({ slot }) => slot).sort()).toEqual(
      [
        `note:${report.callId}`,
        `noteTarget:${report.callId}:call`,
        `noteTarget:${report.callId}:person`,
        `phoneCall:${report.callId}`,
      ].sort(),
    );
  });

  test('a wrapped-up call is on its way at once, a dialed one is saved', async () => {
    const [dialed, , wrappedUp] = stages(reportOf(rep));
    expect((await receipt(await post(dialed))).call.sync.state).toBe('saved');
    expect((await receipt(await post(wrappedUp))).call.sync.state).toBe('on-its-way');
  });

  test('an answer that got lost: the same report again is answered the same, and kept once', async () => {
    const report = reportOf(rep);
    await receipt(await post(report));
    const before = await held(report);
    const again = await receipt(await post(report));
    expect(again.result).toBe('unchanged');
    expect(await held(report)).toEqual(before);
  });

  test('ten windows that send the same report at once keep one call', async () => {
    const report = reportOf(rep);
    const receipts = await Promise.all(Array.from({ length: 10 }, async () => receipt(await post(report))));
    expect(receipts.filter(({ result }) => result === 'accepted')).toHaveLength(1);
    expect(receipts.filter(({ result }) => result === 'unchanged')).toHaveLength(9);
  });

  test('a report that comes late does not undo the wrap-up', async () => {
    const report = reportOf(rep);
    const [dialed, ended] = stages(report);
    await receipt(await post(report));
    for (const late of [dialed, ended]) {
      const { result, call } = await receipt(await post(late));
      expect(result).toBe('superseded');
      expect(call.report).toEqual(report);
    }
  });
});

test('two edits of the same revision: neither text is thrown away', async () => {
  const report = reportOf(rep);
  await receipt(await post(report));
  const response = await post({ ...report, note: 'Typed in another window.' });
  expect(response.status).toBe(409);
  const { code, present } = await problem(response);
  expect(code).toBe('report-conflict');
  expect(present).toMatchObject({ report: { note: report.note, revision: report.revision } });
  expect((await held(report))?.report.note).toBe(report.note);
});

describe('further notes', () => {
  test('are taken with the report that is here already, listed in order, and on their way', async () => {
    const report = reportOf(rep);
    await receipt(await post(report));
    const [later, earlier] = [
      aFurtherNote({ text: 'Later' }),
      aFurtherNote({ text: 'Earlier', writtenAt: report.startedAt }),
    ];
    const first = await receipt(await post({ ...report, furtherNotes: [later] }));
    expect(first).toMatchObject({ result: 'accepted', call: { sync: { state: 'on-its-way' } } });
    const late = await receipt(
      await post({ ...report, revision: 1, stage: 'wrapped-up', furtherNotes: [earlier] }),
    );
    expect(late).toMatchObject({
      result: 'superseded',
      call: { report: { revision: report.revision, furtherNotes: [earlier, later] } },
    });
    const slots = (await held(report))?.entries.map(({ slot }) => slot);
    for (const { noteId } of [earlier, later]) {
      expect(slots).toContain(`note:${report.callId}:${noteId}`);
      expect(slots).toContain(`noteTarget:${report.callId}:${noteId}:person`);
    }
  });

  test('of which one is known with other words: both are kept apart until a person chooses', async () => {
    const note = aFurtherNote();
    const report = reportOf(rep, { furtherNotes: [note] });
    await receipt(await post(report));
    const response = await post({ ...report, revision: 9, furtherNotes: [{ ...note, text: 'Other words' }] });
    expect(response.status).toBe(409);
    expect(await problem(response)).toMatchObject({
      code: 'report-conflict',
      detail: expect.stringContaining('further note'),
      present: { report: { furtherNotes: [note] } },
    });
  });

  test('beyond what a call can hold are refused with the reason, and none of them is dropped unsaid', async () => {
    const many = (count: number) => Array.from({ length: count }, () => aFurtherNote());
    const report = reportOf(rep, { furtherNotes: many(40) });
    await receipt(await post(report));
    const response = await post({ ...report, furtherNotes: many(11) });
    expect(response.status).toBe(422);
    expect(await problem(response)).toMatchObject({
      detail: expect.stringContaining('40 further notes'),
      fields: [{ path: 'furtherNotes', message: expect.stringContaining('50 further notes at most') }],
    });
    expect((await held(report))?.report.furtherNotes).toHaveLength(40);
  });

  test('on a practice call that stays here stay here as well', async () => {
    const real = await createTestWorker(store, { config: { practiceCallsToTwenty: false } });
    const trainee = await real.signIn();
    const report = reportOf(trainee, { line: 'practice', furtherNotes: [aFurtherNote()] });
    const { call } = await receipt(await post(report, trainee, real));
    expect(call).toMatchObject({ sync: { state: 'saved' }, report: { furtherNotes: report.furtherNotes } });
  });
});

test('a call that is entered afterwards is on its way at once', async () => {
  const report = reportOf(rep, { revision: 1, line: 'entered', ringingAt: null, answeredAt: null });
  const { call } = await receipt(await post(report));
  expect(call).toMatchObject({
    report: { line: 'entered' },
    sync: { state: 'on-its-way' },
    talkSeconds: 196,
  });
});

test('what was seen in Twenty serves one correction and is not kept with the call', async () => {
  const report = reportOf(rep, { seenInTwenty: { outcome: 'busy' } });
  expect((await receipt(await post(report))).call.report.seenInTwenty).toBeNull();
  expect(await receipt(await post(report))).toMatchObject({ result: 'unchanged' });
});

describe('a report of somebody else', () => {
  test('stays on this computer until the right person signs in, and nothing of it is stored', async () => {
    const other = await worker.signIn();
    const report = reportOf(other);
    const response = await post(report);
    expect(response.status).toBe(403);
    expect(await problem(response)).toMatchObject({
      code: 'not-yours',
      remedy: expect.stringContaining('stays on this computer'),
    });
    expect(await held(report)).toBeNull();
  });

  test('cannot be taken over by writing one’s own name on it', async () => {
    const other = await worker.signIn();
    const theirs = reportOf(other);
    await receipt(await post(theirs, other));
    const response = await post({
      ...theirs,
      workspaceMemberId: rep.member.id,
      revision: 9,
      note: 'mine now',
    });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain(theirs.note);
    expect((await held(theirs))?.report).toEqual(theirs);
  });
});

test('a report with faults names every one of them, and stores nothing', async () => {
  const report = reportOf(rep);
  const response = await post({ ...report, to: '555-0123', outcome: 'Interested!', revision: 0 });
  expect(response.status).toBe(422);
  const { fields, detail } = await problem(response);
  expect(fields.map(({ path }) => path)).toEqual(['revision', 'to', 'outcome']);
  expect(detail).toContain('3 fields');
  expect(await held(report)).toBeNull();
});

test('when the outbox cannot be written, the call is not kept without it', async () => {
  const report = reportOf(rep);
  const failing: Store = {
    ...store,
    transaction: (workspaceId, work) =>
      store.transaction(workspaceId, (tx) =>
        work({
          ...tx,
          outbox: {
            ...tx.outbox,
            touch: async () => {
              throw new StoreUnavailableError('the disk is full');
            },
          },
        }),
      ),
  };
  const other = await createTestWorker(failing);
  const theirRep = await other.signIn();
  const theirs = { ...report, workspaceMemberId: theirRep.member.id };
  expect((await post(theirs, theirRep, other)).status).toBe(503);
  expect(await held(theirs, other)).toBeNull();
});

describe('practice calls', () => {
  test('are kept here and not written to a workspace that did not ask for them', async () => {
    const real = await createTestWorker(store, { config: { practiceCallsToTwenty: false } });
    const trainee = await real.signIn();
    const report = reportOf(trainee, { line: 'practice' });
    const { call } = await receipt(await post(report, trainee, real));
    expect(call.sync).toEqual({ state: 'saved', deliveredAt: null, attention: [], twentyUrl: null });
    expect((await held(report, real))?.entries).toEqual([]);
    expect(await store.transaction(real.workspaceId, (tx) => tx.outbox.msUntilNextDue())).toBeNull();
  });

  test('do not keep real calls from the same workspace', async () => {
    const real = await createTestWorker(store, { config: { practiceCallsToTwenty: false } });
    const trainee = await real.signIn();
    const { call } = await receipt(await post(reportOf(trainee, { line: 'manual' }), trainee, real));
    expect(call.sync.state).toBe('on-its-way');
  });
});

describe('with the disk almost full', () => {
  const fullWorker = async () => {
    const disk: { room: StorageRoom } = { room: 'none' };
    const full = await createTestWorker(store, { room: async () => disk.room });
    return { disk, full, theirRep: await full.signIn() };
  };

  test('a report is answered 507 with what to do, nothing is stored, and the same again is taken when there is room', async () => {
    const { disk, full, theirRep } = await fullWorker();
    const report = reportOf(theirRep);
    const refused = await post(report, theirRep, full);
    expect(refused.status).toBe(507);
    expect(refused.headers.get('retry-after')).toBe('30');
    const { code, detail, remedy } = await problem(refused);
    expect(code).toBe('store-full');
    expect(detail).toContain('full');
    expect(remedy).toContain('calls stay on this computer');
    expect(await held(report, full)).toBeNull();
    disk.room = 'low';
    expect((await receipt(await post(report, theirRep, full))).result).toBe('accepted');
  });

  test('a rep still sees the calls that are here', async () => {
    const { full, theirRep } = await fullWorker();
    const day = '/api/calls?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z';
    expect((await full.ask(day, { as: theirRep })).status).toBe(200);
  });
});

import { randomUUID } from 'node:crypto';
import { CallId, CallReport, PersonId } from '@twenty-dialer/contract';
import { exampleEndedReport, exampleMember, exampleReport } from '@twenty-dialer/contract/examples';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settled } from '../testing/settings.ts';
import { aFurtherNote } from '../testing/store-fixtures.ts';
import { openEmbeddedStore } from '../testing/store-opened.ts';
import { createWorld, type OpenedStore } from '../testing/store-world.ts';
import { acceptCall } from './accept-call.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openEmbeddedStore();
});
afterAll(() => opened.close());

const PEOPLE = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const NOTES = [1, 2, 3, 4].map((hour) =>
  aFurtherNote({ text: `Note ${hour}`, writtenAt: `2026-11-21T1${9 - hour}:00:00.000Z` }),
);
const Edit = fc.record({
  outcome: fc.constantFrom('interested', 'callback', 'busy'),
  note: fc.constantFrom('', 'one', 'two'),
  person: fc.constantFrom(...PEOPLE),
  furtherNotes: fc.subarray(NOTES),
});

/** The reports of one call in the order of their revisions: some before the wrap-up, then the wrap-up and corrections. */
const Reports = fc
  .tuple(fc.array(Edit, { maxLength: 2 }), fc.array(Edit, { minLength: 1, maxLength: 3 }))
  .map(([before, after]) =>
    [
      ...before.map((edit) => ({ edit, isSaved: false })),
      ...after.map((edit) => ({ edit, isSaved: true })),
    ].map(({ edit: { outcome, note, person, furtherNotes }, isSaved }, index) =>
      CallReport.parse({
        ...(isSaved ? { ...exampleReport, outcome } : exampleEndedReport),
        callId: CALL_ID,
        line: 'manual',
        revision: index + 1,
        note,
        personId: PersonId.parse(person),
        personName: `Person ${person.charAt(0)}`,
        furtherNotes,
      }),
    ),
  );
const CALL_ID = CallId.parse(randomUUID());

/** Every report at least once, in any order, some several times. */
const Arrivals = Reports.chain((reports) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...reports), { maxLength: 4 }),
      fc.shuffledSubarray(reports, { minLength: reports.length }),
    )
    .map(([repeated, all]) => ({ reports, arrivals: [...repeated, ...all] })),
);

/** What is left of the call when its reports came in this order: the call, its edits, and what Twenty is to get. */
const leftAfter = async (arrivals: readonly CallReport[]) => {
  const { store, workspaceId, tx, rows } = createWorld(opened);
  const accept = acceptCall({ store, practiceCallsToTwenty: true, settings: settled() });
  for (const report of arrivals) {
    const { result } = await accept(workspaceId, report, { ...exampleMember, id: report.workspaceMemberId });
    expect(['accepted', 'unchanged', 'superseded']).toContain(result);
  }
  const call = await tx((t) => t.calls.get(CALL_ID));
  const edits = await tx((t) => t.calls.edits(CALL_ID));
  return {
    report: call?.report,
    points: call?.points,
    edits: edits.map(({ revision, changes }) => ({ revision, changes })),
    records: await rows('select slot, payload from outbox_entry order by slot'),
    links: await rows('select slot, field, target_slot from outbox_link order by slot, field'),
  };
};

test('in whatever order reports and their repetitions come, the same call is left, with every note and edit', async () => {
  await fc.assert(
    fc.asyncProperty(Arrivals, async ({ reports, arrivals }) => {
      const left = await leftAfter(arrivals);
      expect(left).toEqual(await leftAfter(reports));
      const heard = new Set(reports.flatMap(({ furtherNotes }) => furtherNotes.map(({ noteId }) => noteId)));
      const inOrder = NOTES.filter(({ noteId }) => heard.has(noteId)).reverse();
      expect(left.report).toEqual({ ...reports.at(-1), furtherNotes: inOrder });
      expect(left.records).toHaveLength(4 + 3 * inOrder.length);
    }),
    { numRuns: 12 },
  );
});

import { type CallReport, NoteId, PersonId } from '@twenty-dialer/contract';
import { exampleReport } from '@twenty-dialer/contract/examples';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { acceptCall } from './intake/accept-call.ts';
import { progressionRecord } from './outbox/progression-record.ts';
import type { Store } from './store/port.ts';
import { createDeliveryTrial, type SandboxRow } from './testing/delivery-trial.ts';
import { settled } from './testing/settings.ts';
import { openTestStore } from './testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** What happens to the worker, one thing after the other. */
type Step =
  | { readonly kind: 'report'; readonly report: CallReport }
  | { readonly kind: 'deliver' }
  /** Twenty writes, and nobody hears it. */
  | { readonly kind: 'lost-answer' };

/** Lives through the steps in a workspace and a Twenty of its own, and tells what both hold in the end. */
const live = async (steps: readonly Step[]) => {
  const trial = createDeliveryTrial(store);
  await trial.start();
  await trial.inTwenty('mutation($data:[PersonCreateInput!]!){createPeople(data:$data){id}}', {
    data: PEOPLE.map((id) => ({ id, name: { firstName: 'Person', lastName: id.slice(0, 4) } })),
  });
  const accept = acceptCall({ store, practiceCallsToTwenty: true, settings: settled() });
  const rep = trial.member;
  await store.transaction(trial.workspaceId, (tx) => tx.progression.open({ id: rep.id, name: 'Rep' }, null));

  for (const step of steps) {
    if (step.kind === 'report') {
      await accept(trial.workspaceId, { ...step.report, workspaceMemberId: rep.id }, rep);
      continue;
    }
    if (step.kind === 'lost-answer') await trial.fault({ kind: 'lost-answer', times: 1 });
    await trial.countCalls();
    await trial.deliver();
    trial.healed();
  }
  await trial.countCalls();
  await trial.deliver();
  const totals = await store.transaction(trial.workspaceId, (tx) => tx.progression.get(rep.id));
  if (totals === null) throw new Error('The rep has no progression.');
  // Twenty gets totals once a minute. A change that may not wait, of the name here, takes them along at once.
  const member = { ...totals.member, name: 'Renamed' };
  const record = { ...progressionRecord(member, totals), minIntervalMs: 0 };
  await store.transaction(trial.workspaceId, (tx) => tx.outbox.touch([record]));
  await trial.deliver();

  const callIds = [...new Set(steps.flatMap((step) => (step.kind === 'report' ? [step.report.callId] : [])))];
  const calls = await Promise.all(callIds.sort().map((callId) => trial.call(callId)));
  return {
    calls: calls.map(({ report, points }) => ({ ...report, points })),
    totals: {
      xp: totals.totalXp,
      calls: totals.totalCalls,
      talk: totals.totalTalkSeconds,
      streak: totals.streakDays,
    },
    phoneCalls: (await trial.rows('phoneCall')).map(shown),
    // Twenty's own form of the text has ids that it makes anew each time.
    notes: (await trial.rows('note'))
      .map(shown)
      .map(({ bodyV2, ...row }) => ({ ...row, ...Body.parse(bodyV2) })),
    // A link that points at nobody shows nothing: it is there only where a person was taken off a call.
    links: (await trial.rows('noteTarget'))
      .map(shown)
      .filter((row) => row.targetPersonId !== null || row.targetPhoneCallId !== null),
    // A row that once counted a call, and was corrected, stays with nothing in it.
    sessions: (await trial.rows('callSession')).map(shown).filter(({ calls }) => calls !== 0),
    days: (await trial.rows('dailyCallStats')).map(shown).filter(({ calls }) => calls !== 0),
    // When somebody was last called never goes back, also not when that call turns out to be another's.
    people: (await trial.rows('person')).map(({ id, callCount }) => ({ id, callCount: callCount ?? 0 })),
    progression: (await trial.rows('repProgression')).map(shown).filter((row) => row.memberId === rep.id),
  };
};

/** A row without what only says when it was written, in which order, and by whose last hand. */
const shown = ({ createdAt, updatedAt, position, updatedBy, ...row }: SandboxRow) => row;
const inOneOrder = (rows: readonly Record<string, unknown>[]) =>
  [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
const comparable = (end: Awaited<ReturnType<typeof live>>) => ({
  ...end,
  phoneCalls: inOneOrder(end.phoneCalls),
  notes: inOneOrder(end.notes),
  links: inOneOrder(end.links),
  sessions: inOneOrder(end.sessions),
  days: inOneOrder(end.days),
  people: inOneOrder(end.people),
});

const Body = z.object({ markdown: z.string() });

const PEOPLE = [1, 2].map((count) => PersonId.parse(v5(`person ${count}`, v5.URL)));
const noteIdOf = (callId: string, index: number) => NoteId.parse(v5(`${callId} ${index}`, v5.URL));

/** One call's reports: some of its stages, then some corrections, each with a revision of its own. */
const reportsOfCall = (peopleIds: readonly (PersonId | null)[]) =>
  fc
    .record({
      callId: fc.uuid({ version: 4 }),
      stages: fc.subarray(['dialed', 'ended'] as const),
      minute: fc.integer({ min: 0, max: 5_000 }),
      direction: fc.constantFrom('outbound' as const, 'inbound' as const),
      corrections: fc.array(
        fc.record({
          outcome: fc.constantFrom('interested', 'voicemail', 'no-answer', 'callback'),
          note: fc.constantFrom('', 'First words', 'Other words'),
          personId: fc.constantFrom(...peopleIds),
          notes: fc.subarray([0, 1, 2]),
          timeZone: fc.constantFrom(null, 'Pacific/Honolulu'),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ callId, stages, minute, direction, corrections }) => {
      const at = (seconds: number) =>
        new Date(Date.parse('2026-11-16T08:00:00Z') + (minute * 60 + seconds) * 1000).toISOString();
      const whole: CallReport = {
        ...exampleReport,
        callId: callId as CallReport['callId'],
        line: 'manual',
        direction,
        startedAt: at(0),
        ringingAt: at(2),
        answeredAt: null,
        endedAt: at(60),
        wrappedUpAt: at(75),
      };
      const open = { wrappedUpAt: null, outcome: null, note: '', personId: null, personName: null };
      const early = stages.map((stage) =>
        stage === 'dialed'
          ? { ...whole, ...open, stage, status: 'ringing' as const, endedAt: null }
          : { ...whole, ...open, stage },
      );
      const late = corrections.map(({ notes, ...fields }) => ({
        ...whole,
        ...fields,
        personName: null,
        furtherNotes: notes.map((index) => ({
          noteId: noteIdOf(callId, index),
          text: `Note ${index}`,
          writtenAt: at(100 + index),
        })),
      }));
      return [...early, ...late].map((report, index) => ({ ...report, revision: index + 1 }));
    });

const lives = (peopleIds: readonly (PersonId | null)[]) =>
  fc
    .array(reportsOfCall(peopleIds), { minLength: 1, maxLength: 3 })
    .map((calls) => calls.flat().map((report): Step => ({ kind: 'report', report })))
    .chain((ordered) =>
      fc.record({
        ordered: fc.constant(ordered),
        muddled: fc
          .tuple(
            fc.constant(ordered),
            fc.subarray(ordered),
            fc.array(fc.constantFrom<Step>({ kind: 'deliver' }, { kind: 'lost-answer' }), { maxLength: 4 }),
          )
          .map((parts) => parts.flat())
          .chain((steps) => fc.shuffledSubarray(steps, { minLength: steps.length })),
      }),
    );

test('reports late, twice, in any order, and answers of Twenty that nobody heard: the same calls, XP, figures and rows', async () => {
  await fc.assert(
    fc.asyncProperty(lives([null, ...PEOPLE]), async ({ ordered, muddled }) => {
      expect(comparable(await live(muddled))).toEqual(comparable(await live(ordered)));
    }),
    { numRuns: 8 },
  );
}, 60_000);

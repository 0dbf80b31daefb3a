import { randomUUID } from 'node:crypto';
import { CallId, CallReport, E164, MemberId, PersonId } from '@twenty-dialer/contract';
import { exampleEndedReport, exampleMember, exampleReport } from '@twenty-dialer/contract/examples';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptCall } from '../intake/accept-call.ts';
import { fillPeople } from '../testing/filled-mirror.ts';
import { settled } from '../testing/settings.ts';
import { aPerson } from '../testing/store-fixtures.ts';
import { openEmbeddedStore } from '../testing/store-opened.ts';
import { createWorld, type OpenedStore } from '../testing/store-world.ts';
import { noteNumbers } from './listen.ts';
import { matchLater } from './match-later.ts';

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openEmbeddedStore();
});
afterAll(() => opened.close());

const NUMBER = E164.parse('+12025550123');
const [ADA, BOB] = [PersonId.parse(randomUUID()), PersonId.parse(randomUUID())];
const CALL_ID = CallId.parse(randomUUID());
const open = { callId: CALL_ID, line: 'manual', to: NUMBER, personId: null, personName: null } as const;

/** What the rep says in the end: who it was, that it was nobody, or nothing. */
const Choice = fc.constantFrom<Partial<CallReport>>(
  { personId: ADA },
  { personId: BOB },
  { isNobody: true },
  {},
);
/** What came of Twenty: only ever one of the two has the number, unless the rep has spoken. */
const Events = Choice.chain((choice) => {
  const hasSpoken = Object.keys(choice).length > 0;
  const events = [
    { kind: 'report', report: CallReport.parse({ ...exampleEndedReport, ...open, revision: 1 }) },
    { kind: 'report', report: CallReport.parse({ ...exampleReport, ...open, revision: 2, ...choice }) },
    { kind: 'person', person: aPerson({ id: ADA, numbers: [NUMBER] }) },
    ...(hasSpoken ? [{ kind: 'person', person: aPerson({ id: BOB, numbers: [NUMBER] }) } as const] : []),
    { kind: 'look' },
    { kind: 'look' },
  ] as const;
  const expected = choice.isNobody ? null : (choice.personId ?? ADA);
  return fc.shuffledSubarray([...events], { minLength: events.length }).map((order) => ({ order, expected }));
});

test('in whatever order reports, people and the rep’s choice come, the call ends with the same person', async () => {
  await fc.assert(
    fc.asyncProperty(Events, async ({ order, expected }) => {
      const { store, workspaceId, tx, rows } = createWorld(opened);
      await fillPeople(tx);
      const accept = acceptCall({ store, practiceCallsToTwenty: true, settings: settled() });
      const look = () => matchLater({ store, workspaceId, ownNumbers: async () => new Set() });
      for (const event of order) {
        if (event.kind === 'look') await look();
        else if (event.kind === 'report') {
          const member = { ...exampleMember, id: MemberId.parse(event.report.workspaceMemberId) };
          await accept(workspaceId, event.report, member);
        } else await tx(async (t) => noteNumbers(t, await t.people.put([event.person])));
      }
      await look();
      const call = await tx((t) => t.calls.get(CALL_ID));
      expect(call?.report.personId ?? call?.match?.personId ?? null).toBe(expected);
      const [entry] = await rows(
        `select payload ->> 'personId' as person from outbox_entry where object_name = 'phoneCall'`,
      );
      expect(entry).toEqual({ person: expected });
      const { people } = await tx((t) => t.projections.countCalls(10));
      expect(people.filter(({ callCount }) => callCount > 0).map(({ personId }) => personId)).toEqual(
        expected === null ? [] : [expected],
      );
      expect(await rows('select 1 from number_to_match')).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

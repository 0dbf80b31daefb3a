import { randomUUID } from 'node:crypto';
import { CallId, MemberId, PersonId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { aFurtherNote, aReport, wrappedUp } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

const person = (name: string) => ({ personId: PersonId.parse(randomUUID()), personName: name });

/** What a call's page lists, and which calls still wait for their wrap-up. */
export const editsConformance = (newWorld: NewWorld): void => {
  const ada = person('Ada Bell');
  const savedCall = async () => {
    const world = newWorld();
    const dialed = aReport(world.memberId, ada);
    const saved = wrappedUp(dialed);
    const accept = (changes: Partial<typeof saved>) =>
      world.tx((t) => t.calls.accept({ ...saved, ...changes }));
    return { ...world, dialed, saved, accept, edits: () => world.tx((t) => t.calls.edits(saved.callId)) };
  };

  test('the way to the first wrap-up is no correction', async () => {
    const { accept, dialed, edits } = await savedCall();
    await accept(dialed);
    await accept({});
    await accept({});
    expect(await edits()).toEqual([]);
  });

  test('each correction says what it changed, the newest first', async () => {
    const { accept, edits } = await savedCall();
    const bob = person('Bob Bell');
    const nameless = { personId: null, personName: null };
    await accept({ revision: 2 });
    await accept({ revision: 3, outcome: 'callback', note: '' });
    await accept({ revision: 4, outcome: 'callback', note: '', ...bob });
    await accept({ revision: 5, outcome: 'callback', note: 'Monday', ...nameless });
    const at = expect.stringMatching(/Z$/);
    expect(await edits()).toEqual([
      {
        revision: 5,
        at,
        changes: [
          { field: 'note', from: null, to: 'Monday' },
          { field: 'person', from: 'Bob Bell', to: null },
        ],
      },
      { revision: 4, at, changes: [{ field: 'person', from: 'Ada Bell', to: 'Bob Bell' }] },
      {
        revision: 3,
        at,
        changes: [
          { field: 'outcome', from: 'interested', to: 'callback' },
          { field: 'note', from: 'Wants a demo', to: null },
        ],
      },
    ]);
  });

  test('a report that only counts on is no edit, nor is a name that is spelled better', async () => {
    const { accept, edits } = await savedCall();
    await accept({ revision: 2 });
    await accept({ revision: 3 });
    await accept({ revision: 4, personName: 'Ada B. Bell' });
    expect(await edits()).toEqual([]);
  });

  test('two people of one name are two people', async () => {
    const { accept, edits } = await savedCall();
    await accept({ revision: 2 });
    await accept({ revision: 3, ...person('Ada Bell') });
    expect(await edits()).toMatchObject([
      { changes: [{ field: 'person', from: 'Ada Bell', to: 'Ada Bell' }] },
    ]);
  });

  test('further notes are among the edits, each with the revision that brought it', async () => {
    const { accept, edits } = await savedCall();
    const [one, two, three] = ['One', 'Two', 'Three'].map((text, hour) =>
      aFurtherNote({ text, writtenAt: `2026-11-21T1${hour}:00:00.000Z` }),
    );
    if (!one || !two || !three) throw new Error('There are three.');
    await accept({ revision: 2 });
    await accept({ revision: 2, furtherNotes: [one] });
    await accept({ revision: 3, outcome: 'callback', furtherNotes: [one, two] });
    await accept({ revision: 4, outcome: 'callback', furtherNotes: [one, two, three] });
    const added = (to: string) => ({ field: 'further-note', from: null, to });
    expect(await edits()).toMatchObject([
      { revision: 4, at: three.writtenAt, changes: [added('Three')] },
      { revision: 3, changes: [{ field: 'outcome' }, added('Two')] },
      { revision: 2, at: one.writtenAt, changes: [added('One')] },
    ]);
  });

  test('what comes late is listed where it belongs', async () => {
    const { accept, edits } = await savedCall();
    const note = aFurtherNote();
    await accept({ revision: 4, outcome: 'busy', furtherNotes: [note] });
    await accept({ revision: 2 });
    await accept({ revision: 3, outcome: 'callback', furtherNotes: [note] });
    await accept({ revision: 3, outcome: 'callback', furtherNotes: [note] });
    expect((await edits()).map(({ revision, changes }) => [revision, changes.map(({ to }) => to)])).toEqual([
      [4, ['busy']],
      [3, ['callback', note.text]],
    ]);
  });

  test('a call that nobody knows has neither edits nor moments', async () => {
    const { tx } = newWorld();
    const callId = CallId.parse(randomUUID());
    expect(await tx((t) => t.calls.edits(callId))).toEqual([]);
    expect(await tx((t) => t.calls.moments(callId))).toEqual([]);
  });

  test('the moments of a call are in their order, as the newest report tells them', async () => {
    const { accept, dialed, saved, tx } = await savedCall();
    await accept(dialed);
    await accept({ ringingAt: null, answeredAt: saved.startedAt, wrappedUpAt: saved.endedAt });
    const source = 'browser';
    expect(await tx((t) => t.calls.moments(saved.callId))).toEqual([
      { type: 'initiated', source, at: saved.startedAt },
      { type: 'answered', source, at: saved.startedAt },
      { type: 'ended', source, at: saved.endedAt },
      { type: 'wrapped-up', source, at: saved.endedAt },
    ]);
  });

  test('calls without a wrap-up wait for it, the newest first, and only for their rep', async () => {
    const { tx, memberId } = newWorld();
    const at = (hour: number) =>
      aReport(memberId, { startedAt: `2026-11-2${hour}T08:00:00.000Z`, ringingAt: null });
    const [old, done, recent] = [at(1), at(2), at(3)];
    const ended = { stage: 'ended', status: 'no-answer', endedAt: recent.startedAt } as const;
    await tx(async (t) => {
      for (const report of [old, done, recent, aReport(MemberId.parse(randomUUID()))])
        await t.calls.accept(report);
      await t.calls.accept({ ...recent, ...ended, revision: 2 });
      const times = { answeredAt: null, endedAt: done.startedAt, wrappedUpAt: done.startedAt };
      await t.calls.accept(wrappedUp(done, times));
    });
    const unwrapped = async (limit: number) =>
      (await tx((t) => t.calls.unwrapped({ memberId, limit }))).map(({ report }) => report.callId);
    expect(await unwrapped(10)).toEqual([recent.callId, old.callId]);
    expect(await unwrapped(1)).toEqual([recent.callId]);
  });
};

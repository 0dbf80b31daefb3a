import { FURTHER_NOTES_MAX, NOTE_MAX_CHARACTERS } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { aFurtherNote, aReport, wrappedUp } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';

/** Notes that are added to a call later: a set that only grows. */
export const notesConformance = (newWorld: NewWorld): void => {
  const savedCall = async () => {
    const world = newWorld();
    const report = wrappedUp(aReport(world.memberId));
    const accept = (changes: Partial<typeof report>) =>
      world.tx((t) => t.calls.accept({ ...report, ...changes }));
    const notes = async () =>
      (await world.tx((t) => t.calls.get(report.callId)))?.report.furtherNotes ?? 'no call';
    await accept({});
    return { ...world, report, accept, notes };
  };
  const first = aFurtherNote({ text: 'First', writtenAt: '2026-11-21T10:00:00.000Z' });
  const second = aFurtherNote({ text: 'Second', writtenAt: '2026-11-21T11:00:00Z' });
  const third = aFurtherNote({ text: 'Third 😀', writtenAt: '2026-11-21T11:00:00.001Z' });

  test('a note that a newer report lacks is still there, and all are in the order in which they were written', async () => {
    const { report, accept, notes } = await savedCall();
    await accept({ revision: report.revision + 1, furtherNotes: [second] });
    await accept({ revision: report.revision + 2, furtherNotes: [third] });
    await accept({ revision: report.revision + 3, furtherNotes: [first], outcome: 'callback' });
    expect(await notes()).toEqual([first, second, third]);
  });

  test('a note comes with the report that we have: it is accepted, and the second time unchanged', async () => {
    const { report, accept, tx, notes } = await savedCall();
    const before = await tx((t) => t.calls.get(report.callId));
    const accepted = await accept({ furtherNotes: [first] });
    expect(accepted).toMatchObject({
      result: 'accepted',
      isNews: true,
      call: { report: { furtherNotes: [first] } },
    });
    expect(await accept({ furtherNotes: [first] })).toMatchObject({ result: 'unchanged', isNews: false });
    expect(await accept({})).toMatchObject({ result: 'unchanged', isNews: false });
    expect(await notes()).toEqual([first]);
    const after = await tx((t) => t.calls.get(report.callId));
    expect(after?.changeSeq).toBeGreaterThan(before?.changeSeq ?? Number.POSITIVE_INFINITY);
  });

  test('a late report changes nothing but brings its note', async () => {
    const { report, accept, tx } = await savedCall();
    await accept({ revision: 9, outcome: 'callback' });
    const late = await accept({ furtherNotes: [first] });
    expect(late).toMatchObject({ result: 'superseded', isNews: true });
    expect(await tx((t) => t.calls.get(report.callId))).toMatchObject({
      report: { revision: 9, outcome: 'callback', furtherNotes: [first] },
    });
    expect(await accept({ furtherNotes: [first] })).toMatchObject({ result: 'superseded', isNews: false });
  });

  test('a call that comes with notes from the start has them', async () => {
    const { tx, memberId } = newWorld();
    const report = wrappedUp(aReport(memberId), { furtherNotes: [second, first] });
    expect(await tx((t) => t.calls.accept(report))).toMatchObject({
      result: 'accepted',
      call: { report: { furtherNotes: [first, second] } },
    });
    expect(await tx((t) => t.calls.accept(report))).toMatchObject({ result: 'unchanged' });
  });

  test.each(['the same report', 'a newer report', 'an older report'])(
    'a known note with other words in %s is a conflict, and nothing of either is lost or mixed',
    async (which) => {
      const { report, accept, tx, notes } = await savedCall();
      const held = { ...report, revision: 5, furtherNotes: [first] };
      await accept(held);
      const revision = { 'the same report': 5, 'a newer report': 6, 'an older report': 4 }[which] ?? 0;
      const other = await accept({
        revision,
        outcome: which === 'a newer report' ? 'callback' : report.outcome,
        furtherNotes: [{ ...first, text: 'Other words' }, second],
      });
      expect(other).toMatchObject({ result: 'conflict', isNews: false, call: { report: held } });
      expect(await notes()).toEqual([first]);
      expect((await tx((t) => t.calls.get(report.callId)))?.report).toEqual(held);
    },
  );

  test('a time that is spelled in another way is the same time', async () => {
    const { accept, notes } = await savedCall();
    await accept({ furtherNotes: [first] });
    const again = { ...first, writtenAt: '2026-11-21T10:00:00Z' };
    expect(await accept({ furtherNotes: [again] })).toMatchObject({ result: 'unchanged' });
    expect(await notes()).toEqual([first]);
  });

  test('two windows cannot give a call more notes than a report can hold: the second hears of it and keeps its own', async () => {
    const { accept, notes } = await savedCall();
    const many = (count: number, text = 'x') => Array.from({ length: count }, () => aFurtherNote({ text }));
    await accept({ furtherNotes: many(FURTHER_NOTES_MAX - 1) });
    expect(await accept({ furtherNotes: many(2) })).toMatchObject({
      result: 'too-many-notes',
      isNews: false,
    });
    expect(await notes()).toHaveLength(FURTHER_NOTES_MAX - 1);
    expect(await accept({ furtherNotes: many(1) })).toMatchObject({ result: 'accepted' });
  });

  test('the same holds for all characters together, whichever report is the newer one', async () => {
    const { report, accept } = await savedCall();
    const long = 'x'.repeat(NOTE_MAX_CHARACTERS);
    const longNotes = (count: number) => Array.from({ length: count }, () => aFurtherNote({ text: long }));
    await accept({ furtherNotes: longNotes(4) });
    await accept({ revision: 5, note: long });
    expect(await accept({ ...report, furtherNotes: longNotes(1) })).toMatchObject({
      result: 'too-many-notes',
    });
    expect(await accept({ revision: 6, note: 'short' })).toMatchObject({ result: 'accepted' });
  });
};

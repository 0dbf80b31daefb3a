import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleDialedReport, exampleEndedReport, exampleReport } from './examples.ts';
import { ALL_NOTES_MAX_CHARACTERS, CallReport, FURTHER_NOTES_MAX, NOTE_MAX_CHARACTERS } from './index.ts';

const refusedFields = (report: unknown): string[] => {
  const parsed = CallReport.safeParse(report);
  return parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
};

const notText = fc.oneof(fc.integer(), fc.boolean(), fc.constant({}), fc.array(fc.integer()));
const words = fc.stringMatching(/^[a-z ]{1,20}$/);
const digits = fc.stringMatching(/^[0-9]{1,20}$/);

/** For each field, values that no rep's browser may get stored. */
const WRONG: Record<keyof CallReport, fc.Arbitrary<unknown>> = {
  callId: fc.oneof(notText, words, fc.constant(null), fc.uuid({ version: 7 })),
  revision: fc.oneof(fc.integer({ max: 0 }), fc.constant(1.5), fc.constant('1'), fc.constant(null)),
  workspaceMemberId: fc.oneof(notText, words, fc.constant(null)),
  callSessionId: fc.oneof(notText, words, fc.constant(null)),
  stage: fc.oneof(notText, fc.constant('over')),
  line: fc.oneof(notText, fc.constant('landline')),
  direction: fc.oneof(notText, fc.constant('sideways')),
  status: fc.oneof(notText, fc.constant('hung-up')),
  from: fc.oneof(notText, digits, words),
  to: fc.oneof(notText, digits, words, fc.constant(null), fc.constant('+0123456')),
  personId: fc.oneof(notText, words),
  personName: fc.oneof(
    notText,
    fc.string({ minLength: 201 }).filter((name) => name.trim().length > 200),
  ),
  isNobody: fc.oneof(words, fc.integer(), fc.constant(null), fc.constant(true)),
  companyId: fc.oneof(notText, words),
  opportunityId: fc.oneof(notText, words),
  callSid: fc.oneof(notText, words),
  furtherNotes: fc.oneof(words, fc.integer(), fc.constant(null)),
  timeZone: fc.oneof(notText, fc.constant('Mars/Olympus'), fc.constant('')),
  seenInTwenty: fc.oneof(words, fc.integer()),
  startedAt: fc.oneof(notText, words, fc.constant('2026-11-20'), fc.constant('2026-11-20T15:04:00+01:00')),
  ringingAt: fc.oneof(notText, words),
  answeredAt: fc.oneof(notText, words),
  endedAt: fc.oneof(notText, words),
  wrappedUpAt: fc.oneof(notText, words),
  outcome: fc.oneof(notText, fc.constant('Meeting booked'), fc.constant('-')),
  note: fc.oneof(notText, fc.constant(null), fc.constant('x'.repeat(NOTE_MAX_CHARACTERS + 1))),
};

describe('a wrong field is named, so that the report can be put right', () => {
  test.each(Object.keys(WRONG) as (keyof CallReport)[])('%s', (field) => {
    fc.assert(
      fc.property(WRONG[field], (value) => {
        expect(refusedFields({ ...exampleReport, [field]: value })).toEqual([field]);
      }),
      { numRuns: 25 },
    );
  });

  test('a time finer than milliseconds: two calls of one millisecond would hide each other between two pages', () => {
    const finer = { ...exampleReport, startedAt: '2026-11-20T15:04:00.000400Z' };
    expect(refusedFields(finer)).toEqual(['startedAt']);
    expect(refusedFields({ ...exampleReport, startedAt: '2026-11-20T15:04:00Z' })).toEqual([]);
  });

  test('several wrong fields are all named at once', () => {
    const refused = refusedFields({ ...exampleReport, to: '555', revision: 0, stage: 'over' });
    expect(refused.sort()).toEqual(['revision', 'stage', 'to']);
  });

  test('a missing field is named, and a field that nobody knows is refused', () => {
    const { to: _to, ...withoutTo } = exampleReport;
    expect(refusedFields(withoutTo)).toEqual(['to']);
    expect(CallReport.safeParse({ ...exampleReport, colour: 'red' }).success).toBe(false);
  });
});

describe('a report that contradicts itself is refused at the field that is wrong', () => {
  test.each([
    ['an ended call without its end', { ...exampleEndedReport, endedAt: null }, 'endedAt'],
    ['an ended call that still rings', { ...exampleEndedReport, status: 'ringing' }, 'status'],
    [
      'a dialed call that has ended',
      { ...exampleDialedReport, endedAt: '2026-11-20T15:05:00.000Z' },
      'endedAt',
    ],
    ['a dialed call whose line is down', { ...exampleDialedReport, status: 'busy' }, 'status'],
    ['a wrap-up without its time', { ...exampleReport, wrappedUpAt: null }, 'wrappedUpAt'],
    ['a wrap-up without an outcome', { ...exampleReport, outcome: null }, 'outcome'],
    [
      'a wrap-up time before the wrap-up',
      { ...exampleEndedReport, wrappedUpAt: '2026-11-20T15:08:00.000Z' },
      'wrappedUpAt',
    ],
    [
      'an answer before the ringing',
      { ...exampleReport, answeredAt: '2026-11-20T15:04:01.000Z' },
      'answeredAt',
    ],
    ['an end before the answer', { ...exampleReport, endedAt: '2026-11-20T15:04:08.000Z' }, 'endedAt'],
  ])('%s', (_what, report, field) => {
    expect(refusedFields(report)).toContain(field);
  });
});

test('a note keeps every character the rep typed, in any script', () => {
  const note = '  «Zürich» 東京 👩‍🚀\n\n- twenty seats\t\n';
  expect(CallReport.parse({ ...exampleReport, note }).note).toBe(note);
});

test('a pasted NUL or half a surrogate pair does not make the call impossible to store', () => {
  const pasted = { ...exampleReport, note: 'be\u0000fore \ud83d after 👍', personName: 'Gr\u0000ace' };
  expect(CallReport.parse(pasted)).toMatchObject({ note: 'before \ufffd after 👍', personName: 'Grace' });
});

const noteOf = (index: number, change: Record<string, unknown> = {}) => ({
  noteId: `0e000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  text: 'Also asked about prices.',
  writtenAt: '2026-11-20T16:00:00.000Z',
  ...change,
});
const notesOf = (count: number, text: string) => Array.from({ length: count }, (_, i) => noteOf(i, { text }));
const messagesOf = (report: unknown): string[] =>
  CallReport.safeParse(report).error?.issues.map(({ message }) => message) ?? [];

describe('notes that are added later', () => {
  test('a browser that knows of no further notes is still understood', () => {
    const { furtherNotes: _notes, timeZone: _zone, seenInTwenty: _seen, ...older } = exampleReport;
    expect(CallReport.parse(older)).toMatchObject({ furtherNotes: [], timeZone: null, seenInTwenty: null });
  });

  test.each<[string, unknown[], string]>([
    ['an id that Twenty would refuse', [noteOf(1, { noteId: 'mine' })], 'furtherNotes.0.noteId'],
    ['nothing but spaces', [noteOf(1), noteOf(2, { text: ' \n' })], 'furtherNotes.1.text'],
    ['too many words', [noteOf(1, { text: 'x'.repeat(NOTE_MAX_CHARACTERS + 1) })], 'furtherNotes.0.text'],
    ['no time', [noteOf(1, { writtenAt: null })], 'furtherNotes.0.writtenAt'],
    ['two notes of one id', [noteOf(1), noteOf(1, { text: 'Other words.' })], 'furtherNotes'],
    ['more notes than a call holds', notesOf(FURTHER_NOTES_MAX + 1, 'x'), 'furtherNotes'],
  ])('%s: the note at fault is named', (_what, furtherNotes, field) => {
    expect(refusedFields({ ...exampleReport, furtherNotes })).toEqual([field]);
  });

  test('all notes of a call fit together, up to the last character', () => {
    const furtherNotes = notesOf(4, 'x'.repeat(NOTE_MAX_CHARACTERS));
    const note = 'x'.repeat(NOTE_MAX_CHARACTERS);
    expect(refusedFields({ ...exampleReport, note, furtherNotes })).toEqual([]);
    const oneMore = [...furtherNotes, noteOf(9, { text: 'x' })];
    expect(messagesOf({ ...exampleReport, note, furtherNotes: oneMore })).toEqual([
      `All notes of a call together hold ${ALL_NOTES_MAX_CHARACTERS} characters.`,
    ]);
  });
});

describe('a call that is entered afterwards', () => {
  test('needs no wrap-up of its own', () => {
    expect(refusedFields({ ...exampleReport, line: 'entered' })).toEqual([]);
  });

  test('is not reported half-way', () => {
    expect(messagesOf({ ...exampleEndedReport, line: 'entered' })).toEqual([
      'A call that is entered afterwards has its outcome from the start.',
    ]);
  });
});

test('a correction says only of what it saw that it saw it', () => {
  const seenInTwenty = { outcome: null, noteMarkdown: 'Theirs' };
  expect(CallReport.parse({ ...exampleReport, seenInTwenty }).seenInTwenty).toEqual(seenInTwenty);
  expect(refusedFields({ ...exampleReport, seenInTwenty: { name: 'x' } })).toEqual(['seenInTwenty']);
});

import { CallReport, NOTE_MAX_CHARACTERS, PersonId, type SeenInTwenty } from '@twenty-dialer/contract';
import { exampleReport } from '@twenty-dialer/contract/examples';
import { describe, expect, test } from 'vitest';
import type { RecordToDeliver } from './entry.ts';
import { formatMinutes } from './note-of-call.ts';
import { recordsOfCall } from './records-of-call.ts';
import { recordIdOf } from './slot.ts';

const member = { id: exampleReport.workspaceMemberId, name: 'Rita Example' };
const report = (change: Record<string, unknown> = {}): CallReport =>
  CallReport.parse({ ...exampleReport, ...change });
const records = (change: Record<string, unknown> = {}, knownSlots: string[] = []) =>
  recordsOfCall({ report: report(change), member, knownSlots });
const only = (all: readonly RecordToDeliver[], slotEnd: string): RecordToDeliver => {
  const found = all.filter((each) => each.slot.endsWith(slotEnd) || each.slot.startsWith(slotEnd));
  expect(found).toHaveLength(1);
  const [first] = found;
  if (first === undefined) throw new Error(`No record for ${slotEnd}`);
  return first;
};
const ENDED = { stage: 'ended', outcome: null, wrappedUpAt: null };
const DIALED = { ...ENDED, stage: 'dialed', status: 'initiated', answeredAt: null, endedAt: null };
const markdownOf = (all: readonly RecordToDeliver[]): string => {
  const body = only(all, 'note:').payload.bodyV2;
  return typeof body === 'object' && body !== null && 'markdown' in body ? String(body.markdown) : '';
};

describe('a wrapped-up call', () => {
  test('is a call, a note, and the note linked to call and person, all due at once', () => {
    const all = records();
    expect(all.map((each) => each.objectName)).toEqual(['phoneCall', 'note', 'noteTarget', 'noteTarget']);
    expect(new Set(all.map((each) => each.dueInMs))).toEqual(new Set([0]));
    for (const each of all) expect(each.recordId).toBe(recordIdOf(each.slot));
  });

  test('carries every figure that the CRM shows', () => {
    expect(only(records(), 'phoneCall:').payload).toEqual({
      name: 'Call to Grace Example',
      callId: exampleReport.callId,
      line: 'PRACTICE',
      direction: 'OUTBOUND',
      status: 'COMPLETED',
      disposition: 'ANSWERED',
      outcome: 'INTERESTED',
      fromNumber: null,
      toNumber: '+12025550123',
      startedAt: '2026-11-20T15:04:00.000Z',
      answeredAt: '2026-11-20T15:04:09.000Z',
      endedAt: '2026-11-20T15:07:16.000Z',
      wrappedUpAt: '2026-11-20T15:07:41.000Z',
      ringSeconds: 7,
      talkSeconds: 187,
      wrapUpSeconds: 25,
      callSessionId: exampleReport.callSessionId,
      callSid: null,
      personId: exampleReport.personId,
      companyId: null,
      opportunityId: null,
      memberId: member.id,
      createdBy: { source: 'MANUAL', name: 'Rita Example', workspaceMemberId: member.id },
    });
  });

  test('links wait for the note and the call, by slot', () => {
    const { callId } = exampleReport;
    expect(only(records(), ':person')).toMatchObject({
      payload: { targetPersonId: exampleReport.personId },
      links: { noteId: `note:${callId}` },
    });
    expect(only(records(), ':call').links).toEqual({
      noteId: `note:${callId}`,
      targetPhoneCallId: `phoneCall:${callId}`,
    });
  });

  test('a call to a number nobody knows has no person link', () => {
    expect(records({ personId: null }).map((each) => each.slot.split(':')[2])).toEqual([
      undefined,
      undefined,
      'call',
    ]);
  });

  test('an edit that removes the person takes the note off that person again', () => {
    const known = [`noteTarget:${exampleReport.callId}:person`];
    expect(only(records({ personId: null }, known), ':person').payload.targetPersonId).toBeNull();
  });
});

describe('a call without an outcome', () => {
  test.each([
    ['ended', ENDED, 120_000],
    ['dialed', DIALED, 7_200_000],
  ])('%s: is recorded as needing wrap-up, after giving the rep time', (_stage, change, dueInMs) => {
    const [call, ...others] = records(change);
    expect(others).toEqual([]);
    expect(call).toMatchObject({ dueInMs, payload: { outcome: 'NEEDS_WRAP_UP' } });
  });
});

describe('the note', () => {
  test('reads well', () => {
    expect(only(records({ line: 'manual' }), 'note:').payload.title).toBe(
      'Call with Grace Example: Interested',
    );
    expect(markdownOf(records({ line: 'manual' }))).toBe(
      [
        '- **Outcome:** Interested',
        '- **Direction:** Outbound',
        '- **Number:** +1 202 555 0123',
        '- **When:** 20 Nov 2026, 15:04 UTC',
        '- **Talk time:** 3:07',
        '',
        '**Notes**',
        '',
        'Wants **prices for twenty seats** by Friday.',
      ].join('\n'),
    );
  });

  test.each([
    ['Markdown', '- a\n- b\n\n# Loud\n> "quoted" | x |'],
    ['spaces and line ends', '  two spaces before, after  \n\ttab\n\n'],
    ['right to left, emoji, quotes', 'مرحبا 👋🏽 “ok” \\ ` $1 $& <b>'],
    ['the longest allowed', 'x'.repeat(NOTE_MAX_CHARACTERS)],
  ])("keeps the rep's own words exactly: %s", (_name, note) => {
    expect(markdownOf(records({ note }))).toMatch(/\*\*Notes\*\*\n\n/);
    expect(markdownOf(records({ note })).endsWith(`\n\n${note}`)).toBe(true);
  });

  test('says nothing where the rep wrote nothing', () => {
    expect(markdownOf(records({ note: '  ' }))).not.toContain('Notes');
  });

  test('names the number when nobody knows whose it is', () => {
    expect(only(records({ personName: null }), 'note:').payload.title).toBe(
      'Call with +1 202 555 0123: Interested',
    );
  });

  test('an inbound call is with whoever called', () => {
    const all = records({ direction: 'inbound', from: '+4915112345678', personName: null });
    expect(only(all, 'phoneCall:').payload.name).toBe('Call from +49 1511 2345678');
    expect(markdownOf(all)).toContain('- **Direction:** Inbound\n- **Number:** +49 1511 2345678');
  });

  test('a practice call is not taken for a conversation', () => {
    expect(markdownOf(records())).toContain('Practice (nobody was called)');
  });

  test('an outcome that an admin added later still reads as words', () => {
    expect(markdownOf(records({ outcome: 'left-with-assistant' }))).toContain(
      '**Outcome:** Left with assistant',
    );
  });

  test.each([
    [0, '0:00'],
    [9, '0:09'],
    [60, '1:00'],
    [3_725, '62:05'],
  ])('%i seconds of talk read as %s', (seconds, text) => {
    expect(formatMinutes(seconds)).toBe(text);
  });
});

const noteId = 'ad0b0000-0000-4000-8000-000000000001';
const furtherNotes = [
  { noteId, text: '**Budget** is approved.', writtenAt: '2026-11-20T16:10:00.000Z' },
  { noteId: 'ad0b0000-0000-4000-8000-000000000002', text: 'Second', writtenAt: '2026-11-21T09:00:00.000Z' },
];
const { callId } = exampleReport;

describe('a further note', () => {
  const ofNote = (all: readonly RecordToDeliver[], id = noteId) =>
    all.filter(({ slot }) => slot.includes(id));

  test('is a note of its own, with links of its own to call and person, due at once', () => {
    expect(
      ofNote(records({ furtherNotes })).map(({ slot, links, dueInMs }) => [slot, links, dueInMs]),
    ).toEqual([
      [`note:${callId}:${noteId}`, {}, 0],
      [
        `noteTarget:${callId}:${noteId}:call`,
        { noteId: `note:${callId}:${noteId}`, targetPhoneCallId: `phoneCall:${callId}` },
        0,
      ],
      [`noteTarget:${callId}:${noteId}:person`, { noteId: `note:${callId}:${noteId}` }, 0],
    ]);
    expect(new Set(records({ furtherNotes }).map(({ recordId }) => recordId)).size).toBe(10);
  });

  test('reads well', () => {
    const [note] = ofNote(records({ furtherNotes, line: 'manual' }));
    expect(note?.payload).toMatchObject({
      title: 'Further note on the call with Grace Example',
      bodyV2: {
        markdown: [
          '- **Written:** 20 Nov 2026, 16:10 UTC, about the call of 20 Nov 2026, 15:04 UTC',
          '',
          '**Notes**',
          '',
          '**Budget** is approved.',
        ].join('\n'),
      },
      createdBy: { name: 'Rita Example' },
    });
  });

  test('does not wait for a wrap-up that may never come', () => {
    const all = records({ ...ENDED, furtherNotes });
    expect(all.map(({ slot, dueInMs }) => [slot.split(':')[0], dueInMs])).toEqual([
      ['phoneCall', 120_000],
      ...['note', 'noteTarget', 'noteTarget', 'note', 'noteTarget', 'noteTarget'].map((name) => [name, 0]),
    ]);
  });

  test('follows the call to another person, and away from one', () => {
    const other = '11111111-1111-4111-8111-111111111111';
    const relinked = records({ furtherNotes, personId: other, personName: 'Ada Lovelace' });
    expect(ofNote(relinked)[2]?.payload.targetPersonId).toBe(other);
    expect(ofNote(relinked)[0]?.payload.title).toBe('Further note on the call with Ada Lovelace');
    const slot = `noteTarget:${callId}:${noteId}:person`;
    const lost = ofNote(records({ furtherNotes, personId: null }, [slot]));
    expect(lost[2]).toMatchObject({ slot, payload: { targetPersonId: null } });
    expect(ofNote(records({ furtherNotes, personId: null }))).toHaveLength(2);
  });

  test('of a practice call is not taken for one about a conversation', () => {
    expect(JSON.stringify(ofNote(records({ furtherNotes }))[0])).toContain('Practice (nobody was called)');
  });
});

describe('a call that was entered afterwards', () => {
  test('says so, and counts its whole length', () => {
    const all = records({ line: 'entered', ringingAt: null, answeredAt: null });
    expect(only(all, 'phoneCall:').payload).toMatchObject({ line: 'ENTERED', talkSeconds: 196 });
    expect(only(all, 'phoneCall:').dueInMs).toBe(0);
    expect(markdownOf(all)).toContain('- **Line:** Entered afterwards');
  });
});

describe('what was seen in Twenty', () => {
  const seenBy = (seenInTwenty: SeenInTwenty | null, change: Record<string, unknown> = {}) =>
    Object.fromEntries(
      recordsOfCall({ report: report(change), member, knownSlots: [], seenInTwenty })
        .filter(({ seen }) => seen !== undefined)
        .map(({ slot, seen }) => [slot.replace(callId, ''), seen]),
    );
  const ada = PersonId.parse('11111111-1111-4111-8111-111111111111');

  test('stands beside the fields that hold it', () => {
    expect(
      seenBy({ outcome: 'left-message', personId: ada, noteMarkdown: 'Theirs' }, { furtherNotes }),
    ).toEqual({
      'phoneCall:': { outcome: ['LEFT_MESSAGE'], personId: [ada] },
      'note:': { bodyV2: [{ markdown: 'Theirs' }] },
      'noteTarget::person': { targetPersonId: [ada] },
      [`noteTarget::${noteId}:person`]: { targetPersonId: [ada] },
      'noteTarget::ad0b0000-0000-4000-8000-000000000002:person': { targetPersonId: [ada] },
    });
  });

  test('empty there is seen as empty, however Twenty writes it', () => {
    expect(seenBy({ outcome: null, personId: null, noteMarkdown: null })).toEqual({
      'phoneCall:': { outcome: ['NEEDS_WRAP_UP', null], personId: [null] },
      'note:': { bodyV2: [{ markdown: null }, null] },
      'noteTarget::person': { targetPersonId: [null] },
    });
  });

  test('the same as ours leaves nothing to decide, and what nobody looked at was not seen', () => {
    expect(seenBy({ outcome: 'interested', personId: report().personId })).toEqual({});
    expect(seenBy(null)).toEqual({});
    expect(seenBy({})).toEqual({});
  });
});

test('the same report always makes the same records, so nothing is written twice', () => {
  expect(records()).toEqual(records());
});

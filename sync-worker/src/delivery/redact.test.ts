import { MemberId } from '@twenty-dialer/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, ObjectName } from '../outbox/entry.ts';
import { classify } from '../twenty/failures.ts';
import { type Write, wholeWrite } from './plan.ts';
import { shownRefusals, shownRows, shownText } from './redact.ts';

const write = (objectName: ObjectName, recordId: string, payload: JsonObject): Write =>
  wholeWrite({
    slot: `${objectName}:${recordId}`,
    objectName,
    recordId,
    callId: null,
    memberId: MemberId.parse('24a030a9-9a50-40ee-92d2-8d04420958da'),
    payload,
    resolvedLinks: {},
    version: 1,
    attempts: 0,
    isUnanswered: false,
    seen: null,
    yields: [],
    lastDelivered: null,
    twentyRecordId: null,
  });
const note = (markdown: string) =>
  write('note', 'n', { title: 'Call with Grace: Busy', bodyV2: { markdown } });
const refusal = (message: string) => ({
  message,
  code: 'BAD_USER_INPUT',
  subCode: null,
  userFriendlyMessage: message,
});

describe('what an attempt shows of a request', () => {
  test('values that decide, in full; what a person wrote, by its length', () => {
    const call = write('phoneCall', 'c', {
      outcome: 'BUSY',
      talkSeconds: 3,
      personId: null,
      name: 'x'.repeat(201),
    });
    expect(shownRows([call, note('Very private.')], null)).toEqual({
      rows: {
        phoneCall: [{ id: 'c', outcome: 'BUSY', talkSeconds: 3, personId: null, name: '(201 letters)' }],
        note: [{ id: 'n', title: 'Call with Grace: Busy', bodyV2: { markdown: '(13 letters)' } }],
      },
      rowsLeftOut: 0,
    });
  });

  test('the row that Twenty named comes first', () => {
    const named = classify(refusal('Invalid value "BAD" for field "outcome". Valid values are: A'));
    const rows = ['A', 'B', 'BAD', 'C'].map((outcome, index) => write('phoneCall', `c${index}`, { outcome }));
    expect(shownRows(rows, named).rows).toMatchObject({
      phoneCall: [{ id: 'c2' }, { id: 'c0' }, { id: 'c1' }, { id: 'c3' }],
    });
  });

  test('never more than 16 kB, with every row either shown or counted, and no note in it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.stringMatching(/^[a-zé]{0,500}$/), fc.string({ minLength: 20, maxLength: 400 })),
          { maxLength: 60 },
        ),
        (texts) => {
          const writes = texts.flatMap(([title, words], index) => [
            write('phoneCall', `c${index}`, { title, more: [title, { title }] }),
            write('note', `n${index}`, { bodyV2: { markdown: `secret ${words}` } }),
          ]);
          const shown = shownRows(writes, null);
          const text = JSON.stringify(shown);
          expect(Buffer.byteLength(text)).toBeLessThan(16_000);
          expect(text).not.toContain('secret');
          const rows = Object.values(shown.rows ?? {}).flat();
          expect(rows.length + Number(shown.rowsLeftOut)).toBe(writes.length);
        },
      ),
    );
  });
});

describe('what an attempt shows of an answer', () => {
  test('not the note that Twenty repeats in its refusal', () => {
    const said = 'Invalid value "Very private." for field "bodyV2"';
    expect(shownText(said, [note('Very private.')])).toBe('Invalid value "(13 letters)" for field "bodyV2"');
    expect(JSON.stringify(shownRefusals([refusal(said)], [note('Very private.')]))).not.toContain('private');
  });

  test('a bounded part of a refusal without end', () => {
    expect(shownText('x'.repeat(5_000), []).length).toBeLessThan(1_100);
    expect(
      shownRefusals(
        Array.from({ length: 300 }, () => refusal('no')),
        [],
      ),
    ).toHaveLength(10);
  });
});

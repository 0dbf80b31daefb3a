import { toTwentySelect } from '@twenty-dialer/contract';
import { expect } from 'vitest';
import { noteSlot, phoneCallSlot, recordIdOf } from '../src/outbox/slot.ts';
import type { PlacedCall } from './call-load.ts';
import type { TwentyRows } from './sandbox-records.ts';

/** What of a call Twenty was told to refuse. */
export type PoisonOf = (call: PlacedCall) => 'call' | 'note' | null;

/**
 * Every call is in Twenty once, as it was last reported, with one note and both of its links; of a call that Twenty
 * refuses a part, what does not rest on that part. Answers how many calls arrived.
 */
export const expectExactlyOnce = (
  rows: TwentyRows,
  placed: readonly PlacedCall[],
  poisonOf: PoisonOf,
): number => {
  const calls = groupBy(rows.calls, ({ callId }) => callId);
  const notes = groupBy(rows.notes, ({ id }) => id);
  const targets = groupBy(rows.targets, ({ noteId }) => noteId);
  const wrong = placed.filter((call) => {
    const { callId } = call.last;
    const found = {
      calls: calls.get(callId) ?? [],
      notes: notes.get(recordIdOf(noteSlot(callId))) ?? [],
      targets: targets.get(recordIdOf(noteSlot(callId))) ?? [],
    };
    return JSON.stringify(shapeOf(found, call)) !== JSON.stringify(wantedOf(call, poisonOf(call)));
  });
  expect(
    wrong.length,
    `calls that are not in Twenty as they were reported, the first of them ${JSON.stringify(wrong[0])}`,
  ).toBe(0);
  return placed.filter((call) => poisonOf(call) !== 'call').length;
};

const shapeOf = ({ calls, notes, targets }: TwentyRows, { last }: PlacedCall) => ({
  calls: calls.map(({ id, outcome, personId }) => [id, outcome, personId]),
  notes: notes.map(({ bodyV2 }) => bodyV2?.markdown?.includes(last.note) ?? false),
  links: targets.map(({ targetPersonId, targetPhoneCallId }) => targetPersonId ?? targetPhoneCallId).sort(),
});

const wantedOf = ({ last }: PlacedCall, poison: 'call' | 'note' | null) => {
  const callRecordId = recordIdOf(phoneCallSlot(last.callId));
  const outcome = toTwentySelect(last.outcome ?? '');
  const linkOfPerson = last.personId === null ? [] : [last.personId];
  const links = poison === 'call' ? linkOfPerson : [...linkOfPerson, callRecordId];
  return {
    calls: poison === 'call' ? [] : [[callRecordId, outcome, last.personId]],
    notes: poison === 'note' ? [] : [true],
    links: poison === 'note' ? [] : links.sort(),
  };
};

const groupBy = <Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

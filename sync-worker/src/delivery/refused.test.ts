import { MemberId } from '@twenty-dialer/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, LeasedEntry } from '../outbox/entry.ts';
import { classify } from '../twenty/failures.ts';
import type { Write } from './plan.ts';
import { wholeWrite } from './plan.ts';
import { splitRefused } from './refused.ts';

const entryOf = (index: number, payload: JsonObject): LeasedEntry => ({
  slot: `phoneCall:${index}`,
  objectName: 'phoneCall',
  recordId: `id-${index}`,
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
const writes = (...payloads: JsonObject[]): Write[] =>
  payloads.map((payload, index) => wholeWrite(entryOf(index, payload)));
const said = (message: string) =>
  classify({ message, code: 'BAD_USER_INPUT', subCode: null, userFriendlyMessage: null });
const slotsOf = (split: ReturnType<typeof splitRefused>) => ({
  again: split.again.map((group) => group.map(({ entry }) => entry.slot)),
  poisoned: split.poisoned?.entry.slot ?? null,
});

describe('taking a refused batch apart', () => {
  const outcomes = writes({ outcome: 'A' }, { outcome: 'BAD' }, { outcome: 'C' });

  test('the one row that holds the named value is to blame, and the others go again at once', () => {
    const named = said('Invalid value "BAD" for field "outcome". Valid values are: A, C');
    expect(slotsOf(splitRefused(outcomes, named))).toEqual({
      again: [['phoneCall:0', 'phoneCall:2']],
      poisoned: 'phoneCall:1',
    });
  });

  test('the same value in another field is innocent', () => {
    const all = writes({ outcome: 'A', name: 'BAD' }, { outcome: 'BAD' });
    expect(slotsOf(splitRefused(all, said('Invalid value "BAD" for field "outcome"'))).poisoned).toBe(
      'phoneCall:1',
    );
  });

  test('several that hold it are looked at on their own, after the others', () => {
    const all = writes({ f: 'BAD' }, { f: 'x' }, { f: 'BAD' });
    expect(slotsOf(splitRefused(all, said('Invalid value "BAD" for field "f"')))).toEqual({
      again: [['phoneCall:1'], ['phoneCall:0', 'phoneCall:2']],
      poisoned: null,
    });
  });

  test.each([
    ['numbers', { f: 12 }, 'Invalid number value \'12\' for field "f"'],
    ['parts of a composite', { f: { markdown: 'bad' } }, 'Invalid value "bad" for field "f"'],
    ['ids without a field', { id: 'x', link: 'nope' }, 'Value "nope" is not a valid UUID'],
  ])('%s are recognised too', (_name, payload, message) => {
    const all = writes({ f: 'good' }, payload);
    expect(slotsOf(splitRefused(all, said(message))).poisoned).toBe('phoneCall:1');
  });

  test.each([
    ['a value that no row holds', 'Invalid value "?" for field "outcome"'],
    ['no value at all', 'Something is wrong.'],
  ])('%s: by halves', (_name, message) => {
    expect(slotsOf(splitRefused(outcomes, said(message)))).toEqual({
      again: [['phoneCall:0', 'phoneCall:1'], ['phoneCall:2']],
      poisoned: null,
    });
  });

  test('the last one left is to blame, whatever Twenty says', () => {
    expect(slotsOf(splitRefused(writes({ f: 1 }), said('No.')))).toEqual({
      again: [],
      poisoned: 'phoneCall:0',
    });
  });
});

test('whichever rows are bad, exactly those are found and every other one arrives', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 200 }), fc.boolean(), (isGood, isNamed) => {
      const all = writes(...isGood.map((good, index) => ({ f: good ? `good-${index}` : 'bad' })));
      const arrived: string[] = [];
      const dead: string[] = [];
      const queue: (readonly Write[])[] = [all];
      let documents = 0;
      for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
        documents += 1;
        if (batch.every(({ record }) => record.fields.f !== 'bad')) {
          arrived.push(...batch.map(({ entry }) => entry.slot));
          continue;
        }
        const split = splitRefused(batch, said(isNamed ? 'Invalid value "bad" for field "f"' : 'No.'));
        if (split.poisoned !== null) dead.push(split.poisoned.entry.slot);
        queue.unshift(...split.again);
      }
      const slots = (good: boolean) =>
        isGood.flatMap((each, index) => (each === good ? [`phoneCall:${index}`] : []));
      expect(arrived.toSorted()).toEqual(slots(true).toSorted());
      expect(dead.toSorted()).toEqual(slots(false).toSorted());
      const bad = slots(false).length;
      expect(documents).toBeLessThanOrEqual(2 + bad * 2 * Math.ceil(Math.log2(all.length) + 1));
    }),
    { numRuns: 60 },
  );
});

import { CallId, MemberId, TwentyUuid } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import {
  callTargetSlot,
  noteSlot,
  personTargetSlot,
  phoneCallSlot,
  recordIdOf,
  repProgressionSlot,
} from './slot.ts';

const callId = CallId.parse('c0ffee00-2f5b-4c58-9d5e-6a1f0d2b3c4d');
const memberId = MemberId.parse('24a030a9-9a50-40ee-92d2-8d04420958da');

test('a call keeps its record ids for good: these are in workspaces already', () => {
  expect(recordIdOf(phoneCallSlot(callId))).toBe('3023be0d-13cb-5be1-9cb9-5a77f0d1b806');
});

test('every record of a call has an id of its own that Twenty takes', () => {
  const ids = [
    phoneCallSlot(callId),
    noteSlot(callId),
    personTargetSlot(callId),
    callTargetSlot(callId),
    repProgressionSlot(memberId),
  ].map(recordIdOf);
  expect(new Set(ids).size).toBe(5);
  for (const id of ids) expect(() => TwentyUuid.parse(id)).not.toThrow();
});

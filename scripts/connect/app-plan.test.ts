import { expect, test } from 'vitest';
import { describePlan, isEmpty, parsePlan } from './app-plan.ts';

const PLAN = `Planning application apply on dialer...
Computing metadata plan (read-only, nothing will be applied)...

Twenty will perform the following actions:

  # objectMetadata "phoneCall" will be created
  + nameSingular = "phoneCall"
  # fieldMetadata "callId" will be created
  # fieldMetadata "line" will be created
  # fieldMetadata "wrappedUpAt" will be updated in-place
  # fieldMetadata "callSid" will be destroyed
  - name = "callSid"

Plan: 3 to add, 1 to change, 1 to destroy.
`;

test('an administrator sees what is destroyed before it is gone', () => {
  const plan = parsePlan(PLAN);
  expect(plan).toMatchObject({ toAdd: 3, toChange: 1, toDestroy: 1 });
  expect(plan && describePlan(plan)).toEqual([
    '3 to add, 1 to change, 1 to destroy',
    'added objects: phoneCall',
    'added fields: callId, line',
    'fieldMetadata "wrappedUpAt" will be updated in-place',
    'fieldMetadata "callSid" will be destroyed',
  ]);
});

test('colours of the terminal do not hide a destruction', () => {
  const esc = String.fromCharCode(27);
  const coloured = `${esc}[1mPlan:${esc}[22m ${esc}[32m0 to add${esc}[39m, 0 to change, ${esc}[31m2 to destroy${esc}[39m.`;
  expect(parsePlan(coloured)?.toDestroy).toBe(2);
});

test('a workspace that fits is told apart from one whose plan cannot be read', () => {
  const plan = parsePlan('No changes. Twenty metadata matches your manifest.\n');
  expect(plan !== null && isEmpty(plan)).toBe(true);
  expect(parsePlan('Something else entirely')).toBeNull();
});

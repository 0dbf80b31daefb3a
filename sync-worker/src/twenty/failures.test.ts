import { describe, expect, test } from 'vitest';
import { classify, errorFromRefusals } from './failures.ts';
import type { TwentyRefusal } from './port.ts';

const refusal = (
  message: string,
  code: string | null = null,
  subCode: string | null = null,
): TwentyRefusal => ({
  message,
  code,
  subCode,
  userFriendlyMessage: null,
});
const BAD = 'BAD_USER_INPUT';

/** Twenty's own answers, as recorded from 2.31. */
describe('what Twenty says, and what it means for the rows', () => {
  test.each([
    ['Token invalid.', 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['Token has expired.', 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['User not found', 'UNAUTHENTICATED', 'USER_NOT_FOUND'],
    ['This endpoint requires a session access token', 'FORBIDDEN', 'FORBIDDEN_EXCEPTION'],
    ['This API Key is revoked', 'FORBIDDEN', 'FORBIDDEN_EXCEPTION'],
    ['Entity performing the request does not have permission', 'FORBIDDEN', 'PERMISSION_DENIED'],
    ['Forbidden resource', 'FORBIDDEN', null],
    ['Cannot query field "createPhoneCalls" on type "Mutation".', null, null],
    ['Cannot query field "notes" on type "Query".', null, null],
    ['The user revoked this application access', 'UNAUTHENTICATED', null],
    ['HTTP 401', 'UNAUTHENTICATED', null],
    ['HTTP 403', 'FORBIDDEN', null],
  ])('%s: the whole workspace, so no call pays for it', (message, code, subCode) => {
    expect(classify(refusal(message, code, subCode))).toMatchObject({
      failure: 'not-allowed',
      isThrottled: false,
      isUnanswered: false,
      mayBeSchema: false,
    });
  });

  test.each<[string, string | null, string | null, string | null]>([
    ['Object phoneCall doesn\'t have any "wrappedUpAt" field.', 'INVALID_ARGS_DATA', 'wrappedUpAt', null],
    ['Object noteTarget doesn\'t have any "personId" field.', 'INVALID_ARGS_DATA', 'personId', null],
    [
      'Invalid value "SIDEWAYS" for field "direction". Valid values are: INBOUND, OUTBOUND',
      'INVALID_ARGS_DATA',
      'direction',
      'SIDEWAYS',
    ],
    [
      'invalid input value for enum workspace_2b5dmvit1ue1w14ekb8qelk4g._call_direction_enum: "SIDEWAYS"',
      null,
      null,
      'SIDEWAYS',
    ],
  ])('%s: the row, unless the workspace lacks something of ours', (message, subCode, field, value) => {
    expect(classify(refusal(message, BAD, subCode))).toEqual({
      failure: 'cannot-accept',
      isThrottled: false,
      isUnanswered: false,
      mayBeSchema: true,
      field,
      value,
    });
  });

  test.each<[string, string, string | null, string | null, string | null]>([
    ['Value "not-a-uuid" is not a valid UUID', BAD, 'INVALID_QUERY_INPUT', null, 'not-a-uuid'],
    ['Invalid UUID value \'nope\' for field "personId"', BAD, 'INVALID_ARGS_DATA', 'personId', 'nope'],
    ['Invalid number value \'12\' for field "talkSeconds"', BAD, 'INVALID_ARGS_DATA', 'talkSeconds', '12'],
    [
      "Invalid value 'yesterday' for date-time field \"startedAt\". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'",
      BAD,
      'INVALID_ARGS_DATA',
      'startedAt',
      'yesterday',
    ],
    [
      'Invalid value 1767225600000 for date-time field "startedAt". Expected format: \'YYYY-MM-DDTHH:mm:ssZ\'',
      BAD,
      'INVALID_ARGS_DATA',
      'startedAt',
      '1767225600000',
    ],
    ['invalid input syntax for type integer: "many"', BAD, null, null, 'many'],
    ['HTTP 413: larger than the server takes at once', 'PAYLOAD_TOO_LARGE', null, null, null],
    [
      'Multiple records found with the same unique field values for id (id: 1b209dc4-90a8-4320-80d4-b11a989a915b); workspaceMemberId (workspaceMemberId: wm-c). Cannot determine which record to update.',
      BAD,
      'UPSERT_MULTIPLE_MATCHING_RECORDS_CONFLICT',
      'workspaceMemberId',
      'wm-c',
    ],
    ['Invalid value "say "hi"" for field "outcome"', BAD, null, 'outcome', 'say "hi"'],
    ['Provided phone number is invalid not a phone', BAD, 'INVALID_PHONE_NUMBER', null, 'not a phone'],
    [
      'Provided country code and calling code are conflicting',
      BAD,
      'CONFLICTING_PHONE_CALLING_CODE_AND_COUNTRY_CODE',
      null,
      null,
    ],
    [
      'One-to-many relation noteTargets field does not support write operations.',
      BAD,
      'INVALID_ARGS_DATA',
      null,
      null,
    ],
    ['Missing required argument: "data" (array)', BAD, 'INVALID_QUERY_INPUT', null, null],
    [
      'Expected 1 record to connect to call, but found 0 for externalId = does-not-exist',
      BAD,
      null,
      null,
      null,
    ],
    ['Duplicate root resolver: "createNote"', BAD, null, null, null],
    [
      'Query too complex - Too many root resolvers requested: 21 - Maximum allowed root resolvers: 20',
      BAD,
      null,
      null,
      null,
    ],
    ['Cannot update more than 200 records at once', BAD, null, null, null],
    ['Maximum number of records to upsert is 200.', BAD, 'TOO_MANY_RECORDS_TO_UPDATE', null, null],
    ['Record not found', 'NOT_FOUND', 'RECORD_NOT_FOUND', null, null],
    ['Something nobody has seen yet', 'NEW_CODE', null, null, null],
  ])('%s', (message, code, subCode, field, value) => {
    expect(classify(refusal(message, code, subCode))).toEqual({
      failure: 'cannot-accept',
      isThrottled: false,
      isUnanswered: false,
      mayBeSchema: false,
      field,
      value,
    });
  });

  test('a foreign key that points at nothing is a missing link, and names no value', () => {
    const message =
      'insert or update on table "_call" violates foreign key constraint "FK_30bb5fc5bec76b86448a8dabfd5"';
    expect(classify(refusal(message, BAD))).toMatchObject({
      failure: 'missing-link',
      field: null,
      value: null,
    });
  });

  test('a spent budget is nobody’s fault', () => {
    const message = 'Limit reached (100 tokens per 60000 ms)';
    expect(classify(refusal(message, BAD, 'LIMIT_REACHED'))).toMatchObject({
      failure: 'cannot-reach',
      isThrottled: true,
    });
  });

  test('two writers of one new row: the loser tries again', () => {
    expect(classify(refusal('A duplicate entry was detected', BAD))).toMatchObject({
      failure: 'cannot-reach',
      isThrottled: false,
      isUnanswered: false,
    });
  });

  test.each(['TIMEOUT', 'INTERNAL_SERVER_ERROR'])('%s leaves open what was written', (code) => {
    expect(classify(refusal('Query read timeout', code))).toMatchObject({
      failure: 'cannot-reach',
      isUnanswered: true,
    });
  });
});

describe('the error that an answer amounts to', () => {
  test('none without refusals', () => expect(errorFromRefusals([])).toBeNull());

  test('a refused key is told before a refused field', () => {
    const error = errorFromRefusals([
      refusal('Invalid cursor', BAD),
      refusal('Token invalid.', 'UNAUTHENTICATED', 'UNAUTHENTICATED'),
    ]);
    expect(error).toMatchObject({ kind: 'not-allowed', message: 'Token invalid.' });
  });

  test.each([
    ['Limit reached (500 tokens per 60000 ms)', BAD, 'LIMIT_REACHED', 'throttled'],
    ['Something broke', 'INTERNAL_SERVER_ERROR', null, 'unreachable'],
    ['Invalid cursor', BAD, null, 'refused'],
    ['Object call doesn\'t have any "nope" field.', BAD, 'INVALID_ARGS_FILTER', 'not-allowed'],
  ])('%s', (message, code, subCode, kind) => {
    expect(errorFromRefusals([refusal(message, code, subCode)])).toMatchObject({ kind });
  });
});

import {
  CallReport,
  CallView,
  E164,
  HistoryCall,
  MemberId,
  OUTCOMES,
  PersonSummary,
  Progression,
  permissionsOf,
  type Role,
  SessionView,
} from '@twenty-dialer/contract';

/** Invented people and calls for tests; every value is parsed by the contract, so a wrong one fails at once. */
export const ADA = MemberId.parse('11111111-1111-4111-8111-111111111111');
export const BEN = MemberId.parse('22222222-2222-4222-8222-222222222222');
export const SOMEONES_NUMBER = E164.parse('+12025550101');

export const callIdNumber = (count: number): string =>
  `aaaaaaaa-aaaa-4aaa-8aaa-${count.toString(16).padStart(12, '0')}`;

export const inventedReport = (change: Partial<Record<keyof CallReport, unknown>> = {}): CallReport =>
  CallReport.parse({
    callId: callIdNumber(1),
    revision: 2,
    workspaceMemberId: ADA,
    callSessionId: 'cccccccc-cccc-4ccc-8ccc-cccccccccccc',
    stage: 'ended',
    line: 'practice',
    direction: 'outbound',
    status: 'completed',
    from: null,
    to: SOMEONES_NUMBER,
    personId: null,
    personName: null,
    callSid: null,
    startedAt: '2026-11-21T09:00:00.000Z',
    ringingAt: '2026-11-21T09:00:01.000Z',
    answeredAt: '2026-11-21T09:00:03.000Z',
    endedAt: '2026-11-21T09:01:03.000Z',
    wrappedUpAt: null,
    outcome: null,
    note: '',
    ...change,
  });

export const inventedView = (
  report: CallReport,
  sync: Partial<CallView['sync']> = {},
  changeSeq = 1,
  points = 0,
): CallView =>
  CallView.parse({
    report,
    disposition: null,
    ringSeconds: 2,
    talkSeconds: 60,
    wrapUpSeconds: null,
    points,
    sync: { state: 'saved', deliveredAt: null, attention: [], twentyUrl: null, ...sync },
    acceptedAt: '2026-11-21T09:02:00.000Z',
    changeSeq,
  });

/** A call of Ada's as history tells it: in Twenty, with its number of seconds before nine o'clock. */
export const inventedHistoryCall = (
  count: number,
  change: Partial<Record<keyof HistoryCall, unknown>> = {},
): HistoryCall =>
  HistoryCall.parse({
    key: callIdNumber(count),
    callId: callIdNumber(count),
    member: { id: ADA, name: 'Ada Okoro' },
    isMine: true,
    person: {
      id: '55555555-5555-4555-8555-555555555555',
      name: `Person ${count}`,
      twentyUrl: 'http://localhost:4410/object/person/55555555-5555-4555-8555-555555555555',
    },
    number: '+12025550101',
    direction: 'outbound',
    outcome: 'interested',
    line: 'manual',
    status: 'completed',
    disposition: 'answered',
    startedAt: new Date(Date.parse('2026-11-21T09:00:00.000Z') - count * 1000).toISOString(),
    talkSeconds: 60,
    callSessionId: 'cccccccc-cccc-4ccc-8ccc-cccccccccccc',
    sync: {
      state: 'in-twenty',
      deliveredAt: '2026-11-21T09:05:00.000Z',
      attention: [],
      twentyUrl: `http://localhost:4410/object/phoneCall/${callIdNumber(count)}`,
    },
    points: 5,
    ...change,
  });

export const inventedPerson = (change: Partial<Record<keyof PersonSummary, unknown>> = {}): PersonSummary =>
  PersonSummary.parse({
    id: '55555555-5555-4555-8555-555555555555',
    name: 'Mara Lind',
    jobTitle: 'Buyer',
    companyName: 'Northwind Paper',
    email: 'mara@northwind.example',
    phones: ['+12025550142'],
    twentyUrl: 'http://localhost:4410/object/person/55555555-5555-4555-8555-555555555555',
    ...change,
  });

/** What the session says of somebody who is these. */
export const as = (...roles: Role[]) => ({
  roles,
  activeRole: null,
  granted: [],
  permissions: permissionsOf(roles, []),
});

export const inventedSession = (change: Partial<Record<keyof SessionView, unknown>> = {}): SessionView =>
  SessionView.parse({
    member: { id: ADA, firstName: 'Ada', lastName: 'Okoro', email: 'ada@example.com' },
    workspace: {
      id: '99999999-9999-4999-8999-999999999999',
      name: 'Orchard',
      twentyUrl: 'http://localhost:4410',
    },
    lines: ['practice', 'manual'],
    outcomes: OUTCOMES,
    defaultCountry: 'US',
    delivery: { state: 'running', since: '2026-11-21T08:00:00.000Z', message: '' },
    ...as('rep'),
    ...change,
  });

export const inventedProgression = (change: Partial<Record<keyof Progression, unknown>> = {}): Progression =>
  Progression.parse({
    totalXp: 435,
    rank: 'caller-2',
    totalCalls: 150,
    totalTalkSeconds: 9_120,
    lastCallAt: '2026-11-20T15:04:00.000Z',
    streakDays: 4,
    streakThrough: '2026-11-20',
    sync: { state: 'in-twenty', deliveredAt: '2026-11-20T15:07:42.180Z', totalXpInTwenty: 435 },
    ...change,
  });

import type { z } from 'zod';
import {
  ChooseRole,
  ChosenRole,
  GrantList,
  GrantRequest,
  MapRole,
  permissionsOf,
  RoleMapping,
} from './access.ts';
import { AlertList } from './alerts.ts';
import { AuditEvent, AuditList, AuditLogQuery } from './audit.ts';
import {
  DialTicketGrant,
  DialTicketRequest,
  LiveView,
  RedeemAnswer,
  RedeemRequest,
} from './click-to-call.ts';
import {
  ChoosePerson,
  Delivery,
  DeliveryEdit,
  DeliveryJob,
  DeliveryJobList,
  DeliveryJobParams,
  DeliveryList,
  DeliveryOverview,
  DeliveryPage,
  DeliveryParams,
  DeliveryQuery,
  NewDeliveryJob,
  PauseDelivery,
} from './deliveries.ts';
import { CallPage, HistoryCall, HistoryPage, HistoryQuery, MemberList, UnwrappedCalls } from './history.ts';
import {
  CallList,
  CallListQuery,
  CallParams,
  CallReport,
  CallView,
  CompanyList,
  CompanyQuery,
  DialCheck,
  NewPerson,
  NumberOwners,
  NumberQuery,
  OpportunityList,
  OpportunityQuery,
} from './index.ts';
import { MirrorView, WebhookReceipt } from './mirror.ts';
import { OUTCOMES } from './outcome.ts';
import { MemberId } from './primitives.ts';
import { Problem } from './problem.ts';
import { Progression } from './progression.ts';
import {
  DeliveryLogLine,
  DeliveryLogQuery,
  DifferenceList,
  DifferenceQuery,
  NewReconciliation,
  Reconciliation,
  ReconciliationList,
  ReconciliationPage,
  ReconciliationParams,
  RepairReceipt,
  RepairRequest,
} from './reconciliation.ts';
import type { RouteName } from './routes.ts';
import {
  Health,
  Member,
  PeopleList,
  PeopleQuery,
  PersonParams,
  PersonSummary,
  Readiness,
  ReportReceipt,
  ServerEvent,
  SessionView,
  SignInCallbackQuery,
  SignInQuery,
} from './routes.ts';
import { SignedOutEverywhere } from './session-events.ts';
import {
  MemberSettings,
  MemberSettingsChange,
  type WorkspaceSettings,
  WorkspaceSettingsChange,
  WorkspaceSettingsView,
} from './settings.ts';
import { TeamQuery, TeamView } from './team.ts';

const exampleIds = {
  call: 'c0ffee00-2f5b-4c58-9d5e-6a1f0d2b3c4d',
  callSession: '5e5510aa-7d1b-4b2e-8f6c-1a2b3c4d5e6f',
  member: '24a030a9-9a50-40ee-92d2-8d04420958da',
  workspace: '7b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d',
  person: '9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a',
  company: '0c1d2e3f-4a5b-4c6d-8e7f-8091a2b3c4d5',
  opportunity: '1d2e3f4a-5b6c-4d7e-8f90-91a2b3c4d5e6',
  phoneCall: '3a2b1c0d-5e4f-5a6b-8c7d-0f1e2d3c4b5a',
};

const exampleSettings: WorkspaceSettings = {
  outcomes: OUTCOMES.map(({ key }) => key),
  xp: { manual: true, entered: true, practice: false },
  ownNumbers: [],
  alerts: { waitingMinutes: 15, deadLetters: 0 },
};

/** A rep took back the outcome of their own call. */
const exampleAuditEvent: AuditEvent = {
  id: '4711',
  at: '2026-11-20T16:20:00.000Z',
  by: {
    id: MemberId.parse(exampleIds.member),
    name: 'Ann Example',
    email: 'ann@example.com',
    roles: ['Sales'],
  },
  work: null,
  action: 'changed',
  recordType: 'call',
  recordId: exampleIds.call,
  detail: '',
  changes: { outcome: { old: 'interested', new: 'meeting-booked' } },
  requestId: '018f3c1e-1f6b-4d0a-9f4e-2b8a7c1d5e91',
  address: '203.0.113.7',
};

/** A wrapped-up call on the practice line, as the browser reports it at its third revision. */
export const exampleReport: CallReport = CallReport.parse({
  callId: exampleIds.call,
  revision: 3,
  workspaceMemberId: exampleIds.member,
  callSessionId: exampleIds.callSession,
  stage: 'wrapped-up',
  line: 'practice',
  direction: 'outbound',
  status: 'completed',
  from: null,
  to: '+12025550123',
  personId: exampleIds.person,
  personName: 'Grace Example',
  isNobody: false,
  companyId: null,
  opportunityId: null,
  callSid: null,
  startedAt: '2026-11-20T15:04:00.000Z',
  ringingAt: '2026-11-20T15:04:02.000Z',
  answeredAt: '2026-11-20T15:04:09.000Z',
  endedAt: '2026-11-20T15:07:16.000Z',
  wrappedUpAt: '2026-11-20T15:07:41.000Z',
  outcome: 'interested',
  note: 'Wants **prices for twenty seats** by Friday.',
  furtherNotes: [],
  timeZone: 'Europe/Berlin',
  seenInTwenty: null,
});

/** The same call a moment after dialing: what a tab that dies right away has already told. */
export const exampleDialedReport: CallReport = CallReport.parse({
  ...exampleReport,
  revision: 1,
  stage: 'dialed',
  status: 'initiated',
  ringingAt: null,
  answeredAt: null,
  endedAt: null,
  wrappedUpAt: null,
  outcome: null,
  note: '',
});

/** The same call when the line is down and wrap-up is open. */
export const exampleEndedReport: CallReport = CallReport.parse({
  ...exampleReport,
  revision: 2,
  stage: 'ended',
  wrappedUpAt: null,
  outcome: null,
  note: 'Wants prices',
});

export const exampleMember: Member = Member.parse({
  id: exampleIds.member,
  firstName: 'Bob',
  lastName: 'Example',
  email: 'bob@example.com',
});

export const exampleCall: CallView = CallView.parse({
  report: exampleReport,
  match: null,
  disposition: 'answered',
  ringSeconds: 7,
  talkSeconds: 187,
  wrapUpSeconds: 25,
  points: 5,
  sync: {
    state: 'in-twenty',
    deliveredAt: '2026-11-20T15:07:42.180Z',
    attention: [],
    twentyUrl: `http://localhost:4410/object/phoneCall/${exampleIds.phoneCall}`,
  },
  acceptedAt: '2026-11-20T15:07:41.090Z',
  changeSeq: 42,
});

export const examplePerson: PersonSummary = PersonSummary.parse({
  id: exampleIds.person,
  name: 'Grace Example',
  jobTitle: 'Head of Operations',
  companyName: 'Example Works',
  companyId: exampleIds.company,
  email: 'grace@example.com',
  phones: ['+12025550123', '+12025550144'],
  twentyUrl: `http://localhost:4410/object/person/${exampleIds.person}`,
});

export const exampleHistoryCall: HistoryCall = HistoryCall.parse({
  key: exampleIds.call,
  callId: exampleIds.call,
  member: { id: exampleIds.member, name: 'Bob Example' },
  isMine: true,
  person: {
    id: exampleIds.person,
    name: 'Grace Example',
    twentyUrl: `http://localhost:4410/object/person/${exampleIds.person}`,
  },
  number: '+12025550123',
  direction: 'outbound',
  outcome: 'interested',
  line: 'practice',
  status: 'completed',
  disposition: 'answered',
  startedAt: '2026-11-20T15:04:00.000Z',
  talkSeconds: 187,
  callSessionId: exampleIds.callSession,
  sync: exampleCall.sync,
  points: 5,
});

export const exampleProgression: Progression = Progression.parse({
  totalXp: 435,
  rank: 'caller-2',
  totalCalls: 150,
  totalTalkSeconds: 9_120,
  lastCallAt: '2026-11-20T15:04:00.000Z',
  streakDays: 4,
  streakThrough: '2026-11-20',
  sync: { state: 'in-twenty', deliveredAt: '2026-11-20T15:07:42.180Z', totalXpInTwenty: 435 },
});

/** A comparison of thirty days that found one call missing in Twenty. */
export const exampleReconciliation: Reconciliation = Reconciliation.parse({
  id: '6b1d8f0a-2c3e-4d5f-8a9b-0c1d2e3f4a5b',
  state: 'done',
  by: null,
  from: '2026-10-22T00:00:00.000Z',
  to: '2026-11-21T03:00:00.000Z',
  startedAt: '2026-11-21T03:00:00.000Z',
  endedAt: '2026-11-21T03:00:41.000Z',
  progress: { phase: 'done', done: 812, total: 812 },
  fault: null,
  open: [{ cause: 'missing', count: 1 }],
  madeByHand: 3,
});

export const exampleProblem: Problem = Problem.parse({
  type: 'urn:twenty-dialer:problem:invalid-request',
  code: 'invalid-request',
  title: 'Some fields are not right',
  status: 422,
  detail: 'One field of the request is not right: to.',
  remedy: 'Correct the fields that are named and send the request again. Nothing was stored.',
  fields: [{ path: 'to', message: 'Use E.164, for example +12025550123.' }],
  requestId: '0b6f5c1e-8f5a-4c57-9b8e-0d9c7a6b5e4f',
});

const delivery = { state: 'running', since: '2026-11-20T09:00:00.000Z', message: '' };

/** A call that Twenty refused, as an admin sees it. */
export const exampleDelivery: Delivery = Delivery.parse({
  slot: `phoneCall:${exampleIds.call}`,
  objectName: 'phoneCall',
  title: 'Call with Grace Example',
  stage: 'failed',
  isHeldBack: false,
  failure: 'cannot-accept',
  reason:
    'Twenty cannot accept the call. It says: Invalid value "12" for field "fromNumber". Field: fromNumber. Value: 12.',
  attention: { kind: 'refused', message: 'Twenty cannot accept the call.', objectName: 'phoneCall' },
  member: { id: exampleIds.member, name: 'Bob Example' },
  callId: exampleIds.call,
  attempts: 1,
  waitingSince: null,
  dueAt: null,
  changedAt: '2026-11-20T15:07:43.000Z',
  deliveredAt: null,
  twentyUrl: null,
});

const exampleDeliveryPage: DeliveryPage = DeliveryPage.parse({
  delivery: exampleDelivery,
  version: 2,
  inTwenty: { state: 'not-there' },
  fields: [
    { name: 'fromNumber', here: '12', inTwenty: null, isDifferent: false, isEdited: false, isEditable: true },
  ],
  waitsFor: [],
  holdsBack: [],
  attempts: [
    {
      id: exampleIds.phoneCall,
      startedAt: '2026-11-20T15:07:42.000Z',
      ms: 61,
      holder: 'worker-1',
      action: 'write',
      answer: 'refused',
      failure: 'cannot-accept',
      code: 'BAD_USER_INPUT',
      subCode: null,
      message: 'Invalid value "12" for field "fromNumber"',
      field: 'fromNumber',
      rows: 1,
      request: { phoneCall: [{ id: exampleIds.phoneCall, fromNumber: '12' }] },
      response: { errors: [{ message: 'Invalid value "12" for field "fromNumber"' }] },
    },
  ],
  deeds: [],
  unmatchedNumber: null,
});

const exampleOverview: DeliveryOverview = DeliveryOverview.parse({
  status: delivery,
  pause: null,
  stages: [
    { stage: 'waiting', count: 3 },
    { stage: 'failed', count: 1 },
    { stage: 'in-twenty', count: 4_210 },
  ],
  failures: [{ failure: 'cannot-accept', count: 1 }],
  unmatched: 2,
  oldestWaitingMs: 1_200,
  lag: { p50Ms: 70, p95Ms: 400, p99Ms: 900 },
  budget: { left: 480, capacity: 500, windowMs: 60_000 },
  hours: [{ from: '2026-11-20T15:00:00.000Z', delivered: 210, failed: 1 }],
});

const exampleJob: DeliveryJob = DeliveryJob.parse({
  id: '5b0c9f3e-6a3d-4a4e-9c55-0c3f1f0f7a11',
  action: 'redrive',
  by: 'Ann Admin',
  reason: null,
  state: 'running',
  total: 1_000,
  done: 400,
  skipped: 2,
  startedAt: '2026-11-20T15:10:00.000Z',
  endedAt: null,
});

const exampleMapping: RoleMapping = RoleMapping.parse({
  roles: [
    {
      twentyRoleId: '1f0d6a3b-52c7-4e89-9b14-7c8e2d5f0a61',
      label: 'Admin',
      roles: ['rep', 'admin'],
      isDefault: true,
      isAdminInTwenty: true,
      members: 1,
    },
    {
      twentyRoleId: '2e9c5b4a-63d8-4f7a-8c05-6b7d1e4f9052',
      label: 'Sales lead',
      roles: ['rep', 'manager'],
      isDefault: false,
      isAdminInTwenty: false,
      members: 2,
    },
  ],
  twenty: { state: 'read' },
});

/** A manager's one team, with one rep. */
export const exampleTeam: TeamView = TeamView.parse({
  teams: [
    {
      id: '6f1d2c3b-4a59-4687-9c0d-1e2f3a4b5c6d',
      name: 'North',
      reps: [
        {
          member: { id: exampleIds.member, name: 'Ann Example' },
          today: { calls: 41, connected: 9, talkSeconds: 3_187, xp: 109, unwrapped: 1 },
          week: { calls: 160, connected: 38, talkSeconds: 12_400, xp: 434, unwrapped: 3 },
          totalXp: 435,
          rank: 'caller-2',
        },
      ],
    },
  ],
  weekStart: '2026-11-16',
  twenty: { state: 'read' },
  readAt: '2026-11-20T15:00:00.000Z',
});

const exampleGrants: GrantList = GrantList.parse({
  grants: [
    {
      member: { id: exampleIds.member, name: 'Ann Example' },
      permission: 'see-audit',
      by: 'Adaeze Novak',
      at: '2026-11-20T15:00:00.000Z',
    },
  ],
});

/** What goes in and what comes out of one route, each with the schema that it is parsed by. Null: there is no body. */
interface RouteExample {
  readonly request: { readonly schema: z.ZodType; readonly value: unknown } | null;
  readonly response: { readonly status: number; readonly schema: z.ZodType; readonly value: unknown } | null;
}

/** One living example of every route. Worker and browser parse them in their tests, so neither can drift alone. */
export const EXAMPLES: Record<RouteName, RouteExample> = {
  health: {
    request: null,
    response: { status: 200, schema: Health, value: { status: 'ok', version: '0.1.0' } },
  },
  readiness: {
    request: null,
    response: {
      status: 200,
      schema: Readiness,
      value: { status: 'ready', store: 'up', room: 'enough', delivery },
    },
  },
  metrics: { request: null, response: null },
  signIn: { request: { schema: SignInQuery, value: { returnTo: '/calls' } }, response: null },
  signInCallback: {
    request: { schema: SignInCallbackQuery, value: { code: 'c0de', state: '57a7e' } },
    response: null,
  },
  signOut: { request: null, response: null },
  signOutEverywhere: {
    request: null,
    response: { status: 200, schema: SignedOutEverywhere, value: { ended: 3 } },
  },
  session: {
    request: null,
    response: {
      status: 200,
      schema: SessionView,
      value: {
        member: exampleMember,
        workspace: { id: exampleIds.workspace, name: 'Example', twentyUrl: 'http://localhost:4410' },
        lines: ['practice', 'manual'],
        outcomes: OUTCOMES.map((outcome) => ({ ...outcome, isOffered: true })),
        defaultCountry: 'US',
        delivery,
        settings: { theme: 'system', singleKeys: true, ownNumber: null },
        roles: ['rep', 'admin'],
        activeRole: null,
        granted: ['see-team-figures'],
        permissions: permissionsOf(['rep', 'admin'], ['see-team-figures']),
      },
    },
  },
  team: {
    request: { schema: TeamQuery, value: { today: '2026-11-20' } },
    response: { status: 200, schema: TeamView, value: exampleTeam },
  },
  chooseRole: {
    request: { schema: ChooseRole, value: { role: 'admin' } },
    response: { status: 200, schema: ChosenRole, value: { activeRole: 'admin' } },
  },
  roleMapping: { request: null, response: { status: 200, schema: RoleMapping, value: exampleMapping } },
  mapRole: {
    request: {
      schema: MapRole,
      value: { twentyRoleId: exampleMapping.roles[1]?.twentyRoleId, roles: ['rep', 'manager'] },
    },
    response: { status: 200, schema: RoleMapping, value: exampleMapping },
  },
  grants: { request: null, response: { status: 200, schema: GrantList, value: exampleGrants } },
  grantPermission: {
    request: { schema: GrantRequest, value: { memberId: exampleIds.member, permission: 'see-audit' } },
    response: { status: 200, schema: GrantList, value: exampleGrants },
  },
  takeBackPermission: {
    request: { schema: GrantRequest, value: { memberId: exampleIds.member, permission: 'see-deliveries' } },
    response: { status: 200, schema: GrantList, value: exampleGrants },
  },
  reportCall: {
    request: { schema: CallReport, value: exampleReport },
    response: {
      status: 202,
      schema: ReportReceipt,
      value: {
        result: 'accepted',
        call: {
          ...exampleCall,
          sync: { state: 'on-its-way', deliveredAt: null, attention: [], twentyUrl: null },
        },
      },
    },
  },
  listCalls: {
    request: {
      schema: CallListQuery,
      value: { from: '2026-11-20T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z', limit: '50' },
    },
    response: { status: 200, schema: CallList, value: { calls: [exampleCall], hasMore: false } },
  },
  getCall: {
    request: { schema: CallParams, value: { callId: exampleIds.call } },
    response: { status: 200, schema: CallView, value: exampleCall },
  },
  unwrappedCalls: {
    request: null,
    response: {
      status: 200,
      schema: UnwrappedCalls,
      value: {
        calls: [
          {
            ...exampleCall,
            report: exampleEndedReport,
            wrapUpSeconds: null,
            points: 2,
            sync: { state: 'saved', deliveredAt: null, attention: [], twentyUrl: null },
          },
        ],
        hasMore: false,
      },
    },
  },
  history: {
    request: {
      schema: HistoryQuery,
      value: {
        from: '2026-11-20T00:00:00.000Z',
        members: exampleIds.member,
        outcomes: 'interested,callback',
        search: '202 555',
      },
    },
    response: {
      status: 200,
      schema: HistoryPage,
      value: {
        calls: [exampleHistoryCall],
        nextCursor: null,
        counts: { inTwenty: 1, onTheWay: 0 },
        twenty: { state: 'read' },
      },
    },
  },
  callPage: {
    request: { schema: CallParams, value: { callId: exampleIds.call } },
    response: {
      status: 200,
      schema: CallPage,
      value: {
        call: exampleHistoryCall,
        own: exampleCall,
        moments: [
          { type: 'initiated', source: 'browser', at: '2026-11-20T15:04:00.000Z' },
          { type: 'wrapped-up', source: 'browser', at: '2026-11-20T15:07:41.000Z' },
        ],
        edits: [
          {
            revision: 3,
            at: '2026-11-20T16:00:00.000Z',
            changes: [{ field: 'outcome', from: 'callback', to: 'interested' }],
          },
        ],
        notes: [
          {
            id: exampleIds.phoneCall,
            text: 'Wants **prices for twenty seats** by Friday.',
            writtenAt: '2026-11-20T15:07:41.000Z',
            state: 'in-twenty',
            twentyUrl: `http://localhost:4410/object/note/${exampleIds.phoneCall}`,
          },
        ],
        inTwenty: {
          outcome: 'interested',
          personId: exampleIds.person,
          personName: 'Grace Example',
          noteMarkdown: 'Wants **prices for twenty seats** by Friday.',
          isBehind: false,
        },
        twenty: { state: 'read' },
      },
    },
  },
  listMembers: {
    request: null,
    response: {
      status: 200,
      schema: MemberList,
      value: { members: [{ id: exampleIds.member, name: 'Bob Example' }] },
    },
  },
  progression: {
    request: null,
    response: { status: 200, schema: Progression, value: exampleProgression },
  },
  events: {
    request: null,
    response: { status: 200, schema: ServerEvent, value: { type: 'call', call: exampleCall } },
  },
  searchPeople: {
    request: { schema: PeopleQuery, value: { search: 'grace' } },
    response: { status: 200, schema: PeopleList, value: { people: [examplePerson] } },
  },
  getPerson: {
    request: { schema: PersonParams, value: { personId: exampleIds.person } },
    response: { status: 200, schema: PersonSummary, value: examplePerson },
  },
  createPerson: {
    request: {
      schema: NewPerson,
      value: { callId: exampleIds.call, number: '+12025550123', firstName: 'Grace', lastName: 'Example' },
    },
    response: { status: 200, schema: PersonSummary, value: examplePerson },
  },
  numberOwners: {
    request: { schema: NumberQuery, value: { number: '+12025550123' } },
    response: {
      status: 200,
      schema: NumberOwners,
      value: { owners: [{ person: examplePerson, because: 'remembered' }] },
    },
  },
  dialCheck: {
    request: { schema: NumberQuery, value: { number: '+12025550123' } },
    response: {
      status: 200,
      schema: DialCheck,
      value: {
        verdict: 'blocked',
        block: {
          by: 'list',
          reason: 'Asked not to be called',
          source: 'manual',
          personName: 'Grace Example',
          since: '2026-11-20T15:04:00.000Z',
          until: null,
          twentyUrl: 'http://localhost:4410/object/doNotCallEntry/9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6b',
        },
      },
    },
  },
  searchCompanies: {
    request: { schema: CompanyQuery, value: { search: 'works' } },
    response: {
      status: 200,
      schema: CompanyList,
      value: { companies: [{ id: exampleIds.company, name: 'Example Works' }] },
    },
  },
  searchOpportunities: {
    request: { schema: OpportunityQuery, value: { search: '', companyId: exampleIds.company } },
    response: {
      status: 200,
      schema: OpportunityList,
      value: {
        opportunities: [{ id: exampleIds.opportunity, name: 'Twenty seats', companyName: 'Example Works' }],
      },
    },
  },
  alerts: {
    request: null,
    response: {
      status: 200,
      schema: AlertList,
      value: {
        alerts: [
          {
            id: '018f3c1e-1f6b-4d0a-9f4e-2b8a7c1d5e90',
            kind: 'dead-letters',
            message: 'Twenty does not accept some records.',
            remedy: 'Deliveries shows each with the words of Twenty.',
            openedAt: '2026-11-20T09:00:00.000Z',
            closedAt: null,
            notices: [
              {
                channel: 'webhook',
                event: 'opened',
                toldAt: '2026-11-20T09:00:01.000Z',
                isGivenUp: false,
                attempts: 1,
                fault: null,
              },
            ],
          },
        ],
        channels: ['webhook'],
      },
    },
  },
  settings: {
    request: null,
    response: {
      status: 200,
      schema: MemberSettings,
      value: { theme: 'system', singleKeys: true, ownNumber: null },
    },
  },
  changeSettings: {
    request: { schema: MemberSettingsChange, value: { theme: 'dark', ownNumber: '+12025550100' } },
    response: {
      status: 200,
      schema: MemberSettings,
      value: { theme: 'dark', singleKeys: true, ownNumber: '+12025550100' },
    },
  },
  workspaceSettings: {
    request: null,
    response: {
      status: 200,
      schema: WorkspaceSettingsView,
      value: { values: exampleSettings, usual: exampleSettings, set: {} },
    },
  },
  changeWorkspaceSettings: {
    request: {
      schema: WorkspaceSettingsChange,
      value: { ownNumbers: ['+12025550100'], xp: null },
    },
    response: {
      status: 200,
      schema: WorkspaceSettingsView,
      value: {
        values: { ...exampleSettings, ownNumbers: ['+12025550100'] },
        usual: exampleSettings,
        set: { ownNumbers: { by: 'Ann Example', at: '2026-11-20T16:20:00.000Z' } },
      },
    },
  },
  audit: {
    request: null,
    response: {
      status: 200,
      schema: AuditList,
      value: { events: [exampleAuditEvent], nextCursor: '4711' },
    },
  },
  auditLog: {
    request: { schema: AuditLogQuery, value: { format: 'json', record: exampleIds.call } },
    response: { status: 200, schema: AuditEvent.array(), value: [exampleAuditEvent] },
  },
  mirror: {
    request: null,
    response: {
      status: 200,
      schema: MirrorView,
      value: {
        objects: [
          {
            name: 'person',
            state: 'filling',
            done: 12_000,
            total: 48_210,
            polledAt: null,
            sweptAt: null,
            heardAt: '2026-11-20T15:04:00.000Z',
            fault: null,
          },
        ],
        webhook: 'on',
      },
    },
  },
  deliveryOverview: {
    request: null,
    response: { status: 200, schema: DeliveryOverview, value: exampleOverview },
  },
  listDeliveries: {
    request: { schema: DeliveryQuery, value: { stages: 'failed', search: 'Grace' } },
    response: {
      status: 200,
      schema: DeliveryList,
      value: { deliveries: [exampleDelivery], nextCursor: null, total: 1 },
    },
  },
  deliveryPage: {
    request: { schema: DeliveryParams, value: { slot: exampleDelivery.slot } },
    response: { status: 200, schema: DeliveryPage, value: exampleDeliveryPage },
  },
  editDelivery: {
    request: {
      schema: DeliveryEdit,
      value: { version: 2, fields: { fromNumber: '+12025550123' }, reason: 'The number had a typing error.' },
    },
    response: { status: 200, schema: DeliveryPage, value: exampleDeliveryPage },
  },
  choosePerson: {
    request: { schema: ChoosePerson, value: { personId: exampleIds.person } },
    response: { status: 200, schema: DeliveryPage, value: exampleDeliveryPage },
  },
  deliveryJobs: {
    request: null,
    response: { status: 200, schema: DeliveryJobList, value: { jobs: [exampleJob] } },
  },
  startDeliveryJob: {
    request: {
      schema: NewDeliveryJob,
      value: {
        action: 'redrive',
        selection: { filter: { stages: ['failed'], failures: ['cannot-accept'] } },
      },
    },
    response: { status: 202, schema: DeliveryJob, value: exampleJob },
  },
  cancelDeliveryJob: {
    request: { schema: DeliveryJobParams, value: { jobId: exampleJob.id } },
    response: { status: 200, schema: DeliveryJob, value: { ...exampleJob, state: 'cancelled' } },
  },
  pauseDelivery: {
    request: { schema: PauseDelivery, value: { reason: 'We move to another Twenty tonight.' } },
    response: { status: 200, schema: DeliveryOverview, value: exampleOverview },
  },
  resumeDelivery: {
    request: null,
    response: { status: 200, schema: DeliveryOverview, value: exampleOverview },
  },
  reconciliations: {
    request: null,
    response: {
      status: 200,
      schema: ReconciliationList,
      value: { reconciliations: [exampleReconciliation] },
    },
  },
  startReconciliation: {
    request: { schema: NewReconciliation, value: { days: 30 } },
    response: { status: 202, schema: Reconciliation, value: exampleReconciliation },
  },
  reconciliation: {
    request: { schema: ReconciliationParams, value: { reconciliationId: exampleReconciliation.id } },
    response: {
      status: 200,
      schema: ReconciliationPage,
      value: {
        reconciliation: exampleReconciliation,
        days: [
          {
            day: '2026-11-20',
            member: { id: exampleIds.member, name: 'Bob Example' },
            here: { calls: 41, talkSeconds: 3_902 },
            inTwenty: { calls: 40, talkSeconds: 3_837 },
          },
        ],
        totals: [
          {
            member: { id: exampleIds.member, name: 'Bob Example' },
            here: { xp: 1_240, calls: 410, talkSeconds: 39_020 },
            inTwenty: { xp: 1_240, calls: 410, talkSeconds: 39_020 },
          },
        ],
      },
    },
  },
  differences: {
    request: { schema: DifferenceQuery, value: { causes: 'missing', limit: 50 } },
    response: {
      status: 200,
      schema: DifferenceList,
      value: {
        differences: [
          {
            id: '1',
            cause: 'missing',
            state: 'open',
            message: 'The call was delivered, and Twenty has it no more.',
            remedies: ['write-again', 'accept'],
            objectName: 'phoneCall',
            title: 'Call to Grace Example',
            slot: `phoneCall:${exampleIds.call}`,
            callId: exampleIds.call,
            member: { id: exampleIds.member, name: 'Bob Example' },
            day: '2026-11-20',
            fields: [],
            twentyUrl: null,
            settled: null,
          },
        ],
        nextCursor: null,
      },
    },
  },
  repairDifferences: {
    request: { schema: RepairRequest, value: { remedy: 'write-again', which: { ids: ['1'] } } },
    response: {
      status: 202,
      schema: RepairReceipt,
      value: { count: 1, reconciliation: { ...exampleReconciliation, state: 'repairing' } },
    },
  },
  cancelReconciliation: {
    request: { schema: ReconciliationParams, value: { reconciliationId: exampleReconciliation.id } },
    response: {
      status: 200,
      schema: Reconciliation,
      value: { ...exampleReconciliation, state: 'cancelled' },
    },
  },
  deliveryLog: {
    request: {
      schema: DeliveryLogQuery,
      value: { format: 'json', from: '2026-11-20T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' },
    },
    response: {
      status: 200,
      schema: DeliveryLogLine.array(),
      value: [
        {
          kind: 'delivery',
          at: '2026-11-20T15:04:00.000Z',
          objectName: 'phoneCall',
          slot: `phoneCall:${exampleIds.call}`,
          recordId: exampleIds.phoneCall,
          callId: exampleIds.call,
          memberId: exampleIds.member,
          action: 'deliver',
          status: 'in-twenty',
          failure: null,
          message: null,
          rows: null,
          ms: null,
        },
      ],
    },
  },
  twentyWebhook: {
    request: null,
    response: { status: 200, schema: WebhookReceipt, value: { taken: true } },
  },
  giveDialTicket: {
    request: { schema: DialTicketRequest, value: { number: '+12025550123' } },
    response: {
      status: 200,
      schema: DialTicketGrant,
      value: { ticket: 'q3Zx0b9cJk1uWm5TtYh7Lr2Vd8Fs4Ng6Pa0Ee_Ci-Xo', lifetimeMs: 30_000 },
    },
  },
  liveCall: {
    request: null,
    response: {
      status: 200,
      schema: LiveView,
      value: {
        state: 'calling',
        call: {
          callId: exampleIds.call,
          personId: exampleIds.person,
          personName: 'Grace Example',
          number: '+12025550123',
          since: '2026-11-20T15:04:00.000Z',
        },
      },
    },
  },
  redeemDialTicket: {
    request: {
      schema: RedeemRequest,
      value: { ticket: 'q3Zx0b9cJk1uWm5TtYh7Lr2Vd8Fs4Ng6Pa0Ee_Ci-Xo', number: '+12025550123' },
    },
    response: { status: 200, schema: RedeemAnswer, value: { mayDial: true } },
  },
};

import { z } from 'zod';
import { GrantablePermission, Permission, Role } from './access.ts';
import { CallReport, CallView, LineName } from './call.ts';
import { Outcome } from './outcome.ts';
import { CallId, CompanyId, E164, Instant, MemberId, PersonId, WorkspaceId } from './primitives.ts';
import { Progression } from './progression.ts';
import { MemberSettings, USUAL_MEMBER_SETTINGS } from './settings.ts';

export const Member = z.object({
  id: MemberId,
  firstName: z.string(),
  lastName: z.string(),
  /** A label that may change; never an identity. */
  email: z.string(),
});
export type Member = z.infer<typeof Member>;

/** Whether calls are reaching Twenty at the moment, for the one quiet line in the UI. */
export const DeliveryStatus = z.object({
  state: z.enum(['running', 'waiting-for-twenty', 'paused']),
  /** Since when it is so. */
  since: Instant,
  /** In words, with what to do; empty while running. */
  message: z.string(),
});
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

/** `GET /api/session` */
export const SessionView = z.object({
  member: Member,
  workspace: z.object({ id: WorkspaceId, name: z.string(), twentyUrl: z.url() }),
  /** The lines this installation offers, the usual one first. */
  lines: z.array(LineName).min(1),
  outcomes: z.array(Outcome),
  /** Country for numbers typed without `+`, ISO 3166-1 alpha-2. */
  defaultCountry: z.string().length(2),
  delivery: DeliveryStatus,
  /** What the person is here, by their roles in Twenty. */
  roles: z.array(Role),
  /** As what they chose to work; null: as all of it. It decides what is offered, and nothing of what they may do. */
  activeRole: Role.nullable(),
  /** Single permissions that they hold besides. */
  granted: z.array(GrantablePermission),
  /** All that they may do. The worker checks each request all the same. */
  permissions: z.array(Permission),
  settings: MemberSettings.default(USUAL_MEMBER_SETTINGS),
});
export type SessionView = z.infer<typeof SessionView>;

/** `POST /api/call-reports`, 202: the call and its outbox entries are committed together. */
export const ReportReceipt = z.object({
  /** `accepted`: stored; `unchanged`: the same report again; `superseded`: a newer one is already held. */
  result: z.enum(['accepted', 'unchanged', 'superseded']),
  call: CallView,
});
export type ReportReceipt = z.infer<typeof ReportReceipt>;

/** `GET /api/calls?from=…&to=…`: the signed-in rep's own calls that started in [from, to), newest first. */
export const CallListQuery = z.strictObject({
  from: Instant,
  to: Instant,
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type CallListQuery = z.infer<typeof CallListQuery>;
export const CallList = z.object({ calls: z.array(CallView), hasMore: z.boolean() });
export type CallList = z.infer<typeof CallList>;

/** A person of the CRM, as far as dialing needs it. Read with the rep's own token: Twenty's permissions apply. */
export const PersonSummary = z.object({
  id: PersonId,
  name: z.string(),
  jobTitle: z.string(),
  companyName: z.string(),
  companyId: CompanyId.nullable().default(null),
  email: z.string(),
  /** All numbers that can be dialed, the primary one first. */
  phones: z.array(E164),
  twentyUrl: z.url(),
});
export type PersonSummary = z.infer<typeof PersonSummary>;

/** `GET /api/people?search=…`: by name, e-mail, company or digits of a number. */
export const PeopleQuery = z.strictObject({ search: z.string().trim().max(200).default('') });
export type PeopleQuery = z.infer<typeof PeopleQuery>;
export const PeopleList = z.object({ people: z.array(PersonSummary) });
export type PeopleList = z.infer<typeof PeopleList>;

export const CallParams = z.strictObject({ callId: CallId });
export const PersonParams = z.strictObject({ personId: PersonId });

/** `GET /auth/sign-in?returnTo=…`: redirects to Twenty. Only paths of our own are returned to. */
export const SignInQuery = z.strictObject({
  returnTo: z
    .string()
    .regex(/^\/(?![/\\])[^\s\\]*$/, 'Use a path of this site, for example /.')
    .max(500)
    .default('/'),
});
/** `GET /auth/callback`: Twenty returns here. */
export const SignInCallbackQuery = z.object({
  code: z.string().max(2_000).optional(),
  state: z.string().max(500).optional(),
  error: z.string().max(500).optional(),
  error_description: z.string().max(2_000).optional(),
});
export type SignInCallbackQuery = z.infer<typeof SignInCallbackQuery>;

/** `GET /healthz` and `GET /readyz` */
export const Health = z.object({ status: z.enum(['ok', 'stopping']), version: z.string() });
export type Health = z.infer<typeof Health>;
/**
 * Room on the disk of the embedded store. `low`: less than twice the reserve; `none`: less than the reserve, so calls stay
 * on the reps' computers. On a Postgres server nobody looks: `enough`.
 */
export const StorageRoom = z.enum(['enough', 'low', 'none']);
export type StorageRoom = z.infer<typeof StorageRoom>;
export const Readiness = z.object({
  status: z.enum(['ready', 'not-ready']),
  store: z.enum(['up', 'down']),
  room: StorageRoom.default('enough'),
  delivery: DeliveryStatus,
});
export type Readiness = z.infer<typeof Readiness>;

/**
 * `GET /api/events`: server-sent events of the signed-in rep's own calls.
 * The event id is the call's `changeSeq`; with `Last-Event-ID` the stream goes on where it stopped, and each call
 * that changed in between comes once, in its present state. Comments (`: …`) keep the connection open.
 */
export const ServerEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), call: CallView }),
  z.object({ type: z.literal('delivery'), delivery: DeliveryStatus }),
  /** The rep's own XP or how far it has come; sent first when the stream opens. */
  z.object({ type: z.literal('progression'), progression: Progression }),
]);
export type ServerEvent = z.infer<typeof ServerEvent>;

export { CallReport };

/** Every route of the worker's, in one table: the server walks it in tests, the client builds addresses from it. */
export const ROUTES = {
  health: { method: 'GET', path: '/healthz', access: 'public' },
  readiness: { method: 'GET', path: '/readyz', access: 'public' },
  metrics: { method: 'GET', path: '/metrics', access: 'scraper' },
  signIn: { method: 'GET', path: '/auth/sign-in', access: 'public' },
  signInCallback: { method: 'GET', path: '/auth/callback', access: 'public' },
  signOut: { method: 'POST', path: '/auth/sign-out', access: 'public' },
  signOutEverywhere: { method: 'POST', path: '/auth/sign-out-everywhere', access: 'member' },
  session: { method: 'GET', path: '/api/session', access: 'member' },
  chooseRole: { method: 'POST', path: '/api/session/role', access: 'member' },
  reportCall: { method: 'POST', path: '/api/call-reports', access: 'owner' },
  listCalls: { method: 'GET', path: '/api/calls', access: 'member' },
  getCall: { method: 'GET', path: '/api/calls/:callId', access: 'owner' },
  unwrappedCalls: { method: 'GET', path: '/api/unwrapped-calls', access: 'member' },
  history: { method: 'GET', path: '/api/history', access: 'member' },
  callPage: { method: 'GET', path: '/api/history/:callId', access: 'member' },
  listMembers: { method: 'GET', path: '/api/members', access: 'member' },
  progression: { method: 'GET', path: '/api/progression', access: 'member' },
  events: { method: 'GET', path: '/api/events', access: 'member' },
  searchPeople: { method: 'GET', path: '/api/people', access: 'member' },
  getPerson: { method: 'GET', path: '/api/people/:personId', access: 'member' },
  createPerson: { method: 'POST', path: '/api/new-person', access: 'make-calls' },
  numberOwners: { method: 'GET', path: '/api/number-owners', access: 'make-calls' },
  dialCheck: { method: 'GET', path: '/api/dial-check', access: 'make-calls' },
  searchCompanies: { method: 'GET', path: '/api/companies', access: 'member' },
  searchOpportunities: { method: 'GET', path: '/api/opportunities', access: 'member' },
  mirror: { method: 'GET', path: '/api/mirror', access: 'member' },
  deliveryOverview: { method: 'GET', path: '/api/delivery-overview', access: 'see-deliveries' },
  listDeliveries: { method: 'GET', path: '/api/deliveries', access: 'see-deliveries' },
  deliveryPage: { method: 'GET', path: '/api/deliveries/:slot', access: 'see-deliveries' },
  editDelivery: { method: 'POST', path: '/api/deliveries/:slot/edit', access: 'act-on-deliveries' },
  choosePerson: { method: 'POST', path: '/api/deliveries/:slot/person', access: 'act-on-deliveries' },
  deliveryJobs: { method: 'GET', path: '/api/delivery-jobs', access: 'see-deliveries' },
  startDeliveryJob: { method: 'POST', path: '/api/delivery-jobs', access: 'act-on-deliveries' },
  cancelDeliveryJob: {
    method: 'POST',
    path: '/api/delivery-jobs/:jobId/cancel',
    access: 'act-on-deliveries',
  },
  pauseDelivery: { method: 'POST', path: '/api/delivery/pause', access: 'act-on-deliveries' },
  resumeDelivery: { method: 'POST', path: '/api/delivery/resume', access: 'act-on-deliveries' },
  reconciliations: { method: 'GET', path: '/api/reconciliations', access: 'see-deliveries' },
  startReconciliation: { method: 'POST', path: '/api/reconciliations', access: 'act-on-deliveries' },
  reconciliation: { method: 'GET', path: '/api/reconciliations/:reconciliationId', access: 'see-deliveries' },
  differences: {
    method: 'GET',
    path: '/api/reconciliations/:reconciliationId/differences',
    access: 'see-deliveries',
  },
  repairDifferences: {
    method: 'POST',
    path: '/api/reconciliations/:reconciliationId/repair',
    access: 'act-on-deliveries',
  },
  cancelReconciliation: {
    method: 'POST',
    path: '/api/reconciliations/:reconciliationId/cancel',
    access: 'act-on-deliveries',
  },
  deliveryLog: { method: 'GET', path: '/api/delivery-log', access: 'see-deliveries' },
  twentyWebhook: { method: 'POST', path: '/api/webhooks/twenty', access: 'public' },
  giveDialTicket: { method: 'POST', path: '/api/twenty/dial-ticket', access: 'viewer' },
  liveCall: { method: 'GET', path: '/api/twenty/live', access: 'viewer' },
  alerts: { method: 'GET', path: '/api/alerts', access: 'see-deliveries' },
  redeemDialTicket: { method: 'POST', path: '/api/dial-ticket/redeem', access: 'make-calls' },
  team: { method: 'GET', path: '/api/team', access: 'see-team-figures' },
  roleMapping: { method: 'GET', path: '/api/settings/roles', access: 'manage-roles' },
  mapRole: { method: 'POST', path: '/api/settings/roles', access: 'manage-roles' },
  grants: { method: 'GET', path: '/api/settings/grants', access: 'manage-roles' },
  grantPermission: { method: 'POST', path: '/api/settings/grants', access: 'manage-roles' },
  takeBackPermission: { method: 'POST', path: '/api/settings/grants/take-back', access: 'manage-roles' },
  settings: { method: 'GET', path: '/api/settings', access: 'member' },
  changeSettings: { method: 'POST', path: '/api/settings', access: 'member' },
  workspaceSettings: { method: 'GET', path: '/api/workspace-settings', access: 'change-settings' },
  changeWorkspaceSettings: { method: 'POST', path: '/api/workspace-settings', access: 'change-settings' },
  audit: { method: 'GET', path: '/api/audit', access: 'see-audit' },
  auditLog: { method: 'GET', path: '/api/audit-log', access: 'see-audit' },
} as const satisfies Record<string, { method: 'GET' | 'POST'; path: string; access: Access }>;

/**
 * `public`: nobody need be signed in; `member`: a session, answers hold only what is the member's, or what Twenty shows them;
 * `owner`: the record named must be the member's; a permission: a session of somebody who holds it; `viewer`: no session but a
 * bearer of Twenty's, as its front components have one; `scraper`: a program that shows the token of the installation's own
 * settings.
 */
export type Access = 'public' | 'member' | 'owner' | 'viewer' | 'scraper' | Permission;
export type RouteName = keyof typeof ROUTES;

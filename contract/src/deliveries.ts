import { z } from 'zod';
import { Attention } from './call.ts';
import { listOf } from './lists.ts';
import { CallId, Instant, MemberId, PersonId } from './primitives.ts';
import { DeliveryStatus } from './routes.ts';

/** The objects of Twenty that the worker writes, by their singular name. */
export const DeliveredObject = z.enum([
  'phoneCall',
  'note',
  'noteTarget',
  'repProgression',
  'callSession',
  'dailyCallStats',
  'person',
  'syncLogEntry',
  'doNotCallEntry',
]);
export type DeliveredObject = z.infer<typeof DeliveredObject>;

/**
 * How far a record has come on its way to Twenty, as an admin sees it. `waiting`: it is due, or will be; `on-its-way`: a
 * worker is at it; `failed`: no retry can help; `needs-attention`: Twenty has it, but something about it is for a person;
 * `dismissed`: an admin gave it up; `in-twenty`: all is well.
 */
export const DeliveryStage = z.enum([
  'waiting',
  'on-its-way',
  'failed',
  'needs-attention',
  'dismissed',
  'in-twenty',
]);
export type DeliveryStage = z.infer<typeof DeliveryStage>;

/** Why the last attempt failed, and so what is done about it. */
export const FailureKind = z.enum([
  'cannot-reach',
  'cannot-accept',
  'missing-link',
  'cannot-match',
  'not-allowed',
  'deleted-in-twenty',
]);
export type FailureKind = z.infer<typeof FailureKind>;

/** What deliveries must have in common; a list (comma-separated) means any of its values. */
export const DeliveryFilter = z.strictObject({
  stages: listOf(DeliveryStage).optional(),
  failures: listOf(FailureKind).optional(),
  objects: listOf(DeliveredObject).optional(),
  members: listOf(MemberId).optional(),
  /** When the record, or how far it has come, last changed; `to` not itself. */
  from: Instant.optional(),
  to: Instant.optional(),
  /** `none`: calls whose person nobody knows. */
  person: z.enum(['none']).optional(),
  /** Found in the record's title, in Twenty's words about it, or as the start of an id. */
  search: z.string().trim().max(200).optional(),
});
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;

/** `GET /api/deliveries`: what changed last first. */
export const DeliveryQuery = z.strictObject({
  ...DeliveryFilter.shape,
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

/** A record and how far it has come. */
export const Delivery = z.object({
  /** The record's own key here, for good: `note:<call id>`. */
  slot: z.string(),
  objectName: DeliveredObject,
  /** As the record is called in Twenty; empty where it has no name. */
  title: z.string(),
  stage: DeliveryStage,
  /** It points at a record that is not in Twenty, and waits for that one. */
  isHeldBack: z.boolean(),
  failure: FailureKind.nullable(),
  /** Twenty's words, or ours, about the last failure. */
  reason: z.string().nullable(),
  attention: Attention.nullable(),
  member: z.object({ id: MemberId, name: z.string() }).nullable(),
  callId: CallId.nullable(),
  /** Failed ones in a row since it last arrived. */
  attempts: z.int(),
  /** Since when it is due and not in Twenty; null while it is not. */
  waitingSince: Instant.nullable(),
  /** When it is tried (again); null while nobody will. */
  dueAt: Instant.nullable(),
  changedAt: Instant,
  deliveredAt: Instant.nullable(),
  /** Address of the record in Twenty, once it is there. */
  twentyUrl: z.url().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

export const DeliveryList = z.object({
  deliveries: z.array(Delivery),
  nextCursor: z.string().nullable(),
  /** Of all that the filter finds; with the first page only. Counting stops at 10,000. */
  total: z.int().nullable(),
});
export type DeliveryList = z.infer<typeof DeliveryList>;

/** One document that was sent to Twenty about a record. Bodies are cut, and hold no person's own words. */
export const DeliveryAttempt = z.object({
  id: z.string(),
  startedAt: Instant,
  ms: z.int(),
  holder: z.string(),
  action: z.enum(['read', 'write']),
  answer: z.enum(['taken', 'taken-in-part', 'refused', 'unanswered', 'not-sent']),
  failure: FailureKind.nullable(),
  code: z.string().nullable(),
  subCode: z.string().nullable(),
  message: z.string().nullable(),
  field: z.string().nullable(),
  /** How many records were in the document. */
  rows: z.int(),
  request: z.json().nullable(),
  response: z.json().nullable(),
});
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

/** One field of a record, here and in Twenty. */
export const ComparedField = z.object({
  name: z.string(),
  here: z.json(),
  /** Null where Twenty has nothing, or could not be read. */
  inTwenty: z.json(),
  /** Twenty could be read and has another value. */
  isDifferent: z.boolean(),
  /** An admin has put this value in the place of what was reported. */
  isEdited: z.boolean(),
  /** An admin may write another value: it names no other record. */
  isEditable: z.boolean(),
});
export type ComparedField = z.infer<typeof ComparedField>;

/** What admins do, as the audit trail names it. */
export const DeedAction = z.enum([
  'redrive',
  'dismiss',
  'edit',
  'choose-person',
  'pause',
  'resume',
  'cancel',
  'repair',
]);

/** What somebody did that is for admins. */
export const DeliveryDeed = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  action: DeedAction,
  /** The reason that was given, and what was changed, in words. */
  detail: z.string(),
});
export type DeliveryDeed = z.infer<typeof DeliveryDeed>;

export const DeliveryParams = z.strictObject({ slot: z.string().min(1).max(300) });

/** `GET /api/deliveries/:slot` */
export const DeliveryPage = z.object({
  delivery: Delivery,
  /** Goes up with each change of the record; an edit names it, so that nobody overwrites what they have not seen. */
  version: z.int(),
  /** How the record is in Twenty: read with the admin's own rights. */
  inTwenty: z.discriminatedUnion('state', [
    z.object({ state: z.enum(['there', 'deleted', 'not-there', 'not-readable']) }),
    z.object({ state: z.literal('away'), message: z.string() }),
  ]),
  fields: z.array(ComparedField),
  /** Records that it points at, and that are not in Twenty yet. */
  waitsFor: z.array(Delivery),
  /** Records that wait for it. */
  holdsBack: z.array(Delivery),
  /** Newest first; 50 at most. */
  attempts: z.array(DeliveryAttempt),
  /** Newest first. */
  deeds: z.array(DeliveryDeed),
  /** The number whose person nobody knows, when it is such a call. */
  unmatchedNumber: z.string().nullable(),
});
export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** `GET /api/delivery-overview` */
export const DeliveryOverview = z.object({
  status: DeliveryStatus,
  /** An admin has stopped delivery; calls are taken in all the same. */
  pause: z.object({ by: z.string(), reason: z.string(), since: Instant }).nullable(),
  /** By stage, but for `in-twenty`: that is all there ever was. */
  stages: z.array(z.object({ stage: DeliveryStage, count: z.int() })),
  /** What failed, and what needs attention, by why. */
  failures: z.array(z.object({ failure: FailureKind, count: z.int() })),
  /** Calls whose person nobody knows. */
  unmatched: z.int(),
  /** How long what is due has been waiting at most; null when nothing is due. */
  oldestWaitingMs: z.int().nullable(),
  /** How long records of calls had been due when they reached Twenty, within the last hour; null where none did. */
  lag: z.object({ p50Ms: z.number(), p95Ms: z.number(), p99Ms: z.number() }).nullable(),
  /** Requests that Twenty still takes from us within its window. */
  budget: z.object({ left: z.int(), capacity: z.int(), windowMs: z.int() }),
  /** The last 24 hours, the oldest first: records that arrived, and that Twenty refused or did not answer for. */
  hours: z.array(z.object({ from: Instant, delivered: z.int(), failed: z.int() })),
});
export type DeliveryOverview = z.infer<typeof DeliveryOverview>;

const Reason = z.string().trim().min(3, 'Say why, in a few words.').max(500);

/** Which deliveries are meant: these, or all that a filter finds at this moment. */
export const DeliverySelection = z.union([
  z.strictObject({ slots: z.array(z.string().min(1).max(300)).min(1).max(1_000) }),
  z.strictObject({
    filter: z.strictObject({
      stages: z.array(DeliveryStage).optional(),
      failures: z.array(FailureKind).optional(),
      objects: z.array(DeliveredObject).optional(),
      members: z.array(MemberId).optional(),
      from: Instant.optional(),
      to: Instant.optional(),
      person: z.enum(['none']).optional(),
      search: z.string().trim().max(200).optional(),
    }),
  }),
]);
export type DeliverySelection = z.infer<typeof DeliverySelection>;

/**
 * `POST /api/delivery-jobs`: begins to do something about many deliveries; it goes on in the background, over restarts.
 * `redrive`: try again, now, as if for the first time. What it makes no sense for (it is in Twenty, or on its way) is skipped.
 */
export const NewDeliveryJob = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('redrive'), selection: DeliverySelection }),
  z.strictObject({ action: z.literal('dismiss'), selection: DeliverySelection, reason: Reason }),
]);
export type NewDeliveryJob = z.infer<typeof NewDeliveryJob>;

export const DeliveryJob = z.object({
  id: z.uuid(),
  action: z.enum(['redrive', 'dismiss']),
  by: z.string(),
  reason: z.string().nullable(),
  state: z.enum(['running', 'done', 'cancelled']),
  /** How many it was meant for when it began. */
  total: z.int(),
  done: z.int(),
  skipped: z.int(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
});
export type DeliveryJob = z.infer<typeof DeliveryJob>;
/** `GET /api/delivery-jobs`: those that run, and the last that ended; newest first, 20 at most. */
export const DeliveryJobList = z.object({ jobs: z.array(DeliveryJob) });
export type DeliveryJobList = z.infer<typeof DeliveryJobList>;
export const DeliveryJobParams = z.strictObject({ jobId: z.uuid() });

/** `POST /api/deliveries/:slot/edit`: writes other values for fields that Twenty refuses, and tries again. */
export const DeliveryEdit = z.strictObject({
  version: z.int(),
  fields: z.record(z.string().min(1).max(100), z.json()).refine((fields) => Object.keys(fields).length > 0, {
    message: 'Change a field first.',
  }),
  reason: Reason,
});
export type DeliveryEdit = z.infer<typeof DeliveryEdit>;

/** `POST /api/deliveries/:slot/person`: says whose number an unmatched call was. A correction by its rep still wins. */
export const ChoosePerson = z.strictObject({ personId: PersonId });
export type ChoosePerson = z.infer<typeof ChoosePerson>;

/** `POST /api/delivery/pause` */
export const PauseDelivery = z.strictObject({ reason: Reason });
export type PauseDelivery = z.infer<typeof PauseDelivery>;

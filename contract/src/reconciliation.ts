import { z } from 'zod';
import { listOf } from './lists.ts';
import { CallId, Instant, MemberId } from './primitives.ts';

/**
 * Why what is held here and what Twenty holds are not the same.
 * - `missing`: it was delivered, and Twenty has it no more: somebody destroyed it, or Twenty was set back to an older state
 * - `deleted`: somebody deleted it there, and it is in Twenty's trash
 * - `destroyed`: it was seen in Twenty's trash before, and is gone for good now
 * - `older`: Twenty has an older state than the one that it took: our delivery was lost there
 * - `edited`: somebody changed it in Twenty since; what they wrote counts
 * - `duplicate`: Twenty has a second record with the same call id
 * - `waiting`: it is on its way, or changed while it was compared
 * - `held-back`: it waits for a record that it points at
 * - `failed`: no retry can help; an admin has to look at the delivery
 * - `not-queued`: it is meant for Twenty, and nothing here would bring it there
 * - `unknown-here`: a record in Twenty bears a call id that nobody knows here: another store wrote it, or a person
 * - `figures`: the record of a rep's day has other figures than the calls here add up to
 * - `xp`: the rep's record has other totals than the ledger
 */
export const DifferenceCause = z.enum([
  'missing',
  'deleted',
  'destroyed',
  'older',
  'edited',
  'duplicate',
  'waiting',
  'held-back',
  'failed',
  'not-queued',
  'unknown-here',
  'figures',
  'xp',
]);
export type DifferenceCause = z.infer<typeof DifferenceCause>;

/**
 * `write-again`: what is held here is put into the outbox once more. What lies in Twenty's trash is never brought back by it.
 * `accept`: what Twenty has counts from now on, also when it is that the record is gone. Nothing is written.
 */
export const Remedy = z.enum(['write-again', 'accept']);
export type Remedy = z.infer<typeof Remedy>;

/** What may be done about each cause; the first one is the usual one. None: it settles by itself, or is settled elsewhere. */
export const REMEDIES: Readonly<Record<DifferenceCause, readonly Remedy[]>> = {
  missing: ['write-again', 'accept'],
  deleted: ['accept'],
  destroyed: ['accept'],
  older: ['write-again', 'accept'],
  edited: ['accept', 'write-again'],
  duplicate: ['accept'],
  waiting: [],
  'held-back': [],
  failed: ['write-again'],
  'not-queued': ['write-again'],
  'unknown-here': ['accept'],
  figures: ['write-again'],
  xp: ['write-again'],
};

/** `open`: nobody has done anything; `repairing`: it is being put right, and will be compared again. */
export const DifferenceState = z.enum(['open', 'repairing', 'repaired', 'accepted']);
export type DifferenceState = z.infer<typeof DifferenceState>;

export const DifferingField = z.object({
  name: z.string(),
  /** Texts are cut. */
  here: z.json(),
  inTwenty: z.json(),
});
export type DifferingField = z.infer<typeof DifferingField>;

/** One thing that is not the same here and in Twenty. */
export const Difference = z.object({
  id: z.string(),
  cause: DifferenceCause,
  state: DifferenceState,
  /** In words, with what follows from it. */
  message: z.string(),
  /** What may be done about it now; the first one is the usual one. */
  remedies: z.array(Remedy),
  objectName: z.enum(['phoneCall', 'note', 'noteTarget', 'dailyCallStats', 'repProgression']),
  /** As the record is called. */
  title: z.string(),
  /** The delivery that it is about; null where there is none. */
  slot: z.string().nullable(),
  callId: CallId.nullable(),
  member: z.object({ id: MemberId, name: z.string() }).nullable(),
  /** Of the call, in its rep's own time zone; null for totals. */
  day: z.iso.date().nullable(),
  fields: z.array(DifferingField),
  /** Address of the record in Twenty; null where there is none. */
  twentyUrl: z.url().nullable(),
  /** Who pressed what, and when. */
  settled: z.object({ by: z.string(), at: Instant, remedy: Remedy }).nullable(),
});
export type Difference = z.infer<typeof Difference>;

/** `repairing`: what was pressed is on its way, and is compared again when it has arrived. */
export const ReconciliationState = z.enum(['running', 'repairing', 'done', 'cancelled']);
export type ReconciliationState = z.infer<typeof ReconciliationState>;

/** One comparison of what is held here with what Twenty holds. */
export const Reconciliation = z.object({
  id: z.uuid(),
  state: ReconciliationState,
  /** Whoever asked for it; null: the daily one. */
  by: z.string().nullable(),
  /** Calls that started in [from, to) are compared. */
  from: Instant,
  to: Instant,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  progress: z.object({
    /** `here`: our calls are looked for in Twenty; `there`: Twenty's are looked for here; then days and totals. */
    phase: z.enum(['here', 'there', 'figures', 'totals', 'done']),
    done: z.int(),
    /** Calls here, as they were counted when it began. */
    total: z.int(),
  }),
  /** What stands in the way at the moment, in words; null: nothing. */
  fault: z.string().nullable(),
  /** Those that nobody has settled, by cause. */
  open: z.array(z.object({ cause: DifferenceCause, count: z.int() })),
  /** Calls in Twenty's list that nobody made with the dialer. They count for neither side. */
  madeByHand: z.int(),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

/** `GET /api/reconciliations`: newest first, 30 at most. */
export const ReconciliationList = z.object({ reconciliations: z.array(Reconciliation) });
export type ReconciliationList = z.infer<typeof ReconciliationList>;

/** `POST /api/reconciliations`: begins one, or answers the one that is under way. */
export const NewReconciliation = z.strictObject({
  /** Calls of so many days until now. */
  days: z.int().min(1).max(365).default(30),
});
export type NewReconciliation = z.infer<typeof NewReconciliation>;

const Side = z.object({ calls: z.int(), talkSeconds: z.int() });

/** A rep's day on both sides. */
export const ReconciledDay = z.object({
  day: z.iso.date(),
  member: z.object({ id: MemberId, name: z.string() }).nullable(),
  here: Side,
  inTwenty: Side,
});
export type ReconciledDay = z.infer<typeof ReconciledDay>;

const Totals = z.object({ xp: z.int(), calls: z.int(), talkSeconds: z.int() });

/** A rep's totals, as the ledger adds up and as Twenty has them; null: there are none. */
export const ReconciledTotals = z.object({
  member: z.object({ id: MemberId, name: z.string() }),
  here: Totals,
  inTwenty: Totals.nullable(),
});
export type ReconciledTotals = z.infer<typeof ReconciledTotals>;

export const ReconciliationParams = z.strictObject({ reconciliationId: z.uuid() });

/** `GET /api/reconciliations/:reconciliationId` */
export const ReconciliationPage = z.object({
  reconciliation: Reconciliation,
  /** Newest day first. */
  days: z.array(ReconciledDay),
  totals: z.array(ReconciledTotals),
});
export type ReconciliationPage = z.infer<typeof ReconciliationPage>;

/** `GET /api/reconciliations/:reconciliationId/differences`: open ones first, then those that were settled. */
export const DifferenceQuery = z.strictObject({
  causes: listOf(DifferenceCause).optional(),
  members: listOf(MemberId).optional(),
  day: z.iso.date().optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DifferenceQuery = z.infer<typeof DifferenceQuery>;
export const DifferenceList = z.object({
  differences: z.array(Difference),
  nextCursor: z.string().nullable(),
});
export type DifferenceList = z.infer<typeof DifferenceList>;

/**
 * `POST /api/reconciliations/:reconciliationId/repair`: does the same about differences that are open and allow it: one, or all
 * of some causes. Whatever belongs to the same call and has the same cause goes along. Afterwards they are compared again.
 */
export const RepairRequest = z.strictObject({
  remedy: Remedy,
  which: z.union([
    z.strictObject({
      ids: z
        .array(z.string().regex(/^\d{1,18}$/))
        .min(1)
        .max(200),
    }),
    z.strictObject({ causes: z.array(DifferenceCause).min(1) }),
  ]),
});
export type RepairRequest = z.infer<typeof RepairRequest>;
export const RepairReceipt = z.object({
  /** How many differences it was done for; those that do not allow it are left alone. */
  count: z.int(),
  reconciliation: Reconciliation,
});
export type RepairReceipt = z.infer<typeof RepairReceipt>;

/** `GET /api/delivery-log?format=csv&from=…&to=…`: what was delivered, tried and failed in [from, to), as a file. */
export const DeliveryLogQuery = z
  .strictObject({ format: z.enum(['csv', 'json']).default('csv'), from: Instant, to: Instant })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    path: ['to'],
    message: 'Choose an end after the beginning.',
  });
export type DeliveryLogQuery = z.infer<typeof DeliveryLogQuery>;

/** One line of the file. Empty texts are null in JSON. */
export const DeliveryLogLine = z.object({
  /** `delivery`: a record and when Twenty last took it; `attempt`: one document; `failure`: what did not get on, or did later. */
  kind: z.enum(['delivery', 'attempt', 'failure']),
  at: Instant,
  objectName: z.string().nullable(),
  /** The record's key here. */
  slot: z.string().nullable(),
  /** The record's id in Twenty. */
  recordId: z.string().nullable(),
  callId: z.string().nullable(),
  memberId: z.string().nullable(),
  action: z.string(),
  /** `in-twenty`, `taken`, `refused`, `failed`, `resolved`, … */
  status: z.string(),
  failure: z.string().nullable(),
  message: z.string().nullable(),
  rows: z.int().nullable(),
  ms: z.int().nullable(),
});
export type DeliveryLogLine = z.infer<typeof DeliveryLogLine>;

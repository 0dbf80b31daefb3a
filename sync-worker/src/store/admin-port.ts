import type {
  Attention,
  AuditEvent,
  AuditQuery,
  CallId,
  DeliveryDeed,
  DeliveryJob,
  DeliverySelection,
  DeliveryStage,
  E164,
  FailureKind,
  Instant,
  Member,
  MemberId,
  SessionAction,
} from '@twenty-dialer/contract';
import type { JsonObject, ObjectName, Slot } from '../outbox/entry.ts';
import type { Overrides } from '../outbox/overrides.ts';
import type { TwentyRole } from './session-port.ts';

/** Somebody who does what is for admins, as they are at that time. */
export interface Actor {
  readonly member: Member;
  readonly roles: readonly TwentyRole[];
  readonly requestId: string | null;
}

/** What was done, by whom: only ever appended to. */
export interface AuditStore {
  note(actor: Actor, deed: AuditDeed): Promise<void>;
  /** Of a sign-in or a session: why. Never with anything that lets somebody in. */
  noteSession(event: SessionEvent): Promise<void>;
  /** What was done to one thing, the newest first. */
  of(subject: string, limit: number): Promise<readonly DeliveryDeed[]>;
  /** The trail, the newest first, behind `after`. */
  list(
    query: AuditFilter & { readonly after: string | null; readonly limit: number },
  ): Promise<readonly AuditEvent[]>;
}

/** What takes old entries out of the trail. */
export interface TrailKeeper {
  /** Those that are older, `limit` at most, the oldest first. */
  older(thanMs: number, limit: number): Promise<readonly AuditEvent[]>;
  remove(ids: readonly string[]): Promise<void>;
}

export type AuditFilter = Omit<AuditQuery, 'cursor' | 'limit'>;

export interface AuditDeed {
  readonly action: DeliveryDeed['action'];
  /** An entry's slot, a job's id; null where it was the whole workspace. */
  readonly subject: string | null;
  /** In words: why, and what was changed. */
  readonly detail: string;
}

export interface SessionEvent {
  readonly action: SessionAction;
  /** Whose session it is or was; null while nobody knows. */
  readonly member: Member | null;
  readonly roles: readonly TwentyRole[];
  /** In words of ours. */
  readonly reason: string;
}

/** A record on its way, as an admin sees it. */
export interface DeliveryRow {
  readonly slot: Slot;
  readonly objectName: ObjectName;
  readonly title: string;
  readonly stage: DeliveryStage;
  readonly isHeldBack: boolean;
  readonly failure: FailureKind | null;
  readonly reason: string | null;
  readonly attention: Attention | null;
  readonly member: { readonly id: MemberId; readonly name: string } | null;
  readonly callId: CallId | null;
  readonly attempts: number;
  readonly waitingSince: Instant | null;
  readonly dueAt: Instant | null;
  readonly changedAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly twentyRecordId: string | null;
}

/** All that there is to know about one of them. */
export interface DeliveryDetail {
  readonly row: DeliveryRow;
  readonly version: number;
  /** Under which id it is looked for in Twenty. */
  readonly recordId: string;
  /** As it was reported, before any admin edited it. */
  readonly payload: JsonObject;
  readonly overrides: Overrides;
  /** Fields that name another record of ours, with its id in Twenty; null while it is not there. */
  readonly links: Readonly<Record<string, string | null>>;
  readonly waitsFor: readonly DeliveryRow[];
  readonly holdsBack: readonly DeliveryRow[];
  /** The call's number, when nobody knows whose it is. */
  readonly unmatchedNumber: E164 | null;
}

/** A filter as the store takes it: as it comes in a selection, apart from what is left out. */
export type DeliveryFilterOf = Extract<DeliverySelection, { filter: unknown }>['filter'];

export interface DeliveryFigures {
  readonly stages: readonly { readonly stage: DeliveryStage; readonly count: number }[];
  /** Of what is not in Twenty, and of what needs attention there. */
  readonly failures: readonly { readonly failure: FailureKind; readonly count: number }[];
  readonly unmatched: number;
  /** How long what is due has been waiting at most; null when nothing is to be delivered. */
  readonly oldestWaitingMs: number | null;
  /** The hours of the last day in which something was tried, the oldest first. */
  readonly hours: readonly { readonly from: Instant; readonly delivered: number; readonly failed: number }[];
}

export type EditResult = 'edited' | 'unknown' | 'changed-meanwhile' | 'on-its-way' | 'in-twenty';

/** What an admin looks at and does about records on their way. */
export interface AdminDeliveryStore {
  /** Those that changed last first, behind `after`. */
  list(query: {
    filter: DeliveryFilterOf;
    after: { readonly changedAt: Instant; readonly slot: Slot } | null;
    limit: number;
  }): Promise<readonly DeliveryRow[]>;
  /** How many there are; counting stops at `most`. */
  count(selection: DeliverySelection, most: number): Promise<number>;
  detail(slot: Slot): Promise<DeliveryDetail | null>;
  figures(): Promise<DeliveryFigures>;
  /**
   * Tries these again, now, as if for the first time: what is dead or dismissed, what waits after a failure, and what Twenty
   * has but needs attention. Others are left alone. Returns those that are tried.
   */
  redrive(slots: readonly Slot[]): Promise<readonly Slot[]>;
  /** Gives up what is dead or waits, until its content changes. Others are left alone. Returns those that were given up. */
  dismiss(slots: readonly Slot[], words: string): Promise<readonly Slot[]>;
  /** Puts other values in the place of what was reported, and tries again. */
  edit(edit: { slot: Slot; version: number; overrides: Overrides }): Promise<EditResult>;
}

/** Things that are done about many records, some at a time. */
export interface DeliveryJobStore {
  begin(job: {
    id: string;
    action: DeliveryJob['action'];
    reason: string | null;
    selection: DeliverySelection;
    actor: Actor;
  }): Promise<DeliveryJob>;
  /** Does a part of the job that has waited the longest, or of the one that is named; null: nobody's turn. */
  advance(limit: number, jobId?: string): Promise<DeliveryJob | null>;
  /** Ends it where it is. Null: there is none; one that has ended stays as it is. */
  cancel(jobId: string, actor: Actor): Promise<DeliveryJob | null>;
  list(limit: number): Promise<readonly DeliveryJob[]>;
}

/** A stop of all deliveries by an admin. */
export interface DeliveryPause {
  readonly by: string;
  readonly reason: string;
  readonly since: Instant;
}

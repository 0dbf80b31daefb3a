import type { E164, Instant, MemberId, PersonId } from '@twenty-dialer/contract';
import type { TypedSearch } from './call-port.ts';

/** The objects of Twenty that the store keeps a mirror of. Companies have no rows of their own: people carry their names. */
export type MirroredObject = 'person' | 'company' | 'doNotCallEntry';

/** What every mirrored row has. */
export interface MirrorMark {
  readonly id: string;
  /** Twenty's `updatedAt`. */
  readonly updatedAt: Instant;
  readonly isDeleted: boolean;
}

/** Rows of one object as Twenty has them. An older state never replaces a newer one, in whatever order they come. */
export interface MirrorTable<TRow extends MirrorMark, TChange> {
  /** Takes rows in, deleted ones included. Answers those whose content is news. */
  put(rows: readonly TRow[]): Promise<readonly TChange[]>;
  /** Takes out what Twenty has no more. `at`: nothing that was updated until then brings it back. Answers what was there. */
  remove(rows: readonly { readonly id: string; readonly at: Instant }[]): Promise<readonly string[]>;
  /** What is held of ids in (after, through], by id; null: from the first, to the last. */
  marks(range: { after: string | null; through: string | null }): Promise<readonly MirrorMark[]>;
  /** How many are held that are not deleted. */
  count(): Promise<number>;
}

/** A person as Twenty tells of them. */
export interface PersonFromTwenty extends MirrorMark {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly companyId: string | null;
  /** Null: not told, as in a webhook; the name that is known for the company is taken. */
  readonly companyName: string | null;
  /** E.164, the primary one first, each once. */
  readonly numbers: readonly E164[];
  /** The option's key, as everywhere: `call-back`. */
  readonly status: string | null;
  readonly ownerId: MemberId | null;
  readonly doNotCall: boolean;
  readonly timeZone: string | null;
}

export interface MirroredPerson extends PersonFromTwenty {
  readonly companyName: string;
}

/** What became of a person whose content is news. */
export interface PersonChange {
  readonly person: MirroredPerson;
  /** Numbers that lead to this person now, and did not before: also of somebody new, or brought back. */
  readonly gained: readonly E164[];
  /** Numbers that lead to this person no more. */
  readonly lost: readonly E164[];
}

export interface PeopleStore extends MirrorTable<PersonFromTwenty, PersonChange> {
  /** Everybody with that number who is not deleted; whose primary number it is comes first. */
  byNumber(number: E164): Promise<readonly MirroredPerson[]>;
  /** People who are not deleted, by name: all words must be found, or one of the numbers. Null: everybody. */
  search(search: TypedSearch | null, limit: number): Promise<readonly MirroredPerson[]>;
  /** In no order; whoever is deleted is among them, and says so. */
  byId(ids: readonly PersonId[]): Promise<readonly MirroredPerson[]>;
  /** Companies have these names now. Answers how many people that concerned. */
  nameCompanies(companies: readonly { readonly id: string; readonly name: string }[]): Promise<number>;
}

/** A `doNotCallEntry` of Twenty's. */
export interface DoNotCallFromTwenty extends MirrorMark {
  /** Null where the record holds no number. */
  readonly number: E164 | null;
  readonly reason: string;
  /** The option's key. */
  readonly source: string;
  readonly personId: PersonId | null;
  readonly addedAt: Instant | null;
  /** Null: for good. */
  readonly expiresAt: Instant | null;
}

export interface DoNotCallStore extends MirrorTable<DoNotCallFromTwenty, DoNotCallFromTwenty> {
  /**
   * The entry that forbids calling the number now, the one that lasts longest; null: it may be called. One that a rep made and
   * that is still on its way to Twenty, or back from there, counts as well.
   */
  byNumber(number: E164): Promise<DoNotCallFromTwenty | null>;
}

/** A place among changes: a time, or, where more rows than a page holds share a millisecond, the ids behind one of them. */
export type ChangePlace =
  | { readonly kind: 'since'; readonly at: Instant | null }
  | { readonly kind: 'within'; readonly at: Instant; readonly afterId: string | null };

/** How far the mirror of one object has come. */
export interface MirrorProgress {
  readonly fill: {
    /** The last id that was taken in; pages come by id. */
    readonly throughId: string | null;
    readonly done: number;
    /** As Twenty counted them when it began. */
    readonly total: number | null;
    readonly startedAt: Instant | null;
    readonly finishedAt: Instant | null;
  };
  readonly poll: {
    /** The newest `updatedAt` that was ever met, by Twenty's clock, and when we met it, by ours. */
    readonly newest: Instant | null;
    readonly newestMetAt: Instant | null;
    /** A whole poll began so long after `newest` was met that nothing older can still turn up. */
    readonly isNewestSettled: boolean;
    /** Where the poll under way goes on, and when it began; null: none is. */
    readonly place: ChangePlace | null;
    readonly beganAt: Instant | null;
    readonly finishedAt: Instant | null;
  };
  readonly sweep: {
    /** The last id that was compared; null: it begins anew. */
    readonly throughId: string | null;
    readonly startedAt: Instant | null;
    readonly finishedAt: Instant | null;
  };
}

export interface MirrorStatus {
  readonly objectName: MirroredObject;
  readonly progress: MirrorProgress;
  readonly heardAt: Instant | null;
}

/** Who keeps the mirror up, and how far they have come. */
export interface MirrorStateStore {
  /** Takes or prolongs the hold on an object; null while another worker has it. */
  hold(objectName: MirroredObject, holder: string, forMs: number): Promise<MirrorProgress | null>;
  /**
   * Keeps the progress, together with the rows of the same transaction, and prolongs the hold.
   * @throws MirrorHoldLost when the hold is another's by now.
   */
  save(
    objectName: MirroredObject,
    kept: { readonly holder: string; readonly forMs: number; readonly progress: MirrorProgress },
  ): Promise<void>;
  release(holder: string): Promise<void>;
  /** A webhook about the object was taken in. */
  heard(objectName: MirroredObject): Promise<void>;
  status(): Promise<readonly MirrorStatus[]>;
}

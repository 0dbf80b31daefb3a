import type { Instant } from '@twenty-dialer/contract';
import type { ChangePlace, DoNotCallFromTwenty, MirrorMark, PersonFromTwenty } from '../store/mirror-port.ts';

/** A company, of which the mirror keeps the name alone. */
export interface CompanyFromTwenty extends MirrorMark {
  readonly name: string;
}

/** Rows of one object, deleted ones included, read with the worker's own token. Each question costs one token of the budget. */
export interface MirrorSource<TRow extends MirrorMark> {
  /** How many rows there are, and when the newest change was. @throws TwentyError */
  extent(): Promise<{ readonly total: number; readonly newest: Instant | null }>;
  /** Rows behind an id, by id. @throws TwentyError */
  page(query: { after: string | null; first: number }): Promise<MirrorPage<TRow>>;
  /** The same, without content. @throws TwentyError */
  marks(query: { after: string | null; first: number }): Promise<MirrorPage<MirrorMark>>;
  /** At most 200. What Twenty has no more is not among them. @throws TwentyError */
  byIds(ids: readonly string[]): Promise<readonly TRow[]>;
  /** Rows that were updated at a place in time or later, the oldest change first. @throws TwentyError */
  changed(query: { from: ChangePlace; first: number }): Promise<MirrorPage<TRow>>;
  /** The record of a webhook; null when it is none that we understand. */
  fromRecord(record: unknown): TRow | null;
}

export interface MirrorPage<TItem> {
  /** Without rows that we cannot hold, for example because of their id. */
  readonly items: readonly TItem[];
  /** The last row of the page, held or not; null: the page is empty. */
  readonly last: MirrorMark | null;
  readonly isLast: boolean;
}

export interface TwentyMirror {
  readonly person: MirrorSource<PersonFromTwenty>;
  readonly doNotCallEntry: MirrorSource<DoNotCallFromTwenty>;
  readonly company: Pick<MirrorSource<CompanyFromTwenty>, 'extent' | 'changed' | 'fromRecord'>;
}

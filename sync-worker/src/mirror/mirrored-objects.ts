import type { MirroredObject, MirrorMark, MirrorTable } from '../store/mirror-port.ts';
import type { StoreTransaction } from '../store/port.ts';
import type { CompanyFromTwenty, MirrorSource } from '../twenty/mirror-port.ts';
import type { MirrorDeps } from './deps.ts';

type Followed<TRow extends MirrorMark> = Pick<MirrorSource<TRow>, 'extent' | 'changed' | 'fromRecord'>;

/** An object of Twenty's whose changes are followed: where its rows come from, and what is done with them. */
export interface FollowedObject<TRow extends MirrorMark> {
  readonly name: MirroredObject;
  readonly source: Followed<TRow>;
  /** Takes rows in, and tells whoever must hear what is news. */
  put(tx: StoreTransaction, rows: readonly TRow[]): Promise<void>;
  /** Takes out what was destroyed. */
  remove(tx: StoreTransaction, rows: readonly { id: string; at: string }[]): Promise<void>;
}

/** An object of which every row is kept, so that it is filled once, and swept. */
export interface KeptObject<TRow extends MirrorMark> extends FollowedObject<TRow> {
  readonly source: MirrorSource<TRow>;
  marks(
    tx: StoreTransaction,
    range: Parameters<MirrorTable<TRow, unknown>['marks']>[0],
  ): Promise<readonly MirrorMark[]>;
}

export const person = ({ twenty, listeners }: MirrorDeps) =>
  kept({
    name: 'person',
    source: twenty.person,
    table: (tx) => tx.people,
    tell: async (tx, changes) => listeners.people?.(tx, changes),
  });

export const doNotCallEntry = ({ twenty, listeners }: MirrorDeps) =>
  kept({
    name: 'doNotCallEntry',
    source: twenty.doNotCallEntry,
    table: (tx) => tx.doNotCall,
    tell: async (tx, entries) => listeners.doNotCall?.(tx, entries),
  });

/** Of companies only their names are wanted, and those come with their people: a company that was renamed is all there is to hear. */
export const company = ({ twenty }: MirrorDeps): FollowedObject<CompanyFromTwenty> => ({
  name: 'company',
  source: twenty.company,
  put: async (tx, companies) => {
    await tx.people.nameCompanies(companies.filter(({ isDeleted }) => !isDeleted));
  },
  remove: async () => undefined,
});

const kept = <TRow extends MirrorMark, TChange>(rules: {
  name: MirroredObject;
  source: MirrorSource<TRow>;
  table: (tx: StoreTransaction) => MirrorTable<TRow, TChange>;
  tell: (tx: StoreTransaction, changes: readonly TChange[]) => Promise<void>;
}): KeptObject<TRow> => ({
  name: rules.name,
  source: rules.source,
  put: async (tx, rows) => {
    const changes = await rules.table(tx).put(rows);
    if (changes.length > 0) await rules.tell(tx, changes);
  },
  remove: async (tx, rows) => {
    await rules.table(tx).remove(rows);
  },
  marks: (tx, range) => rules.table(tx).marks(range),
});

import type { ChangePlace } from '../store/mirror-port.ts';

/** The filter that all mirrored objects have in common. */
export interface MirrorFilter {
  readonly id?: { gt: string } | { in: string[] };
  readonly updatedAt?: { gte: string } | { lt: string };
  readonly deletedAt?: { is: 'NULL' | 'NOT_NULL' };
  readonly and?: MirrorFilter[];
  readonly or?: MirrorFilter[];
}
export type MirrorOrder = { id: 'AscNullsFirst' } | { updatedAt: 'AscNullsFirst' };

/** Twenty hides deleted rows unless the filter names `deletedAt`. */
const withDeleted = (): MirrorFilter => ({
  or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }],
});

export const allRows = withDeleted;

export const behindId = (after: string | null): MirrorFilter => ({
  ...withDeleted(),
  ...(after === null ? {} : { id: { gt: after } }),
});

export const withIds = (ids: readonly string[]): MirrorFilter => ({ ...withDeleted(), id: { in: [...ids] } });

/** What is asked for at a place among changes, and in which order. Twenty takes one operator per field, so times are joined. */
export const atPlace = (place: ChangePlace): { filter: MirrorFilter; orderBy: MirrorOrder[] } => {
  if (place.kind === 'since') {
    const since = place.at === null ? {} : { updatedAt: { gte: place.at } };
    return {
      filter: { ...withDeleted(), ...since },
      orderBy: [{ updatedAt: 'AscNullsFirst' }, { id: 'AscNullsFirst' }],
    };
  }
  const next = new Date(Date.parse(place.at) + 1).toISOString();
  return {
    filter: {
      ...behindId(place.afterId),
      and: [{ updatedAt: { gte: place.at } }, { updatedAt: { lt: next } }],
    },
    orderBy: byId(),
  };
};

export const byId = (): MirrorOrder[] => [{ id: 'AscNullsFirst' }];

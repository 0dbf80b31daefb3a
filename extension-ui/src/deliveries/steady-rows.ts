import type { Delivery } from '@twenty-dialer/contract';

/** A row of the list; `hasLeft`: it no longer fits the filters, and goes when nobody points at the list. */
export type SteadyRow = { key: string; type: 'delivery'; delivery: Delivery; hasLeft: boolean };

const rowOf = (delivery: Delivery): SteadyRow => ({
  key: delivery.slot,
  type: 'delivery',
  delivery,
  hasLeft: false,
});

/**
 * The rows to show after the list was read anew. While somebody points at it, no row changes its place under their hand:
 * those that are shown stay in their order with what is new about them, and new ones come in before the next one that has
 * not moved.
 */
export const steadyRows = (
  shown: readonly SteadyRow[],
  fresh: readonly Delivery[],
  isHeld: boolean,
): SteadyRow[] => {
  const before = new Map(shown.map((row) => [row.key, row]));
  if (!isHeld || shown.length === 0)
    return fresh.map((delivery) => same(before.get(delivery.slot), delivery));
  const now = new Map(fresh.map((delivery) => [delivery.slot, delivery]));
  const newBefore = placesOfNew(before, fresh);
  const rows = shown.flatMap((row) => {
    const delivery = now.get(row.key);
    const present = delivery === undefined ? left(row) : same(row, delivery);
    return [...(newBefore.get(row.key) ?? []).map(rowOf), present];
  });
  return [...rows, ...(newBefore.get(null) ?? []).map(rowOf)];
};

/** An unchanged row is the same object, and is not drawn anew. */
const same = (row: SteadyRow | undefined, delivery: Delivery): SteadyRow =>
  row !== undefined && row.delivery === delivery && !row.hasLeft ? row : rowOf(delivery);
const left = (row: SteadyRow): SteadyRow => (row.hasLeft ? row : { ...row, hasLeft: true });

/** New records by the row that they come in before; null: after the last one. */
const placesOfNew = (before: ReadonlyMap<string, SteadyRow>, fresh: readonly Delivery[]) => {
  const places = new Map<string | null, Delivery[]>();
  let next: string | null = null;
  for (const delivery of [...fresh].reverse()) {
    const known = before.get(delivery.slot)?.delivery;
    if (known === undefined) places.set(next, [delivery, ...(places.get(next) ?? [])]);
    else if (known.changedAt === delivery.changedAt) next = delivery.slot;
  }
  return places;
};

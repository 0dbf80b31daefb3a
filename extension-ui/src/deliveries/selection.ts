import type { NewDeliveryJob } from '@twenty-dialer/contract';
import type { DeliveryRequest } from './delivery-request.ts';
import type { SteadyRow } from './steady-rows.ts';

/** So many can be named one by one; for more there is “all that match”. */
export const MOST_SELECTED = 1_000;

/** Which rows an admin has picked: one by one, or all that the filters find, also those that nobody has scrolled to. */
export type Selection = {
  slots: ReadonlySet<string>;
  /** The row from which a range is reached. */
  anchor: string | null;
  isAll: boolean;
};
export const NOTHING_SELECTED: Selection = { slots: new Set(), anchor: null, isAll: false };

type Rows = readonly SteadyRow[];
export type SelectionMove =
  | { type: 'toggle'; slot: string }
  /** Everything from the last row that was touched to this one. */
  | { type: 'reach'; slot: string; rows: Rows }
  | { type: 'all-shown'; rows: Rows }
  | { type: 'all-that-match' }
  | { type: 'clear' };

export const selectionAfter = (now: Selection, move: SelectionMove): Selection => {
  switch (move.type) {
    case 'toggle': {
      const slots = new Set(now.slots);
      if (!slots.delete(move.slot)) slots.add(move.slot);
      return { slots, anchor: move.slot, isAll: false };
    }
    case 'reach':
      return {
        slots: new Set([...now.slots, ...between(now.anchor, move)]),
        anchor: move.slot,
        isAll: false,
      };
    case 'all-shown':
      return { slots: new Set(move.rows.map(({ key }) => key)), anchor: null, isAll: false };
    case 'all-that-match':
      return { ...now, isAll: true };
    case 'clear':
      return NOTHING_SELECTED;
  }
};

const between = (anchor: string | null, { slot, rows }: { slot: string; rows: Rows }): string[] => {
  const to = rows.findIndex(({ key }) => key === slot);
  const from = rows.findIndex(({ key }) => key === anchor);
  if (from === -1 || to === -1) return [slot];
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ key }) => key);
};

/** What the worker is told: the records by name, or the filter, which is looked up at the moment the job begins. */
export const meantBy = (selection: Selection, request: DeliveryRequest): NewDeliveryJob['selection'] =>
  selection.isAll
    ? { filter: JSON.parse(JSON.stringify(request)) }
    : { slots: [...selection.slots].slice(0, MOST_SELECTED) };

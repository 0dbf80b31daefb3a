import type { Json } from '../outbox/entry.ts';
import type { Classified } from '../twenty/failures.ts';
import type { Write } from './plan.ts';

export interface Split {
  /** Rows to send again, each group in a document of its own, the likely good ones first. */
  readonly again: readonly (readonly Write[])[];
  /** The row that Twenty cannot accept, when only one is left to blame. */
  readonly poisoned: Write | null;
}

/**
 * Takes a refused batch apart, so that one bad row does not keep the others from arriving: first by the value that Twenty
 * names, else by halves. A batch of 200 with one bad row costs one more document, or at worst about sixteen.
 */
export const splitRefused = (writes: readonly Write[], named: Classified): Split => {
  const [first] = writes;
  if (writes.length <= 1) return { again: [], poisoned: first ?? null };
  const suspects = writes.filter((write) => holdsNamed(write, named));
  if (suspects.length === 0 || suspects.length === writes.length) {
    const middle = Math.ceil(writes.length / 2);
    return { again: [writes.slice(0, middle), writes.slice(middle)], poisoned: null };
  }
  const others = writes.filter((write) => !suspects.includes(write));
  const [suspect] = suspects;
  return suspects.length === 1 && suspect !== undefined
    ? { again: [others], poisoned: suspect }
    : { again: [others, suspects], poisoned: null };
};

/** Whether the row holds the value that Twenty names, in the field that it names; or a field that it says is unknown. */
export const holdsNamed = ({ record }: Write, { field, value, mayBeSchema }: Classified): boolean => {
  if (value === null) return mayBeSchema && field !== null && record.fields[field] !== undefined;
  if (field === null) return record.id === value || holds(record.fields, value);
  return holds(record.fields[field], value);
};

const holds = (present: Json | undefined, value: string): boolean =>
  typeof present === 'object' && present !== null
    ? Object.values(present).some((part: Json) => holds(part, value))
    : String(present) === value;

import { z } from 'zod';
import { isJsonObject, type Json } from '../json.ts';
import { badData, type Refusal, refusedByDatabase } from '../refusal.ts';

export const FaultRequest = z
  .strictObject({
    kind: z.enum(['throttled', 'server-error', 'slow', 'cut', 'lost-answer', 'poisoned']),
    /** How often it strikes before it is gone; for ever when left out. */
    times: z.int().min(1).optional(),
    /** Chance for each request, 0 to 1; always when left out. */
    probability: z.number().min(0).max(1).optional(),
    /** How long a slow answer takes, in milliseconds. */
    ms: z.int().min(0).max(600_000).optional(),
    /** Only documents with this root field, for example `createNotes`. */
    operation: z.string().optional(),
    /** Which row is refused: one whose field contains this value. For `poisoned` only. */
    match: z.strictObject({ objectName: z.string(), field: z.string(), value: z.string().min(1) }).optional(),
    /** Whether the refusal of a poisoned row names the value, as Twenty's own checks do and its database does not. */
    isNamed: z.boolean().default(true),
  })
  .refine((fault) => (fault.kind === 'poisoned') === (fault.match !== undefined), {
    message: 'A poisoned row needs `match`, and nothing else takes it.',
    path: ['match'],
  });
export type FaultRequest = z.infer<typeof FaultRequest>;
export type FaultKind = FaultRequest['kind'];

export interface Fault extends FaultRequest {
  readonly id: string;
  /** How often it struck. */
  struck: number;
}

/** What goes wrong on command, so that tests can see how the dialer takes it. */
export interface Faults {
  add(request: FaultRequest): Fault;
  list(): readonly Fault[];
  remove(id: string | null): void;
  /** The first fault of these kinds that strikes this request, counted as struck. */
  strike(kinds: readonly FaultKind[], roots: readonly string[]): Fault | null;
  /** @throws Refusal when one of the rows is poisoned */
  checkPoison(objectName: string, rows: readonly Json[]): void;
}

export const createFaults = ({ newId, random }: { newId: () => string; random: () => number }): Faults => {
  let faults: Fault[] = [];
  const hits = (fault: Fault): boolean => {
    if (fault.times !== undefined && fault.struck >= fault.times) return false;
    if (fault.probability !== undefined && random() >= fault.probability) return false;
    fault.struck += 1;
    return true;
  };
  return {
    add: (request) => {
      const fault = { ...request, id: newId(), struck: 0 };
      faults.push(fault);
      return fault;
    },
    list: () => faults,
    remove: (id) => {
      faults = id === null ? [] : faults.filter((fault) => fault.id !== id);
    },
    strike: (kinds, roots) =>
      faults.find(
        (fault) =>
          kinds.includes(fault.kind) &&
          (fault.operation === undefined || roots.includes(fault.operation)) &&
          hits(fault),
      ) ?? null,
    checkPoison: (objectName, rows) => {
      for (const fault of faults) {
        const match = fault.match;
        if (match === undefined || match.objectName !== objectName) continue;
        const poisoned = rows.find(
          (row) => isJsonObject(row) && holds(row[match.field] ?? null, match.value),
        );
        if (poisoned === undefined || !hits(fault)) continue;
        throw poisonRefusal(fault.isNamed, match);
      }
    },
  };
};

const holds = (value: Json, wanted: string): boolean => {
  if (typeof value === 'string') return value.includes(wanted);
  return value !== null && JSON.stringify(value).includes(wanted);
};

const poisonRefusal = (isNamed: boolean, { field, value }: { field: string; value: string }): Refusal =>
  isNamed
    ? badData(`Invalid value "${value}" for field "${field}"`, `Invalid value for field "${field}"`)
    : refusedByDatabase('value violates a check of the database', 'Invalid input provided.');

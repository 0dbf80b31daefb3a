import type { Json, JsonObject } from './entry.ts';

/** Values that an admin put in the place of what was reported, by field. */
export type Overrides = Readonly<Record<string, { readonly from: Json; readonly to: Json }>>;

/**
 * The payload with an admin's values. Each counts as long as the report has what it had when the admin wrote it: a rep's
 * own correction of the field is newer, and wins. Both must come from the same database, which puts keys in one order.
 */
export const withOverrides = (payload: JsonObject, overrides: Overrides | null): JsonObject => {
  if (overrides === null) return payload;
  const edited = Object.entries(overrides).filter(([field, { from }]) => isSame(payload[field], from));
  return edited.length === 0
    ? payload
    : { ...payload, ...Object.fromEntries(edited.map(([field, { to }]) => [field, to])) };
};

/** Whether an admin's value counts for the field now. */
export const isOverridden = (payload: JsonObject, overrides: Overrides, field: string): boolean => {
  const held = overrides[field];
  return held !== undefined && isSame(payload[field], held.from);
};

const isSame = (one: Json | undefined, other: Json): boolean =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other);

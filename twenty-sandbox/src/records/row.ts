import type { Json, JsonObject } from '../json.ts';

/** A record as it is stored: plain fields, composites as objects, relations by their join column. Empty text is null. */
export interface Row extends JsonObject {
  id: string;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

/** `valueAt(row, 'name', 'firstName')`; null when there is nothing. */
export const valueAt = (row: JsonObject, name: string, part?: string): Json => {
  const value = row[name] ?? null;
  if (part === undefined) return value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[part] ?? null) : null;
};

export const textAt = (row: JsonObject, name: string, part?: string): string => {
  const value = valueAt(row, name, part);
  return typeof value === 'string' ? value : '';
};

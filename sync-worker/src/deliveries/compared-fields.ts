import type { ComparedField } from '@twenty-dialer/contract';
import type { Json, JsonObject, ObjectName } from '../outbox/entry.ts';
import { isOverridden, withOverrides } from '../outbox/overrides.ts';
import { isSameValue } from '../outbox/three-way.ts';
import type { DeliveryDetail } from '../store/admin-port.ts';

/** What an admin may correct: the rest are figures, which are counted, and links, which are looked up. */
const EDITABLE: readonly ObjectName[] = ['phoneCall', 'note', 'doNotCallEntry'];
const NEVER_EDITED: readonly string[] = ['createdBy', 'callId'];

/** Every field of a record, here and in Twenty; `theirs` is null where Twenty has no such record, or was not read. */
export const comparedFields = (
  { row, payload, overrides, links }: DeliveryDetail,
  theirs: JsonObject | null,
): ComparedField[] => {
  const ours = withOverrides(payload, overrides);
  const own = Object.entries(ours).map(([name, here]) => ({
    ...compared(name, here, theirs),
    isEdited: isOverridden(payload, overrides, name),
    isEditable: isEditable(row.objectName, name),
  }));
  const linked = Object.entries(links).map(([name, here]) => ({
    ...compared(name, here, theirs),
    isEdited: false,
    isEditable: false,
  }));
  return [...own, ...linked];
};

export const isEditable = (objectName: ObjectName, field: string): boolean =>
  EDITABLE.includes(objectName) && !NEVER_EDITED.includes(field) && !/Id$/.test(field);

const compared = (name: string, here: Json, theirs: JsonObject | null) => {
  const inTwenty = theirs?.[name] ?? null;
  // Set once, and not read back.
  const isDifferent = theirs !== null && name !== 'createdBy' && !isSameValue(here, inTwenty);
  return { name, here: mutable(here), inTwenty: mutable(inTwenty), isDifferent };
};

/** The contract's JSON is not read-only. */
const mutable = (value: Json): ComparedField['here'] => {
  if (Array.isArray(value)) return value.map((part: Json) => mutable(part));
  if (typeof value !== 'object' || value === null) return value as ComparedField['here'];
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mutable(part)]));
};

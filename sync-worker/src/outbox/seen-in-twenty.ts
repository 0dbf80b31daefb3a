import { NEEDS_WRAP_UP, type SeenInTwenty, toTwentySelect } from '@twenty-dialer/contract';
import type { Json, RecordToDeliver } from './entry.ts';
import { isSameToPeople } from './three-way.ts';

/** Per field of a record, the values that would have looked as they did to whoever looked. */
export type SeenFields = Readonly<Record<string, readonly Json[]>>;

/** What was seen of a call in Twenty, by the fields that hold it there. An empty select looks like one that says so. */
export const seenOfCall = ({ outcome, personId }: SeenInTwenty): SeenFields => ({
  ...(outcome === undefined
    ? {}
    : { outcome: outcome === null ? [NEEDS_WRAP_UP, null] : [toTwentySelect(outcome)] }),
  ...(personId === undefined ? {} : { personId: [personId] }),
});

export const seenOfNote = ({ noteMarkdown }: SeenInTwenty): SeenFields => {
  if (noteMarkdown === undefined) return {};
  return { bodyV2: noteMarkdown === null ? [{ markdown: null }, null] : [{ markdown: noteMarkdown }] };
};

/** The person that the call was seen with is also whose page its notes were on. */
export const seenOfPersonTarget = ({ personId }: SeenInTwenty): SeenFields =>
  personId === undefined ? {} : { targetPersonId: [personId] };

/** Notes what was seen, where it is not what we have: where it is, there is nothing to decide. */
export const withSeen = (record: RecordToDeliver, fields: SeenFields): RecordToDeliver => {
  const other = Object.entries(fields).filter(
    ([field, values]) => !values.some((value) => isSameToPeople(record.payload[field], value)),
  );
  return other.length === 0 ? record : { ...record, seen: Object.fromEntries(other) };
};

import { randomUUID } from 'node:crypto';
import type { Answer, TwentyClient } from './client.ts';

const OBJECTS = {
  noteTarget: 'NoteTargets',
  note: 'Notes',
  phoneCall: 'PhoneCalls',
  repProgression: 'RepProgressions',
  person: 'People',
  company: 'Companies',
} as const;
export type ObjectName = keyof typeof OBJECTS;

/** Knows every record that the tests make, so that a real workspace is left as it was found. */
export interface RecordKeeper {
  /** An id for a record that is about to be made. */
  idFor(object: ObjectName): string;
  /** Remembers records whose id the server or the test chose otherwise. */
  keep(object: ObjectName, ...ids: readonly string[]): void;
  /** `createXs(data, upsert)`, answering id and the other fields asked for. */
  create(
    object: ObjectName,
    data: readonly Record<string, unknown>[],
    options?: { fields?: string; upsert?: boolean; as?: Parameters<TwentyClient['send']>[2] },
  ): Promise<Answer>;
  /** Destroys everything, links first. @throws when something is left behind */
  clearUp(): Promise<void>;
}

const BATCH = 100;

export const createRecordKeeper = (client: TwentyClient): RecordKeeper => {
  const made = new Map<ObjectName, Set<string>>();
  const keep = (object: ObjectName, ...ids: readonly string[]) => {
    const known = made.get(object) ?? new Set();
    for (const id of ids) known.add(id);
    made.set(object, known);
  };
  return {
    keep,
    idFor: (object) => {
      const id = randomUUID();
      keep(object, id);
      return id;
    },
    create: async (object, data, { fields = 'id', upsert = false, as } = {}) => {
      const plural = OBJECTS[object];
      const input = `${object.charAt(0).toUpperCase()}${object.slice(1)}CreateInput`;
      const query = `mutation ($data: [${input}!]!, $upsert: Boolean) { create${plural}(data: $data, upsert: $upsert) { ${fields} } }`;
      for (const row of data) if (typeof row.id === 'string') keep(object, row.id.toLowerCase());
      return client.send(query, { data, upsert }, as);
    },
    clearUp: async () => {
      for (const object of Object.keys(OBJECTS) as ObjectName[]) {
        const ids = [...(made.get(object) ?? [])];
        for (let from = 0; from < ids.length; from += BATCH) {
          const answer = await client.send(
            `mutation ($ids: [UUID]!) { destroy${OBJECTS[object]}(filter: { id: { in: $ids } }) { id } }`,
            { ids: ids.slice(from, from + BATCH) },
            client.destroyer,
          );
          const [refusal] = answer.errors;
          if (refusal !== undefined)
            throw new Error(`Some ${object} records may be left behind: ${refusal.message}`);
        }
      }
    },
  };
};

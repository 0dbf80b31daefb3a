import { randomUUID } from 'node:crypto';
import { type Answer, at, type TwentyClient } from './client.ts';

const OBJECTS = {
  noteTarget: 'NoteTargets',
  note: 'Notes',
  phoneCall: 'PhoneCalls',
  repProgression: 'RepProgressions',
  callSession: 'CallSessions',
  dailyCallStats: 'DailyCallStatsEntries',
  syncLogEntry: 'SyncLogEntries',
  doNotCallEntry: 'DoNotCallEntries',
  salesTeam: 'SalesTeams',
  opportunity: 'Opportunities',
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

/** Objects whose records Twenty writes a timeline for. */
const TIMELINE_TARGETS = (Object.keys(OBJECTS) as ObjectName[]).filter((name) => name !== 'noteTarget');
const QUIET_MS = 1_500;
const QUIET_ROUNDS = 2;
const ROUNDS = 20;

export const createRecordKeeper = (
  client: TwentyClient,
  { hasTimeline, wait }: { hasTimeline: boolean; wait: (ms: number) => Promise<unknown> },
): RecordKeeper => {
  const made = new Map<ObjectName, Set<string>>();
  const keep = (object: ObjectName, ...ids: readonly string[]) => {
    const known = made.get(object) ?? new Set();
    for (const id of ids) known.add(id);
    made.set(object, known);
  };
  const destroyAll = async (plural: string, filters: readonly Record<string, unknown>[]): Promise<number> => {
    let destroyed = 0;
    for (const filter of filters) {
      const name = `destroy${plural}`;
      const { data, errors } = await client.send(
        `mutation ($filter: ${TYPE_NAMES[plural] ?? plural}FilterInput!) { ${name}(filter: $filter) { id } }`,
        { filter },
        client.destroyer,
      );
      const [refusal] = errors;
      if (refusal !== undefined) throw new Error(`Some ${plural} may be left behind: ${refusal.message}`);
      const rows = at(data, name);
      destroyed += Array.isArray(rows) ? rows.length : 0;
    }
    return destroyed;
  };
  const idFilters = (object: ObjectName, field: string) => {
    const ids = [...(made.get(object) ?? [])];
    const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, index) =>
      ids.slice(index * BATCH, (index + 1) * BATCH),
    );
    return batches.map((batch) => ({ [field]: { in: batch } }));
  };
  /** Twenty writes timelines a moment later, and they would outlive their records: wait until no more come. */
  const clearTimelines = async () => {
    const filters = TIMELINE_TARGETS.flatMap((object) =>
      idFilters(object, `target${object.charAt(0).toUpperCase()}${object.slice(1)}Id`),
    );
    let quiet = 0;
    for (let round = 0; round < ROUNDS && quiet < QUIET_ROUNDS; round += 1) {
      quiet = (await destroyAll('TimelineActivities', filters)) === 0 ? quiet + 1 : 0;
      await wait(QUIET_MS);
    }
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
      if (hasTimeline && made.size > 0) await clearTimelines();
      for (const object of Object.keys(OBJECTS) as ObjectName[]) {
        await destroyAll(OBJECTS[object], idFilters(object, 'id'));
      }
    },
  };
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  NoteTargets: 'NoteTarget',
  Notes: 'Note',
  PhoneCalls: 'PhoneCall',
  RepProgressions: 'RepProgression',
  CallSessions: 'CallSession',
  DailyCallStatsEntries: 'DailyCallStats',
  SyncLogEntries: 'SyncLogEntry',
  DoNotCallEntries: 'DoNotCallEntry',
  SalesTeams: 'SalesTeam',
  Opportunities: 'Opportunity',
  People: 'Person',
  Companies: 'Company',
  TimelineActivities: 'TimelineActivity',
};

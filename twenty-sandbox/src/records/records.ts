import type { Model } from '../model/model.ts';
import type { LogEntry, RecordLog } from './record-log.ts';
import type { Row } from './row.ts';
import { createTable, type Table } from './table.ts';

/** A row as it was and as it is; null: it was not, or is no more. */
export interface RecordChange {
  readonly object: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** The workspace's records. Writes are seen at once and kept when `flush` is called. */
export interface Records {
  /** @throws when the model has no such object */
  table(objectName: string): Table;
  put(objectName: string, row: Row): void;
  drop(objectName: string, id: string): void;
  /** Appends what was written since the last call to the file, and tells whoever listens. */
  flush(): void;
  /** Hears of what is written from now on. */
  listen(listener: (changes: readonly RecordChange[]) => void): void;
  readonly isEmpty: boolean;
}

export const openRecords = ({ model, log }: { model: Model; log: RecordLog }): Records => {
  const tables = new Map(
    [...model.objects.values()].map((object) => [object.nameSingular, createTable(object)]),
  );
  let pending: LogEntry[] = [];
  let changes: RecordChange[] = [];
  let tell: (changes: readonly RecordChange[]) => void = () => {};

  const loaded = log.load();
  const unknown = new Map<string, LogEntry>();
  for (const entry of loaded) apply(tables, unknown, entry);
  if (loaded.length > 0) log.compact([...presentState(tables), ...unknown.values()]);

  const table = (objectName: string): Table => {
    const found = tables.get(objectName);
    if (found === undefined) throw new Error(`The sandbox has no object "${objectName}".`);
    return found;
  };
  return {
    table,
    put: (objectName, row) => {
      changes.push({ object: objectName, before: table(objectName).get(row.id) ?? null, after: row });
      table(objectName).put(row);
      pending.push({ op: 'put', object: objectName, row });
    },
    drop: (objectName, id) => {
      changes.push({ object: objectName, before: table(objectName).get(id) ?? null, after: null });
      table(objectName).drop(id);
      pending.push({ op: 'drop', object: objectName, id });
    },
    flush: () => {
      log.append(pending);
      pending = [];
      const told = changes;
      changes = [];
      tell(told);
    },
    listen: (listener) => {
      tell = listener;
    },
    get isEmpty() {
      return [...tables.values()].every((one) => one.size === 0);
    },
  };
};

/** Rows of objects that are not in the model now (an app that is not applied at the moment) are kept as they are. */
const apply = (tables: Map<string, Table>, unknown: Map<string, LogEntry>, entry: LogEntry) => {
  const table = tables.get(entry.object);
  const id = entry.op === 'put' ? entry.row.id : entry.id;
  if (table === undefined) unknown.set(`${entry.object} ${id}`, entry);
  else if (entry.op === 'put') table.put(entry.row);
  else table.drop(id);
};

const presentState = function* (tables: Map<string, Table>): Iterable<LogEntry> {
  for (const [object, table] of tables) for (const row of table.rows()) yield { op: 'put', object, row };
};

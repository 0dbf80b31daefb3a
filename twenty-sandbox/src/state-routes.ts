import { Hono } from 'hono';
import type { Budget } from './budget/budget.ts';
import type { Model } from './model/model.ts';
import type { Records } from './records/records.ts';
import type { Row } from './records/row.ts';

export interface Stats {
  readonly documents: number;
  /** Of them, how many had a root field refused because the limit was reached. */
  readonly throttledDocuments: number;
  readonly rootFields: number;
  /** How often each root field ran. */
  readonly byRootField: Readonly<Record<string, number>>;
  countDocument(): void;
  countThrottled(): void;
  countRoot(name: string): void;
}

export const createStats = (): Stats => {
  let documents = 0;
  let throttledDocuments = 0;
  let rootFields = 0;
  const byRootField: Record<string, number> = {};
  return {
    get documents() {
      return documents;
    },
    get throttledDocuments() {
      return throttledDocuments;
    },
    get rootFields() {
      return rootFields;
    },
    byRootField,
    countDocument: () => {
      documents += 1;
    },
    countThrottled: () => {
      throttledDocuments += 1;
    },
    countRoot: (name) => {
      rootFields += 1;
      byRootField[name] = (byRootField[name] ?? 0) + 1;
    },
  };
};

/**
 * For tests and the curious: what is stored, deleted rows included (`?limit=0` for the count alone, `?id=` for one), and
 * how much was asked. No token needed.
 */
export const stateRoutes = ({
  model,
  records,
  budget,
  stats,
}: {
  model: Model;
  records: Records;
  budget: Budget;
  stats: Stats;
}) =>
  new Hono()
    .get('/stats', (c) => {
      const { documents, throttledDocuments, rootFields, byRootField } = stats;
      return c.json({
        documents,
        throttledDocuments,
        rootFields,
        byRootField,
        throttled: budget.throttled,
      });
    })
    .get('/records/:object', (c) => {
      const object = model.objects.get(c.req.param('object'));
      if (object === undefined) return c.json({ error: 'There is no such object.' }, 404);
      const table = records.table(object.nameSingular);
      const id = c.req.query('id');
      if (id !== undefined) {
        const row = table.get(id);
        return c.json({ count: table.size, rows: row === undefined ? [] : [row] });
      }
      const limit = Number(c.req.query('limit') ?? Number.POSITIVE_INFINITY);
      const rows: Row[] = [];
      for (const row of table.rows()) {
        if (rows.length >= limit) break;
        rows.push(row);
      }
      return c.json({ count: table.size, rows });
    });

import { z } from 'zod';
import type { Query } from './database.ts';
import type { RequestCountStore } from './limit-port.ts';

/** Counts of requests, within one transaction. */
export const createRequestCountStore = (query: Query): RequestCountStore => ({
  add: async (counted, { windowAt, count }) => {
    const [total] = Totals.parse(await query(ADD, [counted, windowAt.toISOString(), count]));
    return total?.count ?? count;
  },
});

const ADD = `
  insert into request_count as so_far (counted, window_at, count) values ($1, $2::timestamptz, $3)
  on conflict (workspace_id, counted, window_at) do update set count = so_far.count + excluded.count
  returning count`;
const Totals = z.array(z.object({ count: z.number() }));

import { HistoryQuery } from '@twenty-dialer/contract';
import { filterOf } from '../../../sync-worker/src/history/history-query.ts';
import { createTwentyCalls } from '../../../sync-worker/src/twenty/calls.ts';
import { createTwentyClient } from '../../../sync-worker/src/twenty/client.ts';

/** The document that the worker sends for the first page, with the person's token, and nothing around it. */
export const bareFirstPage = async ({
  twentyUrl,
  token,
}: {
  twentyUrl: string;
  token: string;
}): Promise<() => Promise<boolean>> => {
  let sent: RequestInit | undefined;
  const client = createTwentyClient({
    url: twentyUrl,
    fetch: (input, init) => {
      sent = init;
      return fetch(input, init);
    },
  });
  const { limit } = HistoryQuery.parse({});
  const filter = filterOf(HistoryQuery.parse({}), 'US');
  // One more than the page shows: that is how the worker knows whether there is a next one.
  await createTwentyCalls({ client }).list(token, { filter, after: null, limit: limit + 1, withTotal: true });
  const headers = new Headers(sent?.headers);
  const body = sent?.body ?? null;
  return async () => {
    const answer = await fetch(`${twentyUrl}/graphql`, { method: 'POST', headers, body });
    const { errors } = (await answer.json()) as { errors?: unknown };
    return errors === undefined;
  };
};

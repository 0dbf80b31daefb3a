import type { RunningProduct } from './product.ts';

/** A record as the sandbox holds it, whatever the dialer thinks. */
export type Row = Record<string, unknown>;

/** Of the demo only: the sandbox gives it to whoever asks. */
const KEY = 'sandbox-api-key';

/** Records of one object in the sandbox, those in its bin left out. */
export const rowsInTwenty = async ({ twentyUrl }: RunningProduct, objectName: string): Promise<Row[]> => {
  const answer = await fetch(`${twentyUrl}/sandbox/records/${objectName}`);
  const { rows } = await answer.json();
  return rows.filter(({ deletedAt }: Row) => deletedAt === null);
};

/** Somebody works in Twenty itself. @throws Error with Twenty's words when it refuses. */
export const inTwenty = async (product: RunningProduct, query: string, variables: object): Promise<void> => {
  const answer = await ask(product, '/graphql', { query, variables });
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
};

/** From now on Twenty answers every request with a breakdown. */
export const breakTwenty = (product: RunningProduct): Promise<unknown> =>
  ask(product, '/sandbox/faults', { kind: 'server-error' });

/** From now on Twenty refuses every record whose field contains this value, and names it. */
export const poison = (
  product: RunningProduct,
  match: { objectName: string; field: string; value: string },
): Promise<unknown> => ask(product, '/sandbox/faults', { kind: 'poisoned', match });

export const healTwenty = async ({ twentyUrl }: RunningProduct): Promise<void> => {
  await fetch(`${twentyUrl}/sandbox/faults`, { method: 'DELETE' });
};

const ask = async ({ twentyUrl }: RunningProduct, path: string, body: object) => {
  const answer = await fetch(`${twentyUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify(body),
  });
  return answer.json();
};

import type { CallReport } from '@twenty-dialer/contract';
import { appCredentials } from '../../sync-worker/src/twenty/app-token.ts';
import type { Bench } from '../bench.ts';
import { type PreparedStore, prepareStore } from './prepared-store.ts';
import { acceptWaitingCalls, recordIds, type WaitingCalls } from './waiting-calls.ts';
import { type SentDocument, watchTwenty } from './watched-twenty.ts';
import { type StorePlace, startWorker } from './worker.ts';

/** Calls that were accepted and wait, in a store that can be delivered from again and again. */
export interface Backlog {
  readonly reports: readonly CallReport[];
  readonly store: PreparedStore;
}

export const prepareBacklog = async (bench: Bench, waiting: WaitingCalls): Promise<Backlog> => {
  let reports: readonly CallReport[] = [];
  const store = await prepareStore(bench, async (opened) => {
    reports = await acceptWaitingCalls(opened.store, waiting);
  });
  return { reports, store };
};

/** How to reach Twenty: where it is, and the worker's settings for the way in. */
interface Way {
  readonly twentyUrl: string;
  readonly access: Readonly<Record<string, string>>;
}

export interface Delivered {
  /** Documents that read or write records, in the order of their answers. */
  readonly documents: readonly SentDocument[];
  /** From the first document that writes to the answer of the last one. */
  readonly callsPerSecond: number;
  /** The store afterwards, with nobody on it. */
  readonly place: StorePlace;
}

/** Lets the real worker deliver all of it. */
export const deliverBacklog = async (
  bench: Bench,
  { reports, store }: Backlog,
  { twentyUrl, access, isWhole }: Way & { readonly isWhole?: () => Promise<unknown> },
): Promise<Delivered> => {
  const twenty = await watchTwenty(bench, twentyUrl);
  const place = await store.copy();
  const worker = await startWorker(bench, {
    settings: { ...access, TWENTY_API_URL: twenty.url },
    place,
  });
  await twenty.hasWritten(recordIds(reports));
  // A figure may have been written before all of its calls were counted.
  await isWhole?.();
  await worker.stop();
  const documents = twenty.documents.filter(({ rootFields }) => rootFields.length > 0);
  return { documents, callsPerSecond: reports.length / secondsOf(documents), place };
};

const secondsOf = (documents: readonly SentDocument[]): number => {
  const writes = documents.filter(({ rootFields }) => rootFields.some((name) => name.startsWith('create')));
  const firstMs = Math.min(...writes.map(({ sentAtMs }) => sentAtMs));
  const lastMs = Math.max(...writes.map(({ answeredAtMs }) => answeredAtMs));
  return (lastMs - firstMs) / 1000;
};

/**
 * A simple client: sends a document, reads its answer, sends the next.
 * @returns seconds for all of them
 * @throws Error with Twenty's words when it refuses one
 */
export const postOneByOne = async (
  bodies: readonly string[],
  { twentyUrl, access }: Way,
): Promise<number> => {
  const token = await tokenFor(twentyUrl, access);
  const startedAtMs = performance.now();
  for (const body of bodies) {
    const answer = await fetch(`${twentyUrl}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
    const { errors } = (await answer.json()) as { errors?: unknown };
    if (errors !== undefined) throw new Error(`Twenty refused a document: ${JSON.stringify(errors)}`);
  }
  return (performance.now() - startedAtMs) / 1000;
};

const tokenFor = async (url: string, access: Way['access']): Promise<string> => {
  const {
    TWENTY_API_KEY: key,
    TWENTY_APP_CLIENT_ID: clientId,
    TWENTY_APP_CLIENT_SECRET: clientSecret,
  } = access;
  if (key !== undefined) return key;
  if (clientId === undefined || clientSecret === undefined) throw new Error('There is no way into Twenty.');
  return appCredentials({ url, clientId, clientSecret, nowMs: Date.now }).token();
};

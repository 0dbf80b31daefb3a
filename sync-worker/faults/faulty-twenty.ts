import { PersonId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { startProduct } from '../src/testing/product-process.ts';
import { signInAt } from '../src/testing/sign-in.ts';
import type { CallingRep, PlacedCall } from './call-load.ts';
import {
  countSandbox,
  type ProgressionRow,
  readPeopleIds,
  readProgressions,
  readSandbox,
  type TwentyRows,
} from './sandbox-records.ts';

/** What goes wrong with Twenty's answers; the words are the sandbox's (`POST /sandbox/faults`). */
export interface TwentyFault {
  readonly kind: 'throttled' | 'server-error' | 'slow' | 'cut' | 'lost-answer' | 'poisoned';
  /** Chance for each request, 0 to 1; always when left out. */
  readonly probability?: number;
  readonly times?: number;
  readonly ms?: number;
  readonly match?: { readonly objectName: string; readonly field: string; readonly value: string };
  readonly isNamed?: boolean;
}

export interface StorePlace {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** A Twenty that can be made to fail, and what it holds. */
export interface FaultyTwenty {
  /** Where it is, and the worker's credentials there, by their names in docs/configuration.md. */
  readonly settings: Readonly<Record<string, string>>;
  fault(fault: TwentyFault): Promise<void>;
  heal(): Promise<void>;
  /** Spends what Twenty allows, as an integration would that has the same credentials. */
  spendBudget(): Promise<void>;
  people(): Promise<readonly PersonId[]>;
  /** When calls begin that are written there; null: now. */
  readonly callsStartMs: number | null;
  /** Leaves sessions in a store that no worker has open yet, where nobody can sign in without a password. */
  leaveSessions?(place: StorePlace, secretKey: Buffer): Promise<void>;
  /** Sessions of those who call. */
  signIn(workerUrl: string): Promise<readonly CallingRep[]>;
  /** How many calls, notes and links it holds, where that is told without a cost; else null. */
  count(): Promise<number | null>;
  rows(placed: readonly PlacedCall[]): Promise<TwentyRows>;
  progressions(): Promise<readonly ProgressionRow[]>;
  /** Documents so far, and how many of them were throttled. */
  documents(): Promise<{ readonly documents: number; readonly throttled: number }>;
  stop(): Promise<unknown>;
}

const APP = { id: 'fault-tests', secret: 'fault-tests-secret' };
/** The people of the sandbox's seed. */
const MEMBERS = [
  '5a1d7c8e-30b4-4f6a-9c51-2f8f6f0a7b11',
  '8e0c4b92-71fd-4a39-b6d7-54c1e9a2d312',
  'b35f9e07-c8d2-4163-8a4e-93d0b7f1c613',
  'f6d28a41-0e9b-4c75-a2f8-1b7c5d3e8914',
];
const Stats = z.object({ documents: z.number(), throttledDocuments: z.number() });

/** The sandbox, in a process of its own. */
export const startFaultySandbox = async (options: {
  folder: string;
  isBudgetOn: boolean;
}): Promise<FaultyTwenty> => {
  const { url, stop } = await startProduct('sandbox', {
    SANDBOX_PORT: '0',
    SANDBOX_DATA_DIR: options.folder,
    SANDBOX_APP_CLIENT_ID: APP.id,
    SANDBOX_APP_CLIENT_SECRET: APP.secret,
    SANDBOX_BUDGET: options.isBudgetOn ? 'on' : 'off',
  });
  const json = { 'content-type': 'application/json' };
  return {
    settings: {
      TWENTY_API_URL: url,
      TWENTY_APP_CLIENT_ID: APP.id,
      TWENTY_APP_CLIENT_SECRET: APP.secret,
    },
    fault: async (fault) => {
      const answer = await fetch(`${url}/sandbox/faults`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(fault),
      });
      if (answer.status !== 201) throw new Error(await answer.text());
    },
    heal: async () => {
      await fetch(`${url}/sandbox/faults`, { method: 'DELETE' });
    },
    spendBudget: () => spendBudget(url),
    callsStartMs: null,
    people: async () => (await readPeopleIds(url)).map((id) => PersonId.parse(id)),
    signIn: (workerUrl) =>
      Promise.all(
        MEMBERS.map(async (memberId) => ({ memberId, cookie: await signInAt(workerUrl, memberId) })),
      ),
    count: () => countSandbox(url),
    rows: () => readSandbox(url),
    progressions: () => readProgressions(url),
    documents: async () => {
      const stats = Stats.parse(await (await fetch(`${url}/sandbox/stats`)).json());
      return { documents: stats.documents, throttled: stats.throttledDocuments };
    },
    stop: () => stop(),
  };
};

const spendBudget = async (url: string): Promise<void> => {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: APP.id,
    client_secret: APP.secret,
  });
  const answer = await (await fetch(`${url}/oauth/token`, { method: 'POST', body: form })).json();
  const { access_token: token } = z.object({ access_token: z.string() }).parse(answer);
  const ask = () =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ notes(first: 0) { totalCount } people(first: 0) { totalCount } }' }),
    });
  while (!(await (await ask()).text()).includes('LIMIT_REACHED'));
};

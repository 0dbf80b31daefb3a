import { createHmac, randomUUID } from 'node:crypto';
import { WorkspaceId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { createMirror, type Mirror } from '../mirror/create-mirror.ts';
import type { MirrorDeps } from '../mirror/deps.ts';
import { mirrorSettings } from '../mirror/settings.ts';
import type { MirroredObject, MirrorProgress } from '../store/mirror-port.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import { apiKeyCredentials } from '../twenty/app-token.ts';
import { createTwentyClient } from '../twenty/client.ts';
import { createTwentyMirror } from '../twenty/mirror.ts';
import { createTestSandbox, SANDBOX_KEY, SANDBOX_URL } from './sandbox-twenty.ts';

const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const Written = z.object({ data: z.record(z.string(), z.unknown()) });

/** A mirror of a sandbox's people, in a workspace of its own; its time goes on only when a test says so. */
export const createMirrorTrial = (store: Store, change: Partial<MirrorDeps['settings']> = {}) => {
  const workspaceId = WorkspaceId.parse(randomUUID());
  const { fetch, sandbox } = createTestSandbox();
  const asked: string[] = [];
  let isAway = false;
  const client = createTwentyClient({
    url: SANDBOX_URL,
    retryMs: 1,
    fetch: async (input, init) => {
      asked.push(/query (\w+)/.exec(String(init?.body))?.[1] ?? '');
      if (isAway) throw new TypeError('fetch failed', { cause: refused });
      return fetch(input, init);
    },
  });
  // Ahead of the sandbox's real clock, so that all that a test writes lies in the past.
  let nowMs = Date.now() + 60_000;
  const lines: object[] = [];
  const note = (line: object) => lines.push(line);
  const settings = {
    ...mirrorSettings({ capacity: 1_000_000, windowMs: 60_000, reserve: 0 }),
    pageRows: 3,
    sweepRows: 3,
    rowsById: 2,
    ...change,
  };
  const holders: string[] = [];
  const worker = (deps: Partial<MirrorDeps> = {}): Mirror => {
    const holder = deps.holder ?? randomUUID();
    holders.push(holder);
    return createMirror({
      store,
      workspaceId,
      twenty: createTwentyMirror({
        client,
        credentials: apiKeyCredentials(SANDBOX_KEY),
        defaultCountry: 'US',
      }),
      log: { info: note, warn: note, error: note },
      clock: {
        nowMs: () => nowMs,
        wait: async (ms) => {
          nowMs += ms;
        },
      },
      random: () => 0.99,
      holder,
      settings,
      listeners: {},
      ...deps,
    });
  };

  /** Goes on until nothing is due for a while: what is due by then is done. */
  const settle = async (mirror: Mirror): Promise<void> => {
    for (let waitMs = 0; waitMs < 1_000; waitMs = await mirror.next()) nowMs += Math.min(waitMs, 999);
  };

  /** Goes on until so many people are taken in, and no further. */
  const fillUntil = async (mirror: Mirror, done: number): Promise<void> => {
    while (((await progress('person'))?.fill.done ?? 0) < done) nowMs += await mirror.next();
  };

  const progress = async (name: MirroredObject): Promise<MirrorProgress | null> =>
    (await store.transaction(workspaceId, (tx) => tx.mirror.status())).find(
      ({ objectName }) => objectName === name,
    )?.progress ?? null;

  const write = async (query: string, variables: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${SANDBOX_URL}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SANDBOX_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer: unknown = await response.json();
    const written = Written.safeParse(answer);
    if (!written.success || JSON.stringify(answer).includes('"errors"'))
      throw new Error(JSON.stringify(answer));
    return written.data.data;
  };

  return {
    workspaceId,
    sandbox,
    settings,
    lines,
    /** The names of the questions that Twenty was asked. */
    asked,
    worker,
    settle,
    fillUntil,
    write,
    tx: <T>(work: (tx: StoreTransaction) => Promise<T>) => store.transaction(workspaceId, work),
    pass: (ms: number) => {
      nowMs += ms;
    },
    now: () => nowMs,
    /** As when all holds have run out. */
    releaseAll: () =>
      store.transaction(workspaceId, async (tx) => {
        for (const holder of holders) await tx.mirror.release(holder);
      }),
    setAway: (away: boolean) => {
      isAway = away;
    },
    /** Makes people with the numbers given. */
    make: async (...people: readonly { id: string; name: string; number?: string }[]): Promise<void> => {
      await write('mutation ($data: [PersonCreateInput!]!) { createPeople(data: $data) { id } }', {
        data: people.map(({ id, name, number }) => ({
          id,
          name: { firstName: name, lastName: 'Example' },
          ...(number === undefined ? {} : { phones: { primaryPhoneNumber: number } }),
        })),
      });
    },
    /** `update`, `delete`, `restore`, `destroy` one person. */
    change: async (verb: 'update' | 'delete' | 'restore' | 'destroy', id: string, data?: object) => {
      const [type, arg] = data === undefined ? ['', ''] : [', $data: PersonUpdateInput!', ', data: $data'];
      await write(`mutation ($id: UUID!${type}) { ${verb}Person(id: $id${arg}) { id } }`, { id, data });
    },
    /** The names of all people that the mirror knows and shows. */
    names: async (): Promise<string[]> =>
      (await store.transaction(workspaceId, (tx) => tx.people.search(null, 1_000))).map(({ name }) =>
        name.replace(' Example', ''),
      ),
    progress,
    /** A record as a webhook brings it. */
    record: (id: string) => sandbox.records.table('person').get(id),
  };
};

export type MirrorTrial = ReturnType<typeof createMirrorTrial>;

/** A webhook of Twenty's, signed. */
export const signedWebhook = (body: object, { secret, atMs }: { secret: string; atMs: number }) => {
  const rawBody = JSON.stringify(body);
  const timestamp = String(atMs);
  return {
    body: rawBody,
    headers: {
      'Content-Type': 'application/json',
      'x-twenty-webhook-timestamp': timestamp,
      'x-twenty-webhook-nonce': randomUUID(),
      'x-twenty-webhook-signature': createHmac('sha256', secret)
        .update(`${timestamp}:${rawBody}`)
        .digest('hex'),
    },
  };
};

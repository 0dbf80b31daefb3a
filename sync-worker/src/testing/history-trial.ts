import { createHash, randomUUID } from 'node:crypto';
import { CallPage, type CallReport, HistoryPage, type Member, MemberId } from '@twenty-dialer/contract';
import { exampleMember } from '@twenty-dialer/contract/examples';
import { expect } from 'vitest';
import { DEMO_MEMBERS } from '../../../twenty-sandbox/src/seed/members.ts';
import type { Store } from '../store/port.ts';
import { createTwentyCalls } from '../twenty/calls.ts';
import { createTwentyClient, type TwentyClient } from '../twenty/client.ts';
import { createTwentySignIn } from '../twenty/sign-in.ts';
import { createDeliveryTrial } from './delivery-trial.ts';
import { SANDBOX_APP, SANDBOX_URL } from './sandbox-twenty.ts';
import { createTestWorker, type Rep, reportOf } from './test-worker.ts';

/** What Twenty does to a question of history: answers, is not there, or never answers at all. */
export type TwentyMood = 'there' | 'away' | 'hangs';

/** A worker whose history reads a sandbox with each person's own token, and a delivery that writes there when it is told. */
export const createHistoryTrial = async (store: Store) => {
  const trial = createDeliveryTrial(store);
  let mood: TwentyMood = 'there';
  let beforeAnswer = async (): Promise<void> => {};
  const sandboxFetch: typeof fetch = async (input, init) => trial.sandbox.app.fetch(new Request(input, init));
  const moodyFetch: typeof fetch = async (input, init) => {
    if (mood === 'hangs') return new Promise<never>(() => {});
    if (mood === 'away') {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    }
    await beforeAnswer();
    return sandboxFetch(input, init);
  };
  const client = createTwentyClient({ url: SANDBOX_URL, fetch: moodyFetch, retryMs: 1 });
  const tokens = new Map<string, string>();
  // The test's sessions hold a token that only the test knows; Twenty gets the one that it gave that person.
  const asThePerson: Pick<TwentyClient, 'ask'> = {
    ask: (question) => client.ask({ ...question, token: tokens.get(question.token) ?? question.token }),
  };
  const worker = await createTestWorker(store, {
    workspaceId: trial.workspaceId,
    calls: createTwentyCalls({ client: asThePerson }),
  });

  const get = async (path: string, as: Rep) => {
    const response = await worker.ask(path, { as });
    return { status: response.status, body: await response.json() };
  };
  const historyOf = async (rep: Rep, query: Record<string, string> = {}): Promise<HistoryPage> => {
    const { status, body } = await get(`/api/history?${new URLSearchParams(query)}`, rep);
    expect(body).toMatchObject({ calls: expect.any(Array) });
    expect(status).toBe(200);
    return HistoryPage.parse(body);
  };

  return {
    ...trial,
    testWorker: worker,
    get,
    historyOf,
    setMood: (next: TwentyMood) => {
      mood = next;
    },
    /** Something that happens after the worker has read its store, and before Twenty has answered. */
    meanwhile: (work: () => Promise<unknown>) => {
      beforeAnswer = async () => {
        beforeAnswer = async () => {};
        await work();
      };
    },
    /** One of the sandbox's people, signed in here and there. */
    signIn: async (index: number): Promise<Rep> => {
      const demo = DEMO_MEMBERS[index];
      const id = MemberId.parse(demo?.id);
      const name = { firstName: demo?.firstName ?? '', lastName: demo?.lastName ?? '' };
      const member: Member = { ...exampleMember, ...name, id };
      tokens.set(`access-${id}`, await personToken(sandboxFetch, id));
      return worker.signIn(member);
    },
    /** A wrapped-up call on the manual line, reported by the rep's browser. */
    reportBy: async (rep: Rep, fields: Partial<CallReport> = {}): Promise<CallReport> => {
      const report = {
        ...reportOf(rep),
        line: 'manual' as const,
        personId: null,
        personName: null,
        ...fields,
      };
      const response = await worker.ask('/api/call-reports', { as: rep, body: report });
      expect(await response.json()).toMatchObject({ result: 'accepted' });
      return report;
    },
    /** Every page, one after another; `between` runs before each next one. */
    allPages: async (
      rep: Rep,
      query: Record<string, string>,
      between: () => Promise<unknown> = async () => {},
    ): Promise<HistoryPage[]> => {
      const pages: HistoryPage[] = [];
      for (let cursor: string | null = null; pages.length < 100; ) {
        const page = await historyOf(rep, cursor === null ? query : { ...query, cursor });
        pages.push(page);
        if (page.nextCursor === null) return pages;
        cursor = page.nextCursor;
        await between();
      }
      throw new Error('The pages never end.');
    },
    callPage: async (rep: Rep, callId: string): Promise<CallPage> =>
      CallPage.parse((await get(`/api/history/${callId}`, rep)).body),
  };
};
export type HistoryTrial = Awaited<ReturnType<typeof createHistoryTrial>>;

/** A token of the person's, got as a browser gets it: through Twenty's page of consent. */
const personToken = async (fetch: typeof globalThis.fetch, memberId: string): Promise<string> => {
  const signIn = createTwentySignIn({
    apiUrl: SANDBOX_URL,
    frontUrl: SANDBOX_URL,
    app: SANDBOX_APP,
    client: createTwentyClient({ url: SANDBOX_URL, fetch }),
    nowMs: Date.now,
    fetch,
  });
  const codeVerifier = randomUUID() + randomUUID();
  const redirectUri = 'http://localhost:4400/auth/callback';
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const choice = new URL(await signIn.authorizeUrl({ state: 'state', codeChallenge, redirectUri }));
  choice.pathname = '/authorize/continue';
  choice.searchParams.set('member', memberId);
  const answer = await fetch(choice, { redirect: 'manual' });
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  return (await signIn.exchange({ code, codeVerifier, redirectUri })).accessToken;
};

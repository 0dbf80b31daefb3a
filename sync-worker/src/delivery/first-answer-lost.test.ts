import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { DEMO_MEMBERS } from '../../../twenty-sandbox/src/seed/members.ts';
import type { Store } from '../store/port.ts';
import { createDeliveryTrial, type DeliveryTrial } from '../testing/delivery-trial.ts';
import { SANDBOX_APP } from '../testing/sandbox-twenty.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const HERE = 'http://localhost:4400/auth/callback';

/** The token of somebody who signed in: what is written with it counts as written by a person, not by a program. */
const signIn = async ({ sandbox: { app } }: DeliveryTrial): Promise<string> => {
  const query = new URLSearchParams({
    client_id: SANDBOX_APP.clientId,
    redirect_uri: HERE,
    response_type: 'code',
    member: DEMO_MEMBERS[1]?.id ?? '',
  });
  const choice = await app.request(`/authorize/continue?${query}`);
  const answer = await app.request('/oauth/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: SANDBOX_APP.clientId,
      client_secret: SANDBOX_APP.clientSecret,
      redirect_uri: HERE,
      code: new URL(choice.headers.get('location') ?? '').searchParams.get('code') ?? '',
    }),
  });
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
};

const editNote = async (t: DeliveryTrial, data: object): Promise<void> => {
  const answer = await t.sandbox.app.request('/graphql', {
    method: 'POST',
    headers: { authorization: `Bearer ${await signIn(t)}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation($id:UUID!,$data:NoteUpdateInput!){updateNote(id:$id,data:$data){updatedBy{source}}}',
      variables: { id: (await t.rows('note'))[0]?.id, data },
    }),
  });
  expect(await answer.json()).toEqual({ data: { updateNote: { updatedBy: { source: 'MANUAL' } } } });
};

/** The worker writes call and note, and nobody hears the answer. */
const withLostAnswer = async () => {
  const t = createDeliveryTrial(store);
  await t.start();
  const report = await t.report({ note: 'What the rep typed.' });
  await t.fault({ kind: 'lost-answer', operation: 'createPhoneCalls', times: 1 });
  await t.delivery.deliverNext();
  const [written] = await t.rows('note');
  expect(written).toMatchObject({ createdBy: { source: 'MANUAL' }, updatedBy: { source: 'APPLICATION' } });
  return { t, report };
};
const noteInTwenty = async (t: DeliveryTrial) => JSON.stringify((await t.rows('note'))[0]);

test('what a person wrote in Twenty after the first answer was lost is kept, and somebody is asked', async () => {
  const { t, report } = await withLostAnswer();
  await editNote(t, { bodyV2: { markdown: 'What somebody wrote in Twenty.' } });
  await t.deliver();
  expect(await noteInTwenty(t)).toContain('What somebody wrote in Twenty.');
  const clash = { state: 'needs-attention', attention: [{ kind: 'clash', objectName: 'note' }] };
  expect(await t.syncOf(report.callId)).toMatchObject(clash);

  await t.report({ ...report, revision: 2, note: 'What the rep typed later.' });
  await t.deliver();
  expect(await noteInTwenty(t)).toContain('What somebody wrote in Twenty.');
  expect(await t.syncOf(report.callId)).toMatchObject(clash);
});

test('without anybody else the rep is not asked about an answer that was lost', async () => {
  const { t, report } = await withLostAnswer();
  await t.report({ ...report, revision: 2, note: 'What the rep typed later.' });
  await t.deliver();
  expect(await noteInTwenty(t)).toContain('What the rep typed later.');
  expect(await t.syncOf(report.callId)).toMatchObject({ state: 'in-twenty', attention: [] });
});

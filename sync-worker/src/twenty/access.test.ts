import { randomUUID } from 'node:crypto';
import { MemberId } from '@twenty-dialer/contract';
import { parse } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { DEMO_MEMBERS } from '../../../twenty-sandbox/src/seed/members.ts';
import { createTestSandbox, SANDBOX_KEY, SANDBOX_URL } from '../testing/sandbox-twenty.ts';
import { createTwentyAccess } from './access.ts';
import { createTwentyClient, type TwentyClient } from './client.ts';
import type { TwentyAccess } from './port.ts';

let client: TwentyClient;
let access: TwentyAccess;
const [maya, tomas, ingrid] = DEMO_MEMBERS.map(({ id }) => MemberId.parse(id));
const [north, south] = [randomUUID(), randomUUID()];

const write = async (query: string, data: object[]): Promise<void> => {
  const document = parse(query);
  const answer = await client.send({
    endpoint: 'graphql',
    document,
    variables: { data },
    token: SANDBOX_KEY,
  });
  if (answer.kind !== 'answered' || answer.refusals.length > 0) throw new Error(JSON.stringify(answer));
};

beforeAll(async () => {
  const { fetch } = createTestSandbox();
  client = createTwentyClient({ url: SANDBOX_URL, fetch });
  access = createTwentyAccess({ client });
  await write('mutation($data: [SalesTeamCreateInput!]!) { createSalesTeams(data: $data) { id } }', [
    { id: north, name: 'North', managerId: ingrid },
    { id: south, name: 'South', managerId: maya },
  ]);
  await write(
    'mutation($data: [RepProgressionCreateInput!]!) { createRepProgressions(data: $data) { id } }',
    [
      { workspaceMemberId: maya, memberId: maya, teamId: north },
      { workspaceMemberId: tomas, memberId: tomas, teamId: north },
      // Of somebody who was removed from the workspace only this is left.
      { workspaceMemberId: randomUUID(), teamId: north },
      { workspaceMemberId: ingrid, memberId: ingrid, teamId: null },
    ],
  );
});

test('an admin reads which roles there are, and how many hold them', async () => {
  expect(await access.roles(SANDBOX_KEY)).toMatchObject([
    { label: 'Admin', canUpdateAllSettings: true, members: 1 },
    { label: 'Member', canUpdateAllSettings: false, members: 3 },
  ]);
});

test('a manager’s teams come with who is in them now', async () => {
  const [team, ...more] = await access.teamsManagedBy(SANDBOX_KEY, MemberId.parse(ingrid));
  expect(more).toEqual([]);
  expect(team).toMatchObject({ id: north, name: 'North' });
  expect(team?.members.map(({ name }) => name).sort()).toEqual(['Maya Lindqvist', 'Tomás Okafor']);
  expect(await access.teamsManagedBy(SANDBOX_KEY, MemberId.parse(maya))).toEqual([
    { id: south, name: 'South', members: [] },
  ]);
});

test('who manages no team gets none', async () => {
  expect(await access.teamsManagedBy(SANDBOX_KEY, MemberId.parse(tomas))).toEqual([]);
});

import type { Model } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { baseRow } from './base-row.ts';
import { crowdOf, DEMO_MEMBERS } from './members.ts';
import { createRandom } from './random.ts';
import { seedCalls } from './seed-calls.ts';
import { seedDoNotCall } from './seed-do-not-call.ts';
import { seedFigures } from './seed-figures.ts';
import { seedPeople } from './seed-people.ts';
import { seedPlans } from './seed-plans.ts';

const MEMBERS_SINCE_DAYS = 120;

/** The workspace's members, in every start: somebody has to be there to sign in. */
export const putMembers = (records: Records, { nowMs, crowd }: { nowMs: number; crowd: number }): void => {
  const table = records.table('workspaceMember');
  for (const member of [...DEMO_MEMBERS, ...crowdOf(crowd)]) {
    if (table.get(member.id) !== undefined) continue;
    records.put('workspaceMember', {
      ...baseRow({ id: member.id, atMs: nowMs - MEMBERS_SINCE_DAYS * 86_400_000, position: 0 }),
      name: { firstName: member.firstName, lastName: member.lastName },
      userEmail: member.email,
      userId: member.userId,
      jobTitle: member.jobTitle,
      avatarUrl: null,
      locale: 'en',
      timeZone: member.timeZone,
      colorScheme: 'System',
    });
  }
};

/** People, companies and, when the app is applied, six weeks of calls with what adds up from them: the same for the same seed. */
export const seedHistory = ({
  model,
  records,
  nowMs,
  seed,
}: {
  model: Model;
  records: Records;
  nowMs: number;
  seed: number;
}): void => {
  const random = createRandom(seed);
  const people = seedPeople({ records, random, nowMs });
  if (model.application === null) return;
  const calls = seedCalls({ records, random, nowMs, people });
  seedFigures(records, calls);
  seedPlans({ records, nowMs, people });
  seedDoNotCall({ records, nowMs, people });
};

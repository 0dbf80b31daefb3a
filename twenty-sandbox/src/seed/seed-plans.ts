import type { Records } from '../records/records.ts';
import { baseRow } from './base-row.ts';
import { DEMO_MEMBERS } from './members.ts';
import { idOf } from './seed-calls.ts';
import type { SeededPerson } from './seed-people.ts';

const DAY_MS = 86_400_000;
const STAGES = ['NEW', 'CONTACTED', 'QUALIFIED', 'MEETING', 'CUSTOMER', 'LOST'] as const;
const STATUSES = ['NOT_CALLED', 'NOT_REACHED', 'REACHED', 'CALL_BACK'] as const;
const TIME_ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'] as const;

/** What people of a sales team fill in themselves: a team, who looks after whom, and how far each person has come. */
export const seedPlans = ({
  records,
  nowMs,
  people,
}: {
  records: Records;
  nowMs: number;
  people: readonly SeededPerson[];
}): void => {
  const reps = DEMO_MEMBERS.filter((member) => member.isRep);
  const manager = DEMO_MEMBERS.find((member) => member.jobTitle === 'Sales manager');
  const teamId = idOf('salesTeam:demo');
  records.put('salesTeam', {
    ...baseRow({ id: teamId, atMs: nowMs - 100 * DAY_MS, position: 0 }),
    name: 'North America',
    managerId: manager?.id ?? null,
  });
  for (const progression of [...records.table('repProgression').rows()]) {
    records.put('repProgression', { ...progression, teamId });
  }
  for (const [index, { id }] of people.entries()) {
    const person = records.table('person').get(id);
    if (person === undefined) continue;
    records.put('person', {
      ...person,
      doNotCall: false,
      stage: STAGES[index % STAGES.length] ?? null,
      callStatus: STATUSES[index % STATUSES.length] ?? null,
      leadScore: (index * 37) % 101,
      timezone: TIME_ZONES[index % TIME_ZONES.length] ?? null,
      tags: index % 4 === 0 ? ['DECISION_MAKER'] : index % 7 === 0 ? ['REFERRAL', 'KEY_ACCOUNT'] : null,
      nextCallAt: index % 6 === 1 ? new Date(nowMs + ((index % 5) + 1) * DAY_MS).toISOString() : null,
      assignedToId: reps[index % reps.length]?.id ?? null,
    });
  }
};

import type { JsonObject } from '../json.ts';
import type { Records } from '../records/records.ts';
import { baseRow } from './base-row.ts';
import { DEMO_MEMBERS } from './members.ts';
import { idOf } from './seed-calls.ts';
import type { SeededPerson } from './seed-people.ts';

const DAY_MS = 86_400_000;
/** Nobody of the invented people has it. */
const STRANGER = '+12025550199';

/** Two numbers that must not be called: of the last of the people, and of somebody who is not in the workspace. */
export const seedDoNotCall = ({
  records,
  nowMs,
  people,
}: {
  records: Records;
  nowMs: number;
  people: readonly SeededPerson[];
}): void => {
  const [rep] = DEMO_MEMBERS;
  const put = (number: string, daysAgo: number, more: JsonObject) => {
    const atMs = nowMs - daysAgo * DAY_MS;
    records.put('doNotCallEntry', {
      ...baseRow({ id: idOf(`doNotCallEntry:${number}`), atMs, position: -daysAgo }),
      number,
      addedAt: new Date(atMs).toISOString(),
      expiresAt: null,
      personId: null,
      addedById: null,
      ...more,
    });
  };
  const person = people.at(-1);
  if (person !== undefined) {
    put(person.phone, 9, {
      name: person.name,
      reason: 'Asked on the phone not to be called again',
      source: 'MANUAL',
      personId: person.id,
      addedById: rep?.id ?? null,
    });
    const row = records.table('person').get(person.id);
    if (row !== undefined) records.put('person', { ...row, doNotCall: true });
  }
  put(STRANGER, 30, { name: null, reason: 'On the public registry', source: 'REGISTRY' });
};

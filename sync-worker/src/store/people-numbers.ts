import { E164 } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Query } from './database.ts';
import type { MirroredPerson } from './mirror-port.ts';

type NumbersByPerson = ReadonlyMap<string, readonly E164[]>;

/** Makes numbers lead to these people as they now are: to nobody who is deleted. Their rows must be locked. */
export const setNumbers = async (
  query: Query,
  people: readonly MirroredPerson[],
): Promise<{ gained: NumbersByPerson; lost: NumbersByPerson }> => {
  if (people.length === 0) return { gained: new Map(), lost: new Map() };
  const wanted = people.flatMap(({ id, numbers, isDeleted }) =>
    isDeleted ? [] : numbers.map((e164, rank) => ({ person_id: id, e164, rank })),
  );
  const lost = Numbers.parse(
    await query(
      `delete from person_number n where n.person_id = any($1::uuid[]) and not exists (
         select from jsonb_to_recordset($2::text::jsonb) as wanted (person_id uuid, e164 text)
         where wanted.person_id = n.person_id and wanted.e164 = n.e164
       ) returning n.person_id, n.e164`,
      [people.map(({ id }) => id), JSON.stringify(wanted)],
    ),
  );
  const written = Written.parse(
    await query(
      `insert into person_number as held (e164, person_id, rank)
       select e164, person_id, rank
       from jsonb_to_recordset($1::text::jsonb) as wanted (e164 text, person_id uuid, rank smallint)
       on conflict (workspace_id, e164, person_id) do update set rank = excluded.rank
         where held.rank <> excluded.rank
       -- No earlier version of the row: it was inserted.
       returning person_id, e164, xmax = 0 as is_new`,
      [JSON.stringify(wanted)],
    ),
  );
  return { gained: byPerson(written.filter(({ is_new }) => is_new)), lost: byPerson(lost) };
};

const byPerson = (rows: readonly { person_id: string; e164: E164 }[]): NumbersByPerson => {
  const numbers = new Map<string, E164[]>();
  for (const { person_id: id, e164 } of rows) numbers.set(id, [...(numbers.get(id) ?? []), e164]);
  return numbers;
};

const Numbers = z.array(z.object({ person_id: z.string(), e164: E164 }));
const Written = z.array(z.object({ person_id: z.string(), e164: E164, is_new: z.boolean() }));

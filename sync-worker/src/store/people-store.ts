import { E164, type Instant, MemberId, PersonId } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Parameter, Query } from './database.ts';
import { contentHash, toJsonText } from './json.ts';
import type { MirroredPerson, PeopleStore, PersonFromTwenty } from './mirror-port.ts';
import { createMirrorRows } from './mirror-rows.ts';
import { setNumbers } from './people-numbers.ts';
import { searchPeople, toFolded } from './people-search.ts';

/** The mirror of people, within one transaction. */
export const createPeopleStore = (query: Query): PeopleStore => {
  const rows = createMirrorRows(query, { table: 'person_mirror', idColumn: 'person_id', blank: BLANK });
  const select = async (cte: string, from: string, parameters: readonly Parameter[]) =>
    PersonRows.parse(await query(`${cte} select ${PERSON_COLUMNS} from ${from}`, parameters));
  const read = (where: string, parameters: readonly Parameter[]) =>
    select('', `person_mirror p ${where}`, parameters);

  /** A webhook names the company by its id alone. */
  const withCompanyNames = async (people: readonly PersonFromTwenty[]): Promise<MirroredPerson[]> => {
    const unnamed = people.flatMap(({ companyId, companyName }) =>
      companyId !== null && companyName === null ? [companyId] : [],
    );
    const names = unnamed.length === 0 ? new Map<string, string>() : await companyNames(query, unnamed);
    return people.map((person) => ({
      ...person,
      companyName: person.companyName ?? names.get(person.companyId ?? '') ?? '',
    }));
  };

  return {
    put: async (people) => {
      if (people.length === 0) return [];
      const newer = await rows.newer(await withCompanyNames(people), hashOf);
      if (newer.length === 0) return [];
      const written = Ids.parse(
        await query(PUT, [toJsonText(newer.map(({ row, contentHash: hash }) => toRow(row, hash)))]),
      );
      const ids = new Set(written.map(({ id }) => id));
      const news = newer.flatMap(({ row, isNews }) => (isNews && ids.has(row.id) ? [row] : []));
      const changes = await setNumbers(query, news);
      return news.map((person) => ({
        person,
        gained: changes.gained.get(person.id) ?? [],
        lost: changes.lost.get(person.id) ?? [],
      }));
    },
    remove: async (gone) => {
      const removed = await rows.remove(gone);
      await query('delete from person_number where person_id = any($1::uuid[])', [removed]);
      return removed;
    },
    marks: rows.marks,
    count: rows.count,
    byNumber: (number) =>
      read(
        `join person_number n on n.person_id = p.person_id where n.e164 = $1 order by n.rank, p.person_id`,
        [number],
      ),
    byId: (ids) => read('where p.person_id = any($1::uuid[]) and p.destroyed_at is null', [ids]),
    search: (search, limit) => {
      const { cte, from, parameters } = searchPeople(search, limit);
      return select(cte, from, parameters);
    },
    nameCompanies: async (companies) => {
      if (companies.length === 0) return 0;
      const named = companies.map(({ id, name }) => ({ id, name, words: toFolded([name]) }));
      // In the order of ids, as every writer of people locks them.
      return Ids.parse(await query(NAME_COMPANIES, [toJsonText(named)])).length;
    },
  };
};

const BLANK = `name = '', email = '', job_title = '', company_id = null, company_name = '', numbers = '[]',
  status = null, owner_id = null, time_zone = null, own_words = '', company_words = '', sort_name = ''`;

/** The longest name that an index takes without trouble. */
const SORTED_CHARACTERS = 200;

const hashOf = ({ id: _id, updatedAt: _updatedAt, ...content }: MirroredPerson): string =>
  contentHash(content);

const toRow = (person: MirroredPerson, hash: string) => ({
  person_id: person.id,
  name: person.name,
  email: person.email,
  job_title: person.jobTitle,
  company_id: person.companyId,
  company_name: person.companyName,
  numbers: person.numbers,
  status: person.status,
  owner_id: person.ownerId,
  do_not_call: person.doNotCall,
  time_zone: person.timeZone,
  own_words: toFolded([person.name, person.email, person.jobTitle]),
  company_words: toFolded([person.companyName]),
  sort_name: toFolded([person.name]).slice(0, SORTED_CHARACTERS),
  content_hash: hash,
  is_deleted: person.isDeleted,
  destroyed_at: null,
  twenty_updated_at: person.updatedAt,
});

/** In the order of a JSON row, which is a row of the table without its workspace. */
const WRITTEN = `person_id, name, email, job_title, company_id, company_name, numbers, status, owner_id, do_not_call,
  time_zone, own_words, company_words, sort_name, content_hash, is_deleted, destroyed_at, twenty_updated_at`;

const PUT = `
  insert into person_mirror as held (${WRITTEN})
  select ${WRITTEN} from jsonb_populate_recordset(null::person_mirror, $1::text::jsonb)
  on conflict (workspace_id, person_id) do update set
    (${WRITTEN}) = row(${WRITTEN.replace(/\w+/g, (column) => `excluded.${column}`)})
    where held.twenty_updated_at <= excluded.twenty_updated_at
  returning person_id as id`;

const NAME_COMPANIES = `
  with named as (
    select * from jsonb_to_recordset($1::text::jsonb) as named (id uuid, name text, words text)
  ), locked as (
    select p.person_id, named.name, named.words from person_mirror p join named on named.id = p.company_id
    where p.company_name <> named.name order by p.person_id for update of p
  )
  update person_mirror p set company_name = locked.name, company_words = locked.words,
    -- The hash is of another content now; whatever comes next is compared anew.
    content_hash = ''
  from locked where p.person_id = locked.person_id
  returning p.person_id as id`;

const companyNames = async (query: Query, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await query(
    `select distinct on (company_id) company_id as id, company_name as name from person_mirror
     where company_id = any($1::uuid[]) and company_name <> ''`,
    [ids],
  );
  return new Map(CompanyRows.parse(rows).map(({ id, name }) => [id, name]));
};

const Ids = z.array(z.object({ id: z.string() }));
const CompanyRows = z.array(z.object({ id: z.string(), name: z.string() }));

/** Of `person_mirror p`, as `PersonRow` takes them. */
export const PERSON_COLUMNS = `p.person_id, p.name, p.email, p.job_title, p.company_id, p.company_name, p.numbers, p.status,
  p.owner_id, p.do_not_call, p.time_zone, p.is_deleted, p.twenty_updated_at`;
export const PersonRow = z
  .object({
    person_id: PersonId,
    name: z.string(),
    email: z.string(),
    job_title: z.string(),
    company_id: z.string().nullable(),
    company_name: z.string(),
    numbers: z.array(E164),
    status: z.string().nullable(),
    owner_id: MemberId.nullable(),
    do_not_call: z.boolean(),
    time_zone: z.string().nullable(),
    is_deleted: z.boolean(),
    twenty_updated_at: z.date().transform((date): Instant => date.toISOString()),
  })
  .transform(
    (row): MirroredPerson => ({
      id: row.person_id,
      name: row.name,
      email: row.email,
      jobTitle: row.job_title,
      companyId: row.company_id,
      companyName: row.company_name,
      numbers: row.numbers,
      status: row.status,
      ownerId: row.owner_id,
      doNotCall: row.do_not_call,
      timeZone: row.time_zone,
      isDeleted: row.is_deleted,
      updatedAt: row.twenty_updated_at,
    }),
  );
const PersonRows = z.array(PersonRow);

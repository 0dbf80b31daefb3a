import type { TypedSearch } from './call-port.ts';
import type { Parameter } from './database.ts';

/**
 * A search as the source of a query: `p` are the people in whom all words are found, or one of the numbers, the first
 * `limit` by name.
 */
export const searchPeople = (
  search: TypedSearch | null,
  limit: number,
): { cte: string; from: string; parameters: Parameter[] } => {
  const parameters: Parameter[] = [limit];
  const bind = (value: Parameter): string => `$${parameters.push(value)}`;
  const contains = (text: string): string => bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
  const byName = 'order by p.sort_name, p.person_id';
  if (search === null)
    return { cte: '', from: `person_mirror p where not p.is_deleted ${byName} limit $1`, parameters };

  const words = search.words.map(({ text }) => {
    const pattern = contains(toFolded([text]));
    return `(p.own_words like ${pattern} or p.company_words like ${pattern})`;
  });
  const found = [
    `select p.person_id, p.sort_name from person_mirror p where not p.is_deleted and ${words.join(' and ')}`,
  ];
  // Each part is one look at its table; with an "or" between them every person would be looked up among the numbers.
  if (search.numbers.length > 0) {
    const numbers = search.numbers.map((digits) => `n.e164 like ${contains(digits)}`);
    found.push(
      `select p.person_id, p.sort_name from person_number n join person_mirror p on p.person_id = n.person_id
       where ${numbers.join(' or ')}`,
    );
  }
  // Found first and put in order then: a database that goes through all names in their order reads every row for a rare
  // word, and cannot know that it is rare, because Row Level Security keeps its statistics from it.
  return {
    cte: `with found as materialized (${found.join(' union ')})`,
    from: `(select person_id from found order by sort_name, person_id limit $1) as first
      join person_mirror p on p.person_id = first.person_id ${byName}`,
    parameters,
  };
};

/** Texts as they are compared: small letters without accents, so that "Jurgen" finds Jürgen. */
export const toFolded = (texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

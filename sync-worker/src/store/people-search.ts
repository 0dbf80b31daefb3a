import type { Parameter } from './database.ts';
import type { TypedSearch } from './port.ts';

/** A search as the end of a query for people `p`: all words anywhere, or one of the numbers; by name. */
export const searchPeople = (
  search: TypedSearch | null,
  limit: number,
): { where: string; parameters: Parameter[] } => {
  const parameters: Parameter[] = [];
  const bind = (value: Parameter): string => `$${parameters.push(value)}`;
  const contains = (text: string): string => bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
  const conditions: string[] = [];
  if (search !== null) {
    const words = search.words.map(({ text }) => {
      const pattern = contains(toFolded([text]));
      return `(p.own_words like ${pattern} or p.company_words like ${pattern})`;
    });
    const numbers = search.numbers.map((digits) => `n.e164 like ${contains(digits)}`);
    const byNumber = `p.person_id in (select n.person_id from person_number n where ${numbers.join(' or ')})`;
    conditions.push(`(${[words.join(' and '), ...(numbers.length > 0 ? [byNumber] : [])].join(' or ')})`);
  }
  const where = ['not p.is_deleted', ...conditions].join(' and ');
  return { where: `where ${where} order by p.sort_name, p.person_id limit ${bind(limit)}`, parameters };
};

/** Texts as they are compared: small letters without accents, so that "Jurgen" finds Jürgen. */
export const toFolded = (texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

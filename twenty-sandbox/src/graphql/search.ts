import type { JsonObject } from '../json.ts';
import type { Model } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { type Row, textAt } from '../records/row.ts';
import type { Selected } from './document.ts';

/** Twenty's search over several objects at once: every word typed must begin a word of the record. */
export const search = (
  { records }: { model: Model; records: Records },
  { args, children }: Selected,
): JsonObject => {
  const words = String(args.searchInput ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const limit = typeof args.limit === 'number' ? args.limit : 30;
  const included = Array.isArray(args.includedObjectNameSingulars) ? args.includedObjectNameSingulars : null;
  const found = Object.entries(SEARCHED)
    .filter(([name]) => included === null || included.includes(name))
    .flatMap(([objectName, describe]) =>
      [...records.table(objectName).rows()]
        .filter((row) => row.deletedAt === null)
        .map((row) => ({ row, objectName, ...describe(row) }))
        .filter(({ tokens }) => words.every((word) => tokens.some((token) => token.startsWith(word)))),
    )
    .slice(0, limit);
  const answer: JsonObject = {};
  for (const { alias, name, children: parts } of children) {
    answer[alias] =
      name === 'edges'
        ? found.map(({ row, objectName, label }) =>
            choose(parts, {
              node: choose(parts.find((part) => part.name === 'node')?.children ?? [], {
                recordId: row.id,
                objectNameSingular: objectName,
                label,
                imageUrl: '',
              }),
            }),
          )
        : name === 'pageInfo'
          ? choose(parts, { hasNextPage: false })
          : null;
  }
  return answer;
};

const choose = (selection: readonly Selected[], values: JsonObject): JsonObject =>
  Object.fromEntries(selection.map(({ alias, name }) => [alias, values[name] ?? null]));

const tokensOf = (...texts: string[]): string[] =>
  texts.flatMap((text) => text.toLowerCase().split(/[\s@.,]+/)).filter((token) => token !== '');

const SEARCHED: Record<string, (row: Row) => { label: string; tokens: string[] }> = {
  person: (row) => {
    const label = `${textAt(row, 'name', 'firstName')} ${textAt(row, 'name', 'lastName')}`;
    const email = textAt(row, 'emails', 'primaryEmail');
    const number = textAt(row, 'phones', 'primaryPhoneNumber');
    const code = textAt(row, 'phones', 'primaryPhoneCallingCode');
    return {
      label,
      tokens: [...tokensOf(label, email, textAt(row, 'jobTitle')), email, number, `${code}${number}`],
    };
  },
  company: (row) => {
    const label = textAt(row, 'name');
    return { label, tokens: tokensOf(label) };
  },
};

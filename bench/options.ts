import { parseArgs } from 'node:util';
import { STORE_KINDS, type StoreKind } from './scenario.ts';

export interface Options {
  /** Empty: all of them. */
  readonly scenarios: readonly string[];
  /** Null: every store that this machine has. */
  readonly stores: readonly StoreKind[] | null;
  /** Small sizes, to see that it runs. Its figures do not count. */
  readonly quick: boolean;
}

/** @throws OptionError naming what is not known, and what is. */
export const readOptions = (args: readonly string[], known: readonly string[]): Options => {
  const { values, positionals } = parse(args);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new OptionError(`There is no scenario ${unknown.join(', ')}. Scenarios: ${known.join(', ')}.`);
  }
  return { scenarios: positionals, stores: storesOf(values.store), quick: values.quick ?? false };
};

export class OptionError extends Error {
  override readonly name = 'OptionError';
}

const USAGE =
  'Usage: npm run bench -- [scenario ...] [--store pglite|postgres|both] [--quick]. Without names every scenario is run.';

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: { store: { type: 'string' }, quick: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    const what = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new OptionError(`${what}. ${USAGE}`, { cause: error });
  }
};

const storesOf = (given: string | undefined): readonly StoreKind[] | null => {
  if (given === undefined) return null;
  if (given === 'both') return STORE_KINDS;
  const store = STORE_KINDS.find((kind) => kind === given);
  if (store === undefined) {
    throw new OptionError(`--store is pglite, postgres or both, and not "${given}".`);
  }
  return [store];
};

import type { WorkspaceId } from '@twenty-dialer/contract';
import { createLog } from '../../../sync-worker/src/log/create-log.ts';
import { openStore } from '../../../sync-worker/src/store/open-store.ts';
import type { StorePlace } from '../../support/worker.ts';
import { lastNameOf, numberOf } from './people.ts';

/** Milliseconds of each look-up. */
export interface LookUps {
  /** A transaction that looks at nothing: what the store and the machine take for themselves. */
  readonly nothing: readonly number[];
  readonly byNumber: readonly number[];
  /** Eight at a time, as matching does for a busy floor. */
  readonly byNumberAtOnce: readonly number[];
  readonly unknownNumber: readonly number[];
  readonly byName: readonly number[];
  readonly byDigits: readonly number[];
  /** Words that thousands have. */
  readonly byCommonWord: readonly number[];
}

const AT_ONCE = 8;

/** Looks people up in a store that no worker has open. @throws Error when somebody else is found, or nobody */
export const lookUp = async (
  place: StorePlace,
  { workspaceId, count }: { workspaceId: WorkspaceId; count: number },
): Promise<LookUps> => {
  const store = await openStore({ ...place, log: createLog('warn') });
  const someone = () => Math.floor(Math.random() * count);
  const byNumber = async () => {
    const index = someone();
    const found = await store.transaction(workspaceId, (tx) => tx.people.byNumber(numberOf(index)));
    mustBe(found, 1, index);
  };
  const search = async (
    text: string,
    numbers: readonly string[],
    wanted: { most: number; index: number },
  ) => {
    const words = text.split(' ').map((word) => ({ text: word, digits: null }));
    const found = await store.transaction(workspaceId, (tx) => tx.people.search({ words, numbers }, 25));
    mustBe(found, wanted.most, wanted.index);
  };
  try {
    await timed(200, byNumber);
    const nothing: number[] = [];
    const numbers: number[] = [];
    // In turns, so that a slow moment of the machine strikes both.
    for (let turn = 0; turn < 50; turn += 1) {
      nothing.push(...(await timed(100, () => store.transaction(workspaceId, async () => undefined))));
      numbers.push(...(await timed(100, byNumber)));
    }
    return {
      nothing,
      byNumber: numbers,
      byNumberAtOnce: (await Promise.all(Array.from({ length: AT_ONCE }, () => timed(500, byNumber)))).flat(),
      unknownNumber: await timed(1_000, async () => {
        const found = await store.transaction(workspaceId, (tx) =>
          tx.people.byNumber(numberOf(count + someone())),
        );
        if (found.length > 0) throw new Error('Somebody has a number that nobody has.');
      }),
      byName: await timed(100, () => {
        const index = someone();
        return search(lastNameOf(index).toLowerCase(), [], { most: 25, index });
      }),
      byDigits: await timed(100, () => {
        const index = someone();
        const digits = numberOf(index).slice(-7);
        return search(digits, [digits], { most: 25, index });
      }),
      byCommonWord: await timed(100, () => search('bell', [], { most: 25, index: -1 })),
    };
  } finally {
    await store.close();
  }
};

const timed = async (times: number, work: () => Promise<unknown>): Promise<number[]> => {
  const taken: number[] = [];
  for (let nth = 0; nth < times; nth += 1) {
    const startedAtMs = performance.now();
    await work();
    taken.push(performance.now() - startedAtMs);
  }
  return taken;
};

const mustBe = (found: readonly { name: string }[], most: number, index: number): void => {
  const isThere = index < 0 || found.some(({ name }) => name.endsWith(lastNameOf(index)));
  if (found.length === 0 || found.length > most || !isThere) {
    throw new Error(
      `Person ${index} was looked for, and ${found.map(({ name }) => name).join(', ') || 'nobody'} found.`,
    );
  }
};

import { dropDeadLinks, linkedIds } from './dead-links.ts';
import type { Write } from './plan.ts';
import { type Halt, haltOf, type RoundContext, STOPPING, spend } from './round-context.ts';
import { unreached } from './settlements.ts';

interface RepairResult {
  readonly again: readonly { readonly writes: readonly Write[]; readonly isRepaired: boolean }[];
  readonly halt: Halt | null;
}

/** Asks Twenty once which people and members of these rows exist, and gives back the rows without the dead links. */
export const repairLinks = async (context: RoundContext, writes: readonly Write[]): Promise<RepairResult> => {
  const { deps, held } = context;
  const ids = linkedIds(writes);
  // The dead link is between two records of ours: taking the batch apart finds it.
  if (ids.size === 0) return { again: [{ writes, isRepaired: true }], halt: null };
  if (!(await spend(context, ids.size))) return { again: [], halt: STOPPING };
  try {
    const existing = new Map(
      await Promise.all(
        [...ids].map(
          async ([objectName, named]) => [objectName, await deps.twenty.existing(objectName, named)] as const,
        ),
      ),
    );
    const repaired = dropDeadLinks(writes, existing);
    await held.settle(repaired.settlements);
    return { again: [{ writes: repaired.writes, isRepaired: true }], halt: null };
  } catch (error) {
    const halt = await haltOf(error, context);
    if (halt !== null) return { again: [], halt };
    const reason = 'Twenty did not say which people and members exist.';
    await held.settle(writes.map((write) => unreached(context, write, { kind: 'not-sent', reason })));
    return { again: [], halt: null };
  }
};

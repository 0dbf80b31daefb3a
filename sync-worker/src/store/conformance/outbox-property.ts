import fc from 'fast-check';
import { expect } from 'vitest';
import type { StoreWorld } from '../../testing/store-world.ts';
import { SLOTS } from './outbox-model.ts';
import { createOutboxRun, PARENTS, type Step } from './outbox-run.ts';

const slot = fc.constantFrom(...SLOTS);
const content = fc.constantFrom('a', 'b', 'c');
const parents = fc.constantFrom(...PARENTS);
const worker = fc.nat({ max: 1 });

/** One step in the life of an outbox with two workers, an admin, and a Twenty that remembers what it was sent. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('touch' as const), slot, content, parents }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('lease' as const), worker }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      worker,
      slot,
      way: fc.constantFrom('delivered' as const, 'retry' as const, 'dead' as const, 'released' as const),
      isUnanswered: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('renew' as const, 'crash' as const), worker }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), leases: fc.constantFrom(0.5, 1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('redrive' as const, 'dismiss' as const), slot }) },
);

/** `inWorld` gives each run an empty workspace. After each step the store says the same as the model. */
export const holdAgainstModel = (
  inWorld: (run: (world: StoreWorld) => Promise<void>) => Promise<void>,
  numRuns: number,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 24 }), (steps) =>
      inWorld(async (world) => {
        const run = createOutboxRun(world);
        for (const step of steps) {
          await run.take(step);
          expect(await run.entries()).toEqual(run.model.entries());
        }
        await run.drain();
        expect(run.model.behind()).toEqual([]);
        expect(await run.entries()).toEqual(run.model.entries());
      }),
    ),
    { numRuns },
  );

import type { Load } from './call-load.ts';
import type { CallPlan } from './call-plans.ts';
import type { Crew } from './crew.ts';
import type { PoisonOf } from './expect-exactly-once.ts';
import type { FaultyTwenty } from './faulty-twenty.ts';
import type { WorkerTweaks } from './worker-tweaks.ts';

export type StoreKind = 'PGlite' | 'Postgres';

/** What a scenario has at hand while reps call. */
export interface Stage {
  readonly twenty: FaultyTwenty;
  readonly crew: Crew;
  readonly load: Load;
  readonly store: StoreKind;
  /** How many calls are made at least. */
  readonly calls: number;
  readonly kills: number;
  /** Does something so often, at random moments spread over all calls, one after another. */
  spread(times: number, act: (nth: number) => Promise<void>): Promise<void>;
  /** Resolves when as many calls are made as are asked for. */
  enoughCalls(): Promise<void>;
  /** The Postgres server dies or stops, and comes back. */
  restartDatabase(how: 'fast' | 'immediate' | 'crash'): Promise<void>;
}

/** One thing that goes wrong while reps call. Nothing of it may be felt by whoever looks into Twenty afterwards. */
export interface Scenario {
  /** The name of its test, and of its line in the table. */
  readonly title: string;
  readonly name: string;
  readonly stores: readonly StoreKind[];
  readonly workers?: number;
  readonly tweaks: WorkerTweaks;
  readonly plan?: CallPlan;
  readonly isShuffled?: boolean;
  /** Twenty and the worker keep to the product's own budget. */
  readonly hasBudget?: boolean;
  readonly poisonOf?: PoisonOf;
  /** The longest that any call may take, in seconds of the store's clock; left out: as long as it takes. */
  readonly longestWaitSeconds?: number;
  /** The database server is of the scenario's own. */
  readonly restartsDatabase?: boolean;
  /** Begins with the first call, and ends when everything of it is over. */
  harm(stage: Stage): Promise<void>;
}

import { type AppPlan, describePlan, isEmpty, parsePlan } from './app-plan.ts';
import { ConnectError } from './connect-error.ts';
import type { Sdk } from './sdk.ts';

/** What applying the app would do, and what of it could not be undone. */
export interface AppChange {
  /** In words, for whoever decides. */
  readonly lines: readonly string[];
  readonly isNothing: boolean;
  /** What would go, with the data in it. Twenty's count may be higher than what it names. */
  readonly lost: readonly string[];
  readonly toDestroy: number;
}

/** Asks Twenty's own command line what applying the app would change. @throws ConnectError */
export const planApp = async (sdk: Pick<Sdk, 'plan'>): Promise<AppChange> => {
  const plan = readPlan(await sdk.plan());
  return {
    lines: describePlan(plan),
    isNothing: isEmpty(plan),
    lost: plan.actions.filter((action) => !/will be (created|updated|changed)/.test(action)),
    toDestroy: plan.toDestroy,
  };
};

/** @throws ConnectError unless nothing would be lost, or that is meant */
export const refuseLoss = ({ lost, toDestroy }: AppChange, isForced: boolean): void => {
  if (isForced || toDestroy + lost.length === 0) return;
  throw new ConnectError(
    `Applying the app would destroy this in Twenty, and the data in it:\n${lost.join('\n')}`,
    'Nothing was changed. If the loss is meant, back up the workspace and run npm run connect -- --force.',
  );
};

const readPlan = (output: string): AppPlan => {
  const plan = parsePlan(output);
  if (plan !== null) return plan;
  throw new ConnectError(
    `The plan of Twenty's command line cannot be read:\n${output.trim()}`,
    'Nothing was changed. Check that twenty-app/package.json still pins the twenty-sdk that this version came with.',
  );
};

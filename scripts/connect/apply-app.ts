import type { AppManifest } from '../app-manifest/app-manifest.ts';
import { type AppPlan, describePlan, isEmpty, parsePlan } from './app-plan.ts';
import { optionsThatWouldGo } from './compare-objects.ts';
import { ConnectError } from './connect-error.ts';
import type { Sdk } from './sdk.ts';
import type { TwentyApi } from './twenty-api.ts';
import { objectsOf } from './workspace-objects.ts';

interface ApplyDeps {
  readonly sdk: Pick<Sdk, 'plan' | 'apply'>;
  readonly admin: TwentyApi;
  readonly manifest: AppManifest;
  readonly say: (line: string) => void;
}

interface ApplyOptions {
  /** Also do what destroys data. */
  readonly isForced: boolean;
  /** Show the plan and leave it at that. */
  readonly isPlanOnly: boolean;
  /** Our app has no registration yet, so it has to be applied whatever the plan says. */
  readonly isNew: boolean;
}

/** Brings the workspace to what the app defines. @returns whether it changed anything @throws ConnectError */
export const applyApp = async (deps: ApplyDeps, options: ApplyOptions): Promise<boolean> => {
  const { sdk, admin, manifest, say } = deps;
  const plan = readPlan(await sdk.plan());
  for (const line of describePlan(plan)) say(`  ${line}`);
  const lost = [
    ...plan.actions.filter((action) => !/will be (created|updated|changed)/.test(action)),
    ...optionsThatWouldGo(manifest, await objectsOf(admin)),
  ];
  if (options.isPlanOnly) {
    for (const line of lost) say(`  data would be lost: ${line}`);
    return false;
  }
  if (isEmpty(plan) && !options.isNew) return false;
  if ((plan.toDestroy > 0 || lost.length > 0) && !options.isForced) throw refused(lost);
  await sdk.apply({ isForced: options.isForced });
  return true;
};

const readPlan = (output: string): AppPlan => {
  const plan = parsePlan(output);
  if (plan !== null) return plan;
  throw new ConnectError(
    `The plan of Twenty's command line cannot be read:\n${output.trim()}`,
    'Nothing was changed. Check that twenty-app/package.json still pins the twenty-sdk that this version came with.',
  );
};

const refused = (lost: readonly string[]): ConnectError =>
  new ConnectError(
    `Applying the app would destroy this in Twenty, and the data in it:\n${lost.join('\n')}`,
    'Nothing was changed. To keep an option of your own, add it to twenty-app/src/options. If the loss is meant, back up the workspace and run npm run connect -- --force.',
  );

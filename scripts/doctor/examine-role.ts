import { probeRights } from '../connect/probe-rights.ts';
import { appApi } from './app-api.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, well } from './finding.ts';

/** The app's role lets the worker do all that it does. Leaves nothing behind. */
export const examineRole = async (deps: DoctorDeps): Promise<Finding> => {
  await probeRights(await appApi(deps), deps.manifest);
  return well('The app may read and write all that the worker reads and writes.');
};

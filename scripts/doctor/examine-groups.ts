import { describeGroups, planGroups } from '../connect/rep-groups.ts';
import { createTwentyApi } from '../connect/twenty-api.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, notExamined, odd, well } from './finding.ts';

/** Managers see every rep's calls in the views by rep: Twenty hides calls of members who have no group there. */
export const examineGroups = async ({ installation, fetch, manifest }: DoctorDeps): Promise<Finding> => {
  const { adminKey, apiUrl } = installation;
  if (adminKey === null)
    return notExamined('The groups of the views by rep can be compared only with TWENTY_API_KEY.');
  const plans = await planGroups(createTwentyApi({ apiUrl, token: adminKey, fetch }), manifest);
  return plans.length === 0
    ? well('Every member has a group in the views by rep.')
    : odd(describeGroups(plans).join('\n'), 'Members have come or gone. Run npm run connect -- --groups.');
};

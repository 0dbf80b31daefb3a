import { z } from 'zod';
import { TwentyRefused } from '../connect/twenty-api.ts';
import { appApi } from './app-api.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, well } from './finding.ts';

/** Twenty takes a question now. It does not tell how much is left, so this asks for as much as one round of delivery. */
export const examineBudget = async (deps: DoctorDeps): Promise<Finding> => {
  const app = await appApi(deps);
  try {
    await app.ask({
      at: 'graphql',
      query:
        '{ people(first: 1) { edges { node { id } } } workspaceMembers(first: 1) { edges { node { id } } } noteTargets(first: 1) { edges { node { id } } } }',
      answer: z.record(z.string(), z.unknown()),
    });
    return well(
      "Twenty takes requests with the app's own budget (500 root fields a minute unless your server says otherwise).",
    );
  } catch (error) {
    if (!(error instanceof TwentyRefused)) throw error;
    // What the role says is examined by itself.
    if (error.subCode !== 'LIMIT_REACHED') return well('Twenty does not throttle the app.');
    return ill(
      `Twenty throttles the app: ${error.message}.`,
      'Wait a minute and run this again. If it stays, something else uses the credentials of the app (a second dialer with many calls, a script), or APPLICATION_API_RATE_LIMITING_LIMIT of your Twenty is too low. Nothing is lost meanwhile: calls wait in the worker.',
    );
  }
};

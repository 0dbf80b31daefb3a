import { registrationsOf } from '../connect/check-access.ts';
import { createTwentyApi } from '../connect/twenty-api.ts';
import { askWorker } from './ask-worker.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, odd, well } from './finding.ts';

/** Whoever presses "Sign in" lands on Twenty's page of consent, and may come back from it. */
export const examineSignIn = async (deps: DoctorDeps): Promise<Finding> => {
  const { publicUrl, frontUrl, app } = deps.installation;
  const answer = await askWorker(deps.fetch, `${publicUrl}/auth/sign-in`);
  if (answer.fault !== null) return ill(`The sign-in does not answer (${answer.fault}).`, LOOK_AT_PROXY);
  const target = answer.location && URL.canParse(answer.location) ? new URL(answer.location) : null;
  if (answer.status !== 302 || target === null) {
    return ill(
      `The sign-in answers HTTP ${answer.status} and leads nowhere.`,
      'Open the dialer: its page says what is left to do.',
    );
  }
  if (target.origin !== new URL(frontUrl).origin || target.searchParams.get('client_id') !== app?.clientId) {
    return ill(
      `The sign-in leads to ${target.origin} for another app or Twenty than the settings name.`,
      'The running worker has other settings than this command: start it again, or set TWENTY_FRONT_URL to where people open Twenty.',
    );
  }
  const back = target.searchParams.get('redirect_uri');
  if (back !== `${publicUrl}/auth/callback`) {
    return ill(
      `Twenty would send people back to ${back}, and not to ${publicUrl}/auth/callback.`,
      'Set the same DIALER_PUBLIC_URL for the worker and this command, and start the worker again.',
    );
  }
  const front = await askWorker(deps.fetch, target.href);
  if (front.fault !== null || front.status >= 400) {
    return odd(
      `Twenty's page of consent does not answer from here at ${target.origin}.`,
      'If it opens in a browser all is well; else set TWENTY_FRONT_URL to where people open Twenty.',
    );
  }
  return registered(deps, back);
};

const registered = async ({ installation, fetch, manifest }: DoctorDeps, back: string): Promise<Finding> => {
  const { apiUrl, adminKey } = installation;
  const leads = 'The sign-in leads to Twenty';
  if (adminKey === null) {
    return well(
      `${leads}. Only with TWENTY_API_KEY can be seen whether Twenty lets people come back to ${back}.`,
    );
  }
  const registration = (await registrationsOf(createTwentyApi({ apiUrl, token: adminKey, fetch }))).find(
    (one) => one.universalIdentifier === manifest.application.universalIdentifier,
  );
  if (registration?.oAuthRedirectUris.includes(back)) return well(`${leads} and back.`);
  return ill(
    `Twenty does not let people come back to ${back}.`,
    'Run npm run connect: it registers this address.',
  );
};

const LOOK_AT_PROXY = 'Look at the proxy in front of the worker: it has to hand /auth on to it.';

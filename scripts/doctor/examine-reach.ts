import { serverVersion } from '../connect/check-access.ts';
import { requestJson } from '../connect/twenty-api.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, odd, well } from './finding.ts';

/** The first release that the app and the worker were tried with. */
const OLDEST = [2, 31] as const;

/** Twenty's server answers here, and people can open it where they are sent. */
export const examineReach = async ({ installation, fetch, nowMs }: DoctorDeps): Promise<Finding> => {
  const { apiUrl } = installation;
  const askedAtMs = nowMs();
  const { status } = await requestJson(fetch, `${apiUrl}/healthz`);
  const tookMs = nowMs() - askedAtMs;
  if (status !== 200) {
    return ill(
      `${apiUrl}/healthz answers HTTP ${status}.`,
      'Set TWENTY_API_URL to the address of the Twenty server alone, or look at the log of that server.',
    );
  }
  const version = await serverVersion({ apiUrl, fetch });
  const told = `Twenty ${version} answers at ${apiUrl} in ${tookMs} ms.`;
  return isTooOld(version)
    ? odd(told, `The dialer was tried with Twenty ${OLDEST.join('.')} and newer: update Twenty.`)
    : well(told);
};

const isTooOld = (version: string): boolean => {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined || minor === undefined) return false;
  return Number(major) * 1_000 + Number(minor) < OLDEST[0] * 1_000 + OLDEST[1];
};

import { Problem } from '../../contract/src/index.ts';
import { askWorker } from './ask-worker.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, notExamined, well } from './finding.ts';

/** What people open is the dialer, with its routes behind it, at an address that gives a browser its microphone. */
export const examinePublicAddress = async ({ installation, fetch }: DoctorDeps): Promise<Finding> => {
  const { publicUrl, internalUrl } = installation;
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    return ill(
      `DIALER_PUBLIC_URL is ${publicUrl}: without https browsers give no microphone, and Twenty sends nobody back to it.`,
      'Put the dialer behind a proxy with TLS and set DIALER_PUBLIC_URL to its https address (docs/deploy.md).',
    );
  }
  const answer = await askWorker(fetch, `${publicUrl}/api/session`);
  if (answer.fault !== null) {
    // In a container "localhost" is the container itself.
    if (isLoopback(hostname) && internalUrl !== publicUrl) {
      return notExamined(`${publicUrl} is an address of another machine than the one this runs on.`);
    }
    return ill(
      `Nothing answers at ${publicUrl} (${answer.fault}).`,
      'Look at the proxy in front of the worker, its certificate and the name in DNS, and at DIALER_PUBLIC_URL.',
    );
  }
  const problem = Problem.safeParse(answer.json);
  // Nobody is signed in here; or nobody can be yet, which is the matter of other examinations.
  const isWorker = problem.success && /^(not-signed-in|twenty-unavailable)$/.test(problem.data.code);
  if (isWorker) return well(`The dialer answers at ${publicUrl}.`);
  return ill(
    `${publicUrl}/api/session is not answered by the worker (HTTP ${answer.status}).`,
    'The proxy or static host has to hand /api and /auth on to the worker (docs/deploy.md); DIALER_PUBLIC_URL has to be the address that people open.',
  );
};

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');

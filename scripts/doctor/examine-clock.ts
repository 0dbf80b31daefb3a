import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, notExamined, odd, well } from './finding.ts';

/** Signed times of webhooks and tokens are compared with our clock: from here on they begin to be refused. */
const ILL_SECONDS = 60;
const ODD_SECONDS = 5;
const PATIENCE_MS = 5_000;

/** The clocks of this machine, of Twenty and of the worker agree. Both say the time in the head of every answer. */
export const examineClock = async (deps: DoctorDeps): Promise<Finding> => {
  const { apiUrl, internalUrl } = deps.installation;
  const skews = [
    { who: 'Twenty', seconds: await skewOf(deps, `${apiUrl}/healthz`) },
    { who: 'the worker', seconds: await skewOf(deps, `${internalUrl}/healthz`) },
  ].flatMap(({ who, seconds }) => (seconds === null ? [] : [{ who, seconds }]));
  const worst = skews.sort((one, other) => Math.abs(other.seconds) - Math.abs(one.seconds))[0];
  if (worst === undefined) return notExamined('Neither Twenty nor the worker tells the time.');
  const off = Math.abs(worst.seconds);
  const detail =
    off < 1
      ? `${skews.map(({ who }) => who).join(' and ')} and this machine agree to the second.`
      : `The clock of ${worst.who} is ${Math.round(off)} s ${worst.seconds > 0 ? 'ahead of' : 'behind'} this machine's.`;
  const remedy =
    'Set the clocks by the network (NTP) on all machines. Wrong clocks make webhooks and tokens be refused, and put calls on the wrong day.';
  if (off > ILL_SECONDS) return ill(detail, remedy);
  return off > ODD_SECONDS ? odd(detail, remedy) : well(capitalized(detail));
};

const skewOf = async ({ fetch, nowMs }: DoctorDeps, url: string): Promise<number | null> => {
  const askedAtMs = nowMs();
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  const answeredAtMs = nowMs();
  const told = Date.parse(answer?.headers.get('date') ?? '');
  if (Number.isNaN(told)) return null;
  // The head has whole seconds, cut off, and was written somewhere between question and answer.
  const early = askedAtMs - 1_000;
  if (told >= early && told <= answeredAtMs) return 0;
  return (told - (told < early ? early : answeredAtMs)) / 1_000;
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

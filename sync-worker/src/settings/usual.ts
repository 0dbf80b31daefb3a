import { E164, OUTCOMES, type WorkspaceSettings } from '@twenty-dialer/contract';
import type { Config } from '../config.ts';

/** What holds in a workspace where its admins set nothing: what the worker was started with. */
export const usualSettings = ({
  xpRules,
  ownNumbers,
  alerts,
}: Pick<Config, 'xpRules' | 'ownNumbers'> & {
  readonly alerts: Pick<Config['alerts'], 'waitingMinutes' | 'deadLetters'>;
}): WorkspaceSettings => ({
  outcomes: OUTCOMES.map(({ key }) => key),
  xp: {
    manual: xpRules.forManualCalls,
    entered: xpRules.forEnteredCalls,
    practice: xpRules.forPracticeCalls,
  },
  ownNumbers: [...ownNumbers].map((number) => E164.parse(number)),
  alerts: { waitingMinutes: alerts.waitingMinutes, deadLetters: alerts.deadLetters },
});

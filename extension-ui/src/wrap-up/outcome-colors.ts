import type { Outcome, OutcomeClass } from '@twenty-dialer/contract';

/** One colour per class of outcome. Red is the hang-up's alone. */
export const OUTCOME_COLORS: Record<OutcomeClass, string> = {
  connected: 'green',
  'not-connected': 'gray',
  'bad-data': 'orange',
  compliance: 'purple',
};

/** The label and colour of an outcome key; a key that this installation does not know is shown as it is. */
export const outcomeWords = (outcomes: readonly Outcome[], key: string): { label: string; color: string } => {
  const known = outcomes.find((outcome) => outcome.key === key);
  return known === undefined
    ? { label: key, color: 'gray' }
    : { label: known.label, color: OUTCOME_COLORS[known.class] };
};

import type { LineEvent } from './phone-line.ts';

export type PracticeStep = { afterMs: number; event: LineEvent };
/** What a number that ends in `ending` does on the practice line. */
export type PracticeScript = { ending: string; says: string; steps: PracticeStep[] };

const seconds = (count: number): number => count * 1000;
const preparing: PracticeStep = { afterMs: 0, event: { type: 'preparing' } };
const connecting: PracticeStep = { afterMs: 150, event: { type: 'connecting' } };
const ringing: PracticeStep = { afterMs: 450, event: { type: 'ringing' } };
const start = [preparing, connecting, ringing];
const answered = (afterMs: number, by: 'person' | 'machine' = 'person'): PracticeStep => ({
  afterMs,
  event: { type: 'answered', by },
});
const ended = (afterMs: number, status: 'busy' | 'no-answer' | 'failed' | 'completed'): PracticeStep => ({
  afterMs,
  event: { type: 'ended', status },
});

/** The endings that do something special, as the dialer lists them. */
export const PRACTICE_SCRIPTS: readonly PracticeScript[] = [
  {
    ending: '00',
    says: 'Rings for 20 seconds, nobody answers',
    steps: [...start, ended(seconds(20), 'no-answer')],
  },
  { ending: '01', says: 'A person answers after 2 seconds', steps: [...start, answered(seconds(2))] },
  { ending: '02', says: 'Busy', steps: [preparing, connecting, ended(seconds(1), 'busy')] },
  {
    ending: '03',
    says: 'Nobody answers, ends after 5 seconds',
    steps: [...start, ended(seconds(5), 'no-answer')],
  },
  {
    ending: '04',
    says: 'Voicemail answers after 4 seconds',
    steps: [...start, answered(seconds(4), 'machine')],
  },
  {
    ending: '05',
    says: 'Answers, then the other side drops after 5 seconds',
    steps: [...start, answered(seconds(2)), ended(seconds(5), 'completed')],
  },
  { ending: '06', says: 'The call fails', steps: [preparing, connecting, ended(seconds(1), 'failed')] },
  {
    ending: '07',
    says: 'Answers, loses the connection after 5 seconds for 4 seconds',
    steps: [
      ...start,
      answered(seconds(2)),
      { afterMs: seconds(5), event: { type: 'reconnecting' } },
      { afterMs: seconds(4), event: { type: 'reconnected' } },
    ],
  },
];

export const USUAL_PRACTICE_SCRIPT: PracticeScript = {
  ending: '',
  says: 'Any other number: a person answers after 3 seconds',
  steps: [...start, answered(seconds(3))],
};

export const practiceScriptFor = (to: string): PracticeScript =>
  PRACTICE_SCRIPTS.find(({ ending }) => to.endsWith(ending)) ?? USUAL_PRACTICE_SCRIPT;

import type { Figure } from '../../scenario.ts';
import { median, percentile } from '../../statistics.ts';
import type { LookUps } from './look-up.ts';

const MOST_MEGABYTES = 150;
const LOOK_UP_MS = 5;

export const fillFigures = (
  { seconds, rootFields }: { seconds: number; rootFields: number },
  count: number,
): Figure[] => {
  const note = `${count} people, as the app`;
  const perMinute = (rootFields * 60) / seconds;
  return [
    { name: 'first fill', value: seconds, unit: 's', bar: null, note },
    {
      name: 'root fields a minute in the fill',
      value: perMinute,
      unit: '',
      // The worker also asks what there is, and the first poll begins before anybody has looked.
      bar: { kind: 'at-most', value: 250 },
      note: `${rootFields} in all; the app has 500`,
    },
  ];
};

/** Of the worker's process, the embedded store in it; a Postgres server has memory of its own. */
export const memoryFigures = (memory: {
  without: number;
  peak: number;
  after: number;
  restarted: number;
}): Figure[] => {
  const more = (name: string, value: number): Figure => ({
    name: `more memory, ${name}`,
    value: value - memory.without,
    unit: 'MB',
    bar: { kind: 'below', value: MOST_MEGABYTES },
    note: `${memory.without.toFixed(0)} MB with nobody`,
  });
  return [
    more('at the peak of the fill', memory.peak),
    more('after the fill', memory.after),
    more('after a restart', memory.restarted),
  ];
};

export const lookUpFigures = (lookUps: LookUps, count: number): Figure[] => {
  const judged = (name: string, times: readonly number[]): Figure => ({
    name: `p95, ${name}`,
    value: percentile(times, 95),
    unit: 'ms',
    bar: { kind: 'below', value: LOOK_UP_MS },
    note: `median ${median(times).toFixed(2)} ms of ${times.length}, ${count} people`,
  });
  const shown = (name: string, times: readonly number[]): Figure => ({ ...judged(name, times), bar: null });
  return [
    shown('a transaction that looks at nothing', lookUps.nothing),
    judged('look-up by number', lookUps.byNumber),
    judged('look-up of a number that nobody has', lookUps.unknownNumber),
    shown('look-up by number, 8 at once', lookUps.byNumberAtOnce),
    shown('search by name', lookUps.byName),
    shown('search by digits', lookUps.byDigits),
    shown('search by a word that thousands have', lookUps.byCommonWord),
  ];
};

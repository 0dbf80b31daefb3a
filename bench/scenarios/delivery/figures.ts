import type { Figure } from '../../scenario.ts';
import type { SentDocument } from '../../support/watched-twenty.ts';

const OF_FIGURES: readonly string[] = [
  'people',
  'createPeople',
  'createCallSessions',
  'createDailyCallStatsEntries',
  'createSyncLogEntries',
];

/** What a delivery has spent, of what Twenty allows. */
export const budgetFigures = (
  documents: readonly Pick<SentDocument, 'rootFields' | 'isThrottled'>[],
  { calls, people, how }: { calls: number; people: number; how: string },
): Figure[] => {
  const rootFields = documents.flatMap((document) => document.rootFields);
  const ofCalls = rootFields.filter((name) => !OF_FIGURES.includes(name));
  const throttled = documents.filter(({ isThrottled }) => isThrottled).length;
  return [
    {
      name: `root fields per call, ${how}`,
      value: rootFields.length / calls,
      unit: '',
      bar: { kind: 'at-most', value: 0.04 },
      note: `${rootFields.length} for ${calls} calls with a note and two links each, ${people} people, sittings, days and the log`,
    },
    {
      name: `of these for calls, notes, links and XP, ${how}`,
      value: ofCalls.length / calls,
      unit: '',
      bar: { kind: 'at-most', value: 0.03 },
      note: `${ofCalls.length} root fields`,
    },
    {
      name: `throttled documents, ${how}`,
      value: (100 * throttled) / documents.length,
      unit: '%',
      bar: { kind: 'below', value: 1 },
      note: `${throttled} of ${documents.length}`,
    },
  ];
};

/**
 * How fast a delivery is beside a client that only posts the same documents. It is judged where the budget is lifted and
 * the backlog is long; a few calls at a Twenty that counts tell little.
 */
export const ratioFigures = ({
  worker,
  bare,
  documents,
  isJudged,
}: {
  worker: number;
  bare: number;
  documents: number;
  isJudged: boolean;
}): Figure[] => [
  {
    name: 'calls delivered, of a bare loop posting the same',
    value: worker / bare,
    unit: '',
    bar: isJudged ? { kind: 'at-least', value: 0.8 } : null,
    note: `${worker.toFixed(0)} calls/s beside ${bare.toFixed(0)} in ${documents} documents`,
  },
  { name: 'calls delivered a second', value: worker, unit: 'calls/s', bar: null },
];

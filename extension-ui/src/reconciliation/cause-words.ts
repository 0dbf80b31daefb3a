import type { DifferenceCause, Reconciliation, Remedy } from '@twenty-dialer/contract';

/** Each cause as it is called on the screen, with what follows from it. */
export const CAUSE_WORDS: Readonly<Record<DifferenceCause, { name: string; what: string }>> = {
  missing: {
    name: 'Missing in Twenty',
    what: 'Twenty had them and has them no more: destroyed there, or Twenty was set back to an older state.',
  },
  deleted: {
    name: 'Deleted in Twenty',
    what: "Somebody deleted them there. They lie in Twenty's trash and are not brought back from here.",
  },
  destroyed: { name: 'Gone for good', what: 'They were deleted in Twenty, and are no longer in its trash.' },
  older: {
    name: 'Older in Twenty',
    what: 'Twenty has an older state than the one that it took. What is held here is newer.',
  },
  edited: {
    name: 'Edited in Twenty',
    what: 'Somebody changed them in Twenty after they were delivered. What Twenty has counts.',
  },
  duplicate: {
    name: 'Twice in Twenty',
    what: 'A second record has the same call id. Delete one of the two in Twenty, or accept it.',
  },
  waiting: { name: 'On the way', what: 'They wait for their time, or are being delivered.' },
  'held-back': { name: 'Held back', what: 'They wait for a record that they point at.' },
  failed: { name: 'Failed', what: 'No retry could help. The delivery says why.' },
  'not-queued': {
    name: 'Not in the queue',
    what: 'They are meant for Twenty, and nothing would bring them there.',
  },
  'unknown-here': {
    name: 'Unknown here',
    what: 'Records in Twenty with a call id that nobody knows here: another store wrote them, or a person.',
  },
  figures: { name: 'Figures of a day', what: "A rep's day in Twenty has other figures than the calls here." },
  xp: { name: 'XP', what: 'A rep has other totals in Twenty than in the ledger.' },
};

/** What settles by itself is no difference that anybody has to look at. */
const SETTLES_BY_ITSELF: readonly DifferenceCause[] = ['waiting', 'held-back'];

/** How many differences ask for somebody, and how many settle by themselves. */
export const openCounts = ({
  open,
}: Pick<Reconciliation, 'open'>): { forSomebody: number; byItself: number } => {
  const sum = (isByItself: boolean) =>
    open
      .filter(({ cause }) => SETTLES_BY_ITSELF.includes(cause) === isByItself)
      .reduce((all, { count }) => all + count, 0);
  return { forSomebody: sum(false), byItself: sum(true) };
};

export const REMEDY_WORDS: Readonly<Record<Remedy, { press: string; all: string; done: string }>> = {
  'write-again': { press: 'Repair', all: 'Repair all', done: 'Written again' },
  accept: { press: "Accept Twenty's", all: 'Accept all', done: "Twenty's accepted" },
};

export const PHASE_WORDS: Readonly<Record<Reconciliation['progress']['phase'], string>> = {
  here: 'Looking for our calls in Twenty',
  there: "Looking for Twenty's calls here",
  figures: "Comparing reps' days",
  totals: 'Comparing XP',
  done: 'Looking once more at what was on its way',
};

import type { CallMatch, CallReport, CallView, SeenInTwenty } from '@twenty-dialer/contract';
import { CallReport as CallReportSchema, PersonId } from '@twenty-dialer/contract';
import type { ShownCall } from './shown-call.ts';

/** What a correction may change. */
export type Words = { outcome: string | null; note: string; person: { id: string; name: string } | null };
export type Field = keyof Words;
export const FIELDS = ['outcome', 'person', 'note'] as const satisfies readonly Field[];

export type Basis = {
  /** Ours, as the newest report has it. */
  ours: Words;
  /** What Twenty shows; null when it has no such record, or could not be asked. */
  theirs: Words | null;
  /** What stands in the form before anything is touched. */
  start: Words;
  /** Where the two are not the same and nothing of ours is on its way: a person must choose. */
  differing: Field[];
  /** What the person has seen of Twenty by the time they save. */
  seen: SeenInTwenty | null;
};
type Correctable = Pick<ShownCall, 'own' | 'unsent' | 'inTwenty'> & { report: CallReport };

/**
 * What a correction starts from. Where Twenty has other words than we do, and it is not just behind, they were written
 * there by somebody: untouched, they stay; after a clash ours are offered, and both are shown.
 */
export const basisOf = ({ report, own, unsent, inTwenty }: Correctable): Basis => {
  const ours = wordsOf(report, own?.match ?? null);
  const carried = unsent?.report.seenInTwenty ?? null;
  if (inTwenty === null) return { ours, theirs: null, start: ours, differing: [], seen: carried };
  const theirs: Words = {
    outcome: inTwenty.outcome,
    note: inTwenty.noteMarkdown ?? '',
    person:
      inTwenty.personId === null
        ? null
        : { id: inTwenty.personId, name: inTwenty.personName ?? 'Somebody in Twenty' },
  };
  const other = FIELDS.filter((field) => !isSame(field, ours, theirs));
  const isBehind = unsent !== null || inTwenty.isBehind || isOnItsWay(own);
  const differing = isBehind ? [] : other;
  const hasClash = own?.sync.attention.some(({ kind }) => kind === 'clash' || kind === 'refused') ?? false;
  const start = { ...ours };
  if (!isBehind && !hasClash) for (const field of other) copy(field, theirs, start);
  const named = FIELDS.filter((field) => !isBehind || !other.includes(field));
  return { ours, theirs, start, differing, seen: { ...carried, ...seenOf(named, inTwenty) } };
};

/** Whom the number led to counts as ours while the rep has left it open. */
const wordsOf = (report: CallReport, match: CallMatch | null): Words => {
  const { outcome, note, isNobody } = report;
  const { personId, personName } = report.personId === null && !isNobody && match !== null ? match : report;
  return {
    outcome,
    note,
    person: personId === null ? null : { id: personId, name: personName ?? 'Somebody in Twenty' },
  };
};

const isOnItsWay = (own: CallView | null): boolean =>
  own?.sync.state === 'on-its-way' || own?.sync.state === 'saved';

/** Twenty may end a note with a line of its own. */
export const isSame = (field: Field, one: Words, other: Words): boolean => {
  switch (field) {
    case 'outcome':
      return one.outcome === other.outcome;
    case 'note':
      return one.note.trim() === other.note.trim();
    case 'person':
      return one.person?.id === other.person?.id;
  }
};

const copy = (field: Field, from: Words, to: Words): void => {
  if (field === 'outcome') to.outcome = from.outcome;
  else if (field === 'note') to.note = from.note;
  else to.person = from.person;
};

const seenOf = (
  fields: readonly Field[],
  { outcome, personId, noteMarkdown }: NonNullable<ShownCall['inTwenty']>,
): SeenInTwenty => ({
  ...(fields.includes('outcome') ? { outcome } : {}),
  ...(fields.includes('person') ? { personId } : {}),
  ...(fields.includes('note') ? { noteMarkdown } : {}),
});

/** The next report of the call: other words, and stage, times and line as they were. */
export const correctedReport = (
  { report, own }: { report: CallReport; own: CallView | null },
  words: Words,
  seen: SeenInTwenty | null,
): CallReport => ({
  ...report,
  revision: nextRevision(report, own),
  outcome: words.outcome,
  note: words.note,
  personId: words.person === null ? null : PersonId.parse(words.person.id),
  personName: words.person?.name ?? null,
  // Whoever takes the person away says that it was nobody; whoever never looked at it leaves it open.
  isNobody: words.person === null && (report.isNobody || report.personId !== null || own?.match != null),
  seenInTwenty: seen,
});

/** The call's report with one note more. */
export const withFurtherNote = (
  { report, own, unsent }: { report: CallReport; own: CallView | null; unsent: ShownCall['unsent'] },
  note: { noteId: string; text: string; writtenAt: string },
) =>
  CallReportSchema.safeParse({
    ...report,
    revision: nextRevision(report, own),
    furtherNotes: [...report.furtherNotes, note],
    // What was seen belongs to the correction that still waits here, if there is one; a note alone looked at nothing.
    seenInTwenty: unsent?.report.seenInTwenty ?? null,
  });

const nextRevision = (report: CallReport, own: CallView | null): number =>
  Math.max(report.revision, own?.report.revision ?? 0) + 1;

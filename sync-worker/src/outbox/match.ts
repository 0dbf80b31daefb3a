import type {
  CallMatch,
  CallReport,
  E164,
  Instant,
  LikelyBecause,
  MemberId,
  PersonId,
} from '@twenty-dialer/contract';

/** Somebody with the number of a call, and what speaks for them. */
export interface Candidate {
  readonly personId: PersonId;
  readonly name: string;
  readonly ownerId: MemberId | null;
  /** When anybody last called them. */
  readonly lastCalledAt: Instant | null;
  /** The rep named them for this number, the last time they named anybody. */
  readonly isRemembered: boolean;
}

/**
 * The number by which a call is matched; null: the rep has named somebody or said that it was nobody, or the number leads
 * to the team itself and not to anybody who is called.
 */
export const numberToMatch = (report: CallReport, ownNumbers: ReadonlySet<string>): E164 | null => {
  if (report.personId !== null || report.isNobody) return null;
  const number = otherNumberOf(report);
  return number === null || ownNumbers.has(number) ? null : number;
};

/** The other side's number. */
export const otherNumberOf = (report: Pick<CallReport, 'direction' | 'from' | 'to'>): E164 | null =>
  report.direction === 'inbound' ? report.from : report.to;

/**
 * Who was called, as far as nobody needs to be asked: the only one with the number, or whom the rep named for it before.
 * Among several others the worker does not guess. Null: the call stays unmatched.
 */
export const matchOf = (
  candidates: readonly Candidate[],
  when: 'with-the-report' | 'later',
): Pick<CallMatch, 'personId' | 'how'> | null => {
  const remembered = candidates.find(({ isRemembered }) => isRemembered);
  const person = candidates.length === 1 ? candidates[0] : remembered;
  if (person === undefined) return null;
  const how = candidates.length === 1 ? 'number' : 'remembered';
  return { personId: person.personId, how: when === 'later' ? 'later' : how };
};

/** Everybody with the number, the likeliest first, each with the strongest reason to think of them. */
export const byLikelihood = <Who extends Candidate>(
  candidates: readonly Who[],
  memberId: MemberId,
): readonly { readonly candidate: Who; readonly because: LikelyBecause }[] =>
  candidates
    .map((candidate) => ({ candidate, because: reasonOf(candidate, candidates, memberId) }))
    .sort(
      (a, b) =>
        STRENGTH.indexOf(a.because) - STRENGTH.indexOf(b.because) ||
        compare(b.candidate.lastCalledAt ?? '', a.candidate.lastCalledAt ?? '') ||
        compare(a.candidate.name.toLowerCase(), b.candidate.name.toLowerCase()) ||
        compare(a.candidate.personId, b.candidate.personId),
    );

const STRENGTH: readonly LikelyBecause[] = ['only-one', 'remembered', 'owner', 'last-called', 'name'];

const reasonOf = (
  candidate: Candidate,
  candidates: readonly Candidate[],
  memberId: MemberId,
): LikelyBecause => {
  if (candidates.length === 1) return 'only-one';
  if (candidate.isRemembered) return 'remembered';
  if (candidate.ownerId === memberId) return 'owner';
  return candidate.lastCalledAt === null ? 'name' : 'last-called';
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import { type CallReport, type FurtherNote, OUTCOMES, talkSeconds } from '@twenty-dialer/contract';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** `Call with Ada Lovelace: Interested` */
export const noteTitle = (report: CallReport): string =>
  `Call with ${otherParty(report)}: ${outcomeLabel(report.outcome)}`;

/** `Further note on the call with Ada Lovelace` */
export const furtherNoteTitle = (report: CallReport): string =>
  `Further note on the call with ${otherParty(report)}`;

/** The call record's title in Twenty's lists: `Call to Ada Lovelace`. */
export const callTitle = (report: CallReport): string =>
  `Call ${report.direction === 'outbound' ? 'to' : 'from'} ${otherParty(report)}`;

/** The note in Markdown: the facts first, then the rep's own words exactly as typed. */
export const noteBody = (report: CallReport): string => {
  const facts: readonly Fact[] = [
    ['Outcome', outcomeLabel(report.outcome)],
    ['Direction', report.direction === 'outbound' ? 'Outbound' : 'Inbound'],
    ['Number', formatNumber(otherNumber(report))],
    ['When', formatMoment(report.startedAt)],
    ['Talk time', formatMinutes(talkSeconds(report) ?? 0)],
  ];
  return bodyOf([...facts, ...lineFacts(report)], report.note);
};

/** A further note in Markdown: when it was written and about what, then the words exactly as typed. */
export const furtherNoteBody = (report: CallReport, note: FurtherNote): string =>
  bodyOf(
    [
      ['Written', `${formatMoment(note.writtenAt)}, about the call of ${formatMoment(report.startedAt)}`],
      ...lineFacts(report),
    ],
    note.text,
  );

type Fact = readonly [label: string, value: string];

/** A practice call rings nobody; whoever reads the note must not take it for a conversation. Nor was an entered one heard. */
const lineFacts = ({ line }: CallReport): readonly Fact[] => {
  if (line === 'practice') return [['Line', 'Practice (nobody was called)']];
  return line === 'entered' ? [['Line', 'Entered afterwards']] : [];
};

/**
 * The words of a person in a note's Markdown: without the facts that we put above them, also where Twenty's editor spelled
 * those in its own way. What somebody wrote instead of all that is theirs from the first letter on.
 */
export const wordsOf = (markdown: string): string => markdown.replace(OUR_FACTS, '');

const OUR_FACTS =
  /^\s*(?:[-*+]\s+\*\*(?:Outcome|Direction|Number|When|Talk time|Line|Written):\*\*[^\n]*(?:\n\s*|$))+(?:\*\*Notes\*\*(?:[^\S\n]*(?:\n|$)){0,2})?/;

const BEFORE_WORDS = '\n\n**Notes**\n\n';

const bodyOf = (facts: readonly Fact[], words: string): string => {
  const list = facts.map(([label, value]) => `- **${label}:** ${value}`).join('\n');
  return words.trim() === '' ? `${list}\n` : `${list}${BEFORE_WORDS}${words}`;
};

/** Seconds as `m:ss`. */
export const formatMinutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const otherParty = (report: CallReport): string =>
  report.personName === null || report.personName === ''
    ? formatNumber(otherNumber(report))
    : report.personName;

const otherNumber = (report: CallReport): string =>
  report.direction === 'inbound' && report.from !== null ? report.from : report.to;

const formatNumber = (e164: string): string =>
  parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;

/** An outcome that an admin added is known by its key alone: `left-message` reads as `Left message`. */
const outcomeLabel = (key: string | null): string => {
  const words = (key ?? 'needs-wrap-up').replaceAll('-', ' ');
  return (
    OUTCOMES.find((outcome) => outcome.key === key)?.label ?? words.charAt(0).toUpperCase() + words.slice(1)
  );
};

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

/** `20 Nov 2026, 15:04 UTC`: the reader's time zone is not known here. */
const formatMoment = (instant: string): string => `${MOMENT.format(new Date(instant))} UTC`;

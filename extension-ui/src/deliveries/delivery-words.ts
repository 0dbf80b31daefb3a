import type {
  DeliveredObject,
  Delivery,
  DeliveryAttempt,
  DeliveryDeed,
  DeliveryJob,
  DeliveryStage,
  FailureKind,
} from '@twenty-dialer/contract';

/** How far a record has come, in the words of the screen. */
export const STAGES: Record<DeliveryStage, { label: string; words: string }> = {
  waiting: { label: 'Waiting', words: 'It goes to Twenty by itself when its time has come.' },
  'on-its-way': { label: 'On its way', words: 'A worker is writing it to Twenty at this moment.' },
  failed: { label: 'Failed', words: 'Trying again does not help until something is put right.' },
  'needs-attention': {
    label: 'Needs attention',
    words: 'It is in Twenty, but something about it is for a person to decide.',
  },
  dismissed: { label: 'Dismissed', words: 'An admin gave it up. It stays here, and can be tried again.' },
  'in-twenty': { label: 'In Twenty', words: 'Twenty has confirmed it.' },
};

/** Why something failed: the class in two or three words, and what an admin does about it. */
export const FAILURES: Record<FailureKind, { label: string; words: string; remedy: string }> = {
  'cannot-reach': {
    label: 'Cannot reach Twenty',
    words: 'Twenty cannot be reached.',
    remedy: 'It is tried again by itself, with growing pauses. Look after Twenty if that lasts.',
  },
  'cannot-accept': {
    label: 'Cannot accept',
    words: 'Twenty cannot accept it.',
    remedy: 'Correct the field that is named, and try again.',
  },
  'missing-link': {
    label: 'Missing link',
    words: 'A record that it points at is gone from Twenty.',
    remedy: 'Restore that record in Twenty and try again, or dismiss this one.',
  },
  'cannot-match': {
    label: 'Not matched',
    words: 'Nobody in Twenty is known by this number.',
    remedy: 'Choose the person whose call it was.',
  },
  'not-allowed': {
    label: 'Not allowed',
    words: 'Twenty does not let the dialer write.',
    remedy: 'Run npm run connect, which renews the app and its rights. Delivery then goes on by itself.',
  },
  'deleted-in-twenty': {
    label: 'Deleted in Twenty',
    words: 'Somebody deleted it in Twenty.',
    remedy: 'If that was right, dismiss it. If not, restore it in Twenty and try again.',
  },
};

export const OBJECTS: Record<DeliveredObject, string> = {
  phoneCall: 'Call',
  note: 'Note',
  noteTarget: 'Link of a note',
  repProgression: 'Rep progression',
  callSession: 'Call session',
  dailyCallStats: 'Day of a rep',
  person: 'Person',
  syncLogEntry: 'Line of the sync log',
  doNotCallEntry: 'Do-not-call entry',
};

export const ANSWERS: Record<DeliveryAttempt['answer'], string> = {
  taken: 'Taken',
  'taken-in-part': 'Taken in part',
  refused: 'Refused',
  unanswered: 'No answer',
  'not-sent': 'Not sent',
};

export const DEEDS: Record<DeliveryDeed['action'], string> = {
  redrive: 'Tried again',
  dismiss: 'Dismissed',
  edit: 'Edited',
  'choose-person': 'Chose the person',
  pause: 'Paused delivery',
  resume: 'Resumed delivery',
  cancel: 'Cancelled',
  repair: 'Repaired',
};

const figure = new Intl.NumberFormat().format;
export const recordsWords = (count: number): string =>
  count === 1 ? '1 record' : `${figure(count)} records`;

/** What a record is called on the screen; not every one has a name. */
export const titleOf = ({ title, objectName }: Delivery): string =>
  title === '' ? OBJECTS[objectName] : title;

/** Whether trying it again makes sense: what merely waits, or is as it should be, needs nobody. */
export const canRedrive = ({ stage, failure }: Delivery): boolean =>
  stage === 'failed' ||
  stage === 'dismissed' ||
  stage === 'needs-attention' ||
  (stage === 'waiting' && failure !== null);
export const canDismiss = ({ stage }: Delivery): boolean =>
  stage === 'failed' || stage === 'waiting' || stage === 'needs-attention';

/** What giving up means; of what Twenty has already only the mark goes. */
export const DISMISSED_WORDS =
  'What has not arrived is not written to Twenty any more, and neither is what waits for it. What Twenty has stays there as it is. Your name and reason are kept, and it can be tried again.';

const TWENTY_SAYS = ' It says: ';
/** What Twenty said, without what the class of the failure tells already. */
export const saidBy = (reason: string): string => {
  const at = reason.indexOf(TWENTY_SAYS);
  return at === -1 ? reason : reason.slice(at + TWENTY_SAYS.length);
};

/** Why it is where it is, in one line; empty where there is nothing to tell. */
export const whyWords = ({ failure, reason, isHeldBack, attention, stage }: Delivery): string => {
  if (stage === 'in-twenty' || stage === 'on-its-way') return '';
  if (reason !== null && reason !== '') return saidBy(reason);
  if (attention !== null) return attention.message;
  if (failure !== null) return FAILURES[failure].words;
  return isHeldBack ? 'Waits for a record that it points at.' : '';
};

/** `0.4 s`, `12 s`, `3 min`, `2 h 5 min`: how long something took or waits. */
export const lengthWords = (ms: number): string => {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 60_000) return `${Math.round(ms / 1_000)} s`;
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
};

/** What a background job does, and how far it is. */
export const jobWords = ({ action, state, total, done, skipped }: DeliveryJob): string => {
  const what = action === 'redrive' ? 'Trying again' : 'Dismissing';
  if (state === 'running') return `${what}: ${figure(done + skipped)} of ${figure(total)}`;
  const did = action === 'redrive' ? 'sent to be tried again' : 'dismissed';
  const rest = skipped === 0 ? '' : `, ${figure(skipped)} skipped`;
  const words = `${recordsWords(done)} ${did}${rest}.`;
  return state === 'cancelled' ? `Cancelled: ${words}` : words;
};

import type { AuditAction, AuditEvent, RecordType } from '@twenty-dialer/contract';

/** Kinds of records, as people call them. */
export const RECORDS: Record<RecordType, string> = {
  call: 'Call',
  'call-note': 'Further note',
  'call-match': 'Person of a call',
  session: 'Sign-in',
  'delivery-pause': 'Pause of delivery',
  'delivery-job': 'Work on deliveries',
  comparison: 'Comparison',
  'accepted-difference': 'Accepted difference',
  points: 'Points',
  workspace: 'Workspace',
  'workspace-setting': 'Setting for everybody',
  'member-setting': 'Own settings',
  'role-mapping': 'What a role is here',
  'granted-permission': 'A single permission',
  'chosen-role': 'Working as',
};

export const ACTIONS: Record<AuditAction, string> = {
  created: 'Created',
  changed: 'Changed',
  deleted: 'Deleted',
  redrive: 'Tried again',
  dismiss: 'Given up',
  edit: 'Edited a delivery',
  'choose-person': 'Chose the person',
  pause: 'Paused delivery',
  resume: 'Resumed delivery',
  cancel: 'Cancelled',
  repair: 'Repaired a difference',
  'sign-in-failed': 'Sign-in failed',
  'session-refused': 'Session refused',
  'session-ended': 'Why a session ended',
  'sign-out-everywhere': 'Signed out everywhere',
};

const WORKS: Readonly<Record<string, string>> = {
  delivery: 'Delivery to Twenty',
  retention: 'Tidying up',
  alerts: 'Alerts',
  figures: 'Counting',
  mirror: 'Reading from Twenty',
  'delivery-jobs': 'Work on deliveries',
  comparison: 'Comparing with Twenty',
  matching: 'Matching numbers',
};

/** What happened to what, in a few words: `Changed: Call`, `Signed in`. */
export const eventWords = ({ action, recordType }: Pick<AuditEvent, 'action' | 'recordType'>): string => {
  if (recordType === 'session' && action === 'created') return 'Signed in';
  if (recordType === 'session' && action === 'deleted') return 'Session ended';
  if (recordType === null) return ACTIONS[action];
  return `${recordWords(recordType)}: ${ACTIONS[action].toLowerCase()}`;
};

/** Who it was: a person, one of the dialer's own works, or nobody that is known. */
export const whoWords = ({ by, work }: Pick<AuditEvent, 'by' | 'work'>): string =>
  by?.name ?? (work === null ? 'The dialer' : (WORKS[work] ?? work));

const isKnown = (type: string): type is RecordType => type in RECORDS;
const recordWords = (type: string): string => (isKnown(type) ? RECORDS[type] : type);

import { type Instant, toTwentySelect } from '@twenty-dialer/contract';
import type { RecordToDeliver } from './entry.ts';
import { recordIdOf, syncLogEntrySlot } from './slot.ts';

/** A line of the log that admins read in Twenty: one failure, or what was delivered on one day. */
export interface SyncLogLine {
  /** The same line keeps its key, whatever becomes of it. */
  readonly entryKey: string;
  /** Empty where the line is about several objects. */
  readonly objectName: string;
  /** Empty where the line is about several records. */
  readonly recordId: string;
  readonly action: 'create' | 'update' | 'deliver';
  /** `resolved`: it arrived after all, or an admin gave it up: the message says. */
  readonly status: 'delivered' | 'failed' | 'resolved';
  readonly message: string;
  /** How many records the line stands for. */
  readonly count: number;
  readonly at: Instant;
}

export const syncLogEntryRecord = (line: SyncLogLine): RecordToDeliver => {
  const slot = syncLogEntrySlot(line.entryKey);
  return {
    slot,
    objectName: 'syncLogEntry',
    recordId: recordIdOf(slot),
    callId: null,
    memberId: null,
    payload: {
      name: titleOf(line),
      entryKey: line.entryKey,
      objectName: line.objectName,
      recordId: line.recordId,
      action: toTwentySelect(line.action),
      status: toTwentySelect(line.status),
      message: line.message,
      count: line.count,
      at: line.at,
    },
    links: {},
    dueInMs: 0,
  };
};

const titleOf = ({ status, count, objectName }: SyncLogLine): string => {
  if (status === 'delivered') return `${count} ${count === 1 ? 'record' : 'records'} delivered`;
  if (objectName === '') return status === 'failed' ? 'Delivery stands still' : 'Delivery goes on again';
  return status === 'failed' ? `${objectName} needs attention` : `${objectName} is settled`;
};

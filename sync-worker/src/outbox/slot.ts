import {
  type CallId,
  type CallSessionId,
  type E164,
  type MemberId,
  type NoteId,
  PersonId,
} from '@twenty-dialer/contract';
import { v5 } from 'uuid';
import type { Slot } from './entry.ts';

/**
 * Slots: one per record that the worker writes in Twenty. A slot's name decides the record's id for good, so a crash, a
 * lost answer or a second worker can only write the same record again.
 */
export const phoneCallSlot = (callId: CallId): Slot => `phoneCall:${callId}`;
export const noteSlot = (callId: CallId): Slot => `note:${callId}`;
/** The row that shows the note on the person's page. */
export const personTargetSlot = (callId: CallId): Slot => `noteTarget:${callId}:person`;
/** The row that shows the note on the call's page. */
export const callTargetSlot = (callId: CallId): Slot => `noteTarget:${callId}:call`;
/** A note that was added to the call later, and its two rows. */
export const furtherNoteSlot = (callId: CallId, noteId: NoteId): Slot => `note:${callId}:${noteId}`;
export const furtherPersonTargetSlot = (callId: CallId, noteId: NoteId): Slot =>
  `noteTarget:${callId}:${noteId}:person`;
export const furtherCallTargetSlot = (callId: CallId, noteId: NoteId): Slot =>
  `noteTarget:${callId}:${noteId}:call`;
export const repProgressionSlot = (memberId: MemberId): Slot => `repProgression:${memberId}`;

/** One row per sitting. */
export const callSessionSlot = (sessionId: CallSessionId): Slot => `callSession:${sessionId}`;
/** One row per member and day, `2026-11-21`. */
export const dailyCallStatsSlot = (memberId: MemberId, day: string): Slot =>
  `dailyCallStats:${memberId}:${day}`;
/** Fields of a person: the record is Twenty's own and never made here, so the slot decides no id. */
export const personSlot = (personId: PersonId): Slot => `person:${personId}`;
/** One row per number, whoever asked for it. */
export const doNotCallSlot = (number: E164): Slot => `doNotCallEntry:${number}`;
export const syncLogEntrySlot = (entryKey: string): Slot => `syncLogEntry:${entryKey}`;

/** Never change it: every record id that was ever given out hangs on it. */
const NAMESPACE = '6f1f4a52-3c1c-5d0b-9f0e-2b7f5a1c9d34';

/** The id of a slot's record, a UUID of version 5 (Twenty refuses versions 6 to 8). */
export const recordIdOf = (slot: Slot): string => v5(slot, NAMESPACE);

/** The id of the person whom a rep has made for the number of a call: pressed twice, it is the same one. */
export const newPersonId = (callId: CallId, number: E164): PersonId =>
  PersonId.parse(recordIdOf(`newPerson:${callId}:${number}`));

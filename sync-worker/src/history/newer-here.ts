import type { CallRecord } from '../store/call-port.ts';

/**
 * Whether the worker holds a newer state of the call than Twenty, or a call that Twenty does not have: its record never was
 * there, or an edit of it is on its way or was refused. The store's `newer-here` finds the same calls.
 */
export const isNewerHere = ({ entries }: CallRecord): boolean => {
  const entry = entries.find(({ objectName }) => objectName === 'phoneCall');
  if (entry === undefined || entry.firstDeliveredAt === null) return true;
  return entry.state === 'pending' || entry.state === 'leased' || entry.state === 'dead';
};

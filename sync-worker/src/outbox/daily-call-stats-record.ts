import type { MemberId } from '@twenty-dialer/contract';
import type { RecordToDeliver } from './entry.ts';
import { dailyCallStatsSlot, recordIdOf } from './slot.ts';

/** What the calls of one member on one day add up to. */
export interface DayFigures {
  readonly member: { readonly id: MemberId; readonly name: string };
  /** `2026-11-21`, in the rep's own time zone. */
  readonly day: string;
  /** All of them, placed and taken. */
  readonly calls: number;
  readonly dials: number;
  readonly answered: number;
  /** Dials in which the rep spoke with a person. */
  readonly connectedDials: number;
  readonly talkSeconds: number;
}

/** A member's day in Twenty. Nobody else writes it, so it is overwritten as a whole. */
export const dailyCallStatsRecord = (figures: DayFigures): RecordToDeliver => {
  const { member, day, calls, dials, answered, connectedDials, talkSeconds } = figures;
  const slot = dailyCallStatsSlot(member.id, day);
  return {
    slot,
    objectName: 'dailyCallStats',
    recordId: recordIdOf(slot),
    callId: null,
    memberId: member.id,
    payload: {
      name: `${member.name}, ${day}`,
      dayKey: `${member.id}:${day}`,
      memberId: member.id,
      day,
      calls,
      dials,
      answered,
      connected: connectedDials,
      // A rate of nothing is none: 0 would rank a rep who took calls all day below everybody.
      connectionRate: dials === 0 ? null : share(connectedDials, dials),
      averageDurationSeconds: answered === 0 ? null : Math.round(talkSeconds / answered),
      talkMinutes: Math.round(talkSeconds / 60),
    },
    links: {},
    dueInMs: 0,
  };
};

/** With four decimals: more would be another number each time it is written down somewhere. */
const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;

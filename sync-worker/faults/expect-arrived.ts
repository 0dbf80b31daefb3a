import { expect } from 'vitest';
import { callTargetSlot, noteSlot, personTargetSlot, phoneCallSlot } from '../src/outbox/slot.ts';
import type { CallingRep, PlacedCall } from './call-load.ts';
import { expectExactlyOnce, type PoisonOf } from './expect-exactly-once.ts';
import type { FaultyTwenty, StorePlace } from './faulty-twenty.ts';
import { lookIntoStore } from './look-into-store.ts';
import type { ProgressionRow } from './sandbox-records.ts';

interface Found {
  readonly twenty: FaultyTwenty;
  readonly place: StorePlace;
  readonly reps: readonly CallingRep[];
  /** Reps' totals in Twenty before the first call. */
  readonly before: readonly ProgressionRow[];
  readonly placed: readonly PlacedCall[];
  readonly poisonOf: PoisonOf;
}

/** Twenty, the ledger and the outbox say the same about every call that was accepted. The workers must be gone. */
export const expectArrived = async ({ twenty, place, reps, before, placed, poisonOf }: Found) => {
  expect(placed.every((call) => call.acceptedRevision === call.last.revision)).toBe(true);
  const arrived = expectExactlyOnce(await twenty.rows(placed), placed, poisonOf);
  const memberIds = reps.map(({ memberId }) => memberId);
  const { undelivered, delivered, waitSeconds, ledger } = await lookIntoStore(place, memberIds);

  const dead = undelivered.filter(({ state }) => state === 'dead').map(({ slot }) => slot);
  expect(dead.sort()).toEqual(placed.flatMap((call) => deadOf(call, poisonOf)).sort());
  const waiting = undelivered.filter(({ call_id, state }) => call_id !== null && state === 'pending');
  expect(waiting.every(({ is_waiting }) => is_waiting)).toBe(true);
  expect(waiting.map(({ slot }) => slot).sort()).toEqual(
    placed.flatMap((call) => waitingOf(call, poisonOf)).sort(),
  );
  const wanted = placed.reduce((sum, { last }) => sum + (last.personId === null ? 3 : 4), 0);
  expect(delivered + dead.length + waiting.length).toBe(wanted);

  const inTwenty = await twenty.progressions();
  for (const { id, totals } of ledger) {
    const own = placed.filter(({ last }) => last.workspaceMemberId === id).length;
    expect(totals?.totalCalls, `calls of ${id} in the ledger`).toBe(
      (rowOf(before, id)?.totalCalls ?? 0) + own,
    );
    expect(rowOf(inTwenty, id)).toMatchObject({ totalXp: totals?.totalXp, totalCalls: totals?.totalCalls });
  }
  return { arrived, dead: dead.length, waiting: waiting.length, waitSeconds };
};

const rowOf = (rows: readonly ProgressionRow[], memberId: string) =>
  rows.find(({ workspaceMemberId }) => workspaceMemberId === memberId);

const deadOf = (call: PlacedCall, poisonOf: PoisonOf): string[] => {
  const { callId } = call.last;
  const slots = { call: [phoneCallSlot(callId)], note: [noteSlot(callId)], none: [] };
  return slots[poisonOf(call) ?? 'none'];
};

const waitingOf = (call: PlacedCall, poisonOf: PoisonOf): string[] => {
  const { callId } = call.last;
  const slots = {
    call: [callTargetSlot(callId)],
    note: [callTargetSlot(callId), personTargetSlot(callId)],
    none: [],
  };
  return slots[poisonOf(call) ?? 'none'];
};

import type { Classified } from '../twenty/failures.ts';
import type { TwentyRefusal, WriteAnswer } from '../twenty/port.ts';
import { writeAttempt } from './attempt.ts';
import { groupByObject } from './group-by-object.ts';
import { logAttempt } from './log-attempt.ts';
import type { Write } from './plan.ts';
import { splitRefused } from './refused.ts';
import { repairLinks } from './repair-links.ts';
import type { Halt, RoundContext } from './round-context.ts';
import { buried, retryLater, taken, unreached } from './settlements.ts';
import { type WeighedRefusal, weightiest } from './weightiest.ts';

/** Rows that go into one document, one root field per object. */
export interface Batch {
  readonly writes: readonly Write[];
  /** Its links to people and members have been looked up already. */
  readonly isRepaired: boolean;
}

export interface BatchResult {
  /** Smaller batches to send instead of what was refused. */
  readonly again: readonly Batch[];
  readonly halt: Halt | null;
  /** Why Twenty refused a part of it, if it did. */
  readonly refused: Classified | null;
}

const DONE: BatchResult = { again: [], halt: null, refused: null };

/** Sends one document, settles what Twenty took, and says what to do about what it did not take. */
export const writeBatch = async (context: RoundContext, batch: Batch): Promise<BatchResult> => {
  const { deps, held } = context;
  const startedAtMs = deps.clock.nowMs();
  const before = held.tally();
  const groups = groupByObject(batch.writes);
  const answer = await deps.twenty.upsert(
    new Map([...groups].map(([objectName, writes]) => [objectName, writes.map(({ record }) => record)])),
  );
  const ms = Math.round(deps.clock.nowMs() - startedAtMs);
  const attempt = writeAttempt(batch.writes, answer, { holder: deps.holder, ms });
  held.tried(
    attempt,
    startedAtMs,
    batch.writes.map(({ entry }) => entry),
  );
  const result = await settleAnswer(context, batch, answer);
  logAttempt(context, attempt, before);
  return result;
};

const settleAnswer = async (
  context: RoundContext,
  { writes, isRepaired }: Batch,
  answer: WriteAnswer,
): Promise<BatchResult> => {
  if (answer.kind !== 'answered') {
    await context.held.settle(writes.map((write) => unreached(context, write, answer)));
    return { ...DONE, halt: { kind: 'cannot-reach', reason: answer.reason } };
  }
  const isTaken = ({ entry }: Write) => answer.written.has(entry.objectName);
  await context.held.settle(writes.filter(isTaken).map((write) => taken(context, write, answer.written)));
  const refused = writes.filter((write) => !isTaken(write));
  return refused.length === 0
    ? DONE
    : afterRefusal(context, { writes: refused, isRepaired }, answer.refusals);
};

const afterRefusal = async (
  context: RoundContext,
  batch: Batch,
  refusals: readonly TwentyRefusal[],
): Promise<BatchResult> => {
  const weighed = weightiest(refusals);
  if (weighed === null) {
    const reason = 'Twenty neither took the rows nor said why.';
    await context.held.settle(
      batch.writes.map((write) => unreached(context, write, { kind: 'unanswered', reason })),
    );
    return DONE;
  }
  const { classified, refusal } = weighed;
  if (classified.isThrottled) {
    await context.purse.drain();
    return halted('throttled', weighed);
  }
  if (classified.failure === 'not-allowed') return halted('not-allowed', weighed);
  const groups = [...groupByObject(batch.writes).values()];
  if (groups.length > 1) {
    // Twenty's errors do not say which root field they belong to: sent alone, each object shows its own.
    const again = groups.map((writes) => ({ writes, isRepaired: batch.isRepaired }));
    return { ...DONE, again, refused: classified };
  }
  if (classified.failure === 'missing-link' && !batch.isRepaired) {
    return { ...(await repairLinks(context, batch.writes)), refused: classified };
  }
  if (classified.mayBeSchema) {
    // Somebody may have taken a field of ours, for an hour: no call is given up for that, and none pays for it.
    const halt = await context.faultOfSchema();
    if (halt !== null) return { again: [], halt, refused: classified };
  }
  return { ...(await takeApart(context, batch, { classified, refusal })), refused: classified };
};

/** A passing fault is retried; what stays, or what the row itself is to blame for, is looked for by taking the batch apart. */
const takeApart = async (
  context: RoundContext,
  batch: Batch,
  { classified, refusal }: WeighedRefusal,
): Promise<BatchResult> => {
  const isPassing = classified.failure === 'cannot-reach';
  const isWornOut = ({ entry }: Write) => entry.attempts >= context.deps.settings.attemptsBeforeRefusal;
  const blamed = isPassing ? batch.writes.filter(isWornOut) : batch.writes;
  const spared = batch.writes.filter((write) => !blamed.includes(write));
  const { again, poisoned } = splitRefused(blamed, classified);
  const why = {
    failure: 'cannot-reach',
    reason: refusal.message,
    isUnanswered: classified.isUnanswered,
  } as const;
  const settlements = spared.map(({ entry }) => retryLater(context, entry, why));
  if (poisoned !== null) {
    // A Twenty that breaks down over one row may have broken down for all: that row waits, it is not given up.
    const settlement = classified.isUnanswered
      ? retryLater(context, poisoned.entry, why)
      : buried(poisoned, classified, refusal);
    settlements.push(settlement);
  }
  await context.held.settle(settlements);
  // Rows that Twenty broke down over for the first time say more about Twenty than about themselves.
  const isBreakdown = classified.isUnanswered && spared.length > 0;
  return {
    ...DONE,
    again: again.map((writes) => ({ writes, isRepaired: batch.isRepaired })),
    halt: isBreakdown ? { kind: 'cannot-reach', reason: refusal.message } : null,
  };
};

const halted = (kind: Halt['kind'], { classified, refusal }: WeighedRefusal): BatchResult => ({
  again: [],
  halt: { kind, reason: refusal.message },
  refused: classified,
});

import {
  type LeasedEntry,
  OBJECT_NAMES,
  type ObjectName,
  READ_NAMES,
  type ReadName,
  type Settlement,
} from '../outbox/entry.ts';
import type { DeliveryPause } from '../store/admin-port.ts';
import type { DeliveryDeps } from './deps.ts';
import { groupByObject } from './group-by-object.ts';
import { holdLeases, type Tally } from './held-leases.ts';
import { idOf, needsReading, planAfterReading, type Write, wholeWrite } from './plan.ts';
import { planPeople } from './plan-people.ts';
import type { Purse } from './purse.ts';
import { readRows } from './read-rows.ts';
import { checkReadiness } from './readiness.ts';
import { type Halt, haltOf, type RoundContext, STOPPING, spend } from './round-context.ts';
import { unreached } from './settlements.ts';
import { splitBySize } from './split-by-size.ts';
import { type Batch, writeBatch } from './write-batch.ts';

export type RoundResult =
  | { readonly kind: 'nothing-due'; readonly nextDueInMs: number | null }
  | { readonly kind: 'no-budget'; readonly waitMs: number }
  /** An admin has stopped delivery. */
  | { readonly kind: 'held'; readonly pause: DeliveryPause }
  | { readonly kind: 'worked'; readonly halt: Halt | null; readonly tally: Tally };

/** A document has at most one root field per object; so many tokens are taken before anything is leased. */
const TOKENS_OF_A_ROUND = OBJECT_NAMES.length;

interface RoundParts {
  readonly purse: Purse;
  readonly stopping: AbortSignal;
  /** Hears, before anything is sent, that as much was leased of an object as one document holds: more may be due. */
  readonly onFull: () => void;
}

/** What is due and cannot be leased is being changed or leased by somebody at this moment. */
const LOCKED_AWAY_MS = 250;

/**
 * One round: takes budget, leases what is due (all of it, up to 200 per object), looks at what must be looked at, writes
 * one document (more only where one would be too large), and takes it apart as long as Twenty refuses a part. Ends
 * holding nothing.
 */
export const deliverRound = async (
  deps: DeliveryDeps,
  { purse, stopping, onFull }: RoundParts,
): Promise<RoundResult> => {
  const { store, workspaceId, holder, settings } = deps;
  const { pause, nextDueInMs } = await store.transaction(workspaceId, async (tx) => ({
    pause: await tx.delivery.pause(),
    nextDueInMs: await tx.outbox.msUntilNextDue(),
  }));
  if (pause !== null) return { kind: 'held', pause };
  if (nextDueInMs !== 0) return { kind: 'nothing-due', nextDueInMs };
  const waitMs = await purse.take(TOKENS_OF_A_ROUND);
  if (waitMs > 0) return { kind: 'no-budget', waitMs };
  const entries = await store.transaction(workspaceId, (tx) =>
    tx.outbox.lease({ holder, leaseMs: settings.leaseMs, perObject: settings.perObject }),
  );
  const objects = groupSizes(entries);
  await purse.giveBack(TOKENS_OF_A_ROUND - objects.size);
  if (entries.length === 0) return { kind: 'nothing-due', nextDueInMs: LOCKED_AWAY_MS };

  if ([...objects.values()].some((size) => size >= settings.perObject)) onFull();
  const held = holdLeases(deps, entries);
  let asked: Promise<Halt | null> | null = null;
  const faultOfSchema = () => {
    asked ??= checkReadiness(deps, purse);
    return asked;
  };
  const context: RoundContext = { deps, held, purse, stopping, faultOfSchema };
  const halt = await deliver(context, entries, objects.size);
  await held.releaseRest();
  return { kind: 'worked', halt, tally: held.tally() };
};

const groupSizes = (entries: readonly LeasedEntry[]): Map<ObjectName, number> => {
  const sizes = new Map<ObjectName, number>();
  for (const { objectName } of entries) sizes.set(objectName, (sizes.get(objectName) ?? 0) + 1);
  return sizes;
};

const deliver = async (
  context: RoundContext,
  entries: readonly LeasedEntry[],
  tokensTaken: number,
): Promise<Halt | null> => {
  const planned = await planWrites(context, entries);
  if (planned.halt !== null) return planned.halt;
  return writeAll(context, planned.writes, tokensTaken);
};

interface PlannedWrites {
  readonly writes: readonly Write[];
  readonly halt: Halt | null;
}

/** What to write: all of what is new, and of what may be in Twenty already only what its row says is still needed. */
const planWrites = async (context: RoundContext, entries: readonly LeasedEntry[]): Promise<PlannedWrites> => {
  const writes = entries.filter((entry) => !needsReading(entry)).map(wholeWrite);
  for (const objectName of READ_NAMES) {
    const toRead = entries.filter((entry) => entry.objectName === objectName && needsReading(entry));
    if (toRead.length === 0) continue;
    const read = await readAndPlan(context, objectName, toRead);
    if (read.halt !== null) return read;
    writes.push(...read.writes);
  }
  return { writes, halt: null };
};

const readAndPlan = async (
  context: RoundContext,
  objectName: ReadName,
  entries: readonly LeasedEntry[],
): Promise<PlannedWrites> => {
  const { deps, held } = context;
  if (!(await spend(context, 1))) return { writes: [], halt: STOPPING };
  try {
    const rows = await readRows(context, objectName, entries);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const plans =
      objectName === 'person'
        ? await planPeople(deps, entries, byId)
        : entries.map((entry) => planAfterReading(entry, byId.get(idOf(entry))));
    const settlements: Settlement[] = [];
    const writes: Write[] = [];
    for (const plan of plans) {
      if (plan.kind === 'settle') settlements.push(plan.settlement);
      else writes.push(plan.write);
    }
    await held.settle(settlements);
    return { writes, halt: null };
  } catch (error) {
    const halt = await haltOf(error, context);
    const isWaiting = halt?.kind === 'throttled' || halt?.kind === 'not-allowed';
    if (!isWaiting) {
      const reason = error instanceof Error ? error.message : 'Twenty could not be read.';
      await held.settle(entries.map((entry) => unreached(context, { entry }, { kind: 'not-sent', reason })));
    }
    return { writes: [], halt };
  }
};

/** So many breakdowns of Twenty's in a row are Twenty's, not a row's. */
const BREAKDOWNS_IN_A_ROW = 10;

const writeAll = async (
  context: RoundContext,
  writes: readonly Write[],
  tokensTaken: number,
): Promise<Halt | null> => {
  const { deps, held, stopping, purse } = context;
  let tokensLeft = tokensTaken;
  let breakdowns = 0;
  const documents = splitBySize(writes, deps.settings.documentBytes);
  const waiting: Batch[] = documents.map((part) => ({ writes: part, isRepaired: false }));
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    await held.keep();
    const present = batch.writes.filter(({ entry }) => held.isHeld(entry.slot));
    if (present.length === 0) continue;
    if (stopping.aborted) return STOPPING;
    const tokens = groupByObject(present).size;
    if (tokens > tokensLeft && !(await spend(context, tokens - tokensLeft))) return STOPPING;
    tokensLeft = Math.max(0, tokensLeft - tokens);
    const { again, halt, refused } = await writeBatch(context, { ...batch, writes: present });
    if (halt !== null) return halt;
    breakdowns = refused?.isUnanswered === true ? breakdowns + 1 : 0;
    if (breakdowns >= BREAKDOWNS_IN_A_ROW) {
      return { kind: 'cannot-reach', reason: 'Twenty breaks down over every row.' };
    }
    waiting.unshift(...again);
  }
  await purse.giveBack(tokensLeft);
  return null;
};

import {
  type DifferenceCause,
  type DifferenceList,
  DifferenceQuery,
  NewReconciliation,
  REMEDIES,
  type Reconciliation,
  type ReconciliationList,
  type ReconciliationPage,
  ReconciliationParams,
  type Remedy,
  type RepairReceipt,
  RepairRequest,
} from '@twenty-dialer/contract';
import { parse, parseBody } from '../http/parse.ts';
import { ProblemError } from '../http/problem.ts';
import { forPermission, type RouteHandlers, type SignedIn } from '../http/route.ts';
import type { Actor } from '../store/admin-port.ts';
import type { Store, StoreTransaction } from '../store/port.ts';
import { differenceView, reconciliationView } from './views.ts';

interface ReconciliationRouteDeps {
  readonly store: Pick<Store, 'transaction'>;
  /** For what is looked at again and again: a report goes before it. */
  readonly background: Pick<Store, 'transaction'>;
  /** Who does it, as they are now. */
  readonly actorOf: (who: SignedIn, requestId: string) => Promise<Actor>;
  readonly frontUrl: string;
}

type ReconciliationRoutes = Pick<
  RouteHandlers,
  | 'reconciliations'
  | 'startReconciliation'
  | 'reconciliation'
  | 'differences'
  | 'repairDifferences'
  | 'cancelReconciliation'
>;

const MOST_LISTED = 30;

/** Comparing with Twenty, as admins begin it, read it, and put right what it found. */
export const reconciliationRoutes = (deps: ReconciliationRouteDeps): ReconciliationRoutes => ({
  reconciliations: forPermission('see-deliveries', async (c, { workspaceId }) => {
    const rows = await deps.background.transaction(workspaceId, (tx) => tx.reconciliation.list(MOST_LISTED));
    return c.json({ reconciliations: rows.map(reconciliationView) } satisfies ReconciliationList);
  }),
  startReconciliation: forPermission('act-on-deliveries', async (c, who) => {
    const { days } = await parseBody(c, NewReconciliation);
    const begun = await deps.store.transaction(who.workspaceId, async (tx) => {
      const { id } = await tx.reconciliation.begin({ by: nameOf(who), days });
      return find(tx, id);
    });
    return c.json(begun satisfies Reconciliation, 202);
  }),
  reconciliation: forPermission('see-deliveries', async (c, { workspaceId }) => {
    const { reconciliationId: id } = parse(ReconciliationParams, c.req.param());
    const page = await deps.background.transaction(workspaceId, async (tx) => {
      const reconciliation = await find(tx, id);
      const { days, totals } = await tx.reconciliation.sides(id);
      return { reconciliation, days: [...days], totals: [...totals] };
    });
    return c.json(page satisfies ReconciliationPage);
  }),
  differences: forPermission('see-deliveries', async (c, { workspaceId }) => {
    const { reconciliationId: id } = parse(ReconciliationParams, c.req.param());
    const { causes, members, day, cursor, limit } = parse(DifferenceQuery, c.req.query());
    const { differences, through } = await deps.background.transaction(workspaceId, async (tx) => {
      await find(tx, id);
      return tx.reconciliation.differences(id, {
        causes: causes ?? null,
        memberIds: members ?? null,
        day: day ?? null,
        after: placeOf(cursor),
        limit,
      });
    });
    return c.json({
      differences: differences.map((row) => differenceView(row, deps.frontUrl)),
      nextCursor: through,
    } satisfies DifferenceList);
  }),
  repairDifferences: forPermission('act-on-deliveries', async (c, who) => {
    const { reconciliationId: id } = parse(ReconciliationParams, c.req.param());
    const { remedy, which } = await parseBody(c, RepairRequest);
    const actor = await deps.actorOf(who, c.get('requestId'));
    const receipt = await deps.store.transaction(who.workspaceId, async (tx) => {
      await find(tx, id);
      const count = await tx.reconciliation.repair(id, {
        remedy,
        by: nameOf(who),
        which,
        allowed: causesThatAllow(remedy),
      });
      const what = 'causes' in which ? `all that are ${which.causes.join(', ')}` : 'those that were chosen';
      if (count > 0)
        await tx.audit.note(actor, {
          action: 'repair',
          subject: id,
          detail: `${remedy}: ${what}, ${count} in all`,
        });
      return { count, reconciliation: await find(tx, id) };
    });
    return c.json(receipt satisfies RepairReceipt, 202);
  }),
  cancelReconciliation: forPermission('act-on-deliveries', async (c, who) => {
    const { reconciliationId: id } = parse(ReconciliationParams, c.req.param());
    const actor = await deps.actorOf(who, c.get('requestId'));
    const ended = await deps.store.transaction(who.workspaceId, async (tx) => {
      await find(tx, id);
      const isCancelled = await tx.reconciliation.cancel(id);
      if (isCancelled) await tx.audit.note(actor, { action: 'cancel', subject: id, detail: 'A comparison' });
      return find(tx, id);
    });
    return c.json(ended satisfies Reconciliation);
  }),
});

const causesThatAllow = (remedy: Remedy): DifferenceCause[] =>
  (Object.keys(REMEDIES) as DifferenceCause[]).filter((cause) => REMEDIES[cause].includes(remedy));

const find = async (tx: StoreTransaction, id: string): Promise<Reconciliation> => {
  const row = await tx.reconciliation.get(id);
  if (row !== null) return reconciliationView(row);
  throw new ProblemError('not-found', {
    detail: 'There is no such comparison, or it is too old to be kept.',
    remedy: 'Go back to the list of comparisons.',
  });
};

const placeOf = (cursor: string | undefined): string | null => {
  if (cursor === undefined) return null;
  if (/^\d:\d{1,18}$/.test(cursor)) return cursor;
  throw new ProblemError('invalid-request', {
    detail: 'The cursor is none of ours.',
    fields: [{ path: 'cursor', message: 'Use the one that came with the last page.' }],
  });
};

const nameOf = ({ member }: SignedIn): string =>
  `${member.firstName} ${member.lastName}`.trim() || member.email;

import {
  DifferenceList,
  type DifferenceQuery,
  Reconciliation,
  ReconciliationList,
  ReconciliationPage,
  RepairReceipt,
  type RepairRequest,
  ROUTES,
} from '@twenty-dialer/contract';
import { at, queryOf, type WorkerClient, withQuery } from './worker-client.ts';

const PARAMETER = 'reconciliationId';

/** Comparing with Twenty, as functions. */
export const reconciliationClient = ({ ask }: Pick<WorkerClient, 'ask'>) => ({
  list: () => ask(ROUTES.reconciliations, { schema: ReconciliationList }),
  page: (id: string) => ask(at(ROUTES.reconciliation, PARAMETER, id), { schema: ReconciliationPage }),
  differences: (id: string, asked: { [Part in keyof DifferenceQuery]?: DifferenceQuery[Part] | undefined }) =>
    ask(withQuery(at(ROUTES.differences, PARAMETER, id), queryOf(asked)), { schema: DifferenceList }),
  start: (days: number) => ask(ROUTES.startReconciliation, { schema: Reconciliation, body: { days } }),
  repair: (id: string, body: RepairRequest) =>
    ask(at(ROUTES.repairDifferences, PARAMETER, id), { schema: RepairReceipt, body }),
  cancel: (id: string) => ask(at(ROUTES.cancelReconciliation, PARAMETER, id), { schema: Reconciliation }),
});

/** Where the log of deliveries is fetched as a file. */
export const deliveryLogAddress = (asked: { format: 'csv' | 'json'; from: string; to: string }): string =>
  `${ROUTES.deliveryLog.path}?${queryOf(asked)}`;

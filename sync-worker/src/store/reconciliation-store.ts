import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { createReconciliationHeld } from './reconciliation-held.ts';
import type { ReconciliationStore } from './reconciliation-port.ts';
import { createReconciliationRepair } from './reconciliation-repair.ts';
import { createReconciliationResults } from './reconciliation-results.ts';
import { createReconciliationRuns } from './reconciliation-runs.ts';

/** Comparisons with Twenty and their repairs, within one transaction. */
export const createReconciliationStore = (query: Query, changes: Changes): ReconciliationStore => ({
  ...createReconciliationRuns(query, changes),
  ...createReconciliationHeld(query),
  ...createReconciliationResults(query),
  ...createReconciliationRepair(query, changes),
});

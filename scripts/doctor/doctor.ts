import type { DoctorDeps } from './deps.ts';
import { examineAlerts } from './examine-alerts.ts';
import { examineBudget } from './examine-budget.ts';
import { examineClock } from './examine-clock.ts';
import { examineAdminKey, examineCredentials } from './examine-credentials.ts';
import { examineDatabase } from './examine-database.ts';
import { examineGroups } from './examine-groups.ts';
import { examinePublicAddress } from './examine-public-address.ts';
import { examineReach } from './examine-reach.ts';
import { examineRole } from './examine-role.ts';
import { examineSchema } from './examine-schema.ts';
import { examineSignIn } from './examine-sign-in.ts';
import { examineWebhook } from './examine-webhook.ts';
import { examineDelivery, examineStore, examineWorker } from './examine-worker.ts';
import { type Finding, findingOf, notExamined } from './finding.ts';

type Examine = (deps: DoctorDeps) => Promise<Finding>;

interface Examination {
  readonly name: string;
  readonly examine: Examine;
  /** Names of examinations without which this one could only repeat their fault. */
  readonly needs?: readonly string[];
}

/** In the order in which they are told: what the later ones rest on comes first. */
const EXAMINATIONS: readonly Examination[] = [
  { name: 'Twenty', examine: examineReach },
  { name: 'Clock', examine: examineClock },
  { name: 'Credentials', examine: examineCredentials, needs: ['Twenty'] },
  { name: 'Admin key', examine: examineAdminKey, needs: ['Twenty'] },
  { name: 'Schema', examine: examineSchema, needs: ['Twenty'] },
  { name: 'Budget', examine: examineBudget, needs: ['Credentials'] },
  { name: 'Role', examine: examineRole, needs: ['Credentials', 'Schema', 'Budget'] },
  { name: 'Worker', examine: examineWorker },
  { name: 'Store', examine: examineStore, needs: ['Worker'] },
  { name: 'Database', examine: examineDatabase },
  { name: 'Delivery', examine: examineDelivery, needs: ['Twenty', 'Credentials', 'Worker', 'Store'] },
  { name: 'Webhook', examine: examineWebhook, needs: ['Twenty', 'Worker', 'Store'] },
  { name: 'Views by rep', examine: examineGroups, needs: ['Twenty', 'Schema'] },
  { name: 'Public address', examine: examinePublicAddress, needs: ['Worker'] },
  { name: 'Alerts', examine: examineAlerts },
  { name: 'Sign-in', examine: examineSignIn, needs: ['Credentials', 'Public address'] },
];

export type Report = readonly { readonly name: string; readonly finding: Finding }[];

/** Examines an installation from end to end. It changes nothing, here or in Twenty. @param tell hears each finding as it comes */
export const examineAll = async (
  deps: DoctorDeps,
  tell: (name: string, finding: Finding) => void,
): Promise<Report> => {
  const report: { name: string; finding: Finding }[] = [];
  for (const { name, examine, needs = [] } of EXAMINATIONS) {
    const missing = needs.find((need) => {
      const found = report.find((one) => one.name === need)?.finding.state;
      return found === 'ill' || found === 'not examined';
    });
    const finding = missing
      ? notExamined(`Needs "${missing}" to be well first.`)
      : await findingOf(() => examine(deps));
    tell(name, finding);
    report.push({ name, finding });
  }
  return report;
};

export const isWell = (report: Report): boolean => report.every(({ finding }) => finding.state !== 'ill');

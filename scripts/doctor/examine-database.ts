import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, notExamined, well } from './finding.ts';

/** The user of DATABASE_URL can be connected as, and cannot go around what keeps workspaces apart. */
export const examineDatabase = async ({ installation, faultsOfDatabase }: DoctorDeps): Promise<Finding> => {
  if (installation.databaseUrl === null) {
    return notExamined(
      'DATABASE_URL is not set: the worker uses its embedded store, which only it can open.',
    );
  }
  const faults = await faultsOfDatabase(installation.databaseUrl);
  return faults.length === 0
    ? well('The user of DATABASE_URL signs in and cannot go around Row Level Security.')
    : ill(
        faults.join('\n'),
        'Give the dialer a database and a user of its own; scripts/docker/dialer-database.sql makes both.',
      );
};

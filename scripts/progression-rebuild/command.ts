import { rankOf } from '@twenty-dialer/contract';
import { pino } from 'pino';
import { readConfig } from '../../sync-worker/src/config.ts';
import { withEnvFile } from '../../sync-worker/src/config-file.ts';
import { isChanged, type Rebuilt, rebuildProgression } from '../../sync-worker/src/progression/rebuild.ts';
import { recountCalls } from '../../sync-worker/src/projections/recount.ts';
import { openStore } from '../../sync-worker/src/store/open-store.ts';
import type { MemberTotals } from '../../sync-worker/src/store/progression-port.ts';

interface RebuildDeps {
  /** The project's folder: `.env` and the data folder are looked for there, as the worker does. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

/**
 * Recreates every total from the ledger, in the store that the worker of these settings uses, and says what it found.
 * Figures of sittings, days and people are worked out anew when the worker runs again.
 * @throws ConfigError, StoreStartError, StoreUnavailableError with words for people.
 */
export const rebuildCommand = async ({ root, env, say }: RebuildDeps): Promise<void> => {
  const settings = withEnvFile(root, env);
  // Nothing is asked of Twenty here, so the sandbox's settings, which have no address, are as good as any.
  const address = settings.TWENTY_API_URL?.trim() ? {} : { TWENTY_API_URL: 'http://localhost' };
  const { databaseUrl, dataDir } = readConfig({ ...settings, ...address }, { cwd: root, uiDir: root });
  const store = await openStore({ databaseUrl, dataDir, log: pino({ level: 'silent' }) });
  try {
    const rebuilt = await rebuildProgression(store);
    for (const line of tableOf(rebuilt)) say(line);
    say(closingLine(rebuilt));
    const calls = await recountCalls(store);
    if (calls > 0) say(`The worker counts ${counted(calls, 'call')} anew for sittings, days and people.`);
  } finally {
    await store.close();
  }
};

const tableOf = (rebuilt: readonly Rebuilt[]): string[] => {
  if (rebuilt.length === 0) return [];
  const rows = [
    ['member', 'before', 'after'],
    ...rebuilt.map(({ before, after }) => [
      after.member.name || after.member.id,
      before === null ? 'nothing' : inWords(before),
      inWords(after),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
};

const inWords = ({ totalXp, totalCalls, streakDays }: MemberTotals): string =>
  `${totalXp} XP (${rankOf(totalXp)}), ${counted(totalCalls, 'call')}, streak ${streakDays}`;

const closingLine = (rebuilt: readonly Rebuilt[]): string => {
  if (rebuilt.length === 0) return 'The ledger is empty: nobody has made a call yet.';
  const wrong = rebuilt.filter(isChanged).length;
  const who = `The totals of ${counted(rebuilt.length, 'member')} were worked out from the ledger`;
  return wrong === 0
    ? `${who}. All of them were right.`
    : `${who}. ${wrong} ${wrong === 1 ? 'was' : 'were'} put right; the worker brings that to Twenty.`;
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditEvent, WorkspaceId } from '@twenty-dialer/contract';
import type { Kept } from './kept.ts';

const DAY_MS = 86_400_000;

interface TrailKept {
  /** Null: for ever. */
  readonly days: number | null;
  /** Null: what is old is removed and written nowhere. */
  readonly archiveDir: string | null;
}

/**
 * Old entries of the audit trail. With an archive they are in its files, on the disk, before they are removed: whoever is
 * interrupted in between finds them twice, by their ids, and never lacks one.
 */
export const keptTrail = ({ days, archiveDir }: TrailKept): readonly Kept[] =>
  days === null
    ? []
    : [
        {
          what: 'audit trail',
          forget: ({ store, workspaceId }, limit) =>
            store.keepTrail(workspaceId, async (trail) => {
              const old = await trail.older(days * DAY_MS, limit);
              if (archiveDir !== null) await archive(archiveDir, workspaceId, old);
              await trail.remove(old.map(({ id }) => id));
              return old.length;
            }),
        },
      ];

const monthOf = ({ at }: AuditEvent): string => at.slice(0, 7);

/** One file a month and workspace, one entry a line, for its owner's eyes only. */
const archive = async (
  folder: string,
  workspaceId: WorkspaceId,
  events: readonly AuditEvent[],
): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const month of new Set(events.map(monthOf))) {
    const lines = events
      .filter((event) => monthOf(event) === month)
      .map((event) => `${JSON.stringify(event)}\n`);
    const file = await open(join(folder, `${workspaceId}-${month}.jsonl`), 'a', 0o600);
    try {
      await file.appendFile(lines.join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }
};

import type { MirrorMark, MirrorProgress } from '../store/mirror-port.ts';
import type { KeptObject } from './mirrored-objects.ts';
import type { Step, StepContext } from './step.ts';

/**
 * Compares one page of ids with what is held. What differs is read again by id: it comes newer, or it is gone from Twenty.
 * Nothing is taken out without having been asked for, so a row that was made while the page was on its way is safe.
 */
export const sweepNext = async <TRow extends MirrorMark>(
  context: StepContext,
  object: KeptObject<TRow>,
  progress: MirrorProgress,
): Promise<Step> => {
  const { purse, settings, clock, keep, read } = context;
  const waitMs = await purse.takeOfHalf();
  if (waitMs > 0) return { progress, waitMs };
  const after = progress.sweep.throughId;
  const page = await object.source.marks({ after, first: settings.sweepRows });
  const through = page.isLast ? null : (page.last?.id ?? null);
  const held = await read((tx) => object.marks(tx, { after, through }));
  const odd = differing(page.items, held);
  const heldAt = new Map(held.map(({ id, updatedAt }) => [id, updatedAt]));

  for (let from = 0; from < odd.length; from += settings.rowsById) {
    const ids = odd.slice(from, from + settings.rowsById);
    const missingMs = await purse.takeOfHalfSoon();
    // The page is compared again later: what was put right meanwhile differs no more.
    if (missingMs > 0) return { progress, waitMs: missingMs };
    const rows = await object.source.byIds(ids);
    const there = new Set(rows.map(({ id }) => id));
    const gone = ids.flatMap((id) => {
      const at = heldAt.get(id);
      return there.has(id) || at === undefined ? [] : [{ id, at }];
    });
    await keep(progress, async (tx) => {
      await object.put(tx, rows);
      await object.remove(tx, gone);
    });
  }

  const now = new Date(clock.nowMs()).toISOString();
  const startedAt = after === null ? now : progress.sweep.startedAt;
  const sweep = page.isLast
    ? { throughId: null, startedAt, finishedAt: now }
    : { throughId: through, startedAt, finishedAt: progress.sweep.finishedAt };
  const swept = { ...progress, sweep };
  await keep(swept, async () => undefined);
  return { progress: swept, waitMs: 0 };
};

/** Ids that only one side has, or that the two have in different states. */
const differing = (theirs: readonly MirrorMark[], ours: readonly MirrorMark[]): string[] => {
  const held = new Map(ours.map((mark) => [mark.id, mark]));
  const odd = theirs.flatMap((mark) => {
    const own = held.get(mark.id);
    held.delete(mark.id);
    return own?.updatedAt === mark.updatedAt && own.isDeleted === mark.isDeleted ? [] : [mark.id];
  });
  return [...odd, ...held.keys()];
};

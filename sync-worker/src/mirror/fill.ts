import type { Instant } from '@twenty-dialer/contract';
import type { MirrorMark, MirrorProgress } from '../store/mirror-port.ts';
import type { KeptObject } from './mirrored-objects.ts';
import type { Step, StepContext } from './step.ts';

/** The first fill, a page at a time. Whoever was changed behind its back is found by the first poll after it. */
export const fillNext = async <TRow extends MirrorMark>(
  context: StepContext,
  object: KeptObject<TRow>,
  progress: MirrorProgress,
): Promise<Step> => {
  const { purse, settings, clock, keep, log } = context;
  const waitMs = await purse.takeOfHalf();
  if (waitMs > 0) return { progress, waitMs };
  if (progress.fill.startedAt === null) return begin(context, object, progress);

  const page = await object.source.page({ after: progress.fill.throughId, first: settings.pageRows });
  const nowMs = clock.nowMs();
  const filled: MirrorProgress = {
    ...progress,
    fill: {
      ...progress.fill,
      throughId: page.last?.id ?? progress.fill.throughId,
      done: progress.fill.done + page.items.length,
      finishedAt: page.isLast ? instant(nowMs) : null,
    },
    // All ids were just met.
    sweep: page.isLast ? { ...progress.sweep, finishedAt: instant(nowMs) } : progress.sweep,
  };
  await keep(filled, (tx) => object.put(tx, page.items));
  const { done, total } = filled.fill;
  log.info(
    { event: page.isLast ? 'mirror-filled' : 'mirror-filling', object: object.name, done, total },
    page.isLast ? 'the mirror is filled' : 'the mirror is being filled',
  );
  return { progress: filled, waitMs: 0 };
};

/** How much there is, and from when on changes must be asked for. Both before the first row is read. */
const begin = async <TRow extends MirrorMark>(
  { clock, keep }: StepContext,
  object: KeptObject<TRow>,
  progress: MirrorProgress,
): Promise<Step> => {
  const { total, newest } = await object.source.extent();
  const now = instant(clock.nowMs());
  const begun: MirrorProgress = {
    ...progress,
    fill: { throughId: null, done: 0, total, startedAt: now, finishedAt: null },
    poll: {
      ...progress.poll,
      newest,
      newestMetAt: newest === null ? null : now,
      isNewestSettled: false,
      finishedAt: null,
    },
  };
  await keep(begun, async () => undefined);
  return { progress: begun, waitMs: 0 };
};

const instant = (ms: number): Instant => new Date(ms).toISOString();

import type { MirrorMark, MirrorProgress } from '../store/mirror-port.ts';
import type { FollowedObject } from './mirrored-objects.ts';
import { afterPage, afterPoll, firstPlace, nextPlace } from './poll-window.ts';
import type { Step, StepContext } from './step.ts';

/**
 * Asks for a page of what changed since the last poll. The first page is urgent; a poll that has many has met an import,
 * and leaves half of the budget as the fill does.
 */
export const pollNext = async <TRow extends MirrorMark>(
  context: StepContext,
  object: FollowedObject<TRow>,
  progress: MirrorProgress,
): Promise<Step> => {
  const { purse, settings, clock, keep } = context;
  const { overlapMs, pageRows } = settings;
  const isFirst = progress.poll.place === null;
  const waitMs = isFirst ? await purse.take() : await purse.takeOfHalf();
  if (waitMs > 0) return { progress, waitMs };
  const beganAt = (isFirst ? null : progress.poll.beganAt) ?? new Date(clock.nowMs()).toISOString();
  const from = progress.poll.place ?? firstPlace(progress.poll, overlapMs);
  const page = await object.source.changed({ from, first: pageRows });
  const place = nextPlace(from, page);
  const poll = { ...afterPage(progress.poll, page.last, clock.nowMs()), place, beganAt };
  const polled = {
    ...progress,
    poll:
      place === null
        ? afterPoll(poll, { beganMs: Date.parse(beganAt), nowMs: clock.nowMs(), overlapMs })
        : poll,
  };
  await keep(polled, (tx) => object.put(tx, page.items));
  return { progress: polled, waitMs: 0 };
};

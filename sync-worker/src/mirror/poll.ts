import type { MirrorMark, MirrorProgress } from '../store/mirror-port.ts';
import type { ChangePlace } from '../twenty/mirror-port.ts';
import type { FollowedObject } from './mirrored-objects.ts';
import { afterPage, afterPoll, firstPlace, nextPlace } from './poll-window.ts';
import type { Step, StepContext } from './step.ts';

/** Asks for all that changed since the last poll. What was taken in stays, also when the budget does not last to the end. */
export const pollOnce = async <TRow extends MirrorMark>(
  context: StepContext,
  object: FollowedObject<TRow>,
  start: MirrorProgress,
): Promise<Step> => {
  const { purse, settings, clock, keep } = context;
  const { overlapMs, pageRows } = settings;
  const beganMs = clock.nowMs();
  let progress = start;
  let place: ChangePlace | null = firstPlace(start.poll, overlapMs);
  while (place !== null) {
    const waitMs = await purse.take();
    if (waitMs > 0) return { progress, waitMs };
    const page = await object.source.changed({ from: place, first: pageRows });
    place = nextPlace(place, page);
    const poll = afterPage(progress.poll, page.last, clock.nowMs());
    const whole = place === null ? afterPoll(poll, { beganMs, nowMs: clock.nowMs(), overlapMs }) : poll;
    progress = { ...progress, poll: whole };
    await keep(progress, (tx) => object.put(tx, page.items));
  }
  return { progress, waitMs: 0 };
};

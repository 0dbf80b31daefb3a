import type { StoreTransaction } from '../store/port.ts';
import type { StoreWorld } from './store-world.ts';

/** From now on everybody whom Twenty has is taken to be in the mirror, and every entry of its do-not-call list. */
export const fillPeople = async (tx: StoreWorld['tx']): Promise<void> => {
  await tx(fill('person'));
  await tx(fill('doNotCallEntry'));
};

const fill = (name: 'person' | 'doNotCallEntry') => async (t: StoreTransaction) => {
  const holder = 'a-test';
  const progress = await t.mirror.hold(name, holder, 1_000);
  if (progress === null) throw new Error(`Somebody else fills ${name}.`);
  const at = '2026-11-21T08:00:00.000Z';
  const fill = { ...progress.fill, startedAt: at, finishedAt: at };
  await t.mirror.save(name, { holder, forMs: 1_000, progress: { ...progress, fill } });
  await t.mirror.release(holder);
};

import type { DialCheck, E164 } from '@twenty-dialer/contract';
import type { DoNotCallFromTwenty, MirroredPerson } from '../store/mirror-port.ts';
import type { StoreTransaction } from '../store/port.ts';

type Looks = Pick<StoreTransaction, 'doNotCall' | 'people' | 'mirror'>;

/**
 * Whether a number may be called: the do-not-call list decides, and a mark that somebody set by hand on a person with this
 * number. A mark that follows from the list says no more than the list: it may be there for another number.
 */
export const checkNumber = async (tx: Looks, number: E164, frontUrl: string): Promise<DialCheck> => {
  const entry = await tx.doNotCall.byNumber(number);
  if (entry !== null) return blockedByList(entry, await nameOf(tx, entry), frontUrl);
  const marked = (await tx.people.byNumber(number)).find(({ doNotCall }) => doNotCall);
  if (marked !== undefined && !(await isOnList(tx, marked))) return blockedByMark(marked, frontUrl);
  const statuses = await tx.mirror.status();
  const list = statuses.find(({ objectName }) => objectName === 'doNotCallEntry');
  return { verdict: list === undefined || list.progress.fill.finishedAt === null ? 'unknown' : 'allowed' };
};

const blockedByList = (
  entry: DoNotCallFromTwenty,
  personName: string | null,
  frontUrl: string,
): DialCheck => ({
  verdict: 'blocked',
  block: {
    by: 'list',
    reason: entry.reason,
    source: entry.source,
    personName,
    since: entry.addedAt,
    until: entry.expiresAt,
    twentyUrl: `${frontUrl}/object/doNotCallEntry/${entry.id}`,
  },
});

const blockedByMark = ({ id, name }: MirroredPerson, frontUrl: string): DialCheck => ({
  verdict: 'blocked',
  block: {
    by: 'person',
    reason: '',
    source: 'manual',
    personName: name,
    since: null,
    until: null,
    twentyUrl: `${frontUrl}/object/person/${id}`,
  },
});

const nameOf = async (tx: Looks, { personId }: DoNotCallFromTwenty): Promise<string | null> =>
  personId === null ? null : ((await tx.people.byId([personId]))[0]?.name ?? null);

/** The mark is the worker's own: an entry for another of their numbers is why. */
const isOnList = async (tx: Looks, { numbers }: MirroredPerson): Promise<boolean> => {
  for (const number of numbers) if ((await tx.doNotCall.byNumber(number)) !== null) return true;
  return false;
};

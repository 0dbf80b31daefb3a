import { AsyncLocalStorage } from 'node:async_hooks';
import type { Member } from '@twenty-dialer/contract';

/** On whose behalf something is done, as the audit trail tells it. */
export interface Acting {
  /** The person, as they are now; null: nobody's request, or nobody is known yet. */
  readonly member: Member | null;
  /** The labels of their roles. */
  readonly roles: readonly string[];
  readonly requestId: string | null;
  /** Where the request came from. */
  readonly address: string | null;
  /** Which of the dialer's own works it is; null for a request. */
  readonly work: string | null;
}

const acting = new AsyncLocalStorage<Acting>();

/**
 * Everything that is stored until `run` ends, however deep inside, is in `who`'s name. It is not an argument of what
 * stores, because then each of them could forget it.
 */
export const actingAs = <T>(who: Acting, run: () => T): T => acting.run(who, run);

const NOBODY: Acting = { member: null, roles: [], requestId: null, address: null, work: null };

/** One of the dialer's own works, which nobody asked for at that moment. */
export const actingAsWork = <T>(work: string, run: () => T): T => actingAs({ ...NOBODY, work }, run);

/** Somebody who becomes known only while their request is answered. */
export const knownAs = <T>(person: Pick<Acting, 'member' | 'roles'>, run: () => T): T =>
  actingAs({ ...(whoActs() ?? NOBODY), ...person }, run);

/** Who acts now; null where nobody said so. */
export const whoActs = (): Acting | null => acting.getStore() ?? null;

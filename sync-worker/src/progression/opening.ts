import type { Member, WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import { progressionRecord } from '../outbox/progression-record.ts';
import type { Store } from '../store/port.ts';
import type { TwentyProgression } from '../twenty/port.ts';

interface OpeningDeps {
  readonly store: Store;
  readonly twenty: TwentyProgression;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

export interface Unopened {
  readonly workspaceId: WorkspaceId;
  readonly member: Member;
  /** The member's own token: Twenty shows them what their role may see. */
  readonly accessToken: () => Promise<string>;
}

/** Opens a member's progression, once. Never rejects: what cannot be opened now is opened another time. */
export type OpenProgression = (member: Unopened) => Promise<void>;

/**
 * Takes over what Twenty has of a member before anything is written there, so that a worker with a new store goes on
 * where Twenty stands. Gives the member a row of their own in any case. Asked for twice at once, Twenty is asked once.
 */
export const createOpening = (deps: OpeningDeps): OpenProgression => {
  const underWay = new Map<string, Promise<void>>();
  return (unopened) => {
    const key = `${unopened.workspaceId} ${unopened.member.id}`;
    const started =
      underWay.get(key) ??
      open(deps, unopened)
        .catch((error: unknown) => {
          const memberId = unopened.member.id;
          deps.log.warn({ err: error, memberId }, 'what Twenty has of a progression could not be read yet');
        })
        .finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
};

const open = async ({ store, twenty, log }: OpeningDeps, { workspaceId, member, accessToken }: Unopened) => {
  const known = await store.transaction(workspaceId, (tx) => tx.progression.get(member.id));
  if (known?.isOpened) return;
  const found = await twenty.of(await accessToken(), member.id);
  const opened = await store.transaction(workspaceId, async (tx) => {
    const name = `${member.firstName} ${member.lastName}`.trim() || member.email;
    const totals = await tx.progression.open({ id: member.id, name }, found);
    if (totals !== null) await tx.outbox.touch([progressionRecord(totals.member, totals)]);
    return totals;
  });
  if (opened !== null) {
    log.info({ memberId: member.id, foundXp: found?.totalXp ?? null }, 'a progression was opened');
  }
};

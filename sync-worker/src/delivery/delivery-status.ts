import type { DeliveryStatus } from '@twenty-dialer/contract';
import type { DeliveryPause } from '../store/admin-port.ts';
import type { DeliveryDeps } from './deps.ts';
import type { Halt } from './round-context.ts';

export interface StatusBoard {
  running(): Promise<void>;
  halted(halt: Halt): Promise<void>;
  held(pause: DeliveryPause): Promise<void>;
}

/** Tells users how delivery is doing, and the log when that changes. */
export const createStatusBoard = ({ store, workspaceId, log }: DeliveryDeps): StatusBoard => {
  let shown: string | null = null;

  const show = async (state: DeliveryStatus['state'], message: string): Promise<void> => {
    const key = `${state} ${message}`;
    if (shown === key) return;
    await store.transaction(workspaceId, (tx) => tx.delivery.setStatus({ state, message }));
    shown = key;
    const line = { event: 'delivery-status', workspaceId, state };
    if (state === 'running') log.info(line, 'delivery runs');
    else log.warn(line, message);
  };

  return {
    running: () => show('running', ''),
    held: ({ by, reason }) => show('paused', stopped(by, reason)),
    halted: async ({ kind, reason }) => {
      if (kind === 'cannot-reach') await show('waiting-for-twenty', waiting(reason));
      if (kind === 'not-allowed') await show('paused', paused(reason));
    },
  };
};

const stopped = (by: string, reason: string): string =>
  `${by} has stopped delivery: ${reason.replace(/[.!?]?$/, '.')} Calls are kept here, and go on their way when an admin resumes.`;

const waiting = (reason: string): string =>
  `${reason} Calls are kept here and delivered as soon as Twenty answers again.`;

const paused = (reason: string): string =>
  reason.includes('npm run connect')
    ? reason
    : `Twenty refuses the worker: ${reason} Check its key or app role (npm run connect). Calls are kept here, and delivery goes on by itself afterwards.`;

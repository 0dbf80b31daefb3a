import type { SessionView } from '@twenty-dialer/contract';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CatchUp } from '../unwrapped/catch-up.ts';
import type { CallState } from './call-machine.ts';
import type { Dialer } from './dialer.ts';
import type { TargetChoice, TargetState } from './target.ts';

/** What every screen of a signed-in rep works on. `owner` is whose window this is, also while the session is away. */
export type Desk = { owner: SessionView; dialer: Dialer; target: TargetChoice; catchUp: CatchUp };

const Context = createContext<Desk | null>(null);
export const DeskProvider = Context.Provider;
export const useDesk = (): Desk => {
  const desk = useContext(Context);
  if (desk === null) throw new Error('The desk is missing above this component.');
  return desk;
};

export const useCallState = (): CallState => {
  const { dialer } = useDesk();
  return useSyncExternalStore(dialer.subscribe, dialer.getState);
};

export const useTarget = (): TargetState => {
  const { target } = useDesk();
  return useSyncExternalStore(target.subscribe, target.get);
};

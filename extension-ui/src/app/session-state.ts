import { createContext, useContext } from 'react';
import type { SessionState } from './desk.tsx';

type WithHandOver = SessionState & { handOver: () => void };
const Context = createContext<WithHandOver | null>(null);
export const SessionStateProvider = Context.Provider;
export const useSessionState = (): WithHandOver => {
  const state = useContext(Context);
  if (state === null) throw new Error('The session state is missing above this component.');
  return state;
};

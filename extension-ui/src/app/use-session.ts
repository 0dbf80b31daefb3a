import { useQuery } from '@tanstack/react-query';
import type { SessionView } from '@twenty-dialer/contract';
import { useEffect } from 'react';
import { isProblem } from '../worker-client/problem-error.ts';
import { keysOf } from './cache.ts';
import { useServices } from './services.ts';

const USUAL_MS = 60_000;
const AWAY_MS = 5_000;

/** Who is signed in. The last answer stays while the worker is away or the session has ended: the screen stays too. */
export const useSession = () => {
  const { client } = useServices();
  return useQuery({
    queryKey: ['session'],
    queryFn: client.session,
    refetchInterval: ({ state }) =>
      state.status === 'error' && !isSignedOut(state.error) ? AWAY_MS : USUAL_MS,
    refetchOnWindowFocus: 'always',
  });
};

export const isSignedOut = (error: unknown): boolean => isProblem(error, 'not-signed-in');

/** Wakes the sender whenever something may have become possible: signed in, online, looked at, told by another window. */
export const useSenderWakes = (session: SessionView | undefined, isAnswering: boolean) => {
  const { sender, unsent, otherWindows, queries } = useServices();
  const member = session?.member.id;
  useEffect(() => {
    if (member === undefined || !isAnswering) return;
    void sender.wake();
    // What was asked for in the meantime got no answer.
    for (const queryKey of keysOf(member)) void queries.invalidateQueries({ queryKey });
  }, [member, isAnswering, sender, queries]);
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') void sender.wake();
    };
    const onMessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'reports-changed') unsent.heardChange();
      if (data === 'session-changed') askAgain();
    };
    const onChange = () => void queries.invalidateQueries({ queryKey: ['unsent'] });
    const askAgain = () => void queries.invalidateQueries({ queryKey: ['session'] });
    const onOnline = () => {
      askAgain();
      void sender.wake();
    };
    window.addEventListener('offline', askAgain);
    window.addEventListener('online', onOnline);
    document.addEventListener('visibilitychange', wake);
    otherWindows.addEventListener('message', onMessage);
    const stop = unsent.subscribe(onChange);
    return () => {
      window.removeEventListener('offline', askAgain);
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', wake);
      otherWindows.removeEventListener('message', onMessage);
      stop();
    };
  }, [sender, unsent, otherWindows, queries]);
};

import { useQuery } from '@tanstack/react-query';
import type { DialCheck, E164 } from '@twenty-dialer/contract';
import { useEffect, useRef, useState } from 'react';
import { useServices } from '../app/services.ts';

export type Checked = {
  /** `failed`: the check could not be made, so only the rep's explicit word dials. */
  verdict: 'checking' | 'allowed' | 'blocked' | 'failed';
  block: Extract<DialCheck, { verdict: 'blocked' }>['block'] | null;
  /** The rep pressed call and must say once more that they mean it, because nobody knows whether the number may be called. */
  needsWord: boolean;
};

const UNKNOWN_AGAIN_MS = 1_000;

/** Whether a number may be called, asked anew whenever one is made ready; `ask` dials as soon as, and only if, it may. */
export const useDialCheck = (to: E164 | null, onDial: () => void) => {
  const { client } = useServices();
  const check = useQuery({
    queryKey: ['dial-check', to],
    queryFn: () => client.dialCheck(to as E164),
    enabled: to !== null,
    // What held a minute ago is no answer: the list may have grown.
    staleTime: 0,
    gcTime: 0,
    retry: false,
    // In the first seconds of a worker the list is still being read: a rep who has pressed call need not press again.
    refetchInterval: ({ state }) => (state.data?.verdict === 'unknown' ? UNKNOWN_AGAIN_MS : false),
  });
  const [wantedFor, setWantedFor] = useState<E164 | null>(null);
  const latest = useRef(onDial);
  latest.current = onDial;
  const verdict = verdictOf(check);
  const isWanted = to !== null && wantedFor === to;

  useEffect(() => {
    if (!isWanted || verdict !== 'allowed') return;
    setWantedFor(null);
    latest.current();
  }, [isWanted, verdict]);

  const ask = () => {
    if (verdict === 'allowed') latest.current();
    else if (verdict !== 'blocked') setWantedFor(to);
  };
  const block = check.data?.verdict === 'blocked' ? check.data.block : null;
  return { verdict, block, needsWord: isWanted && verdict === 'failed', ask } satisfies Checked & {
    ask: () => void;
  };
};

const verdictOf = (check: {
  data: DialCheck | undefined;
  isError: boolean;
  isFetching: boolean;
}): Checked['verdict'] => {
  if (check.data?.verdict === 'blocked') return 'blocked';
  // Asked again in the background: the words must not come and go with it.
  if (check.data?.verdict === 'unknown') return 'failed';
  if (check.isFetching) return 'checking';
  return check.data?.verdict === 'allowed' ? 'allowed' : check.isError || check.data ? 'failed' : 'checking';
};

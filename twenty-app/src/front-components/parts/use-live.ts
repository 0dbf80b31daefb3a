import { useEffect, useRef, useState } from 'react';
import { LiveAnswer } from './answers.ts';
import { askWorker } from './ask.ts';
import { AskError } from './ask-error.ts';
import { BUSY_LOOK_MS, type Live, nextLookMs } from './next-look.ts';

/** After a press the call is looked for this long. */
const EAGER_MS = 30_000;

/** Looks again and again at what the viewer is on. `changes` counts the times that it became something else. */
export const useLive = (address: string | null) => {
  const [live, setLive] = useState<Live>({ state: 'looking' });
  const [changes, setChanges] = useState(0);
  const eagerUntil = useRef(0);
  const lookNow = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (address === null) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before = '';
    const look = async () => {
      clearTimeout(timer);
      const found = await readLive(address);
      if (isOver) return;
      setLive(found);
      if (before !== '' && before !== found.state) setChanges((count) => count + 1);
      before = found.state;
      timer = setTimeout(look, nextLookMs(found, Date.now() < eagerUntil.current));
    };
    lookNow.current = () => void look();
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [address]);
  return {
    live,
    changes,
    lookSoon: () => {
      eagerUntil.current = Date.now() + EAGER_MS;
      setTimeout(() => lookNow.current(), BUSY_LOOK_MS);
    },
  };
};

const readLive = (address: string): Promise<Live> =>
  askWorker<Live>(address, { path: '/api/twenty/live' }, LiveAnswer).catch((error: unknown) => ({
    state: error instanceof AskError && error.kind === 'away' ? 'away' : 'unknown',
  }));

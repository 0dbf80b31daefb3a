import { useEffect, useState } from 'react';
import { useServices } from '../app/services.ts';

const MINUTE_MS = 60_000;

/** The present minute, so that “5 min ago” and “today” stay true while nobody touches the page. */
export const useMinute = (): number => {
  const { timers } = useServices();
  const [now, setNow] = useState(() => timers.now());
  useEffect(() => {
    let cancel: () => void = () => undefined;
    const wait = () => {
      cancel = timers.after(MINUTE_MS - (timers.now() % MINUTE_MS), () => {
        setNow(timers.now());
        wait();
      });
    };
    wait();
    return () => cancel();
  }, [timers]);
  return now;
};

import { useEffect, useState } from 'react';
import { duration } from './time.ts';

/** Counts up from a moment, once a second, in figures that do not dance. */
export const Elapsed = ({ since }: { since: string }) => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    // Aligned to the counted second, or the display would now and then skip one.
    const delay = 1000 - ((Date.now() - Date.parse(since)) % 1000);
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(Date.now());
      timer = setTimeout(tick, 1000 - ((Date.now() - Date.parse(since)) % 1000));
    };
    timer = setTimeout(tick, delay);
    return () => clearTimeout(timer);
  }, [since]);
  return (
    <span className="figures" role="timer">
      {duration((now - Date.parse(since)) / 1000)}
    </span>
  );
};

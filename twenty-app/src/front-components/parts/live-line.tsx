import { liveWords } from './live-words.ts';
import type { Live } from './next-look.ts';
import { useStyles } from './styles.ts';

/** What the viewer's dialer is on, in one line that is always there, so that nothing moves when it changes. */
export const LiveLine = ({ live, personIds }: { live: Live; personIds: readonly string[] }) => {
  const styles = useStyles();
  const { words, tone } = liveWords(live, personIds);
  return (
    <p style={{ ...styles.live, ...styles[tone] }} role="status">
      {words}
    </p>
  );
};

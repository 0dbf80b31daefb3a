import { DIALER_WINDOW } from './dial-href.ts';
import { dialerAddress } from './dialer-address.ts';
import { LiveLine } from './live-line.tsx';
import { DialerMissing } from './notices.tsx';
import { useStyles } from './styles.ts';
import { useLive } from './use-live.ts';

/** One link, to the dialer's own window: the one that is open, or a new one. */
export const OpenDialer = () => {
  const address = dialerAddress();
  const styles = useStyles();
  const { live } = useLive(address);
  if (address === null) return <DialerMissing />;
  return (
    <div style={styles.page}>
      <LiveLine live={live} personIds={[]} />
      <a href={`${address}/#/`} target={DIALER_WINDOW} style={styles.mainLink}>
        Open the dialer
      </a>
      <p style={styles.quiet}>
        It opens in a window of its own. A window that is open already is brought to the front.
      </p>
    </div>
  );
};

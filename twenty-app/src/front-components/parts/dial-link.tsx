import { useState } from 'react';
import { DIALER_WINDOW, dialHref } from './dial-href.ts';
import { useStyles } from './styles.ts';
import { useDialTicket } from './use-dial-ticket.ts';

interface DialLinkProps {
  readonly address: string;
  readonly number: string | null;
  readonly personId: string;
  readonly label: string;
  readonly isTakenAhead: boolean;
  readonly onPressed: () => void;
}

/** The link that calls: it sends the dialer's window there, which then counts down to the call. */
export const DialLink = ({ address, number, personId, label, isTakenAhead, onPressed }: DialLinkProps) => {
  const styles = useStyles();
  const { ticket, near, away, spend } = useDialTicket({ address, number, isTakenAhead });
  const [n, setN] = useState(() => Date.now() % 1_000_000);
  return (
    <a
      href={dialHref({ address, number, personId, ticket, n })}
      target={DIALER_WINDOW}
      style={styles.mainLink}
      aria-label={label}
      onMouseOver={near}
      onMouseOut={away}
      onFocus={near}
      onBlur={away}
      onClick={() => {
        setN((count) => count + 1);
        spend();
        onPressed();
      }}
    >
      Call
    </a>
  );
};

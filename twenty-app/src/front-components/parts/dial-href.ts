/** The name of the dialer's window: a link with this target reuses it, and never ends a call that is going on there. */
export const DIALER_WINDOW = 'twenty-dialer';

export interface DialTarget {
  /** The dialer's address. */
  readonly address: string;
  /** E.164; null: the dialer offers what it knows of the person. */
  readonly number: string | null;
  readonly personId: string;
  readonly ticket: string | null;
  /** Counts the presses: the very same address again would tell the window nothing. */
  readonly n: number;
}

/** The address of a link that fills the dialer, and dials when its ticket is good. */
export const dialHref = ({ address, number, personId, ticket, n }: DialTarget): string => {
  const parts = [
    `dial=${encodeURIComponent(number ?? '')}`,
    `person=${personId}`,
    ...(ticket === null || number === null ? [] : [`ticket=${ticket}`]),
    `n=${n}`,
  ];
  return `${address}/#${parts.join('&')}`;
};

import { useStyles } from './styles.ts';

interface NoticeProps {
  readonly title: string;
  readonly words: string;
  readonly action?: string;
  readonly onAction?: () => void;
}

/** What is empty or went wrong, and what to do. */
export const Notice = ({ title, words, action, onAction }: NoticeProps) => {
  const styles = useStyles();
  return (
    <div style={styles.notice} role={onAction === undefined ? 'note' : 'alert'}>
      <strong style={styles.name}>{title}</strong>
      <p style={styles.quiet}>{words}</p>
      {onAction === undefined ? null : (
        <button type="button" style={styles.button} onClick={onAction}>
          {action}
        </button>
      )}
    </div>
  );
};

export const DialerMissing = () => (
  <Notice
    title="The dialer’s address is not set"
    words="An admin sets DIALER_URL in Twenty under Settings, Applications, Twenty Dialer, or runs npm run connect with DIALER_PUBLIC_URL."
  />
);

/** Stands where rows will be. */
export const Skeleton = ({ rows }: { rows: number }) => {
  const styles = useStyles();
  return (
    <div style={styles.person} role="status" aria-label="Reading from Twenty">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} style={styles.skeleton} />
      ))}
    </div>
  );
};

import type { LastCall } from './answers.ts';
import { useStyles } from './styles.ts';
import { duration, moment, outcomeWords } from './words.ts';

/** The person's newest calls, whoever made them. */
export const LastCalls = ({ calls }: { calls: readonly LastCall[] }) => {
  const styles = useStyles();
  return (
    <section style={styles.person} aria-label="Last calls">
      <strong style={styles.heading}>Last calls</strong>
      {calls.length === 0 ? <p style={styles.quiet}>No calls yet.</p> : null}
      {calls.map((call) => (
        <div key={call.id} style={styles.row}>
          <span style={styles.call}>
            <span style={styles.tag}>{outcomeWords(call.outcome)}</span>
            <span style={styles.quiet}>
              {[
                call.isInbound ? 'Incoming' : '',
                call.talkSeconds > 0 ? duration(call.talkSeconds) : '',
                call.rep,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <span style={styles.when}>{call.startedAt === null ? '' : moment(call.startedAt)}</span>
        </div>
      ))}
    </section>
  );
};

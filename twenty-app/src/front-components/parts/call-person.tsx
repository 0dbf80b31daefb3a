import { useSelectedRecordIds } from 'twenty-sdk/front-component';
import { dialerAddress } from './dialer-address.ts';
import { LastCalls } from './last-calls.tsx';
import { LiveLine } from './live-line.tsx';
import { DialerMissing, Notice, Skeleton } from './notices.tsx';
import { PersonNumbers } from './person-numbers.tsx';
import { useStyles } from './styles.ts';
import { useLive } from './use-live.ts';
import { usePeople } from './use-people.ts';

/** As many selected people as one looks through in a side panel. */
const MOST_PEOPLE = 20;

/** On a person's own page, where the name stands already. */
export const CallFromPage = () => <CallPerson isOnPage />;

/** The selected people with their numbers; for one person the last calls, too. */
export const CallPerson = ({ isOnPage = false }: { isOnPage?: boolean }) => {
  const selected = useSelectedRecordIds();
  const address = dialerAddress();
  const styles = useStyles();
  const { live, lookSoon, changes } = useLive(address);
  const { reading, readAgain } = usePeople(selected.slice(0, MOST_PEOPLE), changes);
  if (address === null) return <DialerMissing />;
  if (selected.length === 0) {
    return <Notice title="Nobody is selected" words="Open a person, or select people in a list." />;
  }
  return (
    <div style={styles.page}>
      <LiveLine live={live} personIds={selected} />
      {reading.state === 'reading' ? <Skeleton rows={3} /> : null}
      {reading.state === 'failed' ? (
        <Notice title={reading.title} words={reading.words} action="Try again" onAction={readAgain} />
      ) : null}
      {reading.state === 'read' && reading.people.length === 0 ? (
        <Notice title="There is no such person" words="They were deleted, or your role may not see them." />
      ) : null}
      {reading.state === 'read'
        ? reading.people.map((person) => (
            <PersonNumbers
              key={person.id}
              person={person}
              address={address}
              isNamed={!isOnPage}
              // One page takes one ticket ahead; in a list of many it would be one for each.
              isAlone={selected.length === 1}
              onPressed={lookSoon}
            />
          ))
        : null}
      {selected.length > MOST_PEOPLE ? (
        <p style={styles.quiet}>Only the first {MOST_PEOPLE} of the selected people are shown.</p>
      ) : null}
      {selected.length === 1 && reading.state === 'read' && reading.people.length > 0 ? (
        <LastCalls calls={reading.calls} />
      ) : null}
    </div>
  );
};

import type { PersonToCall } from './answers.ts';
import { DialLink } from './dial-link.tsx';
import { useStyles } from './styles.ts';

interface PersonNumbersProps {
  readonly person: PersonToCall;
  readonly address: string;
  readonly isAlone: boolean;
  readonly isNamed: boolean;
  readonly onPressed: () => void;
}

/** A person with a link for each number, or why they are not called. */
export const PersonNumbers = ({ person, address, isAlone, isNamed, onPressed }: PersonNumbersProps) => {
  const styles = useStyles();
  const { id, name, details, phones, isDoNotCall } = person;
  return (
    <section style={styles.person} aria-label={name}>
      {isNamed ? (
        <div>
          <strong style={styles.name}>{name}</strong>
          {details === '' ? null : <div style={styles.quiet}>{details}</div>}
        </div>
      ) : null}
      {isDoNotCall ? (
        <p style={styles.warning}>Do not call: this person is on the do-not-call list.</p>
      ) : phones.length === 0 ? (
        <p style={styles.quiet}>There is no phone number. Add one to the person, and it is offered here.</p>
      ) : (
        phones.map(({ shown, e164 }, index) => (
          <div key={shown} style={styles.row}>
            <span style={styles.number}>{shown}</span>
            <DialLink
              address={address}
              number={e164}
              personId={id}
              label={`Call ${name}, ${shown}`}
              isTakenAhead={isAlone && index === 0}
              onPressed={onPressed}
            />
          </div>
        ))
      )}
    </section>
  );
};

import type { SessionView } from '@twenty-dialer/contract';
import { type ReactNode, useEffect, useState } from 'react';
import { Trouble } from '../ui/trouble.tsx';
import { Desk } from './desk.tsx';
import { signInAttempt } from './sign-in-attempt.ts';
import { SignInPage } from './sign-in-page.tsx';
import { isSignedOut, useSenderWakes, useSession } from './use-session.ts';

/** The dialer for whoever is signed in; before that the sign-in page. Once there, the screen never goes away by itself. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const session = useSession();
  useSenderWakes(session.data, session.isSuccess);
  const [owner, setOwner] = useState<SessionView | null>(null);
  const present = session.data;
  useEffect(() => {
    if (session.isSuccess) signInAttempt({ storage: localStorage, now: Date.now }).forget();
  }, [session.isSuccess]);

  if (present === undefined) {
    if (session.isPending) return <Opening />;
    if (isSignedOut(session.error)) return <SignInPage />;
    return (
      <main className="gate">
        <Trouble error={session.error} onTryAgain={() => void session.refetch()} />
      </main>
    );
  }
  // Another member's session never takes over a window with somebody's call on it: the strip offers the change.
  const isSamePerson = owner === null || owner.member.id === present.member.id;
  const shown = isSamePerson ? present : owner;
  return (
    <Desk
      key={shown.member.id}
      owner={shown}
      session={{
        isSignedOut: isSignedOut(session.error),
        away:
          session.isError && !isSignedOut(session.error)
            ? { since: session.dataUpdatedAt, error: session.error }
            : null,
        otherPerson: isSamePerson ? null : present.member,
      }}
      onOwn={setOwner}
      onHandOver={() => setOwner(present)}
    >
      {children}
    </Desk>
  );
};

const Opening = () => (
  <main className="gate" role="status" aria-label="Opening the dialer">
    <div className="skeleton gate__bar" />
    <div className="skeleton gate__field" />
  </main>
);

import { IconLock } from '@tabler/icons-react';
import { useDesk } from '../dialer/use-dialer.ts';

/** For whoever signed in and is nothing here: why, and who can change it. */
export const NoRole = () => {
  const { workspace } = useDesk().owner;
  return (
    <section className="notice" aria-labelledby="no-role">
      <IconLock size={24} aria-hidden="true" className="quiet" />
      <h1 id="no-role">Your role has no part in the dialer</h1>
      <p>
        You are signed in to {workspace.name}, but an admin has said that your role in Twenty neither calls
        nor looks after calls. Ask an admin if that should be otherwise: it counts here within a minute.
      </p>
      <p className="quiet">Calls that you made before are kept, and stand under Calls.</p>
    </section>
  );
};

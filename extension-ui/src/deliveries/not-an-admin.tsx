import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** For whoever opens the address and may not see it: why, who may, and where to go on. */
export const NotAnAdmin = () => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className="not-an-admin" aria-labelledby="not-an-admin">
      <IconLock size={24} aria-hidden="true" className="quiet" />
      <h1 id="not-an-admin" ref={heading} tabIndex={-1}>
        Deliveries are for admins
      </h1>
      <p>
        This page shows what has not reached Twenty yet, for everybody. It opens for people whose role in
        Twenty may change all settings; ask one of them if you need it.
      </p>
      <p className="quiet">How far your own calls have come stands beside each of them.</p>
      <Link to="/calls" className="button button--main">
        Show my calls
      </Link>
    </section>
  );
};

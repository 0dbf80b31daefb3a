import { IconArrowsLeftRight, IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useDesk } from '../dialer/use-dialer.ts';
import { OwnSection } from './own-section.tsx';
import { WorkspaceSection } from './workspace-section.tsx';
import './settings.css';

/** What somebody sets for themselves; below it, for admins, what holds for everybody. */
const SettingsPage = () => {
  const { isAdmin } = useDesk().owner;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="settings">
      <h1 ref={heading} tabIndex={-1}>
        Settings
      </h1>
      <OwnSection />
      {isAdmin ? (
        <>
          <WorkspaceSection />
          <nav className="settings__row" aria-label="For admins">
            <Link to="/audit" className="button">
              <IconHistory size={16} aria-hidden="true" />
              Audit trail
            </Link>
            <Link to="/reconciliation" className="button">
              <IconArrowsLeftRight size={16} aria-hidden="true" />
              Compare with Twenty
            </Link>
          </nav>
        </>
      ) : null}
    </div>
  );
};
export default SettingsPage;

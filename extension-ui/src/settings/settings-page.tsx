import { IconArrowsLeftRight, IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMay } from '../app/may.ts';
import { OwnSection } from './own-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { WorkspaceSection } from './workspace-section.tsx';
import './settings.css';

/** What somebody sets for themselves; below it, for admins, what holds for everybody. */
const SettingsPage = () => {
  const changesSettings = useMay('change-settings');
  const managesRoles = useMay('manage-roles');
  const seesAudit = useMay('see-audit');
  const seesDeliveries = useMay('see-deliveries');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="settings">
      <h1 ref={heading} tabIndex={-1}>
        Settings
      </h1>
      <OwnSection />
      {changesSettings ? <WorkspaceSection /> : null}
      {managesRoles ? <RolesSection /> : null}
      {seesAudit || seesDeliveries ? (
        <nav className="settings__row" aria-label="For admins">
          {seesAudit ? (
            <Link to="/audit" className="button">
              <IconHistory size={16} aria-hidden="true" />
              Audit trail
            </Link>
          ) : null}
          {seesDeliveries ? (
            <Link to="/reconciliation" className="button">
              <IconArrowsLeftRight size={16} aria-hidden="true" />
              Compare with Twenty
            </Link>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
};
export default SettingsPage;

import { IconExternalLink, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { PhoneLinks } from '../click-to-call/phone-links.tsx';
import { useDesk } from '../dialer/use-dialer.ts';
import { XpSection } from '../progression/xp-section.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { RoleSwitch } from './role-switch.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { SignOut } from './sign-out.tsx';

/** Who is signed in, what they have earned, what this computer does, and the way out. */
const MePage = () => {
  const { owner } = useDesk();
  const { member, workspace } = owner;
  const name = `${member.firstName} ${member.lastName}`.trim();
  return (
    <section className="me" aria-label="Me">
      <div className="person-head">
        <Avatar name={name} />
        <h1 className="one-line">{name}</h1>
      </div>
      <XpSection />
      <dl className="me__facts">
        <dt>E-mail</dt>
        <dd>{member.email}</dd>
        <dt>Workspace</dt>
        <dd>{workspace.name}</dd>
      </dl>
      <RoleSwitch />
      <PhoneLinks />
      <div className="me__actions">
        <a className="button" href={workspace.twentyUrl} target="_blank" rel="noreferrer">
          <IconExternalLink size={16} aria-hidden="true" />
          Open Twenty
          <span className="for-screen-readers">(new tab)</span>
        </a>
        <Link to="/settings" className="button">
          <IconSettings size={16} aria-hidden="true" />
          Settings
        </Link>
        <SignOut />
      </div>
      <div>
        <h2>Keyboard</h2>
        <ShortcutList outcomes={owner.outcomes} />
      </div>
    </section>
  );
};

export default MePage;

import { type Grant, GrantablePermission, MemberId } from '@twenty-dialer/contract';
import { type FormEvent, useId, useState } from 'react';
import { useMembers } from '../history/use-history.ts';
import { dateAndTime } from '../ui/time.ts';
import { Trouble } from '../ui/trouble.tsx';
import { PERMISSION_WORDS } from './permission-words.ts';
import { Saving } from './saving.tsx';
import { useChangeGrants, useGrants } from './use-roles.ts';

/** What single members may do beyond their roles: who gave it, and the way to take it back. */
export const Grants = () => {
  const grants = useGrants();
  const change = useChangeGrants();
  return (
    <section className="settings__form" aria-labelledby="settings-grants">
      <h3 id="settings-grants">Single permissions</h3>
      <p className="quiet settings__hint">
        For one member, beyond what their role is for. It counts at once, and is told in the audit trail.
      </p>
      {grants.data === undefined && grants.isError ? (
        <Trouble error={grants.error} onTryAgain={() => void grants.refetch()} />
      ) : null}
      {grants.data?.grants.length === 0 ? <p className="quiet">Nobody has any.</p> : null}
      {grants.data === undefined || grants.data.grants.length === 0 ? null : (
        <ul className="settings__grants">
          {grants.data.grants.map((grant) => (
            <Given key={`${grant.member.id} ${grant.permission}`} grant={grant} change={change} />
          ))}
        </ul>
      )}
      <GiveForm change={change} />
      <Saving change={change} />
    </section>
  );
};

type Change = ReturnType<typeof useChangeGrants>;

const Given = ({ grant: { member, permission, by, at }, change }: { grant: Grant; change: Change }) => (
  <li className="settings__row">
    <span className="settings__grant">
      <strong>{member.name}</strong> may {PERMISSION_WORDS[permission]}
      <span className="quiet settings__hint">
        {' '}
        given by {by}, {dateAndTime(at)}
      </span>
    </span>
    <button
      type="button"
      className="button"
      disabled={change.isPending}
      aria-label={`Take back: ${member.name} may ${PERMISSION_WORDS[permission]}`}
      onClick={() => change.mutate({ memberId: member.id, permission, isGiven: false })}
    >
      Take back
    </button>
  </li>
);

const GiveForm = ({ change }: { change: Change }) => {
  const members = useMembers();
  const [memberField, permissionField] = [useId(), useId()];
  const [chosen, setChosen] = useState('');
  const [permission, setPermission] = useState<GrantablePermission>('see-team-figures');
  const member = MemberId.safeParse(chosen);
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (member.success) change.mutate({ memberId: member.data, permission, isGiven: true });
  };
  return (
    <form className="settings__row" onSubmit={give}>
      <div className="settings__line">
        <label htmlFor={memberField}>Member</label>
        <select
          id={memberField}
          className="field"
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value="">{members.isError ? 'Twenty cannot be read now' : 'Choose'}</option>
          {members.data?.members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="settings__line">
        <label htmlFor={permissionField}>May</label>
        <select
          id={permissionField}
          className="field"
          value={permission}
          onChange={({ target }) => setPermission(GrantablePermission.parse(target.value))}
        >
          {GrantablePermission.options.map((one) => (
            <option key={one} value={one}>
              {PERMISSION_WORDS[one]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button button--main" disabled={!member.success || change.isPending}>
        Give
      </button>
    </form>
  );
};

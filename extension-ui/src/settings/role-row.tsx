import { type MappedRole, ROLES, type Role } from '@twenty-dialer/contract';
import { ROLE_NAMES } from '../app/role-words.ts';
import type { useMapRole } from './use-roles.ts';

/** What people with one role of Twenty's are here. Each press is kept at once. */
export const RoleRow = ({ role, change }: { role: MappedRole; change: ReturnType<typeof useMapRole> }) => {
  const { twentyRoleId, label, roles, isDefault, isAdminInTwenty, members } = role;
  const isChanging = change.isPending && change.variables.twentyRoleId === twentyRoleId;
  const toggle = (one: Role) =>
    change.mutate({
      twentyRoleId,
      roles: roles.includes(one) ? roles.filter((held) => held !== one) : [...roles, one],
    });
  return (
    <fieldset className="settings__choices settings__role" disabled={change.isPending}>
      <legend>
        {label} <span className="quiet">{membersWords(members)}</span>
      </legend>
      {ROLES.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={roles.includes(one)}
            disabled={one === 'admin' && isAdminInTwenty}
            onChange={() => toggle(one)}
          />
          {ROLE_NAMES[one]}
        </label>
      ))}
      {isDefault ? null : (
        <button
          type="button"
          className="button"
          aria-label={`Back to the usual: ${label}`}
          onClick={() => change.mutate({ twentyRoleId, roles: null })}
        >
          Back to the usual
        </button>
      )}
      <p className="quiet settings__hint">
        {isChanging ? 'Saving …' : hintOf({ roles, isDefault, isAdminInTwenty })}
      </p>
    </fieldset>
  );
};

const membersWords = (members: number | null): string => {
  if (members === null) return '';
  return members === 1 ? '1 member' : `${members} members`;
};

const hintOf = ({
  roles,
  isDefault,
  isAdminInTwenty,
}: Pick<MappedRole, 'roles' | 'isDefault' | 'isAdminInTwenty'>): string => {
  if (isAdminInTwenty) return 'May change all settings in Twenty, and so is an admin here, always.';
  if (roles.length === 0) return 'Has no part in the dialer.';
  return isDefault ? 'As usual.' : '';
};

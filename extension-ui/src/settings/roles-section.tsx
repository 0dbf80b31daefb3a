import { Trouble } from '../ui/trouble.tsx';
import { Grants } from './grants.tsx';
import { RoleRow } from './role-row.tsx';
import { Saving } from './saving.tsx';
import { useMapRole, useRoleMapping } from './use-roles.ts';

/** For admins: what Twenty's roles are here, and what single members may do besides. */
export const RolesSection = () => {
  const mapping = useRoleMapping();
  const change = useMapRole();
  const view = mapping.data;
  return (
    <section className="settings__part" aria-labelledby="settings-roles">
      <h2 id="settings-roles">Roles</h2>
      {mapping.isPending ? <Skeleton /> : null}
      {view === undefined && mapping.isError ? (
        <Trouble error={mapping.error} onTryAgain={() => void mapping.refetch()} />
      ) : null}
      {view === undefined ? null : (
        <>
          <section className="settings__form" aria-labelledby="settings-mapping">
            <h3 id="settings-mapping">What Twenty’s roles are here</h3>
            <p className="quiet settings__hint">
              Reps make calls. Managers see the calls and figures of the sales teams that name them as manager
              in Twenty. Admins look after deliveries, settings and the audit trail. Each press counts at
              once.
            </p>
            {view.twenty.state === 'away' ? (
              <p className="quiet settings__hint" role="status">
                Twenty gives no list of its roles to the dialer (“{view.twenty.message}”). These are the roles
                of people who have signed in here, and those that were set before.
              </p>
            ) : null}
            {view.roles.map((role) => (
              <RoleRow key={role.twentyRoleId} role={role} change={change} />
            ))}
            <Saving change={change} />
          </section>
          <Grants />
        </>
      )}
    </section>
  );
};

const Skeleton = () => (
  <div role="status" className="settings__skeleton">
    <span className="for-screen-readers">Reading roles</span>
    {[0, 1].map((row) => (
      <div key={row} className="skeleton settings__skeleton-line" />
    ))}
  </div>
);

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChosenRole, ROUTES, type Role, type SessionView } from '@twenty-dialer/contract';
import { useDesk } from '../dialer/use-dialer.ts';
import { usePressed } from '../ui/use-pressed.ts';
import { wordsFor } from '../worker-client/problem-error.ts';
import { ROLE_NAMES } from './role-words.ts';
import { useServices } from './services.ts';

/** For whoever is several things: as which of them the dialer opens and looks. Nothing about what they may do changes. */
export const RoleSwitch = () => {
  const { roles, activeRole } = useDesk().owner;
  const choose = useChooseRole();
  const [shown, press] = usePressed(activeRole, choose.mutateAsync);
  if (roles.length < 2) return null;
  const choices: readonly (Role | null)[] = [null, ...roles];
  return (
    <fieldset className="me__roles">
      <legend>Working as</legend>
      {choices.map((role) => (
        <label key={role ?? 'all'} className="me__choice">
          <input type="radio" name="working-as" checked={role === shown} onChange={() => press(role)} />
          {role === null ? 'All of it' : ROLE_NAMES[role]}
        </label>
      ))}
      <p className="quiet" role="status">
        {choose.error === null
          ? 'Decides what is shown, and where the dialer opens. It is kept for the next time.'
          : `${wordsFor(choose.error).what} ${wordsFor(choose.error).remedy}`}
      </p>
    </fieldset>
  );
};

/** It is kept by the worker for the person, so that every window and the next sign-in know it. */
const useChooseRole = () => {
  const { client } = useServices();
  const queries = useQueryClient();
  return useMutation({
    // One after the other: the last press is the one that stays.
    scope: { id: 'working-as' },
    // What was asked before the press would show the choice of before.
    onMutate: () => queries.cancelQueries({ queryKey: ['session'] }),
    mutationFn: (role: Role | null) => client.ask(ROUTES.chooseRole, { schema: ChosenRole, body: { role } }),
    onSuccess: ({ activeRole }) =>
      queries.setQueryData<SessionView>(['session'], (session) => session && { ...session, activeRole }),
  });
};

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MemberSettingsChange, SessionView, WorkspaceSettingsChange } from '@twenty-dialer/contract';
import { useMemo } from 'react';
import { useServices } from '../app/services.ts';
import { settingsClient } from '../worker-client/settings-client.ts';

const KEY = ['workspace-settings'];

const useClient = () => {
  const { client } = useServices();
  return useMemo(() => settingsClient(client), [client]);
};

/** Changes what somebody set for themselves. It is shown once the worker has it. */
export const useChangeOwn = () => {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    // One after the other: the last press is the one that stays.
    scope: { id: 'own-settings' },
    // What was asked before the press would show the value of before.
    onMutate: () => queries.cancelQueries({ queryKey: ['session'] }),
    mutationFn: (change: MemberSettingsChange) => client.change(change),
    onSuccess: (settings) =>
      queries.setQueryData<SessionView>(['session'], (session) => session && { ...session, settings }),
  });
};

/** What admins set for everybody. */
export const useWorkspaceSettings = () => {
  const client = useClient();
  return useQuery({ queryKey: KEY, queryFn: client.workspace, retry: false });
};

export const useChangeWorkspace = () => {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: WorkspaceSettingsChange) => client.changeWorkspace(change),
    onSuccess: (view) => {
      queries.setQueryData(KEY, view);
      // Outcomes and the like are told with the session.
      void queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
};

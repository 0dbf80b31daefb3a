import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GrantRequest, MapRole } from '@twenty-dialer/contract';
import { useMemo } from 'react';
import { useServices } from '../app/services.ts';
import { rolesClient } from '../worker-client/roles-client.ts';

const MAPPING = ['settings', 'roles'];
const GRANTS = ['settings', 'grants'];

const useClient = () => {
  const { client } = useServices();
  return useMemo(() => rolesClient(client), [client]);
};

/** What each role of Twenty's is here. */
export const useRoleMapping = () => {
  const client = useClient();
  return useQuery({ queryKey: MAPPING, queryFn: client.mapping, retry: false });
};

export const useMapRole = () => {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: MapRole) => client.map(change),
    onSuccess: (mapping) => {
      queries.setQueryData(MAPPING, mapping);
      // It may be one's own role.
      void queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
};

/** What was granted to single members. */
export const useGrants = () => {
  const client = useClient();
  return useQuery({ queryKey: GRANTS, queryFn: client.grants, retry: false });
};

export const useChangeGrants = () => {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ isGiven, ...grant }: GrantRequest & { isGiven: boolean }) =>
      isGiven ? client.grant(grant) : client.takeBack(grant),
    onSuccess: (grants) => {
      queries.setQueryData(GRANTS, grants);
      void queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
};

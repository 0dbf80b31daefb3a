import { MemberId } from '@twenty-dialer/contract';
import { z } from 'zod';
import {
  ListManagedTeamsDocument,
  ListTeamMembersDocument,
} from '../../../graphql/generated/core/graphql.ts';
import { ListRolesDocument } from '../../../graphql/generated/metadata/graphql.ts';
import { fullName } from './calls-rows.ts';
import type { TwentyClient } from './client.ts';
import type { TwentyAccess } from './port.ts';

/** More than one person leads. */
const MOST_TEAMS = 60;
const MOST_MEMBERS = 1_000;

/** Roles and teams of Twenty's, read with the person's own token. */
export const createTwentyAccess = ({ client }: { client: Pick<TwentyClient, 'ask'> }): TwentyAccess => ({
  roles: async (token) => {
    const { getRoles } = await client.ask({
      endpoint: 'metadata',
      document: ListRolesDocument,
      variables: {},
      schema: RolesAnswer,
      token,
    });
    return getRoles
      .filter(({ canBeAssignedToUsers }) => canBeAssignedToUsers)
      .map(({ id, label, canUpdateAllSettings, workspaceMembers }) => ({
        id,
        label,
        canUpdateAllSettings,
        members: workspaceMembers.length,
      }));
  },
  teamsManagedBy: async (token, managerId) => {
    const { salesTeams } = await client.ask({
      endpoint: 'graphql',
      document: ListManagedTeamsDocument,
      variables: { managerId, first: MOST_TEAMS },
      schema: TeamsAnswer,
      token,
    });
    const teams = (salesTeams?.edges ?? []).map(({ node }) => node);
    if (teams.length === 0) return [];
    const { repProgressions } = await client.ask({
      endpoint: 'graphql',
      document: ListTeamMembersDocument,
      variables: { teamIds: teams.map(({ id }) => id), first: MOST_MEMBERS },
      schema: MembersAnswer,
      token,
    });
    const rows = (repProgressions?.edges ?? []).map(({ node }) => node);
    return teams.map(({ id, name }) => ({
      id,
      name: name || 'Team without a name',
      members: rows
        // Whoever was removed from the workspace has left their progression behind.
        .flatMap(({ teamId, member }) => (teamId === id && member !== null ? [member] : []))
        .flatMap((member) => {
          const memberId = MemberId.safeParse(member.id);
          const called = fullName(member.name) || member.userEmail || 'Member without a name';
          return memberId.success ? [{ id: memberId.data, name: called }] : [];
        }),
    }));
  },
});

const RolesAnswer = z.object({
  getRoles: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      canUpdateAllSettings: z.boolean(),
      canBeAssignedToUsers: z.boolean(),
      workspaceMembers: z.array(z.object({ id: z.string() })),
    }),
  ),
});

const TeamsAnswer = z.object({
  salesTeams: z
    .object({ edges: z.array(z.object({ node: z.object({ id: z.string(), name: z.string().nullable() }) })) })
    .nullable(),
});

const name = z.object({ firstName: z.string().nullable(), lastName: z.string().nullable() });
const MembersAnswer = z.object({
  repProgressions: z
    .object({
      edges: z.array(
        z.object({
          node: z.object({
            teamId: z.string().nullable(),
            member: z.object({ id: z.string(), name, userEmail: z.string().nullable() }).nullable(),
          }),
        }),
      ),
    })
    .nullable(),
});

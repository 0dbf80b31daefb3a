import { z } from 'zod';
import type { AppManifest } from '../app-manifest/app-manifest.ts';
import type { TwentyApi } from './twenty-api.ts';

const Group = z.object({ id: z.string(), fieldValue: z.string(), position: z.number() });
const View = z.object({
  id: z.string(),
  universalIdentifier: z.string(),
  name: z.string(),
  viewGroups: z.array(Group),
});
const Member = z.object({
  id: z.string(),
  name: z.object({ firstName: z.string(), lastName: z.string() }),
});

/** What has to be done to one view that is grouped by member. */
export interface GroupsPlan {
  readonly viewId: string;
  readonly viewName: string;
  readonly toMake: readonly {
    readonly fieldValue: string;
    readonly position: number;
    readonly name: string;
  }[];
  /** Ids of groups of members who are gone, and of second groups of one member. */
  readonly toRemove: readonly string[];
}

/** Records that belong to nobody: without this group Twenty would not show them. */
const NOBODY = { id: '', name: 'nobody' };

/**
 * Twenty shows nothing of a view grouped by member but the groups that it has, and an app cannot know the members. Only
 * an administrator's key, or one whose role has the permission "Views", may change groups: the app's own token may not
 * (2.31: what guards groups knows people and API keys only).
 */
export const planGroups = async (admin: TwentyApi, manifest: AppManifest): Promise<readonly GroupsPlan[]> => {
  const wanted = viewsByMember(manifest);
  if (wanted.size === 0) return [];
  const { getViews } = await admin.ask({
    at: 'metadata',
    query: '{ getViews { id universalIdentifier name viewGroups { id fieldValue position } } }',
    answer: z.object({ getViews: z.array(View) }),
  });
  const members = [...(await membersOf(admin)), NOBODY];
  return getViews
    .filter((view) => wanted.has(view.universalIdentifier))
    .map((view) => planOf(view, members))
    .filter(({ toMake, toRemove }) => toMake.length + toRemove.length > 0);
};

export const setGroups = async (admin: TwentyApi, plans: readonly GroupsPlan[]): Promise<void> => {
  for (const { viewId, toMake, toRemove } of plans) {
    if (toMake.length > 0) {
      const inputs = toMake.map(({ fieldValue, position }) => ({
        viewId,
        fieldValue,
        position,
        isVisible: true,
      }));
      await admin.ask({
        at: 'metadata',
        query:
          'mutation ($inputs: [CreateViewGroupInput!]!) { createManyViewGroups(inputs: $inputs) { id } }',
        variables: { inputs },
        answer: z.object({ createManyViewGroups: z.array(z.object({ id: z.string() })) }),
      });
    }
    for (const id of toRemove) {
      await admin.ask({
        at: 'metadata',
        query: 'mutation ($input: DestroyViewGroupInput!) { destroyViewGroup(input: $input) { id } }',
        variables: { input: { id } },
        answer: z.object({ destroyViewGroup: z.object({ id: z.string() }) }),
      });
    }
  }
};

/** One line a view: what would change in it. */
export const describeGroups = (plans: readonly GroupsPlan[]): string[] =>
  plans.map(({ viewName, toMake, toRemove }) => {
    const made = toMake.map(({ name }) => name).join(', ');
    return `view "${viewName}": ${[made && `groups for ${made}`, toRemove.length > 0 && `${toRemove.length} groups of members who are gone are removed`].filter(Boolean).join('; ')}`;
  });

const planOf = (
  view: z.infer<typeof View>,
  members: readonly { readonly id: string; readonly name: string }[],
): GroupsPlan => {
  const groups = [...view.viewGroups].sort((one, other) => one.position - other.position);
  const first = new Map([...groups].reverse().map((group) => [group.fieldValue, group.id]));
  const last = groups.at(-1)?.position ?? -1;
  const ids = new Set(members.map(({ id }) => id));
  return {
    viewId: view.id,
    viewName: view.name,
    toMake: members
      .filter(({ id }) => !first.has(id))
      .map(({ id, name }, index) => ({ fieldValue: id, position: last + 1 + index, name })),
    toRemove: groups
      .filter(({ id, fieldValue }) => !ids.has(fieldValue) || first.get(fieldValue) !== id)
      .map(({ id }) => id),
  };
};

/** Universal identifiers of our views that are grouped by a relation to a member. */
const viewsByMember = ({ objects, views }: AppManifest): ReadonlySet<string> =>
  new Set(
    views.flatMap((view) => {
      const object = objects.find(({ nameSingular }) => nameSingular === view.objectNameSingular);
      const field = object?.fields.find(({ name }) => name === view.groupByField);
      return field?.relation?.targetObject === 'workspaceMember' ? [view.universalIdentifier] : [];
    }),
  );

const membersOf = async (admin: TwentyApi): Promise<{ id: string; name: string }[]> => {
  const members: { id: string; name: string }[] = [];
  let after: string | null = null;
  do {
    const page: z.infer<typeof Page> = await memberPage(admin, after);
    members.push(
      ...page.edges.map(({ node: { id, name } }) => ({
        id,
        name: `${name.firstName} ${name.lastName}`.trim() || id,
      })),
    );
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return members;
};

const memberPage = async (admin: TwentyApi, after: string | null): Promise<z.infer<typeof Page>> => {
  const { workspaceMembers } = await admin.ask({
    at: 'graphql',
    query: `query ($after: String) { workspaceMembers(first: 200, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { id name { firstName lastName } } }
    } }`,
    variables: { after },
    answer: z.object({ workspaceMembers: Page }),
  });
  return workspaceMembers;
};

const Page = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  edges: z.array(z.object({ node: Member })),
});

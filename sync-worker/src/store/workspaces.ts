import { WorkspaceId } from '@twenty-dialer/contract';
import { z } from 'zod';
import { actorSettings } from './actor.ts';
import { type Database, PLATFORM_ROLE, SCHEMA } from './database.ts';
import { toStorableText } from './json.ts';
import type { Workspace } from './port.ts';

/** The platform's own door: the list of workspaces, and nothing of what is in them. */
const PLATFORM = { role: PLATFORM_ROLE, search_path: SCHEMA };

export const registerWorkspace = (database: Database, workspace: Workspace): Promise<void> =>
  database.transaction({ ...PLATFORM, ...actorSettings() }, async (query) => {
    await query(
      `insert into workspace (id, name, twenty_url) values ($1, $2, $3)
       on conflict (id) do update set name = excluded.name, twenty_url = excluded.twenty_url, updated_at = now()`,
      [workspace.id, toStorableText(workspace.name), workspace.twentyUrl],
    );
  });

export const listWorkspaces = (database: Database): Promise<readonly Workspace[]> =>
  database.transaction(PLATFORM, async (query) =>
    Workspaces.parse(
      await query('select id, name, twenty_url as "twentyUrl" from workspace order by created_at, id'),
    ),
  );

const Workspaces = z.array(z.object({ id: WorkspaceId, name: z.string(), twentyUrl: z.string() }));

import { z } from 'zod';
import type { TwentyApi } from './twenty-api.ts';

const Field = z.object({
  name: z.string(),
  type: z.string(),
  isUnique: z.boolean().nullish(),
  options: z
    .array(
      z.object({
        id: z.string().nullish(),
        value: z.string(),
        label: z.string(),
        color: z.string().nullish(),
        position: z.number().nullish(),
      }),
    )
    .nullish(),
  settings: z.object({ joinColumnName: z.string().nullish() }).nullish(),
  relation: z.object({ targetObjectMetadata: z.object({ nameSingular: z.string() }) }).nullish(),
});
export type WorkspaceField = z.infer<typeof Field>;

const WorkspaceObject = z.object({ nameSingular: z.string(), fieldsList: z.array(Field) });
/** An object as it is in the workspace now. */
export type WorkspaceObject = z.infer<typeof WorkspaceObject>;

/** Every object of the workspace, with its fields. Any token may ask; it costs none of Twenty's budget. */
export const objectsOf = async (twenty: TwentyApi): Promise<readonly WorkspaceObject[]> => {
  const { objects } = await twenty.ask({
    at: 'metadata',
    query: `{ objects(paging: { first: 1000 }) { edges { node { nameSingular fieldsList {
      name type isUnique options settings relation { targetObjectMetadata { nameSingular } }
    } } } } }`,
    answer: z.object({ objects: z.object({ edges: z.array(z.object({ node: WorkspaceObject })) }) }),
  });
  return objects.edges.map((edge) => edge.node);
};

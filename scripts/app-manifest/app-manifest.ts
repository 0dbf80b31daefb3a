import { z } from 'zod';

const SelectOption = z.object({
  id: z.uuid(),
  value: z.string(),
  label: z.string(),
  color: z.string(),
  position: z.int(),
});

const Relation = z.object({
  kind: z.literal('MANY_TO_ONE'),
  targetObject: z.string(),
  joinColumnName: z.string(),
  inverseFieldName: z.string(),
});

export const ManifestField = z.object({
  universalIdentifier: z.uuid(),
  name: z.string(),
  type: z.enum(['TEXT', 'SELECT', 'DATE_TIME', 'DATE', 'NUMBER', 'LINKS', 'RELATION']),
  label: z.string(),
  isUnique: z.boolean(),
  options: z.array(SelectOption).optional(),
  defaultValue: z.json().optional(),
  relation: Relation.optional(),
});
export type ManifestField = z.infer<typeof ManifestField>;

export const ManifestObject = z.object({
  universalIdentifier: z.uuid(),
  nameSingular: z.string(),
  namePlural: z.string(),
  labelSingular: z.string(),
  labelPlural: z.string(),
  icon: z.string(),
  labelIdentifierField: z.string(),
  fields: z.array(ManifestField),
});
export type ManifestObject = z.infer<typeof ManifestObject>;

export const ManifestView = z.object({
  universalIdentifier: z.uuid(),
  name: z.string(),
  objectNameSingular: z.string(),
  type: z.string(),
  fields: z.array(z.string()),
});
export type ManifestView = z.infer<typeof ManifestView>;

/**
 * `graphql/app-manifest.json`: what our app adds to a workspace, as far as the worker, the sandbox and the
 * conformance suite rely on it. Made from the definitions in `twenty-app/src`, never edited by hand.
 */
export const AppManifest = z.object({
  sdkVersion: z.string(),
  /** SHA-256 of the definitions it was made from. */
  sourceHash: z.string(),
  /** SHA-256 of `application`, `objects` and `views` below, so that an edit by hand is noticed. */
  contentHash: z.string(),
  application: z.object({ universalIdentifier: z.uuid(), displayName: z.string() }),
  objects: z.array(ManifestObject),
  views: z.array(ManifestView),
});
export type AppManifest = z.infer<typeof AppManifest>;

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
  type: z.enum([
    'TEXT',
    'SELECT',
    'MULTI_SELECT',
    'DATE_TIME',
    'DATE',
    'NUMBER',
    'BOOLEAN',
    'LINKS',
    'RELATION',
  ]),
  label: z.string(),
  isUnique: z.boolean(),
  /** Of a NUMBER. */
  dataType: z.enum(['int', 'float']).optional(),
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

/** An object of Twenty's own, with the fields that our app adds to it. The other sides of relations are not listed. */
export const ManifestStandardObject = z.object({ nameSingular: z.string(), fields: z.array(ManifestField) });
export type ManifestStandardObject = z.infer<typeof ManifestStandardObject>;

export const ManifestView = z.object({
  universalIdentifier: z.uuid(),
  name: z.string(),
  objectNameSingular: z.string(),
  type: z.string(),
  /** The field whose values make the groups. */
  groupByField: z.string().optional(),
  /** Values that have a group; Twenty shows no other. Groups by member are made in the workspace. */
  groups: z.array(z.string()),
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
  /** SHA-256 of what is below, so that an edit by hand is noticed. */
  contentHash: z.string(),
  application: z.object({ universalIdentifier: z.uuid(), displayName: z.string() }),
  objects: z.array(ManifestObject),
  standardObjects: z.array(ManifestStandardObject),
  /** Objects that the app's role may read, and may create and change. It may delete nothing. */
  rights: z.object({ reads: z.array(z.string()), writes: z.array(z.string()) }),
  views: z.array(ManifestView),
});
export type AppManifest = z.infer<typeof AppManifest>;

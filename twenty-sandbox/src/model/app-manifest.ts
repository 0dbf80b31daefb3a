import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const Relation = z.object({
  kind: z.literal('MANY_TO_ONE'),
  targetObject: z.string(),
  joinColumnName: z.string(),
  inverseFieldName: z.string(),
});

const ManifestField = z.object({
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
  dataType: z.enum(['int', 'float']).optional(),
  label: z.string(),
  isUnique: z.boolean().default(false),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  defaultValue: z.json().optional(),
  relation: Relation.optional(),
});
export type ManifestField = z.infer<typeof ManifestField>;

/** The objects and fields that our Twenty app adds to a workspace: `graphql/app-manifest.json`. */
export const AppManifest = z.object({
  application: z.object({ universalIdentifier: z.string(), displayName: z.string() }),
  objects: z.array(
    z.object({
      nameSingular: z.string(),
      namePlural: z.string(),
      labelSingular: z.string(),
      labelPlural: z.string(),
      fields: z.array(ManifestField),
    }),
  ),
  /** Objects of Twenty's own, with the fields that the app adds to them. */
  standardObjects: z
    .array(z.object({ nameSingular: z.string(), fields: z.array(ManifestField) }))
    .default([]),
  /** What the app's role may read, and may create and change. */
  rights: z.object({ reads: z.array(z.string()), writes: z.array(z.string()) }),
});
export type AppManifest = z.infer<typeof AppManifest>;

/**
 * Reads the manifest. Null when the file is not there: then the app counts as not applied.
 * @throws when the file is there but cannot be read as a manifest
 */
export const readAppManifest = (file: string): AppManifest | null =>
  existsSync(file) ? AppManifest.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;

import { z } from 'zod';

const Field = z.object({
  universalIdentifier: z.string(),
  type: z.string(),
  name: z.string(),
  label: z.string(),
  isUnique: z.boolean().optional(),
  defaultValue: z.json().optional(),
  options: z
    .array(
      z.object({
        id: z.string(),
        value: z.string(),
        label: z.string(),
        color: z.string(),
        position: z.number(),
      }),
    )
    .optional(),
  relationTargetObjectMetadataUniversalIdentifier: z.string().optional(),
  relationTargetFieldMetadataUniversalIdentifier: z.string().optional(),
  universalSettings: z
    .object({
      relationType: z.string().optional(),
      joinColumnName: z.string().optional(),
      dataType: z.string().optional(),
    })
    .nullish(),
});

/** The part of the SDK's `.twenty/output/manifest.json` that we read. */
export const BuildOutput = z.object({
  application: z.object({ universalIdentifier: z.string(), displayName: z.string() }),
  objects: z.array(
    z.object({
      universalIdentifier: z.string(),
      nameSingular: z.string(),
      namePlural: z.string(),
      labelSingular: z.string(),
      labelPlural: z.string(),
      icon: z.string(),
      labelIdentifierFieldMetadataUniversalIdentifier: z.string(),
      fields: z.array(Field),
    }),
  ),
  roles: z.array(
    z.object({
      objectPermissions: z
        .array(
          z.object({
            objectUniversalIdentifier: z.string(),
            canReadObjectRecords: z.boolean().optional(),
            canUpdateObjectRecords: z.boolean().optional(),
            canSoftDeleteObjectRecords: z.boolean().optional(),
            canDestroyObjectRecords: z.boolean().optional(),
          }),
        )
        .optional(),
    }),
  ),
  fields: z.array(Field.extend({ objectUniversalIdentifier: z.string() })),
  views: z.array(
    z.object({
      universalIdentifier: z.string(),
      name: z.string(),
      objectUniversalIdentifier: z.string(),
      type: z.string(),
      mainGroupByFieldMetadataUniversalIdentifier: z.string().optional(),
      groups: z.array(z.object({ fieldValue: z.string(), position: z.number() })).optional(),
      fields: z.array(z.object({ fieldMetadataUniversalIdentifier: z.string(), position: z.number() })),
    }),
  ),
});
export type BuildOutput = z.infer<typeof BuildOutput>;
export type BuiltField = z.infer<typeof Field>;
export type BuiltObject = BuildOutput['objects'][number];

import type { AppManifest, ManifestField } from './app-manifest.ts';
import type { Field, ObjectDefinition } from './definitions.ts';
import { SYSTEM_FIELDS } from './system-fields.ts';

/** The manifest's objects as the sandbox's model knows them, with the fields that Twenty adds to every object. */
export const customObjects = (manifest: AppManifest): readonly ObjectDefinition[] =>
  manifest.objects.map((object) => ({
    nameSingular: object.nameSingular,
    namePlural: object.namePlural,
    labelSingular: object.labelSingular,
    labelPlural: object.labelPlural,
    isCustom: true,
    fields: [...SYSTEM_FIELDS, ...object.fields.flatMap(toField)],
    manyToOne: object.fields.flatMap(({ name, relation }) =>
      relation === undefined
        ? []
        : [
            {
              name,
              joinColumn: relation.joinColumnName,
              target: relation.targetObject,
              inverseName: relation.inverseFieldName,
              onDestroy: 'set-null' as const,
            },
          ],
    ),
  }));

const toField = (field: ManifestField): Field[] =>
  field.type === 'RELATION'
    ? []
    : [
        {
          name: field.name,
          label: field.label,
          type: field.type,
          isUnique: field.isUnique,
          options: field.options?.map((option) => option.value) ?? [],
          defaultValue: unquoted(field.defaultValue ?? null),
        },
      ];

/** String defaults are quoted inside: `"'NEW'"`. */
const unquoted = <T>(value: T): T | string =>
  typeof value === 'string' && /^'.*'$/s.test(value) ? value.slice(1, -1) : value;

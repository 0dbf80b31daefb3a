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
    manyToOne: object.fields.flatMap(toManyToOne),
  }));

/** An object of Twenty's own with what the app adds to it. */
export const withAppFields = (object: ObjectDefinition, manifest: AppManifest): ObjectDefinition => {
  const added =
    manifest.standardObjects.find((one) => one.nameSingular === object.nameSingular)?.fields ?? [];
  return {
    ...object,
    fields: [...object.fields, ...added.flatMap(toField)],
    manyToOne: [...object.manyToOne, ...added.flatMap(toManyToOne)],
  };
};

const toManyToOne = ({ name, relation }: ManifestField): ObjectDefinition['manyToOne'] =>
  relation === undefined
    ? []
    : [
        {
          name,
          joinColumn: relation.joinColumnName,
          target: relation.targetObject,
          inverseName: relation.inverseFieldName,
          onDestroy: 'set-null',
        },
      ];

const toField = (field: ManifestField): Field[] =>
  field.type === 'RELATION'
    ? []
    : [
        {
          name: field.name,
          label: field.label,
          type: field.type,
          isUnique: field.isUnique,
          isFloat: field.dataType === 'float',
          options: field.options?.map((option) => option.value) ?? [],
          defaultValue: unquoted(field.defaultValue ?? null),
        },
      ];

/** String defaults are quoted inside: `"'NEW'"`. */
const unquoted = <T>(value: T): T | string =>
  typeof value === 'string' && /^'.*'$/s.test(value) ? value.slice(1, -1) : value;

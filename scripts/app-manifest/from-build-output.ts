import {
  AppManifest,
  ManifestField,
  ManifestObject,
  type ManifestStandardObject,
  ManifestView,
} from './app-manifest.ts';
import type { BuildOutput, BuiltField, BuiltObject } from './build-output.ts';
import { hashOfContent } from './hashes.ts';

interface Made {
  readonly sdkVersion: string;
  readonly sourceHash: string;
}

/** The committed manifest, from what the SDK built. @throws Error when a definition points at something unknown. */
export const fromBuildOutput = (output: BuildOutput, made: Made): AppManifest => {
  const content = {
    application: {
      universalIdentifier: output.application.universalIdentifier,
      displayName: output.application.displayName,
    },
    objects: sortedBy(output.objects, (object) => object.nameSingular).map((object) =>
      manifestObject(object, output),
    ),
    standardObjects: standardObjects(output),
    rights: rightsOf(output),
    views: sortedBy(output.views, (view) => view.name).map((view) => manifestView(view, output)),
  };
  return AppManifest.parse({ ...made, contentHash: hashOfContent(content), ...content });
};

/** Twenty's own identifiers of the objects that ours point at; the same in every workspace (twenty-sdk, STANDARD_OBJECT). */
const STANDARD_OBJECT_NAMES: Readonly<Record<string, string>> = {
  '20202020-e674-48e5-a542-72570eee7213': 'person',
  '20202020-3319-4234-a34c-82d5c0e881a6': 'workspaceMember',
  '20202020-b374-4779-a561-80086cb2e17f': 'company',
  '20202020-9549-49dd-b2b2-883999db8938': 'opportunity',
  '20202020-0b00-45cd-b6f6-6cd806fc6804': 'note',
};

/** The app has one role. @throws Error when it may delete something: the manifest could not say so */
const rightsOf = (output: BuildOutput) => {
  const permissions = output.roles.flatMap((role) => role.objectPermissions ?? []);
  const names = (isGranted: (permission: (typeof permissions)[number]) => boolean | undefined) =>
    permissions
      .filter(isGranted)
      .map((permission) => objectName(permission.objectUniversalIdentifier, output))
      .sort();
  const deletes = names((one) => one.canSoftDeleteObjectRecords || one.canDestroyObjectRecords);
  if (deletes.length > 0) throw new Error(`The app's role may delete ${deletes.join(', ')}.`);
  return {
    reads: names((permission) => permission.canReadObjectRecords),
    writes: names((permission) => permission.canUpdateObjectRecords),
  };
};

const standardObjects = (output: BuildOutput): ManifestStandardObject[] =>
  sortedBy(Object.entries(STANDARD_OBJECT_NAMES), ([, name]) => name).flatMap(
    ([identifier, nameSingular]) => {
      const fields = output.fields.filter(
        (field) =>
          field.objectUniversalIdentifier === identifier &&
          field.universalSettings?.relationType !== 'ONE_TO_MANY',
      );
      if (fields.length === 0) return [];
      return [
        {
          nameSingular,
          fields: sortedBy(fields, (field) => field.name).map((field) => manifestField(field, output)),
        },
      ];
    },
  );

const manifestObject = (object: BuiltObject, output: BuildOutput): ManifestObject => {
  const fields = fieldsOf(object, output);
  return ManifestObject.parse({
    ...object,
    labelIdentifierField: nameOf(fields, object.labelIdentifierFieldMetadataUniversalIdentifier),
    fields: fields.map((field) => manifestField(field, output)),
  });
};

/** Fields written inside the object first, then those with a file of their own (the relations), by name. */
const fieldsOf = (object: BuiltObject, output: BuildOutput): readonly BuiltField[] => [
  ...object.fields,
  ...sortedBy(
    output.fields.filter(
      (field) =>
        field.objectUniversalIdentifier === object.universalIdentifier &&
        field.universalSettings?.relationType !== 'ONE_TO_MANY',
    ),
    (field) => field.name,
  ),
];

const manifestField = (field: BuiltField, output: BuildOutput): ManifestField =>
  ManifestField.parse({
    ...field,
    isUnique: field.isUnique ?? false,
    dataType: field.universalSettings?.dataType,
    relation: field.type === 'RELATION' ? relationOf(field, output) : undefined,
  });

const relationOf = (field: BuiltField, output: BuildOutput) => ({
  kind: field.universalSettings?.relationType,
  targetObject: objectName(field.relationTargetObjectMetadataUniversalIdentifier, output),
  joinColumnName: field.universalSettings?.joinColumnName,
  inverseFieldName: nameOf(output.fields, field.relationTargetFieldMetadataUniversalIdentifier),
});

const manifestView = (view: BuildOutput['views'][number], output: BuildOutput): ManifestView => {
  const object = output.objects.find(
    (candidate) => candidate.universalIdentifier === view.objectUniversalIdentifier,
  );
  if (object === undefined) throw new Error(`The view "${view.name}" shows an object that is not ours.`);
  const fields = fieldsOf(object, output);
  return ManifestView.parse({
    ...view,
    objectNameSingular: object.nameSingular,
    groupByField:
      view.mainGroupByFieldMetadataUniversalIdentifier === undefined
        ? undefined
        : nameOf(fields, view.mainGroupByFieldMetadataUniversalIdentifier),
    groups: byPosition(view.groups ?? []).map((group) => group.fieldValue),
    fields: byPosition(view.fields).map((column) => nameOf(fields, column.fieldMetadataUniversalIdentifier)),
  });
};

const objectName = (identifier: string | undefined, output: BuildOutput): string => {
  const ours = output.objects.find((object) => object.universalIdentifier === identifier)?.nameSingular;
  const name = ours ?? STANDARD_OBJECT_NAMES[identifier ?? ''];
  if (name === undefined) {
    throw new Error(
      `A relation points at the object ${identifier}. Add its name to STANDARD_OBJECT_NAMES in scripts/app-manifest/from-build-output.ts.`,
    );
  }
  return name;
};

const nameOf = (fields: readonly BuiltField[], identifier: string | undefined): string => {
  const field = fields.find((candidate) => candidate.universalIdentifier === identifier);
  if (field === undefined) throw new Error(`No definition has the identifier ${identifier}.`);
  return field.name;
};

const byPosition = <Item extends { position: number }>(items: readonly Item[]): Item[] =>
  [...items].sort((one, other) => one.position - other.position);

const sortedBy = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  [...items].sort((one, other) => (key(one) < key(other) ? -1 : 1));

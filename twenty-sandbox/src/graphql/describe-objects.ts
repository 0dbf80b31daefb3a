import type { JsonObject } from '../json.ts';
import type { Model, ObjectModel } from '../model/model.ts';

/** `objects` on `/metadata`: what the workspace holds, as far as connecting and the doctor compare it with the app. */
export const describeObjects = (model: Model): JsonObject => ({
  edges: [...model.objects.values()].map((object) => ({ node: describe(object) })),
});

const describe = (object: ObjectModel): JsonObject => ({
  id: object.nameSingular,
  nameSingular: object.nameSingular,
  namePlural: object.namePlural,
  labelSingular: object.labelSingular,
  labelPlural: object.labelPlural,
  isCustom: object.isCustom,
  isActive: true,
  fieldsList: [
    ...[...object.fields.values()].map(({ name, label, type, isUnique, options }) => ({
      name,
      label,
      type,
      isUnique,
      isActive: true,
      options:
        type === 'SELECT' || type === 'MULTI_SELECT'
          ? options.map((value, position) => ({ id: value, value, label: value, color: 'gray', position }))
          : null,
      settings: null,
      relation: null,
    })),
    ...[...object.manyToOne.values()].map(({ name, joinColumn, target }) => ({
      name,
      label: name,
      type: 'RELATION',
      isUnique: false,
      isActive: true,
      options: null,
      settings: { joinColumnName: joinColumn, relationType: 'MANY_TO_ONE' },
      relation: { type: 'MANY_TO_ONE', targetObjectMetadata: { nameSingular: target } },
    })),
  ],
});

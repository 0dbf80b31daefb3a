import type { AppManifest } from './app-manifest.ts';
import { customObjects, withAppFields } from './custom-objects.ts';
import {
  capitalize,
  type Field,
  type ManyToOne,
  type ObjectDefinition,
  type OneToMany,
} from './definitions.ts';
import { standardObjects } from './standard-objects.ts';

export interface ObjectModel extends Omit<ObjectDefinition, 'fields' | 'manyToOne'> {
  /** `PhoneCall`: the name of its GraphQL type. */
  readonly typeName: string;
  /** Custom objects have an underscore before the name of their table, as error messages show. */
  readonly tableName: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly manyToOne: ReadonlyMap<string, ManyToOne>;
  readonly byJoinColumn: ReadonlyMap<string, ManyToOne>;
  readonly oneToMany: ReadonlyMap<string, OneToMany>;
}

export interface Model {
  readonly objects: ReadonlyMap<string, ObjectModel>;
  readonly byPlural: ReadonlyMap<string, ObjectModel>;
  /** Null while our app is not applied to this workspace. */
  readonly application: AppManifest['application'] | null;
  /** Names of objects that the app's role may read, and may create and change. */
  readonly rights: AppManifest['rights'];
}

/** The workspace's objects: Twenty's own, as far as the dialer uses them, and those of the app, if it is applied. */
export const createModel = (manifest: AppManifest | null): Model => {
  const custom = manifest === null ? [] : customObjects(manifest);
  const standard = standardObjects(custom);
  const definitions = [
    ...(manifest === null ? standard : standard.map((object) => withAppFields(object, manifest))),
    ...custom,
  ];
  const objects = new Map(definitions.map((object) => [object.nameSingular, toModel(object, definitions)]));
  return {
    objects,
    byPlural: new Map([...objects.values()].map((object) => [object.namePlural, object])),
    application: manifest?.application ?? null,
    rights: manifest?.rights ?? { reads: [], writes: [] },
  };
};

const toModel = (object: ObjectDefinition, all: readonly ObjectDefinition[]): ObjectModel => {
  const oneToMany = all.flatMap((source) =>
    source.manyToOne
      .filter((relation) => relation.target === object.nameSingular)
      .map(({ inverseName, joinColumn }) => ({ name: inverseName, source: source.nameSingular, joinColumn })),
  );
  return {
    ...object,
    typeName: capitalize(object.nameSingular),
    tableName: object.isCustom ? `_${object.nameSingular}` : object.nameSingular,
    fields: byName(object.fields),
    manyToOne: byName(object.manyToOne),
    byJoinColumn: new Map(object.manyToOne.map((relation) => [relation.joinColumn, relation])),
    oneToMany: byName(oneToMany),
  };
};

const byName = <T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.name, item]));

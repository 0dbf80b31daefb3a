import type { Json } from '../json.ts';
import type { AppManifest } from './app-manifest.ts';
import { customObjects } from './custom-objects.ts';
import { standardObjects } from './standard-objects.ts';

export type FieldType =
  | 'TEXT'
  | 'UUID'
  | 'DATE_TIME'
  | 'DATE'
  | 'NUMBER'
  | 'BOOLEAN'
  | 'SELECT'
  | 'POSITION'
  | 'RAW_JSON'
  | 'FULL_NAME'
  | 'EMAILS'
  | 'PHONES'
  | 'LINKS'
  | 'RICH_TEXT'
  | 'CURRENCY'
  | 'ADDRESS'
  | 'ACTOR';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly isUnique: boolean;
  /** Values of a SELECT. */
  readonly options: readonly string[];
  readonly defaultValue: Json;
}

/** The side that holds the id: `person` with `personId`. */
export interface ManyToOne {
  readonly name: string;
  readonly joinColumn: string;
  readonly target: string;
  /** What becomes of this row when its target is destroyed; `cascade` rows are also soft-deleted with it. */
  readonly onDestroy: 'set-null' | 'cascade';
}

/** The side that is only read: `person.phoneCalls`. */
export interface OneToMany {
  readonly name: string;
  readonly source: string;
  readonly joinColumn: string;
}

export interface ObjectDefinition {
  readonly nameSingular: string;
  readonly namePlural: string;
  readonly labelSingular: string;
  readonly labelPlural: string;
  readonly isCustom: boolean;
  readonly fields: readonly Field[];
  readonly manyToOne: readonly (ManyToOne & { readonly inverseName: string })[];
}

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
}

export const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The workspace's objects: Twenty's own, as far as the dialer uses them, and those of the app, if it is applied. */
export const createModel = (manifest: AppManifest | null): Model => {
  const custom = manifest === null ? [] : customObjects(manifest);
  const definitions = [...standardObjects(custom), ...custom];
  const objects = new Map(definitions.map((object) => [object.nameSingular, toModel(object, definitions)]));
  return {
    objects,
    byPlural: new Map([...objects.values()].map((object) => [object.namePlural, object])),
    application: manifest?.application ?? null,
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

import { buildSchema, graphqlSync } from 'graphql';
import type { JsonObject } from '../json.ts';
import { ACTOR_SOURCES, ALL_COMPOSITES, compositeOf, type PartType } from '../model/composites.ts';
import { capitalize, type Field, type FieldType } from '../model/definitions.ts';
import type { Model, ObjectModel } from '../model/model.ts';

export interface Introspection {
  /** Answers `__schema`, `__type` and `__typename` as graphql-js does, from a schema made of the model. */
  answer(request: { query: string; variables: JsonObject; operationName: string | null }): unknown;
}

export const createIntrospection = (model: Model): Introspection => {
  const schema = buildSchema(schemaText(model), { assumeValidSDL: true });
  return {
    answer: ({ query, variables, operationName }) =>
      graphqlSync({ schema, source: query, variableValues: variables, operationName }),
  };
};

/** The schema of this workspace in GraphQL's own language, with the type names that Twenty gives. */
const schemaText = (model: Model): string => {
  const objects = [...model.objects.values()];
  return [
    'scalar UUID\nscalar DateTime\nscalar Date\nscalar Position\nscalar JSON\nscalar BigFloat\nscalar ConnectionCursor',
    `enum ActorSourceEnum { ${ACTOR_SOURCES.join(' ')} }`,
    'enum OrderByDirection { AscNullsFirst AscNullsLast DescNullsFirst DescNullsLast }',
    'enum FilterIs { NULL NOT_NULL }',
    'type PageInfo { startCursor: ConnectionCursor endCursor: ConnectionCursor hasNextPage: Boolean! hasPreviousPage: Boolean! }',
    ...ALL_COMPOSITES.flatMap(({ typeName, parts }) => {
      const lines = Object.entries(parts).map(([name, type]) => `${name}: ${PART_TYPES[type]}`);
      return [
        `type ${typeName} { ${lines.join('\n')} }`,
        `input ${typeName}CreateInput { ${lines.join('\n')} }`,
        `input ${typeName}UpdateInput { ${lines.join('\n')} }`,
      ];
    }),
    ...objects.flatMap((object) => objectText(model, object)),
    `type Query { ${objects.map(queryText).join('\n')} }`,
    `type Mutation { ${objects.map(mutationText).join('\n')} }`,
  ].join('\n');
};

const PART_TYPES: Record<PartType, string> = {
  TEXT: 'String',
  NULLABLE_TEXT: 'String',
  LIST: 'JSON',
  JSON: 'JSON',
  UUID: 'UUID',
  NUMBER: 'Float',
  ACTOR_SOURCE: 'ActorSourceEnum',
};

const PLAIN_TYPES: Partial<Record<FieldType, string>> = {
  TEXT: 'String',
  UUID: 'UUID',
  DATE_TIME: 'DateTime',
  DATE: 'Date',
  NUMBER: 'Int',
  BOOLEAN: 'Boolean',
  POSITION: 'Position',
  RAW_JSON: 'JSON',
};

const enumName = (object: ObjectModel, field: Field): string =>
  `${object.typeName}${capitalize(field.name)}Enum`;

const typeOf = (object: ObjectModel, field: Field, suffix = ''): string => {
  const composite = compositeOf(field.type);
  if (composite !== undefined) return `${composite.typeName}${suffix}`;
  if (field.type === 'SELECT') return enumName(object, field);
  if (field.type === 'MULTI_SELECT') return `[${enumName(object, field)}]`;
  return field.isFloat ? 'Float' : (PLAIN_TYPES[field.type] ?? 'JSON');
};

const LIST_ARGS = (typeName: string) =>
  `(first: Int, last: Int, offset: Int, before: String, after: String, filter: ${typeName}FilterInput, orderBy: [${typeName}OrderByInput])`;

const objectText = (model: Model, object: ObjectModel): string[] => {
  const { typeName } = object;
  const fields = [...object.fields.values()];
  const relations = [...object.manyToOne.values()];
  const targetType = (name: string) => model.objects.get(name)?.typeName ?? 'JSON';
  const input = (suffix: string) => [
    ...fields.map((field) => `${field.name}: ${field.name === 'id' ? 'ID' : typeOf(object, field, suffix)}`),
    ...relations.flatMap(({ name, joinColumn, target }) => [
      `${joinColumn}: ID`,
      `${name}: ${targetType(target)}RelationInput`,
    ]),
  ];
  const output = [
    ...fields.map((field) => `${field.name}: ${typeOf(object, field)}`),
    ...relations.flatMap(({ name, joinColumn, target }) => [
      `${joinColumn}: ID`,
      `${name}: ${targetType(target)}`,
    ]),
    ...[...object.oneToMany.values()].map(
      ({ name, source }) => `${name}${LIST_ARGS(targetType(source))}: ${targetType(source)}Connection`,
    ),
  ];
  const names = [...fields.map((field) => field.name), ...relations.map((relation) => relation.joinColumn)];
  return [
    ...fields
      .filter((field) => field.type === 'SELECT' || field.type === 'MULTI_SELECT')
      .map((field) => `enum ${enumName(object, field)} { ${field.options.join(' ')} }`),
    `type ${typeName} { ${output.join('\n')} }`,
    `type ${typeName}Edge { node: ${typeName}! cursor: ConnectionCursor! }`,
    `type ${typeName}Connection { totalCount: Int edges: [${typeName}Edge!]! pageInfo: PageInfo! }`,
    `input ${typeName}RelationInput { connect: JSON disconnect: Boolean }`,
    `input ${typeName}CreateInput { ${input('CreateInput').join('\n')} }`,
    `input ${typeName}UpdateInput { ${input('UpdateInput').join('\n')} }`,
    `input ${typeName}FilterInput { ${names.map((name) => `${name}: JSON`).join('\n')} and: [${typeName}FilterInput] or: [${typeName}FilterInput] not: ${typeName}FilterInput }`,
    `input ${typeName}OrderByInput { ${names.map((name) => `${name}: JSON`).join('\n')} }`,
  ];
};

const queryText = ({ namePlural, nameSingular, typeName }: ObjectModel): string =>
  `${namePlural}${LIST_ARGS(typeName)}: ${typeName}Connection\n${nameSingular}(filter: ${typeName}FilterInput!): ${typeName}`;

const mutationText = ({ namePlural, typeName }: ObjectModel): string => {
  const many = capitalize(namePlural);
  const byFilter = ['delete', 'destroy', 'restore'].map(
    (verb) =>
      `${verb}${typeName}(id: UUID!): ${typeName}\n${verb}${many}(filter: ${typeName}FilterInput!): [${typeName}!]`,
  );
  return [
    `create${typeName}(data: ${typeName}CreateInput!, upsert: Boolean): ${typeName}`,
    `create${many}(data: [${typeName}CreateInput!]!, upsert: Boolean): [${typeName}!]`,
    `update${typeName}(id: UUID!, data: ${typeName}UpdateInput!): ${typeName}`,
    `update${many}(filter: ${typeName}FilterInput!, data: ${typeName}UpdateInput!): [${typeName}!]`,
    ...byFilter,
  ].join('\n');
};

import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** A selected field with fragments laid open and variables filled in. */
export interface Selected {
  readonly alias: string;
  readonly name: string;
  readonly args: JsonObject;
  readonly children: readonly Selected[];
  readonly location: { readonly line: number; readonly column: number };
}

export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly roots: readonly Selected[];
}

/** The one operation to run, or null when the document holds several and none is named. */
export const readOperation = (
  document: DocumentNode,
  { variables, operationName }: { variables: JsonObject; operationName: string | null },
): Operation | null => {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const operation =
    operationName === null
      ? operations.length === 1
        ? operations[0]
        : undefined
      : operations.find((one) => one.name?.value === operationName);
  if (operation === undefined) return null;
  const scope: Scope = {
    variables: { ...defaultsOf(operation), ...variables },
    fragments: new Map(
      document.definitions
        .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    ),
  };
  return {
    kind: operation.operation === 'mutation' ? 'mutation' : 'query',
    roots: collect(scope, operation.selectionSet, true),
  };
};

interface Scope {
  readonly variables: JsonObject;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

const defaultsOf = (operation: OperationDefinitionNode): JsonObject => {
  const defaults: JsonObject = {};
  for (const definition of operation.variableDefinitions ?? []) {
    const value =
      definition.defaultValue === undefined ? undefined : readValueNode({}, definition.defaultValue);
    if (value !== undefined) defaults[definition.variable.name.value] = value;
  }
  return defaults;
};

/** Twenty runs root fields even with `@include(if: false)`; further down the directives count. */
const collect = (scope: Scope, set: SelectionSetNode, isRoot: boolean): Selected[] => {
  const fields: Selected[] = [];
  for (const node of set.selections) {
    if (!isRoot && isLeftOut(scope, node)) continue;
    if (node.kind === Kind.FIELD) {
      const alias = node.alias?.value ?? node.name.value;
      const args: JsonObject = {};
      for (const argument of node.arguments ?? []) {
        const value = readValueNode(scope.variables, argument.value);
        if (value !== undefined) args[argument.name.value] = value;
      }
      const children = node.selectionSet === undefined ? [] : collect(scope, node.selectionSet, false);
      const at = node.loc?.startToken;
      const location = { line: at?.line ?? 1, column: at?.column ?? 1 };
      fields.push({ alias, name: node.name.value, args, children, location });
    } else {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : scope.fragments.get(node.name.value);
      if (fragment !== undefined) fields.push(...collect(scope, fragment.selectionSet, isRoot));
    }
  }
  return isRoot ? fields : merged(fields);
};

/** The same field selected twice, by two fragments for example, is one field with both selections. */
const merged = (fields: readonly Selected[]): Selected[] => {
  const byAlias = new Map<string, Selected>();
  for (const field of fields) {
    const before = byAlias.get(field.alias);
    const children = before === undefined ? field.children : merged([...before.children, ...field.children]);
    byAlias.set(field.alias, { ...field, children });
  }
  return [...byAlias.values()];
};

const isLeftOut = (scope: Scope, node: SelectionNode): boolean =>
  (node.directives ?? []).some((directive) => {
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if');
    const value = condition === undefined ? undefined : readValueNode(scope.variables, condition.value);
    return (
      (directive.name.value === 'include' && value === false) ||
      (directive.name.value === 'skip' && value === true)
    );
  });

/** Undefined for a variable that was not given: the argument then counts as left out. */
const readValueNode = (variables: JsonObject, node: ValueNode): Json | undefined => {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((one) => readValueNode(variables, one) ?? null);
    case Kind.OBJECT: {
      const result: JsonObject = {};
      for (const field of node.fields) {
        const value = readValueNode(variables, field.value);
        if (value !== undefined) result[field.name.value] = value;
      }
      return result;
    }
    default:
      return node.value;
  }
};

export const asVariables = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

import type { Root, Verb } from '../graphql/roots.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { Model, ObjectModel } from '../model/model.ts';
import { permissionDenied } from '../refusal.ts';
import type { Caller } from './caller.ts';

/** Links of notes and members are open to every role, whatever it says. */
const OPEN_TO_WRITE = ['noteTarget'];
const OPEN_TO_READ = [...OPEN_TO_WRITE, 'workspaceMember'];

const READS: readonly Verb[] = ['find-many', 'find-one', 'group-by', 'find-duplicates', 'search'];
const WRITES: readonly Verb[] = ['create-one', 'create-many', 'update-one', 'update-many'];

/** As much of a selected field as rights depend on. */
interface Asked {
  readonly name: string;
  readonly args: { readonly [name: string]: Json };
  readonly children: readonly Asked[];
}

/**
 * The app's role binds the app itself and everybody signed in through it: what a person may do there is what both
 * the person and the role may do. One relation that the role may not see refuses the whole root field.
 * @throws Refusal when the role does not allow it; API keys and people themselves may do everything with records
 */
export const requirePermission = (caller: Caller, model: Model, root: Root, asked: Asked): void => {
  const isBoundByRole = caller.kind === 'app' || (caller.kind === 'user' && caller.isThroughApp);
  if (!isBoundByRole) return;
  if (root.object === null) throw permissionDenied();
  const { nameSingular } = root.object;
  const reads = [...OPEN_TO_READ, ...model.rights.reads];
  const isAllowed = READS.includes(root.verb)
    ? reads.includes(nameSingular)
    : mayWrite(model, root.verb, nameSingular);
  if (!isAllowed) throw permissionDenied();
  for (const name of [
    ...selectedObjects(model, root.object, asked.children),
    ...filteredObjects(model, root.object, asked.args.filter ?? null),
  ]) {
    if (!reads.includes(name)) throw permissionDenied();
  }
};

const mayWrite = ({ rights }: Model, verb: Verb, objectName: string): boolean =>
  OPEN_TO_WRITE.includes(objectName) || (WRITES.includes(verb) && rights.writes.includes(objectName));

const selectedObjects = (model: Model, object: ObjectModel, selection: readonly Asked[]): string[] =>
  selection.flatMap(({ name, children }) => {
    if (name === 'edges' || name === 'node') return selectedObjects(model, object, children);
    const target = object.manyToOne.get(name)?.target ?? object.oneToMany.get(name)?.source;
    const next = target === undefined ? undefined : model.objects.get(target);
    return next === undefined ? [] : [next.nameSingular, ...selectedObjects(model, next, children)];
  });

const filteredObjects = (model: Model, object: ObjectModel, filter: Json): string[] => {
  if (Array.isArray(filter)) return filter.flatMap((one) => filteredObjects(model, object, one));
  if (!isJsonObject(filter)) return [];
  return Object.entries(filter).flatMap(([name, inner]) => {
    if (['and', 'or', 'not'].includes(name)) return filteredObjects(model, object, inner);
    const next = model.objects.get(object.manyToOne.get(name)?.target ?? '');
    return next === undefined ? [] : [next.nameSingular, ...filteredObjects(model, next, inner)];
  });
};

import type { Verb } from '../graphql/roots.ts';
import { permissionDenied } from '../refusal.ts';
import type { Caller } from './caller.ts';

/** Objects that the app's role may read and write, and those it may only read. Links and members are open to all. */
const APP_WRITES = ['phoneCall', 'repProgression', 'note', 'noteTarget'];
const APP_READS = [...APP_WRITES, 'person', 'workspaceMember'];

const READS: readonly Verb[] = ['find-many', 'find-one', 'group-by', 'find-duplicates', 'search'];
const WRITES: readonly Verb[] = ['create-one', 'create-many', 'update-one', 'update-many'];

/** @throws Refusal when the app's role does not allow it; API keys and people may do everything with records */
export const requirePermission = (caller: Caller, verb: Verb, objectName: string): void => {
  const isBoundByRole = caller.kind === 'app' || (caller.kind === 'user' && caller.isThroughApp);
  if (!isBoundByRole) return;
  if (READS.includes(verb) ? APP_READS.includes(objectName) : mayWrite(verb, objectName)) return;
  throw permissionDenied();
};

const mayWrite = (verb: Verb, objectName: string): boolean =>
  WRITES.includes(verb) ? APP_WRITES.includes(objectName) : objectName === 'noteTarget';

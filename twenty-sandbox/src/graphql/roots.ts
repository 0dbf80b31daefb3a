import { capitalize } from '../model/definitions.ts';
import type { Model, ObjectModel } from '../model/model.ts';

export type QueryVerb = 'find-many' | 'find-one' | 'group-by' | 'find-duplicates' | 'search';
export type MutationVerb =
  | 'create-one'
  | 'create-many'
  | 'update-one'
  | 'update-many'
  | 'delete-one'
  | 'delete-many'
  | 'destroy-one'
  | 'destroy-many'
  | 'restore-one'
  | 'restore-many'
  | 'merge-many';
export type Verb = QueryVerb | MutationVerb;

export interface Root {
  readonly verb: Verb;
  /** Null only for `search`, which looks into several objects. */
  readonly object: ObjectModel | null;
}

const ONE_OR_MANY = ['create', 'update', 'delete', 'destroy', 'restore'] as const;

/** Which root field does what: `people` finds many, `createPhoneCalls` creates many, … */
export const rootsOf = (model: Model): Record<'query' | 'mutation', ReadonlyMap<string, Root>> => {
  const query = new Map<string, Root>([['search', { verb: 'search', object: null }]]);
  const mutation = new Map<string, Root>();
  for (const object of model.objects.values()) {
    const [one, many] = [object.typeName, capitalize(object.namePlural)];
    query.set(object.namePlural, { verb: 'find-many', object });
    query.set(object.nameSingular, { verb: 'find-one', object });
    query.set(`${object.namePlural}GroupBy`, { verb: 'group-by', object });
    query.set(`${object.nameSingular}Duplicates`, { verb: 'find-duplicates', object });
    for (const verb of ONE_OR_MANY) {
      mutation.set(`${verb}${one}`, { verb: `${verb}-one`, object });
      mutation.set(`${verb}${many}`, { verb: `${verb}-many`, object });
    }
    mutation.set(`merge${many}`, { verb: 'merge-many', object });
  }
  return { query, mutation };
};

const OF_TWENTY_BUT_NOT_HERE =
  /^(create|update|delete|destroy|restore|merge)?(taskTargets?|attachments?|favorites?|workflows?|workflowRuns?|workflowVersions?|dashboards?|messages?|messageThreads?|calendarEvents?|timelineActivit(y|ies)|blocklists?|callRecordings?)(GroupBy|Duplicates)?$/i;

/** Root fields that a real Twenty has and the sandbox does not: using one must fail loudly, not look like a typing error. */
export const isKnownToTwenty = (name: string): boolean => OF_TWENTY_BUT_NOT_HERE.test(name);

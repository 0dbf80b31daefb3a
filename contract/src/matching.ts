import { z } from 'zod';
import { CallId, CompanyId, E164, Instant, OpportunityId, PersonId } from './primitives.ts';
import { PersonSummary } from './routes.ts';

/** `GET /api/dial-check?number=…` and `GET /api/number-owners?number=…` */
export const NumberQuery = z.strictObject({ number: E164 });
export type NumberQuery = z.infer<typeof NumberQuery>;

/**
 * Whether a number may be called. `unknown`: the worker has not read the do-not-call list yet, so only the rep's explicit
 * word lets it be dialed.
 */
export const DialCheck = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('allowed') }),
  z.object({ verdict: z.literal('unknown') }),
  z.object({
    verdict: z.literal('blocked'),
    block: z.object({
      /** `list`: an entry of the do-not-call list; `person`: somebody with this number is marked by hand. */
      by: z.enum(['list', 'person']),
      /** As somebody wrote it; may be empty. */
      reason: z.string(),
      /** The option's key: `manual`, `import`, `registry`, `dialer`; empty where nobody knows. */
      source: z.string(),
      personName: z.string().nullable(),
      since: Instant.nullable(),
      /** Null: for good. */
      until: Instant.nullable(),
      /** Where it can be looked at and, by whoever may, taken back. */
      twentyUrl: z.url(),
    }),
  }),
]);
export type DialCheck = z.infer<typeof DialCheck>;

/** Why somebody is thought of first among several with one number, the strongest reason first. */
export const LikelyBecause = z.enum(['only-one', 'remembered', 'owner', 'last-called', 'name']);
export type LikelyBecause = z.infer<typeof LikelyBecause>;

/** `GET /api/number-owners`: everybody with the number, the likeliest first; nobody for one's own and colleagues' numbers. */
export const NumberOwners = z.object({
  owners: z.array(z.object({ person: PersonSummary, because: LikelyBecause })),
});
export type NumberOwners = z.infer<typeof NumberOwners>;

/** `POST /api/new-person`: makes a person in Twenty with the rep's own rights. The same call again makes no second one. */
export const NewPerson = z.strictObject({
  callId: CallId,
  number: E164,
  firstName: z.string().trim().max(100),
  lastName: z.string().trim().max(100),
});
export type NewPerson = z.infer<typeof NewPerson>;

/** `GET /api/companies?search=…`: by name. */
export const CompanyQuery = z.strictObject({ search: z.string().trim().max(200).default('') });
export const CompanyList = z.object({ companies: z.array(z.object({ id: CompanyId, name: z.string() })) });
export type CompanyList = z.infer<typeof CompanyList>;

/** `GET /api/opportunities?search=…&personId=…&companyId=…`: the open ones of the person or company; with a search, of all. */
export const OpportunityQuery = z.strictObject({
  search: z.string().trim().max(200).default(''),
  personId: PersonId.optional(),
  companyId: CompanyId.optional(),
});
export type OpportunityQuery = z.infer<typeof OpportunityQuery>;
export const OpportunityList = z.object({
  opportunities: z.array(z.object({ id: OpportunityId, name: z.string(), companyName: z.string() })),
});
export type OpportunityList = z.infer<typeof OpportunityList>;

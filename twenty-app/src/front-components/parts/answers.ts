import * as z from 'zod/mini';
import { type PersonPhone, phonesOf } from './phones.ts';

/** A person to be called, as Twenty shows them to the viewer. */
export interface PersonToCall {
  readonly id: string;
  readonly name: string;
  readonly details: string;
  readonly isDoNotCall: boolean;
  readonly phones: readonly PersonPhone[];
}

export interface LastCall {
  readonly id: string;
  readonly startedAt: string | null;
  readonly isInbound: boolean;
  /** Empty: nobody has wrapped it up. */
  readonly outcome: string;
  readonly talkSeconds: number;
  readonly rep: string;
}

const text = z.nullish(z.string());
const Name = z.nullish(z.object({ firstName: text, lastName: text }));
const nameOf = (name: z.infer<typeof Name>): string =>
  [name?.firstName, name?.lastName].filter(Boolean).join(' ').trim();

const Phone = z.object({ number: text, callingCode: text });
export const PeopleAnswer = z.object({
  people: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          id: z.string(),
          name: Name,
          jobTitle: text,
          doNotCall: z.nullish(z.boolean()),
          company: z.nullish(z.object({ name: text })),
          phones: z.nullish(
            z.object({
              primaryPhoneNumber: text,
              primaryPhoneCallingCode: text,
              additionalPhones: z.catch(z.nullish(z.array(Phone)), null),
            }),
          ),
        }),
      }),
    ),
  }),
  phoneCalls: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          id: z.string(),
          startedAt: text,
          direction: text,
          outcome: text,
          talkSeconds: z.nullish(z.number()),
          member: z.nullish(z.object({ name: Name })),
        }),
      }),
    ),
  }),
});
type PeopleAnswer = z.infer<typeof PeopleAnswer>;

/** People in the order in which they were selected. */
export const peopleOf = ({ people }: PeopleAnswer, ids: readonly string[]): PersonToCall[] =>
  people.edges
    .map(({ node }) => ({
      id: node.id,
      name: nameOf(node.name) || 'Person without a name',
      details: [node.jobTitle, node.company?.name].filter(Boolean).join(' · '),
      isDoNotCall: node.doNotCall === true,
      phones: phonesOf(node.phones),
    }))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));

export const callsOf = ({ phoneCalls }: PeopleAnswer): LastCall[] =>
  phoneCalls.edges.map(({ node }) => ({
    id: node.id,
    startedAt: node.startedAt ?? null,
    isInbound: node.direction === 'INBOUND',
    outcome: node.outcome ?? '',
    talkSeconds: node.talkSeconds ?? 0,
    rep: nameOf(node.member?.name),
  }));

/** What the dialer's worker answers. It has the same in its contract. */
export const TicketAnswer = z.object({ ticket: z.string() });
export const LiveAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('free') }),
  z.object({
    state: z.enum(['calling', 'wrap-up']),
    call: z.object({
      personId: z.nullable(z.string()),
      personName: z.nullable(z.string()),
      number: z.string(),
      since: z.string(),
    }),
  }),
]);
export type LiveAnswer = z.infer<typeof LiveAnswer>;

import { z } from 'zod';
import type * as Core from '../../../graphql/generated/core/graphql.ts';
import { id, rows, select, text } from './records-answers.ts';

/** What Twenty answers to the questions of history, parsed, and held by the compiler against what codegen made of them. */
const FullName = z.object({ firstName: text, lastName: text });

const CallInHistory = z.object({
  id,
  callId: text,
  line: select<Core.PhoneCallLineEnum>(),
  direction: select<Core.PhoneCallDirectionEnum>(),
  status: select<Core.PhoneCallStatusEnum>(),
  disposition: select<Core.PhoneCallDispositionEnum>(),
  outcome: select<Core.PhoneCallOutcomeEnum>(),
  fromNumber: text,
  toNumber: text,
  startedAt: text,
  talkSeconds: z.number().nullable(),
  callSessionId: text,
  person: z.object({ id, name: FullName.nullable() }).nullable(),
  member: z.object({ id, name: FullName }).nullable(),
}) satisfies z.ZodType<Core.CallInHistoryFragment>;

export const CallsAnswer = z.object({
  phoneCalls: rows(CallInHistory),
}) satisfies z.ZodType<Core.ListPhoneCallsQuery>;

export const CallsWithTotalAnswer = z.object({
  phoneCalls: z
    .object({ totalCount: z.number().nullable(), edges: z.array(z.object({ node: CallInHistory })) })
    .nullable(),
}) satisfies z.ZodType<Core.ListPhoneCallsWithTotalQuery>;

export const NotesAnswer = z.object({
  noteTargets: rows(
    z.object({
      note: z
        .object({
          id,
          title: text,
          createdAt: z.string(),
          deletedAt: text,
          bodyV2: z.object({ markdown: text }).nullable(),
        })
        .nullable(),
    }),
  ),
}) satisfies z.ZodType<Core.ListNotesOfPhoneCallQuery>;

export const MembersAnswer = z.object({
  workspaceMembers: rows(z.object({ id, name: FullName, userEmail: text })),
}) satisfies z.ZodType<Core.ListWorkspaceMembersQuery>;

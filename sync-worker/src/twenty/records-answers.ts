import { z } from 'zod';
import type * as Core from '../../../graphql/generated/core/graphql.ts';

/**
 * What Twenty answers to the worker's own operations, parsed. The compiler holds each against the type that codegen makes
 * from the operation, so the two cannot drift apart.
 */
export const text = z.string().nullable();
const count = z.number().nullable();
export const id = z.guid();

/** An admin may add options of their own, so any text is taken; the type names those that we know. */
export const select = <TOption extends string>() =>
  z.custom<TOption>((value) => typeof value === 'string', 'Expected a text.').nullable();

export const rows = <TRow extends z.ZodType>(row: TRow) =>
  z.object({ edges: z.array(z.object({ node: row })) }).nullable();

export const CreatePhoneCallsAnswer = z.object({
  createPhoneCalls: z.array(z.object({ id, callId: text })).nullable(),
}) satisfies z.ZodType<Core.CreatePhoneCallsMutation>;

export const CreateNotesAnswer = z.object({
  createNotes: z.array(z.object({ id })).nullable(),
}) satisfies z.ZodType<Core.CreateNotesMutation>;

export const CreateNoteTargetsAnswer = z.object({
  createNoteTargets: z.array(z.object({ id })).nullable(),
}) satisfies z.ZodType<Core.CreateNoteTargetsMutation>;

export const CreateRepProgressionsAnswer = z.object({
  createRepProgressions: z.array(z.object({ id, workspaceMemberId: text })).nullable(),
}) satisfies z.ZodType<Core.CreateRepProgressionsMutation>;

export const CreateCallSessionsAnswer = z.object({
  createCallSessions: z.array(z.object({ id, sessionId: text })).nullable(),
}) satisfies z.ZodType<Core.CreateCallSessionsMutation>;

export const CreateDailyCallStatsEntriesAnswer = z.object({
  createDailyCallStatsEntries: z.array(z.object({ id, dayKey: text })).nullable(),
}) satisfies z.ZodType<Core.CreateDailyCallStatsEntriesMutation>;

export const CreateSyncLogEntriesAnswer = z.object({
  createSyncLogEntries: z.array(z.object({ id, entryKey: text })).nullable(),
}) satisfies z.ZodType<Core.CreateSyncLogEntriesMutation>;

export const CreateDoNotCallEntriesAnswer = z.object({
  createDoNotCallEntries: z.array(z.object({ id, number: text })).nullable(),
}) satisfies z.ZodType<Core.CreateDoNotCallEntriesMutation>;

export const WritePeopleAnswer = z.object({
  createPeople: z.array(z.object({ id })).nullable(),
}) satisfies z.ZodType<Core.WritePeopleMutation>;

export const ofEveryRow = {
  id,
  updatedAt: z.string(),
  deletedAt: text,
  updatedBy: z.object({ source: select<Core.ActorSourceEnum>() }),
};

export const PhoneCallRow = z.object({
  ...ofEveryRow,
  name: text,
  callId: text,
  line: select<Core.PhoneCallLineEnum>(),
  direction: select<Core.PhoneCallDirectionEnum>(),
  status: select<Core.PhoneCallStatusEnum>(),
  disposition: select<Core.PhoneCallDispositionEnum>(),
  outcome: select<Core.PhoneCallOutcomeEnum>(),
  fromNumber: text,
  toNumber: text,
  startedAt: text,
  answeredAt: text,
  endedAt: text,
  wrappedUpAt: text,
  ringSeconds: count,
  talkSeconds: count,
  wrapUpSeconds: count,
  callSessionId: text,
  callSid: text,
  personId: text,
  companyId: text,
  opportunityId: text,
  memberId: text,
}) satisfies z.ZodType<Core.PhoneCallRowFragment>;

export const ReadPhoneCallsAnswer = z.object({
  phoneCalls: rows(PhoneCallRow),
}) satisfies z.ZodType<Core.ReadPhoneCallsQuery>;

export const ReadNotesAnswer = z.object({
  notes: rows(z.object({ ...ofEveryRow, title: text, bodyV2: z.object({ markdown: text }).nullable() })),
}) satisfies z.ZodType<Core.ReadNotesQuery>;

export const ReadNoteTargetsAnswer = z.object({
  noteTargets: rows(z.object({ ...ofEveryRow, noteId: text, targetPersonId: text, targetPhoneCallId: text })),
}) satisfies z.ZodType<Core.ReadNoteTargetsQuery>;

export const ReadPeopleAnswer = z.object({
  people: rows(
    z.object({
      id,
      deletedAt: text,
      callCount: count,
      lastCalledAt: text,
      doNotCall: z.boolean().nullable(),
    }),
  ),
}) satisfies z.ZodType<Core.ReadPeopleQuery>;

export const ExistingPeopleAnswer = z.object({
  people: rows(z.object({ id })),
}) satisfies z.ZodType<Core.ExistingPeopleQuery>;

export const ExistingWorkspaceMembersAnswer = z.object({
  workspaceMembers: rows(z.object({ id })),
}) satisfies z.ZodType<Core.ExistingWorkspaceMembersQuery>;

const named = z.array(z.object({ name: z.string() })).nullable();
export const TypeShapeAnswer = z.object({
  __type: z.object({ fields: named, enumValues: named }).nullable(),
}) satisfies z.ZodType<Core.TypeShapeQuery>;

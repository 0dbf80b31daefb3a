import { z } from 'zod';

/** A phone number in the only form that is stored or sent: `+` and 2 to 15 digits (ITU-T E.164). */
export const E164 = z
  .string()
  .regex(/^\+[1-9]\d{1,14}$/, 'Use E.164, for example +12025550123.')
  .brand<'E164'>();
export type E164 = z.infer<typeof E164>;

/** A UUID of version 1 to 5. Twenty refuses versions 6 to 8 and the nil UUID as record ids. */
export const TwentyUuid = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    'Use a lower-case UUID of version 1 to 5.',
  );

/** The call's id: made once, in the browser (outbound) or from the Call SID (inbound). Rides with the call everywhere. */
export const CallId = TwentyUuid.brand<'CallId'>();
export type CallId = z.infer<typeof CallId>;

/** Identity of a rep: the id of the Twenty workspaceMember. E-mail is only a label. */
export const MemberId = TwentyUuid.brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;

export const WorkspaceId = TwentyUuid.brand<'WorkspaceId'>();
export type WorkspaceId = z.infer<typeof WorkspaceId>;

export const PersonId = TwentyUuid.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const CompanyId = TwentyUuid.brand<'CompanyId'>();
export type CompanyId = z.infer<typeof CompanyId>;

export const OpportunityId = TwentyUuid.brand<'OpportunityId'>();
export type OpportunityId = z.infer<typeof OpportunityId>;

/** A further note's id, made in the browser, once. */
export const NoteId = TwentyUuid.brand<'NoteId'>();
export type NoteId = z.infer<typeof NoteId>;

export const CallSessionId = TwentyUuid.brand<'CallSessionId'>();
export type CallSessionId = z.infer<typeof CallSessionId>;

const INSTANT_WORDS = 'Use an ISO 8601 time in UTC, for example 2026-11-21T09:00:00.000Z.';
/** A moment in UTC, ISO 8601 with milliseconds or without, always ending in `Z`. */
export const Instant = z.iso
  .datetime({ message: INSTANT_WORDS, abort: true })
  // Places in a list of calls are told in milliseconds: a finer time would be stepped over between two pages.
  .regex(/:\d{2}(\.\d{1,3})?Z$/, INSTANT_WORDS);
export type Instant = z.infer<typeof Instant>;

import { z } from 'zod';
import { DO_NOT_CALL, OUTCOMES } from './outcome.ts';
import { E164, Instant } from './primitives.ts';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** What somebody set for themselves; it goes with them to every computer. `GET /api/settings` */
export const MemberSettings = z.object({
  theme: Theme.default('system'),
  /** Whether single letters are shortcuts. Off for whoever dictates: speech becomes letters. */
  singleKeys: z.boolean().default(true),
  /** The telephone that manual calls are made with, told with the call; null: it is not told. */
  ownNumber: E164.nullable().default(null),
});
export type MemberSettings = z.infer<typeof MemberSettings>;
export const USUAL_MEMBER_SETTINGS: MemberSettings = { theme: 'system', singleKeys: true, ownNumber: null };

/** `POST /api/settings`: what is named is changed, the rest stays. */
export const MemberSettingsChange = z.strictObject({
  theme: Theme.optional(),
  singleKeys: z.boolean().optional(),
  ownNumber: E164.nullable().optional(),
});
export type MemberSettingsChange = z.infer<typeof MemberSettingsChange>;

const OUTCOME_KEYS = OUTCOMES.map(({ key }) => key);

/** What admins set for everybody. The worker's own settings say what holds where nobody did. */
export const WorkspaceSettings = z.object({
  /** The outcomes that a wrap-up offers, in this order. Others still show on calls that have them. */
  outcomes: z
    .array(z.enum(OUTCOME_KEYS))
    .min(1, 'Offer at least one outcome.')
    .refine((keys) => new Set(keys).size === keys.length, 'Name each outcome once.')
    // Whoever asks never to be called again has a right to it.
    .refine((keys) => keys.includes(DO_NOT_CALL), 'Keep “Do not call” on offer.'),
  /** Which calls earn XP. Points that were earned stay. */
  xp: z.object({ manual: z.boolean(), entered: z.boolean(), practice: z.boolean() }),
  /** Numbers of the team itself: nobody of the CRM is ever behind them. */
  ownNumbers: z
    .array(E164)
    .max(500, 'At most 500 numbers.')
    .refine((numbers) => new Set(numbers).size === numbers.length, 'Name each number once.'),
  /** From when on admins are told. */
  alerts: z.object({
    waitingMinutes: z.int().min(1, 'At least 1 minute.').max(9_999, 'At most 9999 minutes.'),
    deadLetters: z.int().min(0, 'At least 0.').max(9_999_999, 'At most 9999999.'),
  }),
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;
export type WorkspaceSettingKey = keyof WorkspaceSettings;

/** `GET /api/workspace-settings` */
export const WorkspaceSettingsView = z.object({
  values: WorkspaceSettings,
  /** What holds where nothing was set here. */
  usual: WorkspaceSettings,
  /** Which were set here, by whom and when. */
  set: z.partialRecord(WorkspaceSettings.keyof(), z.object({ by: z.string(), at: Instant })),
});
export type WorkspaceSettingsView = z.infer<typeof WorkspaceSettingsView>;

/** `POST /api/workspace-settings`: what is named is changed; null: the usual holds again. */
export const WorkspaceSettingsChange = z
  .strictObject({
    outcomes: WorkspaceSettings.shape.outcomes.nullable().optional(),
    xp: WorkspaceSettings.shape.xp.nullable().optional(),
    ownNumbers: WorkspaceSettings.shape.ownNumbers.nullable().optional(),
    alerts: WorkspaceSettings.shape.alerts.nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'Name what is to be changed.');
export type WorkspaceSettingsChange = z.infer<typeof WorkspaceSettingsChange>;

import { MemberSettings, USUAL_MEMBER_SETTINGS, WorkspaceSettings } from '@twenty-dialer/contract';
import { z } from 'zod';
import type { Changes } from './call-changes.ts';
import type { Query } from './database.ts';
import { toJsonText, toStorableText } from './json.ts';
import type { SettingsStore } from './settings-port.ts';

/** Settings, within one transaction. */
export const createSettingsStore = (query: Query, changes: Pick<Changes, 'note'>): SettingsStore => ({
  workspace: async () => {
    const rows = SettingRows.parse(await query('select key, value, set_by, set_at from workspace_setting'));
    // A key of another release is left alone, and so is a value that this one cannot read.
    const known = rows.flatMap((row) => {
      const key = WorkspaceSettings.keyof().safeParse(row.key);
      if (!key.success) return [];
      const value = WorkspaceSettings.shape[key.data].safeParse(row.value);
      return value.success ? [{ key: key.data, value: value.data, by: row.set_by, at: row.set_at }] : [];
    });
    return {
      values: WorkspaceSettings.partial().parse(
        Object.fromEntries(known.map(({ key, value }) => [key, value])),
      ),
      set: Object.fromEntries(known.map(({ key, by, at }) => [key, { by, at: at.toISOString() }])),
    };
  },
  changeWorkspace: async (change, by) => {
    const named = Object.entries(change).filter(([, value]) => value !== undefined);
    const back = named.flatMap(([key, value]) => (value === null ? [key] : []));
    if (back.length > 0) await query('delete from workspace_setting where key = any($1::text[])', [back]);
    for (const [key, value] of named) {
      if (value !== null) await query(SET, [key, toJsonText(value), toStorableText(by)]);
    }
    changes.note('settings');
  },
  member: async (id) => {
    const [row] = MemberRows.parse(
      await query('select settings from member_setting where member_id = $1', [id]),
    );
    return row?.settings ?? USUAL_MEMBER_SETTINGS;
  },
  keepMember: async (id, settings) => {
    await query(
      `insert into member_setting (member_id, settings) values ($1, $2::text::jsonb)
       on conflict (workspace_id, member_id) do update set settings = excluded.settings`,
      [id, toJsonText(settings)],
    );
  },
});

const SET = `
  insert into workspace_setting (key, value, set_by) values ($1, $2::text::jsonb, $3)
  on conflict (workspace_id, key) do update
    set value = excluded.value, set_by = excluded.set_by, set_at = statement_timestamp()`;

const SettingRows = z.array(
  z.object({ key: z.string(), value: z.unknown(), set_by: z.string(), set_at: z.date() }),
);
const MemberRows = z.array(z.object({ settings: MemberSettings }));

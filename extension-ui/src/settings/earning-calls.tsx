import type { WorkspaceSettings } from '@twenty-dialer/contract';
import { useState } from 'react';
import { type PartProps, SettingForm } from './setting-form.tsx';
import { useChangeWorkspace } from './use-settings.ts';

const KINDS: Record<keyof WorkspaceSettings['xp'], string> = {
  manual: 'Calls made with one’s own telephone',
  entered: 'Past calls that were entered by hand',
  practice: 'Calls on the practice line',
};

/** Which calls earn XP besides those that the dialer itself carried. */
export const EarningCalls = ({ view }: PartProps) => {
  const change = useChangeWorkspace();
  const [draft, setDraft] = useState<WorkspaceSettings['xp'] | null>(null);
  const xp = draft ?? view.values.xp;
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return (
    <SettingForm
      view={view}
      name="xp"
      title="XP"
      words="Which calls earn points from now on. Points that were earned stay."
      isChanged={draft !== null && kinds.some((kind) => draft[kind] !== view.values.xp[kind])}
      change={change}
      onSave={() => change.mutate({ xp }, { onSuccess: () => setDraft(null) })}
    >
      {kinds.map((kind) => (
        <label key={kind} className="settings__check">
          <input
            type="checkbox"
            checked={xp[kind]}
            onChange={(event) => setDraft({ ...xp, [kind]: event.currentTarget.checked })}
          />
          {KINDS[kind]}
        </label>
      ))}
    </SettingForm>
  );
};

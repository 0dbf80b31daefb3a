import type { WorkspaceSettings } from '@twenty-dialer/contract';
import { useId, useState } from 'react';
import { type PartProps, SettingForm } from './setting-form.tsx';
import { useChangeWorkspace } from './use-settings.ts';

type Limits = WorkspaceSettings['alerts'];

/** From when on admins are told that something is wrong. */
export const AlertLimits = ({ view }: PartProps) => {
  const change = useChangeWorkspace();
  const [draft, setDraft] = useState<Limits | null>(null);
  const limits = draft ?? view.values.alerts;
  const isRight = Number.isInteger(limits.waitingMinutes) && Number.isInteger(limits.deadLetters);
  const isChanged =
    draft !== null &&
    (draft.waitingMinutes !== view.values.alerts.waitingMinutes ||
      draft.deadLetters !== view.values.alerts.deadLetters);
  return (
    <SettingForm
      view={view}
      name="alerts"
      title="Alerts"
      words="When admins are told, on their screens and by webhook or mail where those are set up."
      isChanged={isChanged && isRight}
      change={change}
      onSave={() => change.mutate({ alerts: limits }, { onSuccess: () => setDraft(null) })}
    >
      <NumberField
        label="Something has waited for Twenty for this many minutes"
        value={limits.waitingMinutes}
        min={1}
        max={9_999}
        onChange={(waitingMinutes) => setDraft({ ...limits, waitingMinutes })}
      />
      <NumberField
        label="More records than this cannot be accepted"
        value={limits.deadLetters}
        min={0}
        max={9_999_999}
        onChange={(deadLetters) => setDraft({ ...limits, deadLetters })}
      />
    </SettingForm>
  );
};

type NumberFieldProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
};
const NumberField = ({ label, value, min, max, onChange }: NumberFieldProps) => {
  const id = useId();
  return (
    <div className="settings__line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        className="field settings__figure"
        required
        min={min}
        max={max}
        step={1}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
};

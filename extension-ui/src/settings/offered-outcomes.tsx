import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { DO_NOT_CALL, OUTCOMES, type WorkspaceSettings } from '@twenty-dialer/contract';
import { useState } from 'react';
import { type PartProps, SettingForm } from './setting-form.tsx';
import { useChangeWorkspace } from './use-settings.ts';

type Key = WorkspaceSettings['outcomes'][number];

/** Which outcomes a wrap-up offers, and in which order. */
export const OfferedOutcomes = ({ view }: PartProps) => {
  const change = useChangeWorkspace();
  const { outcomes: held } = view.values;
  const [draft, setDraft] = useState<readonly Key[] | null>(null);
  const offered = draft ?? held;
  const others = OUTCOMES.map(({ key }) => key).filter((key) => !offered.includes(key));
  const move = (key: Key, by: 1 | -1) => {
    const at = offered.indexOf(key);
    const without = offered.filter((one) => one !== key);
    setDraft([...without.slice(0, at + by), key, ...without.slice(at + by)]);
  };
  const toggle = (key: Key, isOn: boolean) =>
    setDraft(isOn ? [...offered, key] : offered.filter((one) => one !== key));
  return (
    <SettingForm
      view={view}
      name="outcomes"
      title="Outcomes"
      words="What a wrap-up offers, in this order. Calls that have another one keep it. “Do not call” is always on offer."
      isChanged={draft !== null && draft.join() !== held.join()}
      change={change}
      onSave={() => change.mutate({ outcomes: [...offered] }, { onSuccess: () => setDraft(null) })}
    >
      <ol className="settings__outcomes">
        {[...offered, ...others].map((key) => (
          <Row
            key={key}
            name={key}
            isOffered={offered.includes(key)}
            isFirst={offered[0] === key}
            isLast={offered.at(-1) === key}
            onToggle={(isOn) => toggle(key, isOn)}
            onMove={(by) => move(key, by)}
          />
        ))}
      </ol>
    </SettingForm>
  );
};

type RowProps = {
  name: Key;
  isOffered: boolean;
  isFirst: boolean;
  isLast: boolean;
  onToggle: (isOn: boolean) => void;
  onMove: (by: 1 | -1) => void;
};
const Row = ({ name, isOffered, isFirst, isLast, onToggle, onMove }: RowProps) => {
  const label = OUTCOMES.find(({ key }) => key === name)?.label ?? name;
  return (
    <li>
      <label className="settings__check">
        <input
          type="checkbox"
          checked={isOffered}
          disabled={name === DO_NOT_CALL}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        {label}
      </label>
      {isOffered ? (
        <span className="settings__moves">
          <button
            type="button"
            className="button button--plain"
            aria-label={`${label}: further up`}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="button button--plain"
            aria-label={`${label}: further down`}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} aria-hidden="true" />
          </button>
        </span>
      ) : null}
    </li>
  );
};

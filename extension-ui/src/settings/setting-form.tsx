import type { WorkspaceSettingKey, WorkspaceSettingsView } from '@twenty-dialer/contract';
import type { ReactNode } from 'react';
import { dateAndTime } from '../ui/time.ts';
import { Saving } from './saving.tsx';
import type { useChangeWorkspace } from './use-settings.ts';

export type PartProps = { view: WorkspaceSettingsView };

type SettingFormProps = {
  view: WorkspaceSettingsView;
  name: WorkspaceSettingKey;
  title: string;
  words: string;
  isChanged: boolean;
  change: ReturnType<typeof useChangeWorkspace>;
  onSave: () => void;
  children: ReactNode;
};

/** One setting: what it means, who set it, and the way back to the usual. */
export const SettingForm = (props: SettingFormProps) => {
  const { view, name, title, words, isChanged, change, onSave, children } = props;
  const set = view.set[name];
  return (
    <form
      className="settings__form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <h3>{title}</h3>
      <p className="quiet settings__hint">{words}</p>
      {children}
      <div className="settings__row">
        <button type="submit" className="button button--main" disabled={!isChanged || change.isPending}>
          Save
        </button>
        {set === undefined ? null : (
          <button
            type="button"
            className="button"
            disabled={change.isPending}
            onClick={() => change.mutate({ [name]: null })}
          >
            Back to the usual
          </button>
        )}
        <span className="quiet settings__hint">
          {set === undefined ? 'Nobody has changed it.' : `Set by ${set.by}, ${dateAndTime(set.at)}.`}
        </span>
      </div>
      <Saving change={change} />
    </form>
  );
};

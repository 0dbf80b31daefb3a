import type { WorkspaceSettingKey, WorkspaceSettingsView } from '@twenty-dialer/contract';
import type { ReactNode } from 'react';
import { dateAndTime } from '../ui/time.ts';
import { Trouble } from '../ui/trouble.tsx';
import { AlertLimits } from './alert-limits.tsx';
import { EarningCalls } from './earning-calls.tsx';
import { OfferedOutcomes } from './offered-outcomes.tsx';
import { OwnNumbers } from './own-numbers.tsx';
import { Saving } from './saving.tsx';
import { type useChangeWorkspace, useWorkspaceSettings } from './use-settings.ts';

/** What admins set for everybody in the workspace. Each part is saved on its own. */
export const WorkspaceSection = () => {
  const settings = useWorkspaceSettings();
  return (
    <section className="settings__part" aria-labelledby="settings-workspace">
      <h2 id="settings-workspace">For everybody</h2>
      {settings.isPending ? <Skeleton /> : null}
      {settings.isError && settings.data === undefined ? (
        <Trouble error={settings.error} onTryAgain={() => void settings.refetch()} />
      ) : null}
      {settings.data === undefined ? null : (
        <>
          <OfferedOutcomes view={settings.data} />
          <EarningCalls view={settings.data} />
          <OwnNumbers view={settings.data} />
          <AlertLimits view={settings.data} />
        </>
      )}
    </section>
  );
};

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

const Skeleton = () => (
  <div role="status" className="settings__skeleton">
    <span className="for-screen-readers">Reading settings</span>
    {[0, 1, 2].map((row) => (
      <div key={row} className="skeleton settings__skeleton-line" />
    ))}
  </div>
);

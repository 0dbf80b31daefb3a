import { Trouble } from '../ui/trouble.tsx';
import { AlertLimits } from './alert-limits.tsx';
import { EarningCalls } from './earning-calls.tsx';
import { OfferedOutcomes } from './offered-outcomes.tsx';
import { OwnNumbers } from './own-numbers.tsx';
import { useWorkspaceSettings } from './use-settings.ts';

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

const Skeleton = () => (
  <div role="status" className="settings__skeleton">
    <span className="for-screen-readers">Reading settings</span>
    {[0, 1, 2].map((row) => (
      <div key={row} className="skeleton settings__skeleton-line" />
    ))}
  </div>
);

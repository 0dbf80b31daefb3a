import { wordsFor } from '../worker-client/problem-error.ts';

export type SavingProps = {
  change: { isPending: boolean; isSuccess: boolean; error: Error | null };
};

/** What became of a change, in one line that keeps its place. */
export const Saving = ({ change: { isPending, isSuccess, error } }: SavingProps) => (
  <p className="settings__saving" role="status">
    {error === null ? (
      <span className="quiet">{isPending ? 'Saving …' : isSuccess ? 'Saved.' : ''}</span>
    ) : (
      <span className="settings__fault">
        {wordsFor(error).what} {wordsFor(error).remedy}
      </span>
    )}
  </p>
);

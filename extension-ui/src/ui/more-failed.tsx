import { wordsFor } from '../worker-client/problem-error.ts';

type MoreFailedProps = { title: string; error: unknown; onRetry: () => void };

/** Below the last row of a list whose next page could not be read. */
export const MoreFailed = ({ title, error, onRetry }: MoreFailedProps) => {
  const { what, remedy, quote } = wordsFor(error);
  return (
    <div className="notice h-foot" role="alert">
      <p>
        <strong>{title}</strong> {what} {remedy}
      </p>
      {quote === null ? null : <p className="quiet">Code to quote: {quote}</p>}
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
};

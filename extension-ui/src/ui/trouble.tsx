import { wordsFor } from '../worker-client/problem-error.ts';

/** What happened, what was kept, what to do, and a code to quote; with one action. */
export const Trouble = ({ error, onTryAgain }: { error: unknown; onTryAgain: () => void }) => {
  const { what, remedy, quote } = wordsFor(error);
  return (
    <div className="notice" role="alert">
      <p>
        <strong>{what}</strong> {remedy}
      </p>
      {quote === null ? null : <p className="quiet">Code to quote: {quote}</p>}
      <button type="button" className="button" onClick={onTryAgain}>
        Try again
      </button>
    </div>
  );
};

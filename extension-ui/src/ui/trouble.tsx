import { wordsFor } from '../worker-client/problem-error.ts';

export type TroubleProps = {
  error: unknown;
  onTryAgain: () => void;
  /** What could not be done, where the error alone does not say it. */
  title?: string;
  /** Below the last row of a list. */
  isFoot?: boolean;
};

/** What happened, what was kept, what to do, and a code to quote; with one action. */
export const Trouble = ({ error, onTryAgain, title, isFoot = false }: TroubleProps) => {
  const { what, remedy, quote } = wordsFor(error);
  return (
    <div className={isFoot ? 'notice h-foot' : 'notice'} role="alert">
      <p>
        <strong>{title ?? what}</strong> {title === undefined ? '' : `${what} `}
        {remedy}
      </p>
      {quote === null ? null : <p className="quiet">Code to quote: {quote}</p>}
      <button type="button" className="button" onClick={onTryAgain}>
        Try again
      </button>
    </div>
  );
};

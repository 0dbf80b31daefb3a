import { IconArchive, IconRefresh, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { wordsFor } from '../worker-client/problem-error.ts';
import type { DeliveryRequest } from './delivery-request.ts';
import { totalWords } from './delivery-states.tsx';
import { DISMISSED_WORDS, recordsWords } from './delivery-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { MOST_SELECTED, meantBy, type Selection, type SelectionMove } from './selection.ts';
import { useStartJob } from './use-jobs.ts';

export type SelectionBarProps = {
  count: number;
  total: number | null;
  selection: Selection;
  request: DeliveryRequest;
  onSelect: (move: SelectionMove) => void;
};

/** What can be done about the records that are selected. It stands below the list, so that no row moves when it comes. */
export const SelectionBar = ({ count, total, selection, request, onSelect }: SelectionBarProps) => {
  const [isDismissing, setDismissing] = useState(false);
  const start = useStartJob({
    onStarted: () => {
      setDismissing(false);
      onSelect({ type: 'clear' });
    },
  });
  const isTooMany = !selection.isAll && count > MOST_SELECTED;
  const meant = meantBy(selection, request);
  const words = selection.isAll ? `All ${totalWords(total)} that match` : `${recordsWords(count)} selected`;
  const problem = start.error === null || isDismissing ? null : wordsFor(start.error);
  return (
    <section className="selection-bar" aria-label="Selected records">
      <p role="status" className="figures">
        {words}
      </p>
      {selection.isAll || total === null || total <= count ? null : (
        <button
          type="button"
          className="button button--plain"
          onClick={() => onSelect({ type: 'all-that-match' })}
        >
          Select all {totalWords(total)} that match
        </button>
      )}
      <span className="selection-bar__actions">
        <button
          type="button"
          className="button button--main"
          aria-disabled={isTooMany || start.isPending}
          onClick={() => {
            if (!isTooMany && !start.isPending) start.mutate({ action: 'redrive', selection: meant });
          }}
        >
          <IconRefresh size={16} aria-hidden="true" />
          Try again
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={isTooMany || start.isPending}
          onClick={() => {
            if (!isTooMany) setDismissing(true);
          }}
        >
          <IconArchive size={16} aria-hidden="true" />
          Dismiss
        </button>
        <button
          type="button"
          className="button button--plain button--icon"
          aria-label="Clear the selection"
          onClick={() => onSelect({ type: 'clear' })}
        >
          <IconX size={16} aria-hidden="true" />
        </button>
      </span>
      {isTooMany || problem !== null ? (
        <p className="form__trouble" role="alert">
          {isTooMany ? 'More than 1,000 one by one are too many: select all that match.' : ''}
          {problem === null ? '' : `${problem.what} ${problem.remedy}`}
        </p>
      ) : null}
      {isDismissing ? (
        <ReasonDialog
          title={
            selection.isAll
              ? `Dismiss all ${totalWords(total)} that match?`
              : `Dismiss ${recordsWords(count)}?`
          }
          label="Why are they given up?"
          placeholder="For example: test calls of the first day"
          action="Dismiss"
          isBusy={start.isPending}
          error={start.error}
          onReason={(reason) => start.mutate({ action: 'dismiss', selection: meant, reason })}
          onClose={() => setDismissing(false)}
        >
          {DISMISSED_WORDS}
        </ReasonDialog>
      ) : null}
    </section>
  );
};

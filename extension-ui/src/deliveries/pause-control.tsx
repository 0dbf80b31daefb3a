import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DeliveryOverview } from '@twenty-dialer/contract';
import { useState } from 'react';
import { wordsFor } from '../worker-client/problem-error.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { OVERVIEW_KEY, useDeliveriesClient } from './use-deliveries.ts';

/** Stops delivery, with a reason, and lets it go on. Calls are taken in all the same. */
export const PauseControl = ({ overview: { pause } }: { overview: DeliveryOverview }) => {
  const client = useDeliveriesClient();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const onSuccess = (overview: DeliveryOverview) => {
    setAsking(false);
    queries.setQueryData(OVERVIEW_KEY, overview);
    // The line that everybody sees.
    void queries.invalidateQueries({ queryKey: ['session'] });
  };
  const pausing = useMutation({ mutationFn: client.pause, onSuccess });
  const resuming = useMutation({ mutationFn: client.resume, onSuccess });
  const problem = resuming.error === null ? null : wordsFor(resuming.error);
  return (
    <div className="pause-control">
      {pause === null ? (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          <IconPlayerPause size={16} aria-hidden="true" />
          Pause
        </button>
      ) : (
        <button
          type="button"
          className="button button--main"
          aria-disabled={resuming.isPending}
          onClick={() => {
            if (!resuming.isPending) resuming.mutate();
          }}
        >
          <IconPlayerPlay size={16} aria-hidden="true" />
          Resume
        </button>
      )}
      <p className="form__trouble" role="alert">
        {problem === null ? '' : `${problem.what} ${problem.remedy}`}
      </p>
      {isAsking ? (
        <ReasonDialog
          title="Pause delivery?"
          label="Why?"
          placeholder="For example: we move to another Twenty tonight"
          action="Pause delivery"
          isBusy={pausing.isPending}
          error={pausing.error}
          onReason={(reason) => pausing.mutate(reason)}
          onClose={() => setAsking(false)}
        >
          Nothing is written to Twenty until an admin resumes. Reps go on calling: their calls are kept here,
          and arrive afterwards.
        </ReasonDialog>
      ) : null}
    </div>
  );
};

import { IconCloudOff } from '@tabler/icons-react';
import { instantOf } from '../timers.ts';
import { clockTime } from '../ui/time.ts';
import { wordsFor } from '../worker-client/problem-error.ts';

type StaleLineProps = { query: { data: unknown; isError: boolean; error: unknown; dataUpdatedAt: number } };

/** What stands here is what was last read; the line goes by itself. */
export const StaleLine = ({ query: { data, isError, error, dataUpdatedAt } }: StaleLineProps) => (
  <div role="status">
    {data !== undefined && isError ? (
      <p className="history__away">
        <IconCloudOff size={14} aria-hidden="true" />
        {wordsFor(error).what} This is how it was at {clockTime(instantOf(dataUpdatedAt))}.
      </p>
    ) : null}
  </div>
);

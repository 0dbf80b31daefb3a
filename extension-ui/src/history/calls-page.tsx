import { useRef } from 'react';
import { moveInList } from '../ui/list-keys.ts';
import { useShortcuts } from '../ui/shortcuts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { CallRow } from './call-row.tsx';
import { useTodaysCalls } from './use-todays-calls.ts';
import './history.css';

/** Today's own calls beside the dial page, newest first, each once, wherever it is on its way. */
export const CallsPage = () => {
  const { list, held, hasMore } = useTodaysCalls();
  const rows = useRef<HTMLUListElement>(null);
  const move = (by: 1 | -1) => moveInList(rows.current, '.call-row__head', by);
  useShortcuts({ down: () => move(1), up: () => move(-1) });

  return (
    <section className="calls" aria-labelledby="calls-title">
      <h2 id="calls-title" className="calls__title">
        Today {list === null ? null : <span className="quiet figures">· {list.length}</span>}
      </h2>
      {held.isError ? <Trouble error={held.error} onTryAgain={() => void held.refetch()} /> : null}
      {list === null && !held.isError ? <Skeleton /> : null}
      {list?.length === 0 && !held.isError ? (
        <p className="notice">
          Your calls of today appear here, each with how far it has come on its way to Twenty.
        </p>
      ) : null}
      <ul ref={rows} className="calls__list">
        {list?.map((call) => (
          <CallRow key={call.report.callId} call={call} />
        ))}
      </ul>
      <p className="calls__more">
        {hasMore ? <span className="quiet">Only the newest calls are listed here. </span> : null}
        <a href="#/calls">All calls</a>
      </p>
    </section>
  );
};

const Skeleton = () => (
  <div className="calls__list" role="status">
    <span className="for-screen-readers">Reading today’s calls</span>
    {[1, 2, 3, 4].map((row) => (
      <div key={row} className="calls__skeleton">
        <div className="skeleton avatar" />
        <div className="calls__skeleton-words">
          <div className="skeleton calls__skeleton-line" />
          <div className="skeleton calls__skeleton-line calls__skeleton-line--short" />
        </div>
      </div>
    ))}
  </div>
);

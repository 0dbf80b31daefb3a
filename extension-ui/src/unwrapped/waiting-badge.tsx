import { useWaitingCalls } from './use-waiting-calls.ts';

/** How many calls wait for their wrap-up, put off or not; nothing when none does. */
export const WaitingBadge = () => {
  const { waiting, hasMore } = useWaitingCalls();
  const count = waiting?.length ?? 0;
  if (count === 0) return null;
  const figure = hasMore ? `${count}+` : String(count);
  return (
    <>
      <span className="tab__badge figures" aria-hidden="true">
        {figure}
      </span>
      <span className="for-screen-readers">, {waitingWords(figure)}</span>
    </>
  );
};

export const waitingWords = (figure: string): string =>
  figure === '1' ? '1 call waits for its wrap-up' : `${figure} calls wait for their wrap-up`;

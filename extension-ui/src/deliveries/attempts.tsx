import { IconCheck, IconCircleX, IconMinus, IconPlugConnectedX } from '@tabler/icons-react';
import type { DeliveryAttempt } from '@twenty-dialer/contract';
import { dateAndTime, fullTime } from '../ui/time.ts';
import { ANSWERS, FAILURES, lengthWords, recordsWords } from './delivery-words.ts';
import { JsonView } from './json-view.tsx';

/** Enough to tell workers apart. */
const HOLDER_LETTERS = 8;

const ICONS: Record<DeliveryAttempt['answer'], typeof IconCheck> = {
  taken: IconCheck,
  'taken-in-part': IconMinus,
  refused: IconCircleX,
  unanswered: IconPlugConnectedX,
  'not-sent': IconMinus,
};

/** Every document that was sent about the record, newest first: what was asked, what Twenty said. */
export const Attempts = ({ attempts }: { attempts: readonly DeliveryAttempt[] }) => (
  <section className="delivery__part">
    <h2>What was tried</h2>
    {attempts.length === 0 ? (
      <p className="quiet">Nothing was sent yet, or it was so long ago that it is not kept any more.</p>
    ) : (
      <ol className="attempts">
        {attempts.map((attempt) => (
          <Attempt key={attempt.id} attempt={attempt} />
        ))}
      </ol>
    )}
  </section>
);

const Attempt = ({ attempt }: { attempt: DeliveryAttempt }) => {
  const { startedAt, ms, answer, action, failure, rows, holder, message, field, code, subCode } = attempt;
  const Icon = ICONS[answer];
  const codes = [code, subCode].filter((one) => one !== null).join(' · ');
  return (
    <li className={`attempt attempt--${answer}`}>
      <Icon size={14} aria-hidden="true" className="attempt__icon" />
      <div className="attempt__words">
        <p className="attempt__head">
          <strong>{ANSWERS[answer]}</strong>
          {failure === null ? null : <span>{FAILURES[failure].label}</span>}
          <time className="quiet figures" dateTime={startedAt} title={fullTime(startedAt)}>
            {dateAndTime(startedAt)}
          </time>
        </p>
        {message === null || message === '' ? null : <p className="attempt__message">{message}</p>}
        {field === null ? null : (
          <p>
            Field: <code>{field}</code>
          </p>
        )}
        <p className="quiet figures">
          {action === 'read' ? 'Read' : 'Write'} of {recordsWords(rows)} in {lengthWords(ms)}, by worker{' '}
          {holder.slice(0, HOLDER_LETTERS)}
          {codes === '' ? '' : ` · ${codes}`}
        </p>
        <JsonView title="Request" value={attempt.request} />
        <JsonView title="Answer" value={attempt.response} />
      </div>
    </li>
  );
};

import { lazy, useEffect, useRef } from 'react';
import { useMay } from '../app/may.ts';
import { Points } from '../progression/points.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Dispensable } from '../ui/dispensable.tsx';
import { SyncMark } from '../ui/sync-mark.tsx';
import { dateAndTime, fullTime } from '../ui/time.ts';
import { Trouble } from '../ui/trouble.tsx';
import { isProblem } from '../worker-client/problem-error.ts';
import { AddNote } from './add-note.tsx';
import { CallActions } from './call-actions.tsx';
import { CallEdits } from './call-edits.tsx';
import { CallNotes } from './call-notes.tsx';
import { CallTimeline } from './call-timeline.tsx';
import { DirectionIcon, lineWords, nameWords, talkWords, useNumberWords } from './call-words.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { CorrectCall, useCorrection } from './correct-call.tsx';
import { OutcomeTag, usePresence } from './outcome-tag.tsx';
import { RefusedReport } from './refused-report.tsx';
import type { ShownCall } from './shown-call.ts';
import { useCallPage } from './use-call-page.ts';
import './call-page.css';

/** For the few who may see it. */
const RecordTrail = lazy(() => import('../audit/record-trail.tsx'));

/** One call: who, when, how it ended, what was said, what was changed, and what can be done now. */
export const CallPage = ({ callId }: { callId: string }) => {
  const { query, shown } = useCallPage(callId);
  const seesAudit = useMay('see-audit');
  if (shown !== null) {
    return (
      <article className="call-page" aria-labelledby="call-title">
        <Head shown={shown} />
        {query.isError ? <Trouble error={query.error} onTryAgain={() => void query.refetch()} /> : null}
        {shown.twenty?.state === 'away' ? (
          <p className="history__away" role="status">
            Twenty cannot be reached; this is what the dialer holds.
          </p>
        ) : null}
        <Attention shown={shown} />
        <Changes shown={shown} callId={callId} />
        <CallTimeline moments={shown.moments} />
        <CallEdits edits={shown.edits} />
        {seesAudit && shown.call.callId !== null ? (
          <Dispensable>
            <RecordTrail record={shown.call.callId} />
          </Dispensable>
        ) : null}
      </article>
    );
  }
  if (query.isError) {
    return isProblem(query.error, 'not-found') ? (
      <div className="notice" role="alert">
        <p>
          <strong>There is no such call.</strong> It may have been deleted in Twenty, or its address is not
          complete.
        </p>
        <p className="quiet">Code to quote: {query.error.problem.requestId}</p>
      </div>
    ) : (
      <Trouble error={query.error} onTryAgain={() => void query.refetch()} />
    );
  }
  return <PageSkeleton />;
};

const Head = ({ shown: { call, mark } }: { shown: ShownCall }) => {
  const number = useNumberWords()(call.number);
  const name = nameWords(call, number);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className="call-page__head">
      <div className="person-head">
        <Avatar name={name} />
        <div className="person-head__words">
          <h1 id="call-title" ref={heading} tabIndex={-1} className="call-page__name">
            {name}
          </h1>
          {name === number ? null : <p className="quiet figures">{number}</p>}
        </div>
        <SyncMark mark={mark} />
      </div>
      <p className="call-page__tags">
        <OutcomeTag call={call} />
        <DirectionIcon call={call} isWordShown />
        {call.isMine && call.points !== null ? <Points points={call.points} /> : null}
      </p>
      <dl className="facts">
        <Fact term="When" title={call.startedAt === null ? undefined : fullTime(call.startedAt)}>
          {call.startedAt === null ? '' : dateAndTime(call.startedAt, { hasWeekday: true })}
        </Fact>
        <Fact term="Talked">{talkWords(call)}</Fact>
        <Fact term="Line">{lineWords(call.line)}</Fact>
        <Fact term="Rep">{call.member?.name ?? ''}</Fact>
      </dl>
    </header>
  );
};

type FactProps = { term: string; title?: string | undefined; children: string };
const Fact = ({ term, title, children }: FactProps) =>
  children === '' ? null : (
    <>
      <dt>{term}</dt>
      <dd className="figures" title={title}>
        {children}
      </dd>
    </>
  );

/** What only a person can settle, in words. */
const Attention = ({ shown: { call, unsent } }: { shown: ShownCall }) => (
  <>
    {unsent?.state === 'conflict' ? <ConflictChoice entry={unsent} /> : null}
    {unsent?.state === 'refused' ? <RefusedReport entry={unsent} /> : null}
    {call.sync.attention.map(({ kind, message, objectName }) => (
      <p key={`${kind} ${objectName}`} className="call-row__attention">
        {message}
      </p>
    ))}
  </>
);

/** An own call can be changed, unless the dialer has it on the screen or two versions of it wait for a choice. */
const Changes = ({ shown, callId }: { shown: ShownCall; callId: string }) => {
  const { report, unsent, call, twenty } = shown;
  const present = usePresence(callId);
  const isElsewhere = present === 'live' || present === 'open';
  const changeable = isElsewhere || unsent?.state === 'conflict' ? null : report;
  const isWrappedUp = report?.stage === 'wrapped-up';
  const correction = useCorrection(callId);
  const canCorrect = changeable !== null && isWrappedUp;
  return (
    <>
      {isElsewhere ? (
        <p className="quiet">This call is on the dial page. It can be changed here once it is saved there.</p>
      ) : null}
      {report === null && call.isMine && twenty?.state === 'read' ? (
        <p className="quiet">
          This call was not recorded by this dialer. It is shown as Twenty has it, and can be changed there.
        </p>
      ) : null}
      <CallActions
        shown={shown}
        canWrapUp={changeable !== null && !isWrappedUp}
        correction={canCorrect ? correction : null}
      />
      {canCorrect && correction.touched !== null ? (
        <CorrectCall
          shown={shown}
          report={changeable}
          touched={correction.touched}
          onTouch={correction.keep}
          onClose={correction.close}
        />
      ) : null}
      <CallNotes notes={shown.notes} />
      {changeable === null ? null : <AddNote shown={shown} report={changeable} />}
    </>
  );
};

const PageSkeleton = () => (
  <div className="call-page" role="status">
    <span className="for-screen-readers">Reading the call</span>
    <div className="person-head">
      <div className="skeleton avatar" />
      <div className="skeleton h-skeleton__line" style={{ width: '60%' }} />
    </div>
    {[1, 2, 3, 4].map((line) => (
      <div key={line} className="skeleton h-skeleton__line" />
    ))}
  </div>
);

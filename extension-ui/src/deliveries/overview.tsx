import { IconPlayerPause, IconPlayerPlay, IconUserQuestion } from '@tabler/icons-react';
import type { DeliveryOverview, DeliveryStage, FailureKind } from '@twenty-dialer/contract';
import { useMinute } from '../history/use-minute.ts';
import { clockTime, dateAndTime } from '../ui/time.ts';
import { DayChart } from './day-chart.tsx';
import { ALL_STAGES, type DeliveriesSearch } from './deliveries-search.ts';
import { FAILURES, lengthWords, STAGES } from './delivery-words.ts';
import { STAGE_ICONS } from './stage-mark.tsx';
import type { SetDeliveriesSearch } from './use-set-search.ts';

export type OverviewProps = {
  overview: DeliveryOverview;
  search: DeliveriesSearch;
  onChange: SetDeliveriesSearch;
};

/** How delivery is doing: counts that narrow the list down when they are pressed, times, the budget and the last day. */
export const Overview = ({ overview, search, onChange }: OverviewProps) => {
  const now = useMinute();
  return (
    <section className="overview" aria-label="Overview">
      <div className="overview__counts">
        <StageCounts overview={overview} search={search} onChange={onChange} />
        <FailureCounts overview={overview} search={search} onChange={onChange} />
        <Times overview={overview} />
      </div>
      <DayChart hours={overview.hours} now={now} />
    </section>
  );
};

/** What has arrived is not counted: that is all there ever was. */
const ORDER = (Object.keys(STAGES) as DeliveryStage[]).filter((stage) => stage !== 'in-twenty');
const figure = new Intl.NumberFormat().format;

const StageCounts = ({ overview, search, onChange }: OverviewProps) => {
  const chosen = search.stages === undefined || search.stages === ALL_STAGES ? [] : search.stages;
  return (
    <fieldset className="overview__stages" aria-label="By state">
      {ORDER.map((stage) => {
        const isOn = chosen.length === 1 && chosen[0] === stage;
        const Icon = STAGE_ICONS[stage];
        const count = overview.stages.find((one) => one.stage === stage)?.count ?? 0;
        return (
          <button
            key={stage}
            type="button"
            className={`count ${count > 0 ? `count--${stage}` : ''}`}
            aria-pressed={isOn}
            title={STAGES[stage].words}
            onClick={() =>
              onChange({ stages: isOn ? undefined : [stage], failures: undefined, person: undefined })
            }
          >
            <span className="count__figure figures">{figure(count)}</span>
            <span className="count__label">
              <Icon size={14} aria-hidden="true" />
              {STAGES[stage].label}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
};

/** Room for them is always kept: a failure that comes in moves nothing. */
const FailureCounts = ({ overview, search, onChange }: OverviewProps) => {
  const chosen = search.failures ?? [];
  const known = new Map(overview.failures.map(({ failure, count }) => [failure, count]));
  const shown = (Object.keys(FAILURES) as FailureKind[]).filter(
    (failure) => (known.get(failure) ?? 0) > 0 || chosen.includes(failure),
  );
  const isUnmatched = search.person === 'none';
  return (
    <fieldset className="overview__failures" aria-label="By what is wrong">
      {shown.map((failure) => {
        const isOn = chosen.includes(failure);
        return (
          <button
            key={failure}
            type="button"
            className="chip chip__count"
            aria-pressed={isOn}
            title={`${FAILURES[failure].words} ${FAILURES[failure].remedy}`}
            onClick={() =>
              onChange({ failures: isOn ? undefined : [failure], stages: undefined, person: undefined })
            }
          >
            {FAILURES[failure].label} <span className="figures">{figure(known.get(failure) ?? 0)}</span>
          </button>
        );
      })}
      {overview.unmatched > 0 || isUnmatched ? (
        <button
          type="button"
          className="chip chip__count"
          aria-pressed={isUnmatched}
          title="Calls whose number belongs to nobody in Twenty. Choose the person for each."
          onClick={() =>
            onChange({ person: isUnmatched ? undefined : 'none', failures: undefined, stages: undefined })
          }
        >
          <IconUserQuestion size={14} aria-hidden="true" />
          Calls without a person <span className="figures">{figure(overview.unmatched)}</span>
        </button>
      ) : null}
      {shown.length === 0 && overview.unmatched === 0 && !isUnmatched ? (
        <p className="quiet">Nothing is wrong.</p>
      ) : null}
    </fieldset>
  );
};

const Times = ({ overview: { oldestWaitingMs, lag, budget } }: Pick<OverviewProps, 'overview'>) => {
  const minutes = Math.round(budget.windowMs / 60_000);
  const words = `${figure(budget.left)} of ${figure(budget.capacity)} requests left ${minutes <= 1 ? 'this minute' : `in ${minutes} minutes`}`;
  return (
    <dl className="overview__times figures">
      <div>
        <dt>Oldest waiting</dt>
        <dd>{oldestWaitingMs === null ? 'none' : lengthWords(oldestWaitingMs)}</dd>
      </div>
      <div title="From due to delivered, records of calls, the last hour">
        <dt>Lag (p50 · p95 · p99)</dt>
        <dd>
          {lag === null
            ? 'nothing in the last hour'
            : [lag.p50Ms, lag.p95Ms, lag.p99Ms].map(lengthWords).join(' · ')}
        </dd>
      </div>
      <div>
        <dt>Budget of Twenty</dt>
        <dd className="gauge">
          <meter
            className="for-screen-readers"
            aria-label="Budget of Twenty"
            min={0}
            max={budget.capacity}
            value={Math.max(0, Math.min(budget.left, budget.capacity))}
          >
            {words}
          </meter>
          <div className="gauge__bar" aria-hidden="true">
            <div
              className="gauge__fill"
              style={{ width: `${(Math.max(0, budget.left) / Math.max(1, budget.capacity)) * 100}%` }}
            />
          </div>
          <span aria-hidden="true" title={words}>
            {figure(budget.left)} of {figure(budget.capacity)}
          </span>
        </dd>
      </div>
    </dl>
  );
};

/** Whether records are going to Twenty at the moment, since when, and what to do when they are not. */
export const StatusLine = ({ overview: { status, pause } }: Pick<OverviewProps, 'overview'>) => {
  // The worker notices a stop with its next look; whoever pressed it must not read "running" until then.
  const state = pause === null ? status.state : 'paused';
  const Icon = state === 'running' ? IconPlayerPlay : IconPlayerPause;
  const isOfToday = new Date(status.since).toDateString() === new Date().toDateString();
  const since = isOfToday ? clockTime(status.since) : dateAndTime(status.since);
  return (
    <p className={`status-line status-line--${state}`} role="status">
      <Icon size={14} aria-hidden="true" />
      <strong>{pause === null ? STATES[state] : `Paused by ${pause.by}`}</strong>
      <span className="status-line__since"> since {pause === null ? since : dateAndTime(pause.since)}</span>
      {pause === null && status.message === '' ? null : (
        <span className="status-line__message">{pause === null ? status.message : `“${pause.reason}”`}</span>
      )}
    </p>
  );
};
const STATES = { running: 'Running', 'waiting-for-twenty': 'Waiting for Twenty', paused: 'Paused' };

/** The shape of the overview to come. */
export const OverviewSkeleton = () => (
  <div className="overview" role="status">
    <span className="for-screen-readers">Reading how delivery is doing</span>
    <div className="overview__counts">
      <div className="overview__stages">
        {ORDER.map((stage) => (
          <div key={stage} className="skeleton count" />
        ))}
      </div>
      <div className="skeleton overview__failures" />
      <div className="skeleton overview__times-skeleton" />
    </div>
    <div className="skeleton day-chart" />
  </div>
);

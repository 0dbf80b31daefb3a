import { IconX } from '@tabler/icons-react';
import type { DeliveryJob } from '@twenty-dialer/contract';
import { useRef, useState } from 'react';
import { useMay } from '../app/may.ts';
import { wordsFor } from '../worker-client/problem-error.ts';
import { jobWords } from './delivery-words.ts';
import { useCancelJob, useJobs, useOwnJobs } from './use-jobs.ts';
import './job-bar.css';

/** Background jobs on every page of an admin until they are done: what, how far, and a way to stop. */
const JobBar = () => {
  const { data } = useJobs();
  const shown = useShown(data?.jobs ?? []);
  return (
    <>
      {/* The figures change every second: to be heard are only the beginning and the end. */}
      <p className="for-screen-readers" role="status">
        {shown.jobs.map(spokenWords).join(' ')}
      </p>
      {shown.jobs.length === 0 ? null : (
        <aside className="jobs" aria-label="Background jobs">
          <ul>
            {shown.jobs.map((job) => (
              <Job
                key={job.id}
                job={job}
                isOwn={shown.own.includes(job.id)}
                onClose={() => shown.close(job.id)}
              />
            ))}
          </ul>
        </aside>
      )}
    </>
  );
};
export default JobBar;

/** Those that run, and those that this window saw running until somebody closes them. */
const useShown = (jobs: readonly DeliveryJob[]) => {
  const seen = useRef(new Set<string>());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const own = useOwnJobs();
  for (const { id, state } of jobs) if (state === 'running' || own.includes(id)) seen.current.add(id);
  return {
    own,
    jobs: jobs.filter(({ id }) => seen.current.has(id) && !closed.has(id)).slice(0, MOST_SHOWN),
    close: (id: string) => setClosed((before) => new Set([...before, id])),
  };
};
const MOST_SHOWN = 3;

type JobProps = {
  job: DeliveryJob;
  /** Begun in this window. */
  isOwn: boolean;
  onClose: () => void;
};
const Job = ({ job, isOwn, onClose }: JobProps) => {
  const cancel = useCancelJob();
  const mayAct = useMay('act-on-deliveries');
  const isRunning = job.state === 'running';
  const problem = cancel.error === null ? null : wordsFor(cancel.error);
  return (
    <li className="job">
      <span className="job__words figures one-line" title={`By ${job.by}`}>
        {jobWords(job)}
        {isOwn ? null : <span className="quiet"> By {job.by}</span>}
      </span>
      {isRunning ? <Progress job={job} /> : null}
      {isRunning && mayAct ? (
        <button
          type="button"
          className="button"
          aria-disabled={cancel.isPending}
          onClick={() => {
            if (!cancel.isPending) cancel.mutate(job.id);
          }}
        >
          Cancel
          <span className="for-screen-readers"> {jobName(job)}</span>
        </button>
      ) : null}
      {isRunning ? null : (
        <button
          type="button"
          className="button button--plain button--icon"
          aria-label={`Close: ${jobWords(job)}`}
          onClick={onClose}
        >
          <IconX size={16} aria-hidden="true" />
        </button>
      )}
      {problem === null ? null : (
        <p className="job__trouble" role="alert">
          {problem.what} {problem.remedy}
        </p>
      )}
    </li>
  );
};

const Progress = ({ job }: { job: DeliveryJob }) => {
  const handled = Math.min(job.done + job.skipped, job.total);
  return (
    <span
      className="job__bar"
      role="progressbar"
      aria-label={jobName(job)}
      aria-valuemin={0}
      aria-valuemax={job.total}
      aria-valuenow={handled}
    >
      <span className="job__fill" style={{ width: `${(handled / Math.max(1, job.total)) * 100}%` }} />
    </span>
  );
};

const jobName = ({ action }: DeliveryJob): string => (action === 'redrive' ? 'Trying again' : 'Dismissing');
const spokenWords = (job: DeliveryJob): string =>
  job.state === 'running' ? `${jobName(job)}: ${job.total}.` : jobWords(job);

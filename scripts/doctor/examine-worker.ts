import { type DeliveryStatus, Health, Readiness, type StorageRoom } from '../../contract/src/index.ts';
import { askWorker } from './ask-worker.ts';
import type { DoctorDeps } from './deps.ts';
import { type Finding, ill, odd, well } from './finding.ts';

/** The worker runs, and is of this release. */
export const examineWorker = async ({ installation, fetch, version }: DoctorDeps): Promise<Finding> => {
  const { internalUrl } = installation;
  const answer = await askWorker(fetch, `${internalUrl}/healthz`);
  if (answer.fault !== null) {
    return ill(
      `No worker answers at ${internalUrl} (${answer.fault}).`,
      'Start it (npm start, or docker compose up) and look at its log. If it listens elsewhere set DIALER_PORT, DIALER_PUBLIC_URL or DIALER_INTERNAL_URL.',
    );
  }
  const health = Health.safeParse(answer.json);
  if (!health.success) {
    return ill(
      `What answers at ${internalUrl} is not the worker (HTTP ${answer.status}).`,
      'Another program has its port, or DIALER_PUBLIC_URL or DIALER_INTERNAL_URL names the wrong place.',
    );
  }
  if (health.data.status === 'stopping') {
    return ill('The worker is stopping.', 'Start it again when it has stopped.');
  }
  return health.data.version === version
    ? well(`The worker ${version} runs at ${internalUrl}.`)
    : odd(
        `The worker is version ${health.data.version}, this command ${version}.`,
        'Start the worker again after an update, or run the doctor of the release that runs.',
      );
};

/** The worker's database answers it, and has room for calls. */
export const examineStore = async (deps: DoctorDeps): Promise<Finding> => {
  const readiness = await readinessOf(deps);
  if (readiness === null) return UNREADABLE;
  if (readiness.store !== 'up') {
    return ill(
      'The database of the worker does not answer, so no call can be taken in.',
      'Look at the log of the worker, and at the server that DATABASE_URL names.',
    );
  }
  return ROOM[readiness.room];
};

const MAKE_ROOM = 'Make room on the disk that holds DIALER_DATA_DIR. The reserve is DIALER_FREE_SPACE_MB.';
const ROOM: Record<StorageRoom, Finding> = {
  enough: well('The database of the worker answers.'),
  low: odd('The disk of the worker is getting full: soon no more calls are taken in.', MAKE_ROOM),
  none: ill(
    'The disk of the worker is almost full, so calls are not taken in: they wait on the computers of those who made them.',
    MAKE_ROOM,
  ),
};

/** Calls that are taken in get to Twenty. */
export const examineDelivery = async (deps: DoctorDeps): Promise<Finding> => {
  const readiness = await readinessOf(deps);
  if (readiness === null) return UNREADABLE;
  const { state, since, message } = readiness.delivery;
  if (state === 'running') return well('Calls are delivered.');
  return ill(`Delivery has stood still since ${since}: ${message ?? state}`, REMEDIES[state]);
};

const REMEDIES: Record<Exclude<DeliveryStatus['state'], 'running'>, string> = {
  'waiting-for-twenty':
    'Nothing is lost. If Twenty is well above, the worker asks it again within half a minute; else bring Twenty back.',
  paused: 'Run npm run connect, then start the worker again. Calls wait and are delivered after that.',
};

const UNREADABLE = ill(
  'The worker answers /readyz in a way that this release does not know.',
  'Run the doctor of the release that runs.',
);

const readinessOf = async ({ installation, fetch }: DoctorDeps): Promise<Readiness | null> => {
  const answer = await askWorker(fetch, `${installation.internalUrl}/readyz`);
  const readiness = Readiness.safeParse(answer.fault === null ? answer.json : null);
  return readiness.success ? readiness.data : null;
};

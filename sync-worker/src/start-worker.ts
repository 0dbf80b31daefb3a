import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { Logger } from 'pino';
import packageJson from '../package.json' with { type: 'json' };
import { createAlerts } from './alerts/create-alerts.ts';
import { createSenders } from './alerts/senders.ts';
import { createApp } from './app.ts';
import type { BackgroundLoop } from './background-loop.ts';
import type { Config } from './config.ts';
import { createJobRunner } from './deliveries/job-runner.ts';
import { createDelivery } from './delivery/create-delivery.ts';
import { type DeliveryClock, systemClock } from './delivery/deps.ts';
import { type DeliverySettings, deliverySettings } from './delivery/settings.ts';
import { serve } from './http/serve.ts';
import { createSetup } from './http/setup-state.ts';
import { loadSecretKey } from './identity/secret-key.ts';
import { createCurrentWorkspace } from './identity/workspace.ts';
import { createMatching } from './matching/create-matching.ts';
import { noteNumbers } from './matching/listen.ts';
import { createAttemptCounts } from './metrics/attempt-counts.ts';
import { createMirror } from './mirror/create-mirror.ts';
import type { MirrorOfWorkspace } from './mirror/routes.ts';
import { mirrorSettings } from './mirror/settings.ts';
import { createProjections } from './projections/create-projections.ts';
import { COUNT_INTERVAL_MS } from './projections/keep-up.ts';
import { createReconciliation } from './reconciliation/create-reconciliation.ts';
import { reconciliationSettings } from './reconciliation/deps.ts';
import { createRetention } from './retention/create-retention.ts';
import { kept } from './retention/kept.ts';
import { keptTrail } from './retention/trail.ts';
import { usualSettings } from './settings/usual.ts';
import { createSettingsInForce } from './settings/workspace-settings.ts';
import { actingAsWork } from './store/acting-port.ts';
import { openStore } from './store/open-store.ts';
import { createFreeSpace } from './store/pglite/free-space.ts';
import type { MaintenanceTimes } from './store/pglite/maintenance.ts';
import { createTwentyAccess } from './twenty/access.ts';
import { createTwentyCallLinks } from './twenty/call-links.ts';
import { createTwentyCalls } from './twenty/calls.ts';
import { createTwentyClient } from './twenty/client.ts';
import { credentialsOf } from './twenty/credentials-of.ts';
import { createTwentyLook } from './twenty/look.ts';
import { createTwentyMirror } from './twenty/mirror.ts';
import { createTwentyPeople } from './twenty/people.ts';
import { createTwentyProgression } from './twenty/progression.ts';
import { createTwentyReconciliation } from './twenty/reconciliation.ts';
import { createTwentyRecords } from './twenty/records.ts';
import { createTwentySignIn } from './twenty/sign-in.ts';

/** How long requests under way may take when the worker stops. The browser keeps what is cut off and sends it again. */
const REQUEST_PATIENCE_MS = 5_000;
/** How long "ready" waits for Twenty's first answer. A Twenty that is away never stops the start. */
const FIRST_ANSWER_PATIENCE_MS = 3_000;
const MINUTE_MS = 60_000;

/** How often the disk is looked at when no report asks. */
const LOOK_FOR_ROOM_MS = 30_000;

export interface WorkerOptions {
  /** How often the embedded store is tidied up. Its own times are right; a bench looks at what tidying up costs. */
  readonly maintenance?: Partial<MaintenanceTimes>;
  /** What the process itself waits by. Due times and leases go by the store's clock, whatever this one says. */
  readonly clock?: DeliveryClock;
  /** In place of what fits the credentials: a test of faults lifts the budget. */
  readonly delivery?: Partial<DeliverySettings>;
  /** Milliseconds for one request to Twenty. */
  readonly twentyTimeoutMs?: number;
}

/** Starts the worker, picks every implementation, and resolves to how to stop it again, in the order that loses nothing. */
export const startWorker = async (
  config: Config,
  log: Logger,
  { maintenance, clock = systemClock, delivery = {}, ...options }: WorkerOptions = {},
): Promise<() => Promise<void>> => {
  for (const warning of config.warnings) log.warn(warning);
  const stopping = new AbortController();
  const secretKey = await loadSecretKey(config.secretKey, config.dataDir);
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    log,
    maintenance,
    // A worker without its store can promise nothing. Whoever supervises it starts it again, on what was committed.
    onLost: (error) => {
      log.fatal({ err: error }, 'the store is lost');
      process.exit(1);
    },
  });

  const { twenty, publicUrl, defaultCountry } = config;
  const client = createTwentyClient({
    url: twenty.apiUrl,
    ...(options.twentyTimeoutMs === undefined ? {} : { timeoutMs: options.twentyTimeoutMs }),
  });
  const credentials = credentialsOf(twenty);
  const records = createTwentyRecords({ client, credentials });
  const workspace = createCurrentWorkspace({
    store,
    twenty: records,
    twentyUrl: twenty.apiUrl,
    log,
    now: () => new Date(),
    sleep: clock.wait,
    stopping: stopping.signal,
  });

  // Where a database server keeps its files is not for the worker to look at: it says itself when it is full.
  const reserveMb = store.kind === 'pglite' ? config.freeSpaceMb : 0;
  const room = createFreeSpace({ folder: config.dataDir, reserveMb, statfs, nowMs: Date.now, log });
  // So that an admin reads of it in the log also when nobody calls.
  const looks = setInterval(() => void room(), LOOK_FOR_ROOM_MS).unref();
  stopping.signal.addEventListener('abort', () => clearInterval(looks));

  const inForce = createSettingsInForce({ store, usual: usualSettings(config), log });
  const senders = createSenders(config.alerts, { fetch, nowMs: Date.now });
  const attempts = createAttemptCounts();
  const settings = { ...deliverySettings(credentials.kind), ...delivery };
  const { budget } = settings;
  // On the embedded store a rep who wraps a call up, or looks for somebody, waits for none of these.
  const background = store.inBackground();
  const loops: BackgroundLoop[] = [];
  let mirror: MirrorOfWorkspace | null = null;
  workspace.onKnown(({ id }) => {
    // Twenty may be another workspace one day: what went on for the one before ends.
    for (const loop of loops) void loop.stop();
    const wallClock = { nowMs: Date.now, wait: clock.wait };
    const common = { store: background, workspaceId: id, log };
    const people = createMirror({
      ...common,
      twenty: createTwentyMirror({ client, credentials, defaultCountry }),
      clock: wallClock,
      random: Math.random,
      holder: randomUUID(),
      settings: mirrorSettings(budget),
      listeners: { people: noteNumbers },
    });
    mirror = { ...people, workspaceId: id };
    const started: Record<string, BackgroundLoop> = {
      delivery: createDelivery({
        ...common,
        twenty: records,
        clock,
        random: Math.random,
        holder: randomUUID(),
        settings,
        onAttempt: attempts.note,
      }),
      retention: createRetention({
        ...common,
        kept: [...kept(config), ...keptTrail({ days: config.auditDays, archiveDir: config.auditArchiveDir })],
        wait: clock.wait,
      }),
      alerts: createAlerts({
        ...common,
        limits: async () => {
          const { waitingMinutes, deadLetters } = (await inForce.of(id)).alerts;
          return { waitingMs: waitingMinutes * MINUTE_MS, deadLetters };
        },
        senders,
        publicUrl,
        room,
        random: Math.random,
        newId: randomUUID,
        wait: clock.wait,
      }),
      figures: createProjections({ ...common, intervalMs: COUNT_INTERVAL_MS, wait: clock.wait }),
      mirror: people,
      'delivery-jobs': createJobRunner({ ...common, wait: clock.wait }),
      comparison: createReconciliation({
        ...common,
        twenty: createTwentyReconciliation({ client, credentials }),
        clock: wallClock,
        random: Math.random,
        holder: randomUUID(),
        settings: reconciliationSettings(budget, config.reconcileAt),
      }),
      matching: createMatching({
        ...common,
        ownNumbers: async () => new Set<string>((await inForce.of(id)).ownNumbers),
        clock: wallClock,
      }),
    };
    for (const [work, loop] of Object.entries(started)) {
      void actingAsWork(work, () => loop.run(stopping.signal));
      loops.push(loop);
    }
  });

  const app = createApp({
    config,
    store,
    workspace,
    settings: inForce,
    twentySignIn: createTwentySignIn({ ...twenty, client, nowMs: Date.now }),
    calls: createTwentyCalls({ client }),
    callLinks: createTwentyCallLinks({ client }),
    twentyAccess: createTwentyAccess({ client }),
    look: createTwentyLook({ client }),
    people: createTwentyPeople({ client, frontUrl: twenty.frontUrl, defaultCountry }),
    progression: createTwentyProgression({ client }),
    delivery: { attempts, budget },
    mirror: () => mirror,
    setup: createSetup({ twenty, workspace: workspace.state, fetch }),
    secretKey,
    log,
    nowMs: Date.now,
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
    room,
    stopping: stopping.signal,
    version: packageJson.version,
  });

  try {
    const server = await serve(app, config);
    // Whoever opens the printed address at once must not be told that Twenty is away, only because nobody has asked yet.
    const known = new Promise<void>((resolve) => workspace.onKnown(() => resolve()));
    void workspace.learn();
    await Promise.race([known, systemClock.wait(FIRST_ANSWER_PATIENCE_MS, stopping.signal)]);
    log.info({ url: publicUrl, store: store.kind, twenty: twenty.apiUrl }, 'the worker is ready');
    process.send?.({ type: 'ready', url: publicUrl });
    return async () => {
      stopping.abort();
      await Promise.all([server.close(REQUEST_PATIENCE_MS), ...loops.map((loop) => loop.stop())]);
      await store.close();
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};

import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { WorkspaceId } from '@twenty-dialer/contract';
import type { Logger } from 'pino';
import packageJson from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { createDelivery, type Delivery } from './delivery/create-delivery.ts';
import { systemClock } from './delivery/deps.ts';
import { createForgetting, type Forgetting } from './delivery/forget-attempts.ts';
import { deliverySettings } from './delivery/settings.ts';
import { serve } from './http/serve.ts';
import { createSetup } from './http/setup-state.ts';
import { loadSecretKey } from './identity/secret-key.ts';
import { createCurrentWorkspace } from './identity/workspace.ts';
import { createMatching, type Matching } from './matching/create-matching.ts';
import { noteNumbers } from './matching/listen.ts';
import { createAttemptCounts } from './metrics/attempt-counts.ts';
import { createMirror, type Mirror } from './mirror/create-mirror.ts';
import { mirrorSettings } from './mirror/settings.ts';
import { createProjections, type Projections } from './projections/create-projections.ts';
import { COUNT_INTERVAL_MS } from './projections/keep-up.ts';
import { openStore } from './store/open-store.ts';
import { createFreeSpace } from './store/pglite/free-space.ts';
import type { MaintenanceTimes } from './store/pglite/maintenance.ts';
import { createTwentyCallLinks } from './twenty/call-links.ts';
import { createTwentyCalls } from './twenty/calls.ts';
import { createTwentyClient } from './twenty/client.ts';
import { credentialsOf } from './twenty/credentials-of.ts';
import { createTwentyMirror } from './twenty/mirror.ts';
import { createTwentyPeople } from './twenty/people.ts';
import { createTwentyProgression } from './twenty/progression.ts';
import { createTwentyRecords } from './twenty/records.ts';
import { createTwentySignIn } from './twenty/sign-in.ts';

/** How long requests under way may take when the worker stops. The browser keeps what is cut off and sends it again. */
const REQUEST_PATIENCE_MS = 5_000;
/** How long "ready" waits for Twenty's first answer. A Twenty that is away never stops the start. */
const FIRST_ANSWER_PATIENCE_MS = 3_000;
const DAY_MS = 86_400_000;

/** How often the disk is looked at when no report asks. */
const LOOK_FOR_ROOM_MS = 30_000;

export interface WorkerOptions {
  /** How often the embedded store is tidied up. Its own times are right; a bench looks at what tidying up costs. */
  readonly maintenance?: Partial<MaintenanceTimes>;
}

/** Starts the worker, picks every implementation, and resolves to how to stop it again, in the order that loses nothing. */
export const startWorker = async (
  config: Config,
  log: Logger,
  { maintenance }: WorkerOptions = {},
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
  const client = createTwentyClient({ url: twenty.apiUrl });
  const credentials = credentialsOf(twenty);
  const records = createTwentyRecords({ client, credentials });
  const workspace = createCurrentWorkspace({
    store,
    twenty: records,
    twentyUrl: twenty.apiUrl,
    log,
    now: () => new Date(),
    sleep: systemClock.wait,
    stopping: stopping.signal,
  });

  const attempts = createAttemptCounts();
  const { budget } = deliverySettings(credentials.kind);
  const deliveries: Delivery[] = [];
  const forgettings: Forgetting[] = [];
  const projections: Projections[] = [];
  const matchings: Matching[] = [];
  const mirrors: (Mirror & { readonly workspaceId: WorkspaceId })[] = [];
  // On the embedded store a rep who wraps a call up, or looks for somebody, waits for none of these.
  const background = store.inBackground();
  workspace.onKnown(({ id }) => {
    const earlier = deliveries.at(-1);
    const delivery = createDelivery({
      store: background,
      workspaceId: id,
      twenty: records,
      log,
      clock: systemClock,
      random: Math.random,
      holder: randomUUID(),
      settings: deliverySettings(credentials.kind),
      onAttempt: attempts.note,
    });
    deliveries.push(delivery);
    void earlier?.stop();
    void delivery.run(stopping.signal);
    void forgettings.at(-1)?.stop();
    const forgetting = createForgetting({
      store: background,
      workspaceId: id,
      keepMs: config.attemptsDays * DAY_MS,
      log,
      wait: systemClock.wait,
    });
    forgettings.push(forgetting);
    void forgetting.run(stopping.signal);
    void projections.at(-1)?.stop();
    const counting = createProjections({
      store: background,
      workspaceId: id,
      intervalMs: COUNT_INTERVAL_MS,
      log,
      wait: systemClock.wait,
    });
    projections.push(counting);
    void counting.run(stopping.signal);
    void mirrors.at(-1)?.stop();
    const mirror = createMirror({
      store: background,
      workspaceId: id,
      twenty: createTwentyMirror({ client, credentials, defaultCountry }),
      log,
      clock: { nowMs: Date.now, wait: systemClock.wait },
      random: Math.random,
      holder: randomUUID(),
      settings: mirrorSettings(budget),
      listeners: { people: noteNumbers },
    });
    mirrors.push({ ...mirror, workspaceId: id });
    void mirror.run(stopping.signal);
    void matchings.at(-1)?.stop();
    const matching = createMatching({
      store: background,
      workspaceId: id,
      ownNumbers: config.ownNumbers,
      log,
      clock: { nowMs: Date.now, wait: systemClock.wait },
    });
    matchings.push(matching);
    void matching.run(stopping.signal);
  });

  // Where a database server keeps its files is not for the worker to look at: it says itself when it is full.
  const reserveMb = store.kind === 'pglite' ? config.freeSpaceMb : 0;
  const room = createFreeSpace({ folder: config.dataDir, reserveMb, statfs, nowMs: Date.now, log });
  // So that an admin reads of it in the log also when nobody calls.
  const looks = setInterval(() => void room(), LOOK_FOR_ROOM_MS).unref();
  stopping.signal.addEventListener('abort', () => clearInterval(looks));

  const app = createApp({
    config,
    store,
    workspace,
    twentySignIn: createTwentySignIn({ ...twenty, client, nowMs: Date.now }),
    calls: createTwentyCalls({ client }),
    callLinks: createTwentyCallLinks({ client }),
    people: createTwentyPeople({ client, frontUrl: twenty.frontUrl, defaultCountry }),
    progression: createTwentyProgression({ client }),
    delivery: { attempts, budget },
    mirror: () => mirrors.at(-1) ?? null,
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
      await Promise.all([
        server.close(REQUEST_PATIENCE_MS),
        ...deliveries.map((delivery) => delivery.stop()),
        ...forgettings.map((forgetting) => forgetting.stop()),
        ...projections.map((counting) => counting.stop()),
        ...mirrors.map((mirror) => mirror.stop()),
        ...matchings.map((matching) => matching.stop()),
      ]);
      await store.close();
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};

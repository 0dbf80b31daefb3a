import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CHANGE_CHANNEL, type Listener, type StoreLog } from '../database.ts';

interface ListenOptions {
  readonly listener: Listener;
  readonly log: StoreLog;
}

const RECONNECT_AFTER_MS = [250, 500, 1_000, 2_000, 5_000];
const PROBE_EVERY_MS = 20_000;
const PROBE_TIMEOUT_MS = 10_000;

/**
 * Hears notifications on a connection of its own, and makes a new one when it breaks. Returns how to stop.
 * Rejects when the first connection cannot be made.
 */
export const listen = async (
  connect: pg.ClientConfig,
  { listener, log }: ListenOptions,
): Promise<() => Promise<void>> => {
  const stopping = new AbortController();
  let current = await openListener(connect, listener);

  const stayConnected = async () => {
    while (!stopping.signal.aborted) {
      await current.broken;
      if (stopping.signal.aborted) return;
      log.warn('the connection that hears of store changes broke; making a new one');
      current = await reopen();
      listener.onGap();
    }
  };

  const reopen = async () => {
    for (let attempt = 0; ; attempt += 1) {
      await pause(RECONNECT_AFTER_MS[attempt] ?? 5_000, undefined, { signal: stopping.signal });
      try {
        return await openListener(connect, listener);
      } catch (error) {
        log.debug({ err: error }, 'still no connection for store changes');
      }
    }
  };

  const done = stayConnected().catch((error: unknown) => {
    if (!stopping.signal.aborted) log.error({ err: error }, 'store changes are no longer heard');
  });
  return async () => {
    stopping.abort();
    await current.close();
    await done;
  };
};

/** `broken` resolves when the connection has ended, for whatever reason. */
const openListener = async (connect: pg.ClientConfig, listener: Listener) => {
  const client = new pg.Client(connect);
  const broken = new Promise<void>((resolve) => {
    client.once('end', () => resolve());
    // Heard, so that it does not end the process; 'end' follows.
    client.on('error', () => undefined);
  });
  client.on('notification', ({ payload }) => listener.onNotification(payload ?? ''));
  await client.connect();
  await client.query(`listen ${CHANGE_CHANNEL}`);
  const probe = setInterval(() => void probeOnce(client), PROBE_EVERY_MS);
  probe.unref();
  void broken.then(() => clearInterval(probe));
  return { broken, close: () => client.end().catch(() => undefined) };
};

/** A connection whose other end vanished says nothing for hours, so it is asked. */
const probeOnce = async (client: pg.Client): Promise<void> => {
  try {
    await client.query(Object.assign({ text: 'select 1' }, { query_timeout: PROBE_TIMEOUT_MS }));
  } catch {
    client.end().catch(() => undefined);
  }
};

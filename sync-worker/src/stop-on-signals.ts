import type { Logger } from 'pino';

/**
 * Ties the process to its end: the first SIGTERM, SIGINT, or the death of the parent that started it stops it in good
 * order; the second one at once. An error that nobody caught ends it too: what is accepted is in the store, and a
 * process in an unknown state must not go on.
 */
export const stopOnSignals = (stop: () => Promise<void>, log: Logger): void => {
  let isStopping = false;
  const stopFor = (reason: string) => {
    if (isStopping) {
      log.warn({ reason }, 'stopping at once');
      process.exit(1);
    }
    isStopping = true;
    log.info({ reason }, 'stopping: what is under way is finished first');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the worker did not stop in good order');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopFor(signal));
  // Only whoever was started with a channel hears this. The parent's death must not leave a worker behind.
  process.on('disconnect', () => stopFor('the parent process is gone'));
  // It may have died while this file was still being loaded. Without a channel this is undefined.
  if (process.connected === false) stopFor('the parent process is gone');
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, event);
      process.exit(1);
    });
  }
};

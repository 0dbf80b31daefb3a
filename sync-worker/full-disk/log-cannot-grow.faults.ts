import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openStoreAndDatabase } from '../src/store/open-store.ts';
import { aReport, wrappedUp } from '../src/testing/store-fixtures.ts';
import { copyEmptyDatabase } from '../src/testing/store-template.ts';
import { createWorld } from '../src/testing/store-world.ts';
import { until } from '../src/testing/until.ts';
import { openSmallDisk } from './small-disk.ts';

const MB = 1024 * 1024;
const MOST_CALLS = 10_000;

test('a write-ahead log that cannot grow ends the database at once, and every call that it had answered for is kept', async () => {
  const disk = openSmallDisk(200);
  onTestFinished(disk.close);
  await copyEmptyDatabase(disk.folder);
  const heard: { lost: Error | null } = { lost: null };
  const open = () =>
    openStoreAndDatabase({
      dataDir: disk.folder,
      log: pino({ level: 'silent' }),
      onLost: (error) => {
        heard.lost = error;
      },
    });
  const { store, database } = await open();
  const world = createWorld({ store, database });
  // Room for one more file of the log, and not for two.
  disk.fill(20 * MB);
  let accepted = 0;
  while (heard.lost === null && accepted < MOST_CALLS) {
    const note = randomBytes(11_000).toString('base64');
    const report = wrappedUp(aReport(world.memberId, { note }));
    const isAccepted = await world
      .tx((t) => t.calls.accept(report))
      .then(
        () => true,
        () => false,
      );
    if (!isAccepted) break;
    accepted += 1;
  }
  await until('the database is known to be lost', async () => heard.lost ?? undefined);
  await store.close();

  // Starting on the full disk may fail, but not without an end.
  await open().then(
    (again) => again.store.close(),
    () => undefined,
  );
  disk.makeRoom();
  const again = await open();
  onTestFinished(() => again.store.close());
  const rows = await again.database.transaction({}, (query) =>
    query('select count(*)::integer as count from dialer.call'),
  );
  const [held] = z.array(z.object({ count: z.number() })).parse(rows);
  // One more, when its answer was lost with the database.
  expect([accepted, accepted + 1]).toContain(held?.count);
});

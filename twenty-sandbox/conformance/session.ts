import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Answer, type Caller, createClient, type TwentyClient } from './client.ts';
import { createRecordKeeper, type RecordKeeper } from './record-keeper.ts';
import { TARGETS, type Target } from './targets.ts';

/** What a group of tests works with on one Twenty. */
export interface Session extends TwentyClient, RecordKeeper {
  readonly target: Target;
}

/** The session of the running group; ask it inside a test, not while tests are being declared. */
export type CurrentSession = () => Session;

/**
 * Declares the same tests on every Twenty there is. What they make is destroyed afterwards, whatever came of them.
 * `needs` names what a group cannot do without; where it is missing the group is said to be not run.
 */
export const onEveryTwenty = (
  title: string,
  declare: (session: CurrentSession, target: Target) => void,
  needs: (target: Target) => string | null = () => null,
): void => {
  for (const target of TARGETS) {
    const missing = needs(target);
    if (missing !== null) {
      console.log(`Not run on ${target.name}: ${title} (${missing}).`);
      continue;
    }
    describe(`${title}, on ${target.name}`, () => {
      let session: Session | null = null;
      let stop = async () => {};
      beforeAll(async () => {
        const started = await target.start();
        stop = started.stop;
        const client = await createClient(target, started.url, wait);
        session = { target, ...client, ...createRecordKeeper(client, { hasTimeline: target.isReal, wait }) };
      });
      afterAll(async () => {
        try {
          await session?.clearUp();
        } finally {
          await stop();
        }
      });
      declare(() => {
        if (session === null) throw new Error('The session is there only while tests run.');
        return session;
      }, target);
    });
  }
};

export const needsPerson = (target: Target): string | null =>
  target.person === null ? 'set TWENTY_TEST_USER_EMAIL and TWENTY_TEST_USER_PASSWORD' : null;

export const needsApp = (target: Target): string | null =>
  target.app === null ? 'set TWENTY_APP_CLIENT_ID and TWENTY_APP_CLIENT_SECRET' : null;

export const needsPersonAndApp = (target: Target): string | null => needsPerson(target) ?? needsApp(target);

export type { Answer, Caller };

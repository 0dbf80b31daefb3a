import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from './create-log.ts';

const linesOf = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let text = '';
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  write(createLog('info', sink));
  return text;
};

test('a secret that somebody hands to the log by mistake does not get into it', () => {
  const text = linesOf((log) => {
    log.info({ accessToken: 'hunter2', session: { refreshToken: 'hunter3' } }, 'oops');
    log.info({ config: { twenty: { apiKey: 'hunter4' } }, headers: { cookie: 'hunter5' } }, 'oops again');
  });
  expect(text).not.toContain('hunter');
  expect(text).toContain('(secret)');
});

test('an error is told with the error below it, and less than the level asked for is not told', () => {
  const text = linesOf((log) => {
    log.debug('a detail');
    log.error({ err: new Error('above', { cause: new Error('below') }) }, 'it failed');
  });
  expect(text.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(text)).toMatchObject({ level: 'error', msg: 'it failed' });
  expect(text).toContain('below');
});

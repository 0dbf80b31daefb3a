import { randomUUID } from 'node:crypto';
import type { AlertChannel } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import type { NewWorld } from '../conformance.ts';

const DAY_MS = 86_400_000;
const LEASE_MS = 60_000;

export const alertsConformance = (newWorld: NewWorld): void => {
  const inNewWorld = () => {
    const world = newWorld();
    const { tx } = world;
    const open = (kind: 'paused' | 'dead-letters' = 'paused', channels: AlertChannel[] = ['webhook']) =>
      tx((t) => t.alerts.open({ id: randomUUID(), kind, figures: { deadLetters: 3 }, channels }));
    const take = (channels: AlertChannel[] = ['webhook', 'mail']) =>
      tx((t) => t.alerts.takeNotice({ channels, leaseMs: LEASE_MS }));
    const tell = async () => {
      const notice = await take();
      if (notice !== null) await tx((t) => t.alerts.settleNotice(notice, { kind: 'told' }));
      return notice && `${notice.kind} ${notice.event} by ${notice.channel}`;
    };
    const end = async (kind: 'paused' | 'dead-letters' = 'paused') => {
      await tx((t) => t.alerts.markFine(kind, true));
      return tx((t) => t.alerts.close(kind, 0));
    };
    return { ...world, open, take, tell, end };
  };

  test('several workers that see the same open it once, and tell it once', async () => {
    const { open, take, tx } = inNewWorld();
    const opened = await Promise.all([open(), open(), open()]);
    expect(opened.filter((isNew) => isNew)).toHaveLength(1);
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.filter((notice) => notice !== null)).toHaveLength(1);
    expect(await tx((t) => t.alerts.list(10))).toMatchObject([
      {
        kind: 'paused',
        figures: { deadLetters: 3 },
        closedAt: null,
        notices: [{ event: 'opened', attempts: 1 }],
      },
    ]);
  });

  test('what was told is not told again, whoever asks', async () => {
    const { open, tell, passTime } = inNewWorld();
    await open('paused', ['webhook', 'mail']);
    expect([await tell(), await tell()].toSorted()).toEqual([
      'paused opened by mail',
      'paused opened by webhook',
    ]);
    await passTime(DAY_MS);
    expect(await tell()).toBeNull();
  });

  test('of a worker that dies while it tells another one takes over when its lease has run out', async () => {
    const { open, take, tx, passTime } = inNewWorld();
    await open();
    const lost = await take();
    expect(await take()).toBeNull();
    await passTime(LEASE_MS);
    const second = await take();
    expect(second).toMatchObject({ attempts: 2 });
    // The first one was only slow: what it says now counts no more.
    if (lost === null || second === null) throw new Error('Nothing was taken.');
    await tx((t) => t.alerts.settleNotice(lost, { kind: 'told' }));
    expect((await tx((t) => t.alerts.list(1)))[0]?.notices[0]?.toldAt).toBeNull();
    await tx((t) => t.alerts.settleNotice(second, { kind: 'told' }));
    expect((await tx((t) => t.alerts.list(1)))[0]?.notices[0]?.toldAt).not.toBeNull();
  });

  test('one that cannot be sent is tried again when it is due, with the reason kept', async () => {
    const { open, take, tx, passTime } = inNewWorld();
    await open();
    const notice = await take();
    if (notice === null) throw new Error('Nothing was taken.');
    await tx((t) => t.alerts.settleNotice(notice, { kind: 'again', inMs: 300_000, fault: 'HTTP 503' }));
    await passTime(299_000);
    expect(await take()).toBeNull();
    expect((await tx((t) => t.alerts.list(1)))[0]?.notices).toMatchObject([
      { fault: 'HTTP 503', toldAt: null },
    ]);
    await passTime(1_000);
    const again = await take();
    expect(again).toMatchObject({ attempts: 2 });
    expect(again?.madeAgoMs).toBeGreaterThanOrEqual(300_000);
  });

  test('a channel that is not set up any more keeps its notices, and nobody else’s waits for them', async () => {
    const { open, take } = inNewWorld();
    await open('paused', ['mail']);
    await open('dead-letters', ['webhook']);
    expect(await take(['webhook'])).toMatchObject({ kind: 'dead-letters' });
    expect(await take(['webhook'])).toBeNull();
  });

  test('ends when it has been fine for long enough, and not while it comes and goes', async () => {
    const { open, tx, passTime } = inNewWorld();
    await open();
    const close = () => tx((t) => t.alerts.close('paused', 120_000));
    const mark = (isFine: boolean) => tx((t) => t.alerts.markFine('paused', isFine));
    expect(await close()).toBe(false);
    await mark(true);
    await passTime(100_000);
    await mark(false);
    expect(await tx((t) => t.alerts.present())).toMatchObject([{ kind: 'paused', fineForMs: null }]);
    await mark(true);
    await passTime(60_000);
    await mark(true);
    expect(await close()).toBe(false);
    await passTime(60_000);
    const closed = await Promise.all([close(), close()]);
    expect(closed.filter((isNew) => isNew)).toHaveLength(1);
    expect(await tx((t) => t.alerts.present())).toEqual([]);
    expect(await open()).toBe(true);
  });

  test('its end is told after its beginning, by the channels that were told of it', async () => {
    const { open, take, end } = inNewWorld();
    await open('paused', ['webhook']);
    const first = await take();
    await end();
    expect(await take()).toBeNull();
    expect(first).toMatchObject({ event: 'opened' });
  });

  test('its end follows as soon as its beginning was told', async () => {
    const { open, tell, end } = inNewWorld();
    await open('paused', ['webhook']);
    await end();
    expect(await tell()).toBe('paused opened by webhook');
    expect(await tell()).toBe('paused closed by webhook');
    expect(await tell()).toBeNull();
  });

  test('one that becomes worse is told again each time, by several workers once, and before its end', async () => {
    const { open, tx, tell, take, end, passTime } = inNewWorld();
    await open('dead-letters');
    const id = (await tx((t) => t.alerts.present()))[0]?.id ?? '';
    const raise = (deadLetters: number) => tx((t) => t.alerts.raise({ id, figures: { deadLetters } }));
    expect(await tell()).toBe('dead-letters opened by webhook');
    expect(await raise(29)).toBe(false);
    expect((await Promise.all([raise(30), raise(30)])).filter((isNew) => isNew)).toHaveLength(1);
    expect(await tell()).toBe('dead-letters worse by webhook');
    expect(await raise(300)).toBe(true);
    const slow = await take();
    expect(slow).toMatchObject({ event: 'worse', figures: { deadLetters: 300 } });
    expect(await raise(3_000)).toBe(true);
    // What was sent was about less than is true by now.
    if (slow !== null) await tx((t) => t.alerts.settleNotice(slow, { kind: 'told' }));
    await end('dead-letters');
    await passTime(LEASE_MS);
    expect(await take()).toMatchObject({ event: 'worse', figures: { deadLetters: 3_000 } });
    await passTime(LEASE_MS);
    expect([await tell(), await tell(), await tell()]).toEqual([
      'dead-letters worse by webhook',
      'dead-letters closed by webhook',
      null,
    ]);
  });

  test('after a beginning that was given up its end is not told', async () => {
    const { open, take, tx, end, passTime } = inNewWorld();
    const giveUp = async () => {
      const notice = await take();
      if (notice === null) throw new Error('Nothing was taken.');
      await tx((t) => t.alerts.settleNotice(notice, { kind: 'given-up', fault: 'HTTP 500' }));
    };
    await open('paused');
    await end('paused');
    await giveUp();
    await open('dead-letters');
    await giveUp();
    await end('dead-letters');
    await passTime(DAY_MS);
    expect(await take()).toBeNull();
    const notices = (await tx((t) => t.alerts.list(10))).flatMap((alert) => alert.notices);
    expect(notices).toHaveLength(3);
    expect(notices.every(({ isGivenUp, toldAt }) => isGivenUp && toldAt === null)).toBe(true);
  });

  test('those that last come first, and old ones that ended go', async () => {
    const { open, end, tx, passTime } = inNewWorld();
    await open('paused');
    await end('paused');
    await passTime(100 * DAY_MS);
    await open('paused');
    await end('paused');
    await open('dead-letters');
    const kinds = async () =>
      (await tx((t) => t.alerts.list(10))).map(({ kind, closedAt }) => [kind, closedAt !== null]);
    expect(await kinds()).toEqual([
      ['dead-letters', false],
      ['paused', true],
      ['paused', true],
    ]);
    expect(await tx((t) => t.alerts.forget(90 * DAY_MS, 10))).toBe(1);
    expect(await kinds()).toEqual([
      ['dead-letters', false],
      ['paused', true],
    ]);
  });
};

import { randomUUID } from 'node:crypto';
import { E164, MemberId } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import type { NewWorld } from '../conformance.ts';

export const dialTicketsConformance = (newWorld: NewWorld): void => {
  const number = E164.parse('+12025550123');
  const inNewWorld = () => {
    const world = newWorld();
    const ticket = { ticketHash: 'hash', memberId: world.memberId, number };
    const create = (fields: Partial<typeof ticket> = {}, lifetimeMs = 30_000) =>
      world.tx((t) => t.dialTickets.create({ ...ticket, ...fields, lifetimeMs }));
    const redeem = (fields: Partial<typeof ticket> = {}) =>
      world.tx((t) => t.dialTickets.redeem({ ...ticket, ...fields }));
    return { ...world, create, redeem };
  };

  test('a ticket is redeemed once', async () => {
    const { create, redeem } = inNewWorld();
    await create();
    expect(await redeem()).toBe(true);
    expect(await redeem()).toBe(false);
    expect(await redeem({ ticketHash: 'never given out' })).toBe(false);
  });

  test('of several who redeem a ticket at once, one dials', async () => {
    const { create, redeem } = inNewWorld();
    await create();
    const answers = await Promise.all([redeem(), redeem(), redeem(), redeem()]);
    expect(answers.filter((mayDial) => mayDial)).toHaveLength(1);
  });

  test('a ticket is worth nothing once its time is over', async () => {
    const { create, redeem, passTime } = inNewWorld();
    await create();
    await passTime(30_000);
    expect(await redeem()).toBe(false);
  });

  test('a ticket dials nothing for another member, nor another number, and is still good for its own', async () => {
    const { create, redeem } = inNewWorld();
    await create();
    expect(await redeem({ memberId: MemberId.parse(randomUUID()) })).toBe(false);
    expect(await redeem({ number: E164.parse('+12025550199') })).toBe(false);
    expect(await redeem()).toBe(true);
  });

  test('tickets that nobody used are not kept', async () => {
    const { create, passTime, rows } = inNewWorld();
    await create({ ticketHash: 'old' });
    await passTime(30_000);
    await create({ ticketHash: 'new' });
    expect(await rows('select ticket_hash from dial_ticket')).toEqual([{ ticket_hash: 'new' }]);
  });
};

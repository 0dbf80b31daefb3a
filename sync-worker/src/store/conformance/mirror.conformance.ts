import { randomUUID } from 'node:crypto';
import { E164 } from '@twenty-dialer/contract';
import { expect, test } from 'vitest';
import { aDoNotCallEntry, aPerson } from '../../testing/store-fixtures.ts';
import type { NewWorld } from '../conformance.ts';
import { MirrorHoldLost } from '../errors.ts';

const NUMBER = E164.parse('+12025550101');

export const mirrorConformance = (newWorld: NewWorld): void => {
  test('one worker at a time keeps an object up, and another goes on where a dead one stopped', async () => {
    const { tx, passTime } = newWorld();
    const hold = (holder: string) => tx((t) => t.mirror.hold('person', holder, 30_000));
    const fresh = await hold('one');
    expect(fresh?.fill).toEqual({ throughId: null, done: 0, total: null, startedAt: null, finishedAt: null });
    if (fresh === null) throw new Error('nobody had it');
    const further = { ...fresh, fill: { ...fresh.fill, throughId: 'page 2', done: 500, total: 900 } };
    await tx((t) => t.mirror.save('person', { holder: 'one', forMs: 30_000, progress: further }));
    expect(await hold('two')).toBeNull();
    expect(await hold('one')).toEqual(further);
    expect(await tx((t) => t.mirror.hold('doNotCallEntry', 'two', 30_000))).not.toBeNull();
    await passTime(30_000);
    expect(await hold('two')).toEqual(further);
    await expect(
      tx((t) => t.mirror.save('person', { holder: 'one', forMs: 30_000, progress: fresh })),
    ).rejects.toThrow(MirrorHoldLost);
  });

  test('what is given back is free at once', async () => {
    const { tx } = newWorld();
    await tx((t) => t.mirror.hold('person', 'one', 30_000));
    await tx((t) => t.mirror.release('one'));
    expect(await tx((t) => t.mirror.hold('person', 'two', 30_000))).not.toBeNull();
  });

  test('rows whose progress cannot be kept are not kept either', async () => {
    const { tx } = newWorld();
    const progress = await tx((t) => t.mirror.hold('person', 'one', 30_000));
    if (progress === null) throw new Error('nobody had it');
    const write = tx(async (t) => {
      await t.people.put([aPerson({ numbers: [NUMBER] })]);
      await t.mirror.save('person', { holder: 'two', forMs: 30_000, progress: progress });
    });
    await expect(write).rejects.toThrow(MirrorHoldLost);
    expect(await tx((t) => t.people.byNumber(NUMBER))).toEqual([]);
  });

  test('a webhook is noted beside the progress, whether or not anybody keeps the object up', async () => {
    const { tx } = newWorld();
    await tx((t) => t.mirror.heard('person'));
    const [status] = await tx((t) => t.mirror.status());
    expect(status).toMatchObject({ objectName: 'person', heardAt: expect.any(String) });
    expect(await tx((t) => t.mirror.hold('person', 'one', 30_000))).not.toBeNull();
    expect((await tx((t) => t.mirror.status()))[0]?.heardAt).toBe(status?.heardAt);
  });

  test('what is held is listed by id, so that a page of Twenty’s can be laid beside it', async () => {
    const { tx } = newWorld();
    const people = [aPerson(), aPerson({ isDeleted: true }), aPerson(), aPerson()].toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const destroyed = aPerson();
    await tx((t) => t.people.put([...people, destroyed]));
    await tx((t) => t.people.remove([{ id: destroyed.id, at: destroyed.updatedAt }]));
    const marks = people.map(({ id, updatedAt, isDeleted }) => ({ id, updatedAt, isDeleted }));
    const [first, second, third] = marks;
    const list = (after: string | null, through: string | null) =>
      tx((t) => t.people.marks({ after, through }));
    expect(await list(null, null)).toEqual(marks);
    expect(await list(first?.id ?? null, third?.id ?? null)).toEqual([second, third]);
  });

  test('a number on the list is forbidden until its entry expires, is deleted or destroyed', async () => {
    const { tx, passTime } = newWorld();
    const forbids = async () => (await tx((t) => t.doNotCall.byNumber(NUMBER)))?.id;
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const entry = aDoNotCallEntry({ number: NUMBER, expiresAt: later });
    expect(await tx((t) => t.doNotCall.put([entry]))).toEqual([entry]);
    expect(await tx((t) => t.doNotCall.put([entry]))).toEqual([]);
    expect(await tx((t) => t.doNotCall.byNumber(NUMBER))).toEqual(entry);
    const lasting = aDoNotCallEntry({
      number: NUMBER,
      expiresAt: null,
      updatedAt: '2026-11-21T09:00:00.000Z',
    });
    await tx((t) => t.doNotCall.put([lasting]));
    expect(await forbids()).toBe(lasting.id);
    await tx((t) =>
      t.doNotCall.put([{ ...lasting, isDeleted: true, updatedAt: '2026-11-21T09:00:01.000Z' }]),
    );
    expect(await forbids()).toBe(entry.id);
    await passTime(3_600_000);
    expect(await forbids()).toBeUndefined();
    const third = aDoNotCallEntry({ id: randomUUID(), number: NUMBER, expiresAt: null });
    await tx((t) => t.doNotCall.put([third]));
    expect(await tx((t) => t.doNotCall.remove([{ id: third.id, at: third.updatedAt }]))).toEqual([third.id]);
    expect(await forbids()).toBeUndefined();
    expect(await tx((t) => t.doNotCall.count())).toBe(1);
  });
};

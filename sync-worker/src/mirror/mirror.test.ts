import { randomUUID } from 'node:crypto';
import { E164 } from '@twenty-dialer/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonChange } from '../store/mirror-port.ts';
import type { Store } from '../store/port.ts';
import { createMirrorTrial, type MirrorTrial } from '../testing/mirror-trial.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const some = (count: number) =>
  Array.from({ length: count }, (_none, at) => ({ id: randomUUID(), name: `P${at}` }));
const numberOf = (trial: MirrorTrial, number: string) =>
  trial.tx(async (t) => (await t.people.byNumber(E164.parse(number))).map(({ id }) => id));

const filled = async (people: readonly { id: string; name: string; number?: string }[] = some(7)) => {
  const trial = createMirrorTrial(store);
  await trial.make(...people);
  const mirror = trial.worker();
  await trial.settle(mirror);
  trial.asked.length = 0;
  return { ...trial, trial, mirror, people };
};

describe('the first fill', () => {
  test('brings everybody, with all that search and matching need of them, and says how far it has come', async () => {
    const trial = createMirrorTrial(store);
    const [companyId, id] = [randomUUID(), randomUUID()];
    const entryId = randomUUID();
    await trial.write('mutation ($data: [CompanyCreateInput!]!) { createCompanies(data: $data) { id } }', {
      data: [{ id: companyId, name: 'Example Works' }],
    });
    const [member] = trial.sandbox.records.table('workspaceMember').rows();
    await trial.write('mutation ($data: [PersonCreateInput!]!) { createPeople(data: $data) { id } }', {
      data: [
        {
          id,
          name: { firstName: 'Grace', lastName: 'Example' },
          emails: { primaryEmail: 'grace@example.com' },
          jobTitle: 'Head',
          phones: { primaryPhoneNumber: '+12025550143', additionalPhones: [{ number: '+4930123456' }] },
          companyId,
          assignedToId: member?.id,
          callStatus: 'CALL_BACK',
          doNotCall: true,
          timezone: 'Europe/Berlin',
        },
      ],
    });
    await trial.write(
      'mutation ($data: [DoNotCallEntryCreateInput!]!) { createDoNotCallEntries(data: $data) { id } }',
      { data: [{ id: entryId, number: '+12025550199', reason: 'Asked', source: 'MANUAL', personId: id }] },
    );
    await trial.make(...some(7));
    await trial.settle(trial.worker());
    expect(await trial.names()).toHaveLength(8);
    const [grace] = await trial.tx((t) => t.people.byNumber(E164.parse('+4930123456')));
    expect(grace).toMatchObject({
      id,
      name: 'Grace Example',
      email: 'grace@example.com',
      jobTitle: 'Head',
      companyId,
      companyName: 'Example Works',
      numbers: ['+12025550143', '+4930123456'],
      ownerId: member?.id,
      status: 'call-back',
      doNotCall: true,
      timeZone: 'Europe/Berlin',
      isDeleted: false,
    });
    expect(await trial.tx((t) => t.doNotCall.byNumber(E164.parse('+12025550199')))).toMatchObject({
      id: entryId,
      reason: 'Asked',
      source: 'manual',
      personId: id,
    });
    expect((await trial.progress('person'))?.fill).toMatchObject({ done: 8, total: 8 });
    expect(trial.lines).toContainEqual(
      expect.objectContaining({ event: 'mirror-filled', object: 'person', done: 8, total: 8 }),
    );
  });

  test('of a worker that is killed is gone on with by the next one, not begun again', async () => {
    const trial = createMirrorTrial(store);
    await trial.make(...some(11));
    const killed = trial.worker();
    await trial.fillUntil(killed, 6);
    const reader = trial.worker();
    trial.asked.length = 0;
    await trial.settle(reader);
    expect(trial.asked).toEqual([]);
    // As when its hold has run out.
    await trial.releaseAll();
    trial.pass(trial.settings.lookMs);
    await trial.settle(reader);
    expect(await trial.names()).toHaveLength(11);
    expect((await trial.progress('person'))?.fill.done).toBe(11);
    expect(trial.asked).not.toContain('MirrorPeopleExtent');
  });

  test('misses nobody who is made, changed or deleted while it goes on', async () => {
    const trial = createMirrorTrial(store);
    const people = some(9);
    await trial.make(...people);
    const mirror = trial.worker();
    await trial.fillUntil(mirror, 6);
    const late = { id: '00000000-0000-4000-8000-000000000001', name: 'Late' };
    await trial.make(late);
    const [first, second] = people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    await trial.change('update', first?.id ?? '', { name: { firstName: 'Changed' } });
    await trial.change('delete', second?.id ?? '');
    await trial.settle(mirror);
    const names = await trial.names();
    expect(names).toContain('Late');
    expect(names).toContain('Changed');
    expect(names).not.toContain(second?.name);
    expect(names).toHaveLength(9);
  });

  test('waits for a Twenty that is away, and says why', async () => {
    const trial = createMirrorTrial(store);
    await trial.make(...some(4));
    const mirror = trial.worker();
    trial.setAway(true);
    await trial.settle(mirror);
    expect(mirror.faults().get('person')).toMatch(/cannot be reached/);
    trial.setAway(false);
    trial.pass(MINUTE);
    await trial.settle(mirror);
    expect(await trial.names()).toHaveLength(4);
    expect(mirror.faults().size).toBe(0);
  });
});

describe('a webhook', () => {
  const hear = (
    { mirror, trial }: Awaited<ReturnType<typeof filled>>,
    record: unknown,
    { isDestroyed = false, objectName = 'person' } = {},
  ) => mirror.hear(objectName, { isDestroyed, at: new Date(trial.now()).toISOString(), record });

  test('that never comes is made up for by the next poll', async () => {
    const { trial, mirror, people, pass, settle } = await filled();
    const id = people[0]?.id ?? '';
    await trial.change('update', id, { phones: { primaryPhoneNumber: '+12025550177' } });
    await trial.make({ id: randomUUID(), name: 'New' });
    expect(await numberOf(trial, '+12025550177')).toEqual([]);
    pass(MINUTE);
    await settle(mirror);
    expect(await numberOf(trial, '+12025550177')).toEqual([id]);
    expect(await trial.names()).toContain('New');
  });

  test('brings a number at once, a deletion and a way back too', async () => {
    const world = await filled([{ id: randomUUID(), name: 'Ada', number: '+12025550101' }]);
    const { trial, people } = world;
    const id = people[0]?.id ?? '';
    for (const [verb, found] of [
      ['delete', []],
      ['restore', [id]],
    ] as const) {
      await trial.change(verb, id);
      expect(await hear(world, trial.record(id))).toBe(true);
      expect(await numberOf(trial, '+12025550101')).toEqual(found);
    }
    expect(trial.asked).toEqual([]);
  });

  test('that comes twice, or after a newer one, changes nothing', async () => {
    const world = await filled([{ id: randomUUID(), name: 'Ada', number: '+12025550101' }]);
    const { trial, people } = world;
    const id = people[0]?.id ?? '';
    const old = trial.record(id);
    await trial.change('update', id, { phones: { primaryPhoneNumber: '+12025550102' } });
    const present = trial.record(id);
    await hear(world, present);
    await hear(world, present);
    await hear(world, old);
    expect(await numberOf(trial, '+12025550102')).toEqual([id]);
    expect(await numberOf(trial, '+12025550101')).toEqual([]);
  });

  test('about somebody destroyed takes them out, and the news that they were made does not bring them back', async () => {
    const world = await filled([]);
    const { trial } = world;
    const id = randomUUID();
    await trial.make({ id, name: 'Ada', number: '+12025550101' });
    const made = trial.record(id);
    await trial.change('destroy', id);
    await hear(world, made, { isDestroyed: true });
    await hear(world, made);
    expect(await numberOf(trial, '+12025550101')).toEqual([]);
    expect(await trial.names()).toEqual([]);
  });

  test('about a company gives its people the new name', async () => {
    const world = await filled([]);
    const { trial } = world;
    const companyId = randomUUID();
    await trial.write('mutation ($data: [CompanyCreateInput!]!) { createCompanies(data: $data) { id } }', {
      data: [{ id: companyId, name: 'Old Ltd' }],
    });
    await trial.write('mutation ($data: [PersonCreateInput!]!) { createPeople(data: $data) { id } }', {
      data: [{ name: { firstName: 'Ada' }, companyId }],
    });
    trial.pass(MINUTE);
    await trial.settle(world.mirror);
    const company = async () => (await trial.tx((t) => t.people.search(null, 1)))[0]?.companyName;
    expect(await company()).toBe('Old Ltd');
    const record = { ...trial.sandbox.records.table('company').get(companyId), name: 'New Ltd' };
    expect(await hear(world, record, { objectName: 'company' })).toBe(true);
    expect(await company()).toBe('New Ltd');
  });

  test('about anything else, or in a shape that nobody knows, is left alone', async () => {
    const world = await filled([]);
    expect(await hear(world, { id: randomUUID() }, { objectName: 'opportunity' })).toBe(false);
    expect(await hear(world, { id: 'x' })).toBe(false);
  });
});

describe('whoever must hear of news', () => {
  const told = async () => {
    const heard: PersonChange[] = [];
    const trial = createMirrorTrial(store);
    const id = randomUUID();
    await trial.make({ id, name: 'Ada', number: '+12025550101' });
    const mirror = trial.worker({
      listeners: {
        people: async (_tx, changes) => {
          heard.push(...changes);
        },
      },
    });
    await trial.settle(mirror);
    return { trial, mirror, id, heard: () => heard.splice(0) };
  };

  test('hears of a number that leads to somebody from now on, once', async () => {
    const { trial, mirror, id, heard } = await told();
    expect(heard()).toMatchObject([{ gained: ['+12025550101'], lost: [] }]);
    await trial.change('update', id, { phones: { primaryPhoneNumber: '+12025550102' } });
    trial.pass(MINUTE);
    await trial.settle(mirror);
    expect(heard()).toMatchObject([{ gained: ['+12025550102'], lost: ['+12025550101'] }]);
    trial.pass(MINUTE);
    await trial.settle(mirror);
    expect(heard()).toEqual([]);
  });

  test('does not hear the echo of our own write to a field that is not mirrored', async () => {
    const { trial, mirror, id, heard } = await told();
    heard();
    await trial.change('update', id, { callCount: 3, lastCalledAt: '2026-11-21T09:00:00.000Z' });
    await mirror.hear('person', {
      isDestroyed: false,
      at: new Date(trial.now()).toISOString(),
      record: trial.record(id),
    });
    expect(heard()).toEqual([]);
  });

  test('who fails keeps the news from being kept, so that it comes again', async () => {
    const trial = createMirrorTrial(store);
    await trial.make({ id: randomUUID(), name: 'Ada', number: '+12025550101' });
    let failures = 1;
    const mirror = trial.worker({
      listeners: {
        people: async () => {
          failures -= 1;
          if (failures >= 0) throw new Error('not now');
        },
      },
    });
    await trial.settle(mirror);
    trial.pass(MINUTE);
    await trial.settle(mirror);
    expect(failures).toBe(-1);
    expect(await trial.names()).toEqual(['Ada']);
  });
});

describe('the sweep', () => {
  test('takes out who was destroyed while nobody told, and blanks what was known of them', async () => {
    const { trial, mirror, people, pass, settle } = await filled();
    const [gone, other] = people;
    await trial.change('destroy', gone?.id ?? '');
    pass(MINUTE);
    await settle(mirror);
    expect(await trial.names()).toContain(gone?.name);
    pass(6 * HOUR);
    await settle(mirror);
    expect(await trial.names()).not.toContain(gone?.name);
    expect(await trial.names()).toContain(other?.name);
    expect(await trial.names()).toHaveLength(6);
  });

  test('finds what no poll and no webhook told of', async () => {
    const { trial, mirror, people, pass, settle } = await filled();
    const held = await trial.tx((t) => t.people.marks({ after: null, through: null }));
    await trial.tx((t) => t.people.remove(held.map(({ id, updatedAt }) => ({ id, at: updatedAt }))));
    expect(await trial.names()).toEqual([]);
    pass(6 * HOUR);
    await settle(mirror);
    expect(await trial.names()).toEqual(people.map(({ name }) => name));
  });

  test('goes over everybody in few questions, and asks again for nobody who is as we know them', async () => {
    const { trial, mirror, pass, settle } = await filled();
    pass(6 * HOUR);
    await settle(mirror);
    const swept = trial.asked.slice(trial.asked.indexOf('MirrorPeopleMarks'));
    expect(swept).toEqual(['MirrorPeopleMarks', 'MirrorPeopleMarks', 'MirrorPeopleMarks']);
  });
});

test('a large import does not keep a number that nobody may call from being heard of, nor does a kill begin it anew', async () => {
  const { trial, pass } = await filled([]);
  const entryId = randomUUID();
  await trial.make(...some(30));
  pass(MINUTE);
  await trial.releaseAll();
  const killed = trial.worker();
  while (((await trial.progress('person'))?.poll.place ?? null) === null) pass(await killed.next());
  await trial.releaseAll();
  const worker = trial.worker();
  const forbidden = E164.parse('+12025550199');
  await trial.write(
    'mutation ($data: [DoNotCallEntryCreateInput!]!) { createDoNotCallEntries(data: $data) { id } }',
    { data: [{ id: entryId, number: forbidden }] },
  );
  pass(MINUTE);
  trial.asked.length = 0;
  while ((await trial.tx((t) => t.doNotCall.byNumber(forbidden))) === null) pass(await worker.next());
  expect((await trial.progress('person'))?.poll.place).not.toBeNull();
  await trial.settle(worker);
  expect(await trial.names()).toHaveLength(30);
  const pages = trial.asked.filter((name) => name === 'MirrorPeople').length;
  expect(pages).toBeLessThan(20);
});

test('a clock that was put back by an hour keeps no change away for longer than a minute', async () => {
  const { mirror, pass, settle } = await filled();
  await settle(mirror);
  pass(-60 * MINUTE);
  expect(await mirror.next()).toBeLessThanOrEqual(MINUTE);
  expect(await mirror.next()).toBeLessThanOrEqual(MINUTE);
});

test('two workers do not ask Twenty for the same twice', async () => {
  const { trial, mirror, pass, settle } = await filled();
  const second = trial.worker();
  pass(MINUTE);
  await settle(mirror);
  trial.asked.length = 0;
  await settle(second);
  expect(trial.asked).toEqual([]);
});

import { randomUUID } from 'node:crypto';
import { E164, type PersonId } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import { aPerson } from '../../testing/store-fixtures.ts';
import type { StoreWorld } from '../../testing/store-world.ts';
import type { NewWorld } from '../conformance.ts';
import type { PersonFromTwenty } from '../mirror-port.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 21, 9, 0, second)).toISOString();
const number = (digits: string) => E164.parse(`+1202555${digits}`);

const put = ({ tx }: StoreWorld, ...people: PersonFromTwenty[]) => tx((t) => t.people.put(people));
const whoHas = async ({ tx }: StoreWorld, digits: string): Promise<PersonId[]> =>
  (await tx((t) => t.people.byNumber(number(digits)))).map(({ id }) => id);
const get = async ({ tx }: StoreWorld, { id }: PersonFromTwenty) => (await tx((t) => t.people.byId([id])))[0];
const namesFound = async ({ tx }: StoreWorld, words: string, numbers: string[] = [], limit = 25) => {
  const search = { words: words.split(' ').map((text) => ({ text, digits: null })), numbers };
  return (await tx((t) => t.people.search(search, limit))).map(({ name }) => name);
};

export const peopleConformance = (newWorld: NewWorld): void => {
  test('a person is found by every number they have, and whose first number it is comes first', async () => {
    const world = newWorld();
    const ada = aPerson({ numbers: [number('0101'), number('0102')] });
    const bob = aPerson({ numbers: [number('0102')] });
    const changes = await put(world, ada, bob);
    expect(changes.map(({ gained }) => gained.toSorted())).toEqual(
      expect.arrayContaining([[number('0101'), number('0102')], [number('0102')]]),
    );
    expect(await whoHas(world, '0101')).toEqual([ada.id]);
    expect(await whoHas(world, '0102')).toEqual([bob.id, ada.id]);
    expect(await whoHas(world, '0103')).toEqual([]);
    expect(await get(world, ada)).toEqual(ada);
  });

  test('the same state again is no news, though Twenty touched the record', async () => {
    const world = newWorld();
    const ada = aPerson({ updatedAt: at(1) });
    await put(world, ada);
    expect(await put(world, ada)).toEqual([]);
    expect(await put(world, { ...ada, updatedAt: at(2) })).toEqual([]);
    expect((await get(world, ada))?.updatedAt).toBe(at(2));
  });

  test('an older state that comes late does not bring an old number back', async () => {
    const world = newWorld();
    const old = aPerson({ numbers: [number('0101')], updatedAt: at(1) });
    const present = { ...old, name: 'Ada King', numbers: [number('0102')], updatedAt: at(2) };
    await put(world, present);
    expect(await put(world, old)).toEqual([]);
    expect(await whoHas(world, '0101')).toEqual([]);
    expect(await get(world, old)).toEqual(present);
    // Both in one page, in the wrong order.
    const other = aPerson({ updatedAt: at(1) });
    await put(world, { ...other, name: 'New', updatedAt: at(2) }, other);
    expect((await get(world, other))?.name).toBe('New');
  });

  test('a number that moves to somebody else leads to them alone', async () => {
    const world = newWorld();
    const ada = aPerson({ numbers: [number('0101')], updatedAt: at(1) });
    const bob = aPerson({ numbers: [], updatedAt: at(1) });
    await put(world, ada, bob);
    const changes = await put(
      world,
      { ...ada, numbers: [number('0109')], updatedAt: at(2) },
      { ...bob, numbers: [number('0101')], updatedAt: at(2) },
    );
    const of = (id: PersonId) => changes.find(({ person }) => person.id === id);
    expect(of(ada.id)).toMatchObject({ gained: [number('0109')], lost: [number('0101')] });
    expect(of(bob.id)).toMatchObject({ gained: [number('0101')], lost: [] });
    expect(await whoHas(world, '0101')).toEqual([bob.id]);
  });

  test('whoever is deleted is found by nothing, and by everything once they are restored', async () => {
    const world = newWorld();
    const ada = aPerson({ name: 'Ada Bell', numbers: [number('0101')], updatedAt: at(1) });
    await put(world, ada);
    const [deleted] = await put(world, { ...ada, isDeleted: true, updatedAt: at(2) });
    expect(deleted?.lost).toEqual([number('0101')]);
    expect(await whoHas(world, '0101')).toEqual([]);
    expect(await namesFound(world, 'ada')).toEqual([]);
    expect((await get(world, ada))?.isDeleted).toBe(true);
    const [restored] = await put(world, { ...ada, updatedAt: at(3) });
    expect(restored?.gained).toEqual([number('0101')]);
    expect(await whoHas(world, '0101')).toEqual([ada.id]);
    expect(await namesFound(world, 'ada')).toEqual(['Ada Bell']);
  });

  test('whoever is destroyed leaves nothing personal, and no late webhook brings them back', async () => {
    const world = newWorld();
    const ada = aPerson({ name: 'Ada Bell', numbers: [number('0101')], updatedAt: at(1) });
    await put(world, ada);
    expect(await world.tx((t) => t.people.remove([{ id: ada.id, at: at(3) }]))).toEqual([ada.id]);
    expect(await world.tx((t) => t.people.remove([{ id: ada.id, at: at(3) }]))).toEqual([]);
    expect(await put(world, { ...ada, updatedAt: at(2) })).toEqual([]);
    expect(await get(world, ada)).toBeUndefined();
    expect(await whoHas(world, '0101')).toEqual([]);
    const kept = JSON.stringify(await world.rows('select * from person_mirror'));
    // An id may happen to hold such letters.
    expect(kept.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'id')).not.toMatch(/Ada|0101|example/i);
    // Written anew under the same id, which an import does.
    expect(await put(world, { ...ada, updatedAt: at(4) })).toHaveLength(1);
    expect(await whoHas(world, '0101')).toEqual([ada.id]);
  });

  test('whoever was only out of sight comes back as they were', async () => {
    const world = newWorld();
    const ada = aPerson({ numbers: [number('0101')], updatedAt: at(1) });
    await put(world, ada);
    await world.tx((t) => t.people.remove([{ id: ada.id, at: at(1) }]));
    expect(await put(world, ada)).toMatchObject([{ gained: [number('0101')] }]);
    expect(await get(world, ada)).toEqual(ada);
  });

  test('what was changed after it was looked for is not taken out', async () => {
    const world = newWorld();
    const ada = aPerson({ updatedAt: at(5) });
    await put(world, ada);
    expect(await world.tx((t) => t.people.remove([{ id: ada.id, at: at(4) }]))).toEqual([]);
    expect(await get(world, ada)).toEqual(ada);
  });

  test('a company that is told by its id alone keeps the name that is known, and a new name reaches its people', async () => {
    const world = newWorld();
    const companyId = randomUUID();
    const ada = aPerson({ companyId, companyName: 'Example Works', updatedAt: at(1) });
    const bob = aPerson({ companyId, companyName: null, updatedAt: at(1) });
    const eve = aPerson({ companyId: randomUUID(), companyName: null });
    await put(world, ada);
    await put(world, bob, eve, { ...ada, companyName: null, jobTitle: 'Chief', updatedAt: at(2) });
    expect((await get(world, ada))?.companyName).toBe('Example Works');
    expect((await get(world, bob))?.companyName).toBe('Example Works');
    expect((await get(world, eve))?.companyName).toBe('');
    const rename = [{ id: companyId, name: 'Élan Ltd' }];
    expect(await world.tx((t) => t.people.nameCompanies(rename))).toBe(2);
    expect(await world.tx((t) => t.people.nameCompanies(rename))).toBe(0);
    expect((await get(world, bob))?.companyName).toBe('Élan Ltd');
    expect(await namesFound(world, 'elan')).toHaveLength(2);
    expect(await namesFound(world, 'works')).toEqual([]);
  });

  test('the name of a company that only the poll knows is taken from it, though nothing else changed', async () => {
    const world = newWorld();
    const ada = aPerson({ companyId: randomUUID(), companyName: null });
    await put(world, ada);
    await put(world, { ...ada, companyName: 'Example Works' });
    expect((await get(world, ada))?.companyName).toBe('Example Works');
  });

  describe('a search', () => {
    const filled = async () => {
      const world = newWorld();
      await put(
        world,
        aPerson({ name: 'Grace Example', email: 'grace_h@works.example', numbers: [number('0143')] }),
        aPerson({ name: 'Jürgen Beispiel', email: 'j@x.example', jobTitle: 'Öl 50%', numbers: [] }),
        aPerson({ name: 'Adam Example', email: 'a@x.example', numbers: [number('0144')] }),
      );
      return world;
    };

    test.each([
      ['grace', ['Grace Example']],
      ['EXAMPLE grace', ['Grace Example']],
      ['example', ['Adam Example', 'Grace Example', 'Jürgen Beispiel']],
      ['grace_h@', ['Grace Example']],
      ['g_ace', []],
      ['jurgen', ['Jürgen Beispiel']],
      ['JÜRGEN öl', ['Jürgen Beispiel']],
      ['0%', ['Jürgen Beispiel']],
      ['\\', []],
    ])('finds %s', async (words, names) => {
      expect(await namesFound(await filled(), words)).toEqual(names);
    });

    test('finds digits of a number', async () => {
      const world = await filled();
      expect(await namesFound(world, '5550143', ['5550143'])).toEqual(['Grace Example']);
      expect(await namesFound(world, '99', ['0143', '0144'])).toEqual(['Adam Example', 'Grace Example']);
    });

    test('finds everybody when nothing was typed, and no more than asked for', async () => {
      const world = await filled();
      const all = await world.tx((t) => t.people.search(null, 2));
      expect(all.map(({ name }) => name)).toEqual(['Adam Example', 'Grace Example']);
      expect(await world.tx((t) => t.people.count())).toBe(3);
    });
  });

  test('texts that Postgres refuses do not stop a page', async () => {
    const world = newWorld();
    const ada = aPerson({ name: 'Ada\0 \ud83d', numbers: [number('0101')] });
    await put(world, ada);
    expect(await whoHas(world, '0101')).toEqual([ada.id]);
  });

  test('nobody of another workspace is found', async () => {
    const [one, two] = [newWorld(), newWorld()];
    const ada = aPerson({ name: 'Ada', numbers: [number('0101')] });
    await put(one, ada);
    expect(await whoHas(two, '0101')).toEqual([]);
    expect(await namesFound(two, 'ada')).toEqual([]);
    expect(await get(two, ada)).toBeUndefined();
  });
};

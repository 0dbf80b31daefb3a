import { expect, test } from 'vitest';
import { readAppManifest } from '../src/model/app-manifest.ts';
import { at } from './client.ts';
import { onEveryTwenty } from './session.ts';
import { MANIFEST_FILE } from './targets.ts';

const manifest = readAppManifest(MANIFEST_FILE);
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const TYPE = `query ($name: String!) { __type(name: $name) { fields { name } inputFields { name } enumValues { name } } }`;

const namesOf = (type: unknown, list: 'fields' | 'inputFields' | 'enumValues'): unknown[] => {
  const found = at(type, '__type', list);
  return Array.isArray(found) ? found.map((one) => at(one, 'name')) : [];
};

onEveryTwenty('The app is applied', (session) => {
  test('the objects are there, else nothing of the dialer can be delivered', async () => {
    const version = await fetch(`${session().url}/client-config`)
      .then((response) => response.json())
      .then((config: unknown) => at(config, 'appVersion'));
    console.log(`Version of ${session().target.name}: ${String(version ?? 'unknown')}`);
    const { data, errors } = await session().send('{ phoneCalls(first: 0) { totalCount } }');
    expect(errors, 'The app is not applied here: run npm run connect.').toEqual([]);
    expect(at(data, 'phoneCalls', 'totalCount')).toBeTypeOf('number');
  });

  for (const object of manifest?.objects ?? []) {
    const names = object.fields.map(({ name, relation }) => relation?.joinColumnName ?? name);

    test(`every field of ${object.nameSingular} can be read and written`, async () => {
      const type = await session().send(TYPE, { name: pascal(object.nameSingular) });
      expect(namesOf(type.data, 'fields')).toEqual(expect.arrayContaining([...names, 'id', 'deletedAt']));
      const input = await session().send(TYPE, { name: `${pascal(object.nameSingular)}CreateInput` });
      expect(namesOf(input.data, 'inputFields')).toEqual(
        expect.arrayContaining([...names, 'id', 'createdBy']),
      );
    });
  }

  for (const object of manifest?.standardObjects ?? []) {
    const names = object.fields.map(({ name, relation }) => relation?.joinColumnName ?? name);

    test(`what the app adds to ${object.nameSingular} can be read and written`, async () => {
      const type = await session().send(TYPE, { name: pascal(object.nameSingular) });
      expect(namesOf(type.data, 'fields')).toEqual(expect.arrayContaining(names));
      const input = await session().send(TYPE, { name: `${pascal(object.nameSingular)}UpdateInput` });
      expect(namesOf(input.data, 'inputFields')).toEqual(expect.arrayContaining(names));
    });
  }

  for (const object of [...(manifest?.objects ?? []), ...(manifest?.standardObjects ?? [])]) {
    for (const field of object.fields.filter((one) => one.options !== undefined)) {
      test(`${object.nameSingular}.${field.name} takes every value that the dialer sends`, async () => {
        const { data } = await session().send(TYPE, {
          name: `${pascal(object.nameSingular)}${pascal(field.name)}Enum`,
        });
        const values = field.options?.map((option) => option.value) ?? [];
        expect(namesOf(data, 'enumValues')).toEqual(expect.arrayContaining(values));
      });
    }

    for (const { relation } of object.fields) {
      if (relation === undefined) continue;
      test(`${relation.targetObject} lists its ${relation.inverseFieldName} by ${object.nameSingular}.${relation.joinColumnName}`, async () => {
        const { data } = await session().send(TYPE, { name: pascal(relation.targetObject) });
        expect(namesOf(data, 'fields')).toContain(relation.inverseFieldName);
      });
    }
  }

  test('a note can be linked to a person and to a call', async () => {
    const { data } = await session().send(TYPE, { name: 'NoteTarget' });
    expect(namesOf(data, 'fields')).toEqual(
      expect.arrayContaining(['noteId', 'targetPersonId', 'targetPhoneCallId']),
    );
  });

  test('a type that does not exist is null, so that a missing app can be told from a refusal', async () => {
    const { data, errors } = await session().send(TYPE, { name: 'NoSuchType' });
    expect(at(data, '__type')).toBeNull();
    expect(errors).toEqual([]);
  });
});

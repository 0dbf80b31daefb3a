import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ownOptionsOf, withOwnOptions } from './own-options.ts';
import { manifest, workspaceOf } from './testing/fake-twenty.ts';

const APP = join(import.meta.dirname, '..', '..', 'twenty-app');
const OWN = { id: '7d3f7a52-3b57-4a56-9d3e-7d9b4f0f3c11', value: 'MY_OWN', label: 'My own', color: 'pink' };

let remove: () => void = () => {};
afterEach(() => remove());

const workspaceWith = (name: string, added: object) =>
  workspaceOf(manifest()).map((object) => ({
    ...object,
    fieldsList: object.fieldsList.map((field) =>
      `${object.nameSingular}.${field.name}` === name
        ? { ...field, options: [...(field.options ?? []), { ...OWN, position: 1, ...added }] }
        : field,
    ),
  }));

test('a workspace without options of its own is applied as the app is', () => {
  expect(ownOptionsOf(manifest(), workspaceOf(manifest()))).toEqual([]);
});

test.each(['phoneCall.outcome', 'person.callStatus', 'person.tags'])(
  'an option added to %s is in the definitions that are applied, behind those of the app',
  (field) => {
    const own = ownOptionsOf(manifest(), workspaceWith(field, {}));
    const copy = withOwnOptions(APP, own);
    remove = copy.remove;
    expect(own).toMatchObject([{ field, option: { value: 'MY_OWN', color: 'pink' }, replaces: null }]);
    const taken = manifest()
      .objects.concat()
      .flatMap((object) => object.fields)
      .find((one) => `phoneCall.${one.name}` === field)
      ?.options?.map(({ position }) => position);
    expect(taken ?? []).not.toContain(own[0]?.option.position);
    const definitions = own[0]?.beside.map((id) => id) ?? [];
    expect(definitions.length).toBeGreaterThan(0);
    expect(existsSync(join(copy.folder, 'node_modules'))).toBe(existsSync(join(APP, 'node_modules')));
  },
);

test('an option that the app brings later under the same name takes the place of the one that people made', () => {
  const app = manifest();
  const outcome = app.objects.flatMap((object) => object.fields).find(({ name }) => name === 'outcome');
  const [ours] = outcome?.options ?? [];
  if (ours === undefined) throw new Error('The manifest has no outcomes.');
  const there = workspaceOf(app).map((object) => ({
    ...object,
    fieldsList: object.fieldsList.map((field) =>
      field.name === 'outcome'
        ? {
            ...field,
            options: (field.options ?? []).map((one) => (one.id === ours.id ? { ...one, id: OWN.id } : one)),
          }
        : field,
    ),
  }));
  const copy = withOwnOptions(APP, ownOptionsOf(app, there));
  remove = copy.remove;
  const text = readFileSync(join(copy.folder, 'src/options/outcome.options.ts'), 'utf8');
  expect(text).toContain(OWN.id);
  expect(text).not.toContain(ours.id);
});

test('no two fields share a list of options: an option added to one would appear in the other', () => {
  const app = manifest();
  const ids = [...app.objects, ...app.standardObjects]
    .flatMap((object) => object.fields)
    .flatMap((field) => field.options?.map(({ id }) => id) ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

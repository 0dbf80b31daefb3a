import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OUTCOMES, toTwentySelect } from '@twenty-dialer/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppManifest } from './app-manifest.ts';
import { hashOfContent, hashOfDefinitions } from './hashes.ts';

const file = join(import.meta.dirname, '..', '..', 'graphql', 'app-manifest.json');
const manifest = AppManifest.parse(JSON.parse(readFileSync(file, 'utf8')));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'definitions-'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'package.json'), '{}\n');
  writeFileSync(join(folder, 'src', 'a.ts'), 'one\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('an edit of the manifest by hand is noticed', () => {
  expect(hashOfContent(manifest)).toBe(manifest.contentHash);
  expect(hashOfContent({ ...manifest, views: [] })).not.toBe(manifest.contentHash);
});

test('a change of a definition, or of its file name, is noticed; other line ends are not a change', () => {
  const before = hashOfDefinitions(folder);
  writeFileSync(join(folder, 'src', 'a.ts'), 'one\r\n');
  expect(hashOfDefinitions(folder)).toBe(before);
  writeFileSync(join(folder, 'src', 'a.ts'), 'two\n');
  expect(hashOfDefinitions(folder)).not.toBe(before);
});

test('no identifier is used twice, so that no definition takes the place of another in a workspace', () => {
  const ids = [
    manifest.application.universalIdentifier,
    ...manifest.views.map((view) => view.universalIdentifier),
    ...manifest.objects.map((object) => object.universalIdentifier),
    ...[...manifest.objects, ...manifest.standardObjects].flatMap((object) =>
      object.fields.flatMap((field) => [
        field.universalIdentifier,
        ...(field.options ?? []).map((option) => option.id),
      ]),
    ),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test('every object has a name of ours, so that Twenty adds none of its own', () => {
  for (const { fields } of manifest.objects) {
    expect(fields.filter((field) => field.name === 'name')).toMatchObject([{ type: 'TEXT' }]);
  }
});

test('records are titled by the field that people type into first: of the do-not-call list, the number', () => {
  const titles = manifest.objects.map(({ nameSingular, labelIdentifierField, fields }) => {
    expect(fields[0]?.name).toBe(labelIdentifierField);
    return [nameSingular, labelIdentifierField];
  });
  expect(titles.filter(([, field]) => field !== 'name')).toEqual([['doNotCallEntry', 'number']]);
});

test('what the worker upserts is found again by one unique field, so that nothing is written twice', () => {
  const unique = Object.fromEntries(
    manifest.objects.map(({ nameSingular, fields }) => [
      nameSingular,
      fields.filter((field) => field.isUnique).map((field) => field.name),
    ]),
  );
  expect(unique).toEqual({
    callSession: ['sessionId'],
    dailyCallStats: ['dayKey'],
    doNotCallEntry: ['number'],
    phoneCall: ['callId'],
    repProgression: ['workspaceMemberId'],
    salesTeam: [],
    syncLogEntry: ['entryKey'],
  });
});

test('every outcome that a rep can choose has its place in Twenty', () => {
  const outcome = manifest.objects
    .flatMap((object) => object.fields)
    .find((field) => field.name === 'outcome');
  expect(outcome?.options?.map((option) => option.value)).toEqual([
    'NEEDS_WRAP_UP',
    ...OUTCOMES.map(({ key }) => toTwentySelect(key)),
  ]);
  expect(outcome?.options?.slice(1).map((option) => option.label)).toEqual(
    OUTCOMES.map(({ label }) => label),
  );
});

test('a board has a column for every option, because Twenty shows no other', () => {
  const grouped = manifest.views.filter((view) => view.groupByField !== undefined);
  const optionsOf = (view: (typeof grouped)[number]) =>
    manifest.objects
      .find((object) => object.nameSingular === view.objectNameSingular)
      ?.fields.find((field) => field.name === view.groupByField)
      ?.options?.map((option) => option.value);
  for (const view of grouped) expect([view.name, view.groups]).toEqual([view.name, optionsOf(view) ?? []]);
  expect(grouped.map((view) => view.name)).toEqual(['Calls by outcome', 'Calls by rep']);
});

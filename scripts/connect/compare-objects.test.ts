import { expect, test } from 'vitest';
import type { AppManifest } from '../app-manifest/app-manifest.ts';
import { missingInWorkspace } from './compare-objects.ts';
import { manifest, workspaceOf } from './testing/fake-twenty.ts';
import type { WorkspaceField, WorkspaceObject } from './workspace-objects.ts';

const changed = (
  name: string,
  change: Partial<WorkspaceField> | null,
  app: AppManifest = manifest(),
): WorkspaceObject[] =>
  workspaceOf(app).map((object) => ({
    ...object,
    fieldsList: object.fieldsList.flatMap((field) => {
      if (`${object.nameSingular}.${field.name}` !== name) return [field];
      return change === null ? [] : [{ ...field, ...change }];
    }),
  }));

test('a workspace with all that the app defines lacks nothing', () => {
  expect(missingInWorkspace(manifest(), workspaceOf(manifest()))).toEqual([]);
});

test.each([
  ['phoneCall.callSid', null, 'phoneCall.callSid is not there.'],
  ['phoneCall.callId', { isUnique: false }, 'phoneCall.callId is not unique.'],
  [
    'phoneCall.talkSeconds',
    { type: 'TEXT' },
    'phoneCall.talkSeconds is of type TEXT; the dialer needs NUMBER.',
  ],
  ['phoneCall.direction', { options: [] }, 'phoneCall.direction lacks the options OUTBOUND, INBOUND.'],
  ['phoneCall.person', { settings: null }, 'phoneCall.person has no personId.'],
  [
    'phoneCall.person',
    { relation: { targetObjectMetadata: { nameSingular: 'company' } } },
    'phoneCall.person points at company; the dialer needs person.',
  ],
] as const)('a change of %s that would keep calls out of Twenty is named', (name, change, words) => {
  const there = changed(name, change as Partial<WorkspaceField> | null);
  expect(missingInWorkspace(manifest(), there)).toEqual([words]);
});

test('a workspace without the app is told by object, not by forty fields', () => {
  expect(missingInWorkspace(manifest(), [])).toEqual(
    [...manifest().objects.map(({ nameSingular }) => nameSingular), 'person'].map(
      (name) => `The object ${name} is not there.`,
    ),
  );
});

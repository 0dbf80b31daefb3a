import { expect, test } from 'vitest';
import type { BuildOutput } from './build-output.ts';
import { fromBuildOutput } from './from-build-output.ts';

const ID = {
  app: 'f9d2bcb1-b3e6-44f9-9ed6-2229e3b60b47',
  object: '7d7a8461-58ab-4484-bddc-6b9b3d424137',
  name: 'a46bec49-d1d2-4ff8-a4ce-917442f2d25a',
  person: '97ff14f2-30fb-46e5-92a0-6b36b64672ca',
  inverse: 'dc05fbc8-2146-4560-a321-de6b8095d70f',
  view: '0d08b4e3-7f62-4eb9-b9a2-f91a4040b1ef',
  personObject: '20202020-e674-48e5-a542-72570eee7213',
};

const output = (target = ID.personObject): BuildOutput => ({
  application: { universalIdentifier: ID.app, displayName: 'Twenty Dialer' },
  objects: [
    {
      universalIdentifier: ID.object,
      nameSingular: 'phoneCall',
      namePlural: 'phoneCalls',
      labelSingular: 'Phone call',
      labelPlural: 'Phone calls',
      icon: 'IconPhoneCall',
      labelIdentifierFieldMetadataUniversalIdentifier: ID.name,
      fields: [{ universalIdentifier: ID.name, type: 'TEXT', name: 'name', label: 'Name' }],
    },
  ],
  roles: [
    {
      objectPermissions: [
        {
          objectUniversalIdentifier: ID.object,
          canReadObjectRecords: true,
          canUpdateObjectRecords: true,
        },
        { objectUniversalIdentifier: ID.personObject, canReadObjectRecords: true },
      ],
    },
  ],
  fields: [
    {
      universalIdentifier: ID.person,
      objectUniversalIdentifier: ID.object,
      type: 'RELATION',
      name: 'person',
      label: 'Person',
      relationTargetObjectMetadataUniversalIdentifier: target,
      relationTargetFieldMetadataUniversalIdentifier: ID.inverse,
      universalSettings: { relationType: 'MANY_TO_ONE', joinColumnName: 'personId' },
    },
    {
      universalIdentifier: ID.inverse,
      objectUniversalIdentifier: ID.personObject,
      type: 'RELATION',
      name: 'phoneCalls',
      label: 'Phone calls',
      relationTargetObjectMetadataUniversalIdentifier: ID.object,
      relationTargetFieldMetadataUniversalIdentifier: ID.person,
      universalSettings: { relationType: 'ONE_TO_MANY' },
    },
  ],
  views: [
    {
      universalIdentifier: ID.view,
      name: 'Recent calls',
      objectUniversalIdentifier: ID.object,
      type: 'TABLE',
      fields: [
        { fieldMetadataUniversalIdentifier: ID.person, position: 1 },
        { fieldMetadataUniversalIdentifier: ID.name, position: 0 },
      ],
    },
  ],
});
const made = { sdkVersion: '2.33.0', sourceHash: 'hash' };

test('both sides of a relation become one, with the names that queries use', () => {
  const [object] = fromBuildOutput(output(), made).objects;
  expect(object?.labelIdentifierField).toBe('name');
  expect(object?.fields.at(-1)).toMatchObject({
    name: 'person',
    isUnique: false,
    relation: {
      kind: 'MANY_TO_ONE',
      targetObject: 'person',
      joinColumnName: 'personId',
      inverseFieldName: 'phoneCalls',
    },
  });
});

test('fields on an object of Twenty are listed there, the other side of a relation is not', () => {
  const built = output();
  const score = {
    universalIdentifier: '5d8a7a83-0b0e-4a0e-9bb5-7b04e7c1f3a1',
    objectUniversalIdentifier: ID.personObject,
    type: 'NUMBER',
    name: 'leadScore',
    label: 'Lead score',
    universalSettings: { dataType: 'int' },
  };
  const { standardObjects } = fromBuildOutput({ ...built, fields: [...built.fields, score] }, made);
  expect(standardObjects).toMatchObject([
    { nameSingular: 'person', fields: [{ name: 'leadScore', type: 'NUMBER', dataType: 'int' }] },
  ]);
  expect(standardObjects[0]?.fields).toHaveLength(1);
});

test('what the role may do is told by object, and a right to delete stops the build', () => {
  const built = output();
  expect(fromBuildOutput(built, made).rights).toEqual({
    reads: ['person', 'phoneCall'],
    writes: ['phoneCall'],
  });
  const roles = [
    { objectPermissions: [{ objectUniversalIdentifier: ID.object, canDestroyObjectRecords: true }] },
  ];
  expect(() => fromBuildOutput({ ...built, roles }, made)).toThrow('may delete phoneCall');
});

test('columns of a view come in the order that people see', () => {
  expect(fromBuildOutput(output(), made).views[0]).toMatchObject({
    objectNameSingular: 'phoneCall',
    fields: ['name', 'person'],
  });
});

test('a relation to an object without a known name stops the build instead of writing nonsense', () => {
  expect(() => fromBuildOutput(output('aaaaaaaa-e674-48e5-a542-72570eee7213'), made)).toThrow(
    'STANDARD_OBJECT_NAMES',
  );
});

import { readFileSync } from 'node:fs';
import { CallReport, E164, PersonId } from '@twenty-dialer/contract';
import { exampleMember, exampleReport } from '@twenty-dialer/contract/examples';
import {
  buildSchema,
  coerceInputValue,
  type FragmentDefinitionNode,
  GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
  visit,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import manifestJson from '../../../graphql/app-manifest.json' with { type: 'json' };
import { callSessionRecord } from '../outbox/call-session-record.ts';
import { dailyCallStatsRecord } from '../outbox/daily-call-stats-record.ts';
import { doNotCallRecord } from '../outbox/do-not-call-record.ts';
import { isReadName, type ReadName } from '../outbox/entry.ts';
import { personRecord } from '../outbox/person-record.ts';
import { progressionRecord } from '../outbox/progression-record.ts';
import { recordsOfCall } from '../outbox/records-of-call.ts';
import { syncLogEntryRecord } from '../outbox/sync-log-record.ts';

const file = (name: string) => readFileSync(new URL(`../../../graphql/${name}`, import.meta.url), 'utf8');
const schema = buildSchema(file('schema.graphql'));

const Field = z.object({
  name: z.string(),
  type: z.enum([
    'TEXT',
    'SELECT',
    'MULTI_SELECT',
    'DATE_TIME',
    'DATE',
    'NUMBER',
    'BOOLEAN',
    'LINKS',
    'RELATION',
  ]),
  dataType: z.enum(['int', 'float']).optional(),
  options: z.array(z.object({ value: z.string() })).optional(),
  relation: z.object({ joinColumnName: z.string(), targetObject: z.string() }).optional(),
});
const StandardObject = z.object({ nameSingular: z.string(), fields: z.array(Field) });
type StandardObject = z.infer<typeof StandardObject>;
const Manifest = z.object({
  objects: z.array(StandardObject.extend({ namePlural: z.string() })),
  standardObjects: z.array(StandardObject),
});
const { objects, standardObjects } = Manifest.parse(manifestJson);

/** Fields that every record of Twenty has. */
const SYSTEM_FIELDS = ['id', 'createdAt', 'updatedAt', 'deletedAt', 'createdBy', 'updatedBy'];
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const fieldsOf = (type: GraphQLNamedType | undefined): Record<string, string> => {
  if (!(type instanceof GraphQLObjectType) && !(type instanceof GraphQLInputObjectType)) return {};
  return Object.fromEntries(
    Object.entries(type.getFields())
      .filter(([name]) => !SYSTEM_FIELDS.includes(name))
      .map(([name, field]) => [name, field.type.toString().replaceAll(/[[\]!]/g, '')]),
  );
};

/** How Twenty types a field of the app's, in answers and in inputs. */
const expectedFields = (object: StandardObject, isInput: boolean): Record<string, string> => {
  const typeOf = (field: (typeof object.fields)[number]): string =>
    ({
      TEXT: 'String',
      SELECT: `${pascal(object.nameSingular)}${pascal(field.name)}Enum`,
      MULTI_SELECT: `${pascal(object.nameSingular)}${pascal(field.name)}Enum`,
      DATE_TIME: 'DateTime',
      DATE: 'Date',
      NUMBER: field.dataType === 'float' ? 'Float' : 'Int',
      BOOLEAN: 'Boolean',
      LINKS: isInput ? 'LinksCreateInput' : 'Links',
      RELATION: 'ID',
    })[field.type];
  return Object.fromEntries(
    object.fields.map((field) => [field.relation?.joinColumnName ?? field.name, typeOf(field)]),
  );
};

/** The record that a relation brings along, where we ask for it: a relation may also be known by its id alone. */
const expectedRelations = (object: StandardObject, known: Record<string, string>) =>
  Object.fromEntries(
    object.fields.flatMap(({ name, relation }) =>
      relation && name in known ? [[name, pascal(relation.targetObject)]] : [],
    ),
  );

describe.each(objects)('$nameSingular', (object) => {
  const typeName = pascal(object.nameSingular);

  test('the schema knows exactly the fields that our app makes', () => {
    const known = fieldsOf(schema.getType(typeName));
    expect(known).toEqual({ ...expectedFields(object, false), ...expectedRelations(object, known) });
    expect(fieldsOf(schema.getType(`${typeName}CreateInput`))).toEqual(expectedFields(object, true));
  });

  test.each(object.fields.filter(({ type }) => type === 'SELECT'))(
    'the options of $name are those that our app makes',
    ({ name, options }) => {
      const type = schema.getType(`${typeName}${pascal(name)}Enum`);
      const values = type instanceof GraphQLEnumType ? type.getValues().map((value) => value.name) : [];
      expect(values.toSorted()).toEqual((options ?? []).map(({ value }) => value).toSorted());
    },
  );

  test('it is written and read by the names that Twenty gives it', () => {
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toContain(
      `create${pascal(object.namePlural)}`,
    );
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain(object.namePlural);
  });
});

test.each(standardObjects)('the schema knows what our app adds to $nameSingular', (object) => {
  const typeName = pascal(object.nameSingular);
  expect(fieldsOf(schema.getType(typeName))).toMatchObject(expectedFields(object, false));
  expect(fieldsOf(schema.getType(`${typeName}UpdateInput`))).toEqual(expectedFields(object, true));
  for (const { name, options } of object.fields.filter((field) => field.options !== undefined)) {
    const type = schema.getType(`${typeName}${pascal(name)}Enum`);
    const values = type instanceof GraphQLEnumType ? type.getValues().map((value) => value.name) : [];
    expect(values.toSorted()).toEqual((options ?? []).map(({ value }) => value).toSorted());
  }
});

const report = CallReport.parse(exampleReport);
const everyStage: CallReport[] = [
  report,
  { ...report, stage: 'ended', wrappedUpAt: null, outcome: null },
  { ...report, personId: null, direction: 'inbound', from: report.to, line: 'twilio' },
];
const rita = { id: exampleMember.id, name: 'Rita Example' };
const calls = everyStage.flatMap((each) =>
  recordsOfCall({ report: each, member: rita, knownSlots: [`noteTarget:${report.callId}:person`] }),
);
const figures = { calls: 3, dials: 3, answered: 2, connected: 1, connectedDials: 1, talkSeconds: 100 };
const { startedAt, endedAt, timeZone } = report;
const projections = [
  callSessionRecord({
    ...{ sessionId: report.callSessionId, member: rita, startedAt, endedAt, timeZone },
    ...figures,
  }),
  dailyCallStatsRecord({ member: rita, day: '2026-11-21', ...figures }),
  syncLogEntryRecord({
    ...{ entryKey: 'note:1@1', objectName: 'note', recordId: '1', action: 'create', status: 'failed' },
    ...{ message: 'Too long.', count: 1, at: startedAt },
  }),
  progressionRecord(rita, {
    ...{ totalXp: 5, totalCalls: 3, totalTalkSeconds: 100, lastCallAt: startedAt, streakDays: 1 },
    streakThrough: '2026-11-21',
  }),
];
const forbidden = [doNotCallRecord({ number: E164.parse(report.to), report, member: rita, match: null })];
const people = [
  personRecord({
    personId: PersonId.parse(report.personId),
    callCount: 3,
    lastCalledAt: startedAt,
    doNotCall: false,
  }),
];

test.each([...calls, ...people, ...forbidden, ...projections])(
  'what is written of $slot fits the input of Twenty',
  ({ objectName, recordId, payload, links }) => {
    const faults: string[] = [];
    const ids = Object.fromEntries(Object.keys(links).map((field) => [field, recordId]));
    const input = schema.getType(`${pascal(objectName)}CreateInput`);
    if (!(input instanceof GraphQLInputObjectType)) throw new Error(`No input for ${objectName}.`);
    coerceInputValue({ id: recordId, ...payload, ...ids }, input, (path, value, error) =>
      faults.push(`${path.join('.')} ${JSON.stringify(value)}: ${error.message}`),
    );
    expect(faults).toEqual([]);
  },
);

/** Operation and fragment. */
const READ_BY: Record<ReadName, readonly string[]> = {
  phoneCall: ['ReadPhoneCalls', 'PhoneCallRow'],
  note: ['ReadNotes', 'NoteRow'],
  noteTarget: ['ReadNoteTargets', 'NoteTargetRow'],
  person: ['ReadPeople'],
};

/** A field that is written and not read back would look as if somebody had emptied it in Twenty. */
test.each([...calls, ...people])(
  'every field written of $slot is read back for the comparison',
  ({ objectName, payload, links }) => {
    const read = new Set<string>();
    const readBy = isReadName(objectName) ? READ_BY[objectName] : [];
    const onlyOurs = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
      readBy.includes(node.name?.value ?? '') ? undefined : false;
    visit(parse(file('operations/read-records.graphql')), {
      OperationDefinition: onlyOurs,
      FragmentDefinition: onlyOurs,
      Field: (node) => {
        read.add(node.name.value);
      },
    });
    const written = [...Object.keys(payload), ...Object.keys(links)].filter((field) => field !== 'createdBy');
    expect(written.filter((field) => !read.has(field))).toEqual([]);
  },
);

describe('the operations', () => {
  const metadata = buildSchema(file('metadata.graphql'));
  test.each<[string, GraphQLSchema]>([
    ['operations/write-records.graphql', schema],
    ['operations/read-records.graphql', schema],
    ['operations/people.graphql', schema],
    ['operations/type-shape.graphql', schema],
    ['operations/metadata/current.graphql', metadata],
  ])('%s are valid', (name, against) => {
    expect(validate(against, parse(file(name)))).toEqual([]);
  });

  test('each writes one object only: the worker joins them as it needs them', () => {
    for (const definition of parse(file('operations/write-records.graphql')).definitions) {
      expect(definition.kind === Kind.OPERATION_DEFINITION && definition.selectionSet.selections.length).toBe(
        1,
      );
    }
  });
});

import { z } from 'zod';
import manifestJson from '../../../graphql/app-manifest.json' with { type: 'json' };
import { TypeShapeDocument } from '../../../graphql/generated/core/graphql.ts';
import type { TwentyClient } from './client.ts';
import { TypeShapeAnswer } from './records-answers.ts';

const Manifest = z.object({
  objects: z.array(
    z.object({
      nameSingular: z.string(),
      fields: z.array(
        z.object({
          name: z.string(),
          options: z.array(z.object({ value: z.string() })).optional(),
          relation: z.object({ joinColumnName: z.string() }).optional(),
        }),
      ),
    }),
  ),
});

/** A type of the workspace's schema and the names that it must have. */
interface RequiredType {
  readonly typeName: string;
  readonly kind: 'fields' | 'options';
  readonly names: readonly string[];
  /** What the type is called in Twenty's settings: `phoneCall`, or `phoneCall.line` for a select. */
  readonly label: string;
}

/** What of a standard object our records need: our app adds the link from a note to a call, and fields of people. */
const OF_STANDARD_OBJECTS: readonly RequiredType[] = [
  { typeName: 'Note', kind: 'fields', names: ['title', 'bodyV2'], label: 'note' },
  {
    typeName: 'NoteTarget',
    kind: 'fields',
    names: ['noteId', 'targetPersonId', 'targetPhoneCallId'],
    label: 'noteTarget',
  },
  { typeName: 'Person', kind: 'fields', names: ['callCount', 'lastCalledAt', 'doNotCall'], label: 'person' },
];

/**
 * What the worker needs and the workspace lacks, by name: `phoneCall`, `phoneCall.wrappedUpAt`, or
 * `phoneCall.line option TWILIO`.
 */
export const missingFromWorkspace = async (client: TwentyClient, token: string): Promise<string[]> => {
  const missing = await Promise.all(requiredTypes().map((required) => missingOf(client, token, required)));
  const absent = missing.flat();
  // An object that is missing altogether is said once, not once more for each of its selects.
  return absent.filter((name) => !absent.some((other) => name.startsWith(`${other}.`)));
};

const requiredTypes = (): RequiredType[] => [
  ...Manifest.parse(manifestJson).objects.flatMap(({ nameSingular, fields }): RequiredType[] => [
    {
      typeName: pascal(nameSingular),
      kind: 'fields',
      names: fields.map(({ name, relation }) => relation?.joinColumnName ?? name),
      label: nameSingular,
    },
    ...fields.flatMap(({ name, options }): RequiredType[] =>
      options === undefined
        ? []
        : [
            {
              typeName: `${pascal(nameSingular)}${pascal(name)}Enum`,
              kind: 'options',
              names: options.map(({ value }) => value),
              label: `${nameSingular}.${name}`,
            },
          ],
    ),
  ]),
  ...OF_STANDARD_OBJECTS,
];

const missingOf = async (client: TwentyClient, token: string, required: RequiredType): Promise<string[]> => {
  const { __type: type } = await client.ask({
    endpoint: 'graphql',
    document: TypeShapeDocument,
    variables: { name: required.typeName },
    schema: TypeShapeAnswer,
    token,
  });
  if (!type) return [required.label];
  const present = (required.kind === 'fields' ? type.fields : type.enumValues)?.map(({ name }) => name) ?? [];
  const absent = required.names.filter((name) => !present.includes(name));
  return absent.map((name) =>
    required.kind === 'fields' ? `${required.label}.${name}` : `${required.label} option ${name}`,
  );
};

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

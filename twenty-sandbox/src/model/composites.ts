import type { FieldType } from './definitions.ts';

export type PartType = 'TEXT' | 'NULLABLE_TEXT' | 'LIST' | 'JSON' | 'UUID' | 'NUMBER' | 'ACTOR_SOURCE';

export interface Composite {
  /** Name of its GraphQL type. */
  readonly typeName: string;
  /** As Twenty's messages call it. */
  readonly words: string;
  readonly parts: Readonly<Record<string, PartType>>;
  /** The part that a unique index is made on. */
  readonly uniquePart?: string;
}

export const ACTOR_SOURCES = [
  'EMAIL',
  'CALENDAR',
  'WORKFLOW',
  'AGENT',
  'API',
  'IMPORT',
  'MANUAL',
  'SYSTEM',
  'WEBHOOK',
  'APPLICATION',
];

const COMPOSITES: Partial<Record<FieldType, Composite>> = {
  FULL_NAME: { typeName: 'FullName', words: 'full name', parts: { firstName: 'TEXT', lastName: 'TEXT' } },
  EMAILS: {
    typeName: 'Emails',
    words: 'emails',
    parts: { primaryEmail: 'TEXT', additionalEmails: 'LIST' },
    uniquePart: 'primaryEmail',
  },
  PHONES: {
    typeName: 'Phones',
    words: 'phones',
    parts: {
      primaryPhoneNumber: 'TEXT',
      primaryPhoneCountryCode: 'TEXT',
      primaryPhoneCallingCode: 'TEXT',
      additionalPhones: 'LIST',
    },
    uniquePart: 'primaryPhoneNumber',
  },
  LINKS: {
    typeName: 'Links',
    words: 'links',
    parts: { primaryLinkLabel: 'TEXT', primaryLinkUrl: 'TEXT', secondaryLinks: 'LIST' },
    uniquePart: 'primaryLinkUrl',
  },
  RICH_TEXT: {
    typeName: 'RichText',
    words: 'rich text',
    parts: { blocknote: 'NULLABLE_TEXT', markdown: 'TEXT' },
  },
  CURRENCY: {
    typeName: 'Currency',
    words: 'currency',
    parts: { amountMicros: 'NUMBER', currencyCode: 'TEXT' },
  },
  ADDRESS: {
    typeName: 'Address',
    words: 'address',
    parts: {
      addressStreet1: 'TEXT',
      addressStreet2: 'TEXT',
      addressCity: 'TEXT',
      addressPostcode: 'TEXT',
      addressState: 'TEXT',
      addressCountry: 'TEXT',
      addressLat: 'NUMBER',
      addressLng: 'NUMBER',
    },
  },
  ACTOR: {
    typeName: 'Actor',
    words: 'actor',
    parts: { source: 'ACTOR_SOURCE', workspaceMemberId: 'UUID', name: 'TEXT', context: 'JSON' },
  },
};

/** The parts of a field that is an object itself, such as `name { firstName lastName }`; undefined for plain fields. */
export const compositeOf = (type: FieldType): Composite | undefined => COMPOSITES[type];
export const ALL_COMPOSITES = Object.values(COMPOSITES);

import { inspect } from 'node:util';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { ACTOR_SOURCES, type Composite, compositeOf, type PartType } from '../model/composites.ts';
import type { Field } from '../model/definitions.ts';
import { badData, badFilter, badInput, type Refusal } from '../refusal.ts';
import { normalizePhones } from './phones.ts';
import { completeRichText } from './rich-text.ts';
import { isUuid } from './uuid.ts';

/** Messages name the same fault in the same words; only the sub code tells data from filters. */
export type Complain = (message: string, userFriendlyMessage?: string) => Refusal;

/** One value of a create or update input, checked and brought into the form that is stored. @throws Refusal */
export const readValue = (field: Field, value: Json): Json => {
  if (value === null) return null;
  const composite = compositeOf(field.type);
  if (composite !== undefined) return readComposite(field, composite, value);
  if (field.type === 'SELECT') return readOption(field.name, field.options, value);
  if (field.type === 'MULTI_SELECT') {
    return (Array.isArray(value) ? value : [value]).map((one) => readOption(field.name, field.options, one));
  }
  return readScalar(field, value, badData);
};

/** @throws Refusal */
export const readScalar = (field: Pick<Field, 'name' | 'type'>, value: Json, complain: Complain): Json => {
  switch (field.type) {
    case 'UUID':
      return readUuid(field.name, value, complain);
    case 'NUMBER':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      throw complain(
        `Invalid number value ${inspect(value)} for field "${field.name}"`,
        `Invalid value for number: "${inspect(value)}"`,
      );
    case 'BOOLEAN':
      if (typeof value === 'boolean') return value;
      throw complain(
        `Invalid boolean value ${inspect(value)} for field "${field.name}"`,
        `Invalid value for boolean: "${inspect(value)}"`,
      );
    case 'DATE_TIME':
      return readInstant(field.name, value, complain);
    case 'DATE':
      return readDate(field.name, value, complain);
    case 'TEXT':
      return readText(field.name, value, complain);
    default:
      return value;
  }
};

/** @throws Refusal */
export const readUuid = (name: string, value: Json, complain: Complain): string => {
  if (isUuid(value)) return value.toLowerCase();
  throw complain(
    `Invalid UUID value ${inspect(value)} for field "${name}"`,
    `Invalid value for UUID: "${inspect(value)}"`,
  );
};

const readText = (name: string, value: Json, complain: Complain): string | null => {
  if (typeof value === 'string') return value === '' ? null : value;
  throw complain(
    `Invalid string value ${inspect(value)} for text field "${name}"`,
    `Invalid value: "${inspect(value)}"`,
  );
};

const ISO_DATE = /^\d{4}-\d{2}-\d{2}/;

const readInstant = (name: string, value: Json, complain: Complain): string => {
  const at = typeof value === 'string' && ISO_DATE.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  throw complain(
    `Invalid value ${inspect(value)} for date-time field "${name}". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'`,
    `Invalid value for date-time: "${inspect(value)}". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'`,
  );
};

const readDate = (name: string, value: Json, complain: Complain): string => {
  const isDay =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  if (isDay) return value;
  throw complain(
    `Invalid value ${inspect(value)} for date field "${name}". Expected format: 'YYYY-MM-DD'`,
    `Invalid value for date: "${inspect(value)}". Expected format: 'YYYY-MM-DD'`,
  );
};

const readOption = (name: string, options: readonly string[], value: Json): string => {
  if (typeof value === 'string' && options.includes(value)) return value;
  throw badData(
    `Invalid value ${quoted(value)} for field "${name}". Valid values are: ${options.join(', ')}`,
    `Invalid value for field "${name}"`,
  );
};

const readComposite = (field: Field, composite: Composite, value: Json): JsonObject => {
  if (!isJsonObject(value)) {
    throw badData(
      `Invalid object value ${inspect(value)} for field "${field.name}"`,
      'Invalid value for JSON.',
    );
  }
  const result: JsonObject = {};
  for (const [name, given] of Object.entries(value)) {
    const type = composite.parts[name];
    if (type === undefined) {
      throw badData(
        `Invalid subfield ${name} for ${composite.words} field "${field.name}"`,
        `Invalid value for ${composite.words}.`,
      );
    }
    result[name] = given === null ? null : readPart(`${field.name}.${name}`, type, given);
  }
  if (field.type === 'PHONES') return normalizePhones(result);
  if (field.type === 'EMAILS') return normalizeEmails(field.name, result);
  if (field.type === 'LINKS') return normalizeLinks(result);
  if (field.type === 'RICH_TEXT') return completeRichText(result);
  return result;
};

const readPart = (name: string, type: PartType, value: Json): Json => {
  switch (type) {
    case 'TEXT':
    case 'NULLABLE_TEXT':
      return readText(name, value, badData);
    case 'UUID':
      return readUuid(name, value, badData);
    case 'NUMBER':
      return readScalar({ name, type: 'NUMBER' }, value, badData);
    case 'ACTOR_SOURCE':
      return readOption(name, ACTOR_SOURCES, value);
    default:
      return value;
  }
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const normalizeEmails = (name: string, emails: JsonObject): JsonObject => {
  const result = { ...emails };
  if (typeof emails.primaryEmail === 'string') {
    if (!EMAIL.test(emails.primaryEmail)) {
      throw badData(
        `Invalid string value ${inspect(emails.primaryEmail)} for email field "${name}.primaryEmail"`,
        `Invalid value: "${inspect(emails.primaryEmail)}"`,
      );
    }
    result.primaryEmail = emails.primaryEmail.toLowerCase();
  }
  if (Array.isArray(emails.additionalEmails)) {
    result.additionalEmails = emails.additionalEmails.map((one) =>
      typeof one === 'string' ? one.toLowerCase() : one,
    );
  }
  return result;
};

const normalizeLinks = (links: JsonObject): JsonObject => {
  const url = links.primaryLinkUrl;
  if (typeof url !== 'string') return links;
  if (/\s/.test(url) || !URL.canParse(url.includes('://') ? url : `https://${url}`)) {
    throw badInput('INVALID_URL', 'The URL of the link is not valid', 'Invalid URL format.');
  }
  return { ...links, primaryLinkUrl: tidyUrl(url) };
};

/** Scheme and host in lower case, no slash at the end: the rest may be a signed address and stays as it is. */
const tidyUrl = (url: string): string =>
  url.replace(/^[a-z]+:\/\/[^/?#]*/i, (origin) => origin.toLowerCase()).replace(/\/$/, '');

const quoted = (value: Json): string => (typeof value === 'string' ? `"${value}"` : inspect(value));

export const complainFilter: Complain = badFilter;

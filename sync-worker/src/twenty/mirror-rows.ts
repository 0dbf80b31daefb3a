import { type E164, type Instant, MemberId, PersonId } from '@twenty-dialer/contract';
import type { CountryCode } from 'libphonenumber-js';
import { z } from 'zod';
import type { DoNotCallFromTwenty, MirrorMark, PersonFromTwenty } from '../store/mirror-port.ts';
import type { CompanyFromTwenty } from './mirror-port.ts';
import { dialableNumbers } from './phones.ts';

/*
 * Rows for the mirror, from an answer or from a webhook, whose records name relations by their id alone. A workspace whose
 * app is older answers null for fields that it does not have yet, and its webhooks leave them out.
 */
const text = z.string().nullish();
const id = z.guid();
const marked = { id, updatedAt: z.string(), deletedAt: text };

const Person = z.object({
  ...marked,
  name: z.object({ firstName: text, lastName: text }).nullish(),
  emails: z.object({ primaryEmail: text }).nullish(),
  jobTitle: text,
  phones: z
    .object({
      primaryPhoneNumber: text,
      primaryPhoneCountryCode: text,
      primaryPhoneCallingCode: text,
      additionalPhones: z.unknown().optional(),
    })
    .nullish(),
  companyId: id.nullish(),
  company: z.object({ name: text }).nullish(),
  callStatus: text,
  assignedToId: id.nullish(),
  doNotCall: z.boolean().nullish(),
  timezone: text,
});

/** Null: not a person's record, or one whose id we cannot hold. */
export const toPerson = (record: unknown, defaultCountry: CountryCode): PersonFromTwenty | null => {
  const row = Person.safeParse(record);
  const personId = PersonId.safeParse(row.data?.id);
  if (!row.success || !personId.success) return null;
  const { name, emails, jobTitle, phones, companyId, company, callStatus, assignedToId } = row.data;
  const owner = MemberId.safeParse(assignedToId);
  return {
    ...markOf(row.data),
    id: personId.data,
    name: [name?.firstName, name?.lastName].filter(Boolean).join(' ').trim(),
    email: emails?.primaryEmail ?? '',
    jobTitle: jobTitle ?? '',
    companyId: companyId ?? null,
    companyName: companyId == null ? '' : (company?.name ?? null),
    numbers: dialableNumbers(phones, defaultCountry),
    status: keyOf(callStatus),
    ownerId: owner.success ? owner.data : null,
    doNotCall: row.data.doNotCall ?? false,
    timeZone: row.data.timezone || null,
  };
};

const DoNotCallEntry = z.object({
  ...marked,
  number: text,
  reason: text,
  source: text,
  personId: id.nullish(),
  addedAt: text,
  expiresAt: text,
});

export const toDoNotCallEntry = (
  record: unknown,
  defaultCountry: CountryCode,
): DoNotCallFromTwenty | null => {
  const row = DoNotCallEntry.safeParse(record);
  if (!row.success) return null;
  const { number, reason, source, personId, addedAt, expiresAt } = row.data;
  const person = PersonId.safeParse(personId);
  return {
    ...markOf(row.data),
    number: typedNumber(number, defaultCountry),
    reason: reason ?? '',
    source: keyOf(source) ?? '',
    personId: person.success ? person.data : null,
    addedAt: instantOf(addedAt),
    expiresAt: instantOf(expiresAt),
  };
};

const Company = z.object({ ...marked, name: text });

export const toCompany = (record: unknown): CompanyFromTwenty | null => {
  const row = Company.safeParse(record);
  return row.success ? { ...markOf(row.data), name: row.data.name ?? '' } : null;
};

const Mark = z.object(marked);

export const toMark = (record: unknown): MirrorMark | null => {
  const row = Mark.safeParse(record);
  return row.success ? markOf(row.data) : null;
};

const markOf = ({ id: rowId, updatedAt, deletedAt }: z.infer<typeof Mark>): MirrorMark => ({
  id: rowId,
  updatedAt: new Date(updatedAt).toISOString(),
  isDeleted: deletedAt != null,
});

/** People type into the do-not-call list what they like: a number is found in it as in a person's. */
const typedNumber = (number: string | null | undefined, defaultCountry: CountryCode): E164 | null =>
  dialableNumbers({ primaryPhoneNumber: number ?? null }, defaultCountry)[0] ?? null;

/** `CALL_BACK` → `call-back` */
const keyOf = (option: string | null | undefined): string | null =>
  option ? option.toLowerCase().replaceAll('_', '-') : null;

const instantOf = (time: string | null | undefined): Instant | null =>
  time ? new Date(time).toISOString() : null;

import type { Model } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { type Row, textAt, valueAt } from '../records/row.ts';

/** A list in the navigation, at `/objects/<namePlural>` as in Twenty. */
export interface View {
  readonly objectName: string;
  readonly namePlural: string;
  readonly label: string;
  readonly columns: readonly Column[];
  /** The value to sort by, highest or latest first. */
  readonly newestBy: (row: Row) => string;
}

export interface Column {
  readonly label: string;
  readonly kind: 'record' | 'text' | 'tag' | 'number' | 'time' | 'link';
  readonly read: (row: Row, context: ViewContext) => Cell;
}

export interface ViewContext {
  readonly model: Model;
  readonly records: Records;
}

/** What a cell says, and where it leads. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
}

export const hrefOf = (objectName: string, id: string): string => `/object/${objectName}/${id}`;

const text =
  (name: string, part?: string) =>
  (row: Row): Cell => ({ text: textAt(row, name, part) });
const number =
  (name: string) =>
  (row: Row): Cell => ({ text: String(valueAt(row, name) ?? '') });

/** The title of a record, as Twenty shows it in chips. */
export const titleOf = (row: Row): string => {
  const fullName = `${textAt(row, 'name', 'firstName')} ${textAt(row, 'name', 'lastName')}`.trim();
  return fullName || textAt(row, 'name') || textAt(row, 'title') || 'Untitled';
};

export const phoneOf = (row: Row): string =>
  `${textAt(row, 'phones', 'primaryPhoneCallingCode')}${textAt(row, 'phones', 'primaryPhoneNumber')}`;

const self =
  (objectName: string) =>
  (row: Row): Cell => ({ text: titleOf(row), href: hrefOf(objectName, row.id) });

const related =
  (objectName: string, joinColumn: string) =>
  (row: Row, { records }: ViewContext): Cell => {
    const id = textAt(row, joinColumn);
    const found = id === '' ? undefined : records.table(objectName).get(id);
    return found === undefined || found.deletedAt !== null
      ? { text: '' }
      : { text: titleOf(found), href: hrefOf(objectName, id) };
  };

export const VIEWS: readonly View[] = [
  {
    objectName: 'person',
    namePlural: 'people',
    label: 'People',
    newestBy: (row) => row.createdAt,
    columns: [
      { label: 'Name', kind: 'record', read: self('person') },
      { label: 'Company', kind: 'link', read: related('company', 'companyId') },
      { label: 'Job title', kind: 'text', read: text('jobTitle') },
      { label: 'Phone', kind: 'text', read: (row) => ({ text: phoneOf(row) }) },
      { label: 'Email', kind: 'text', read: text('emails', 'primaryEmail') },
    ],
  },
  {
    objectName: 'company',
    namePlural: 'companies',
    label: 'Companies',
    newestBy: (row) => row.createdAt,
    columns: [
      { label: 'Name', kind: 'record', read: self('company') },
      { label: 'Domain', kind: 'text', read: text('domainName', 'primaryLinkUrl') },
      { label: 'City', kind: 'text', read: text('address', 'addressCity') },
    ],
  },
  {
    objectName: 'phoneCall',
    namePlural: 'phoneCalls',
    label: 'Phone calls',
    newestBy: (row) => textAt(row, 'startedAt') || row.createdAt,
    columns: [
      { label: 'Name', kind: 'record', read: self('phoneCall') },
      { label: 'Person', kind: 'link', read: related('person', 'personId') },
      { label: 'Rep', kind: 'link', read: related('workspaceMember', 'memberId') },
      { label: 'Outcome', kind: 'tag', read: text('outcome') },
      { label: 'Status', kind: 'tag', read: text('status') },
      { label: 'Line', kind: 'tag', read: text('line') },
      { label: 'Number', kind: 'text', read: text('toNumber') },
      { label: 'Started', kind: 'time', read: text('startedAt') },
      { label: 'Talk (s)', kind: 'number', read: number('talkSeconds') },
    ],
  },
  {
    objectName: 'note',
    namePlural: 'notes',
    label: 'Notes',
    newestBy: (row) => row.createdAt,
    columns: [
      { label: 'Title', kind: 'record', read: self('note') },
      { label: 'Body', kind: 'text', read: text('bodyV2', 'markdown') },
      { label: 'Created by', kind: 'text', read: text('createdBy', 'name') },
      { label: 'Created', kind: 'time', read: text('createdAt') },
    ],
  },
  {
    objectName: 'repProgression',
    namePlural: 'repProgressions',
    label: 'Rep progressions',
    newestBy: (row) => String(valueAt(row, 'totalXp') ?? 0).padStart(12, '0'),
    columns: [
      { label: 'Name', kind: 'record', read: self('repProgression') },
      { label: 'Rank', kind: 'tag', read: text('rank') },
      { label: 'XP', kind: 'number', read: number('totalXp') },
      { label: 'Calls', kind: 'number', read: number('totalCalls') },
      { label: 'Talk (s)', kind: 'number', read: number('totalTalkSeconds') },
      { label: 'Streak (days)', kind: 'number', read: number('streakDays') },
      { label: 'Last call', kind: 'time', read: text('lastCallAt') },
    ],
  },
  {
    objectName: 'workspaceMember',
    namePlural: 'workspaceMembers',
    label: 'Members',
    newestBy: (row) => row.createdAt,
    columns: [
      { label: 'Name', kind: 'record', read: self('workspaceMember') },
      { label: 'Email', kind: 'text', read: text('userEmail') },
      { label: 'Job title', kind: 'text', read: text('jobTitle') },
    ],
  },
];

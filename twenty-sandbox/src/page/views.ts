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
  return fullName || textAt(row, 'number') || textAt(row, 'name') || textAt(row, 'title') || 'Untitled';
};

export const phoneOf = (row: Row): string =>
  `${textAt(row, 'phones', 'primaryPhoneCallingCode')}${textAt(row, 'phones', 'primaryPhoneNumber')}`;

const flag =
  (name: string) =>
  (row: Row): Cell => ({ text: valueAt(row, name) === true ? 'yes' : '' });
const share =
  (name: string) =>
  (row: Row): Cell => {
    const value = valueAt(row, name);
    return { text: typeof value === 'number' ? `${Math.round(value * 1000) / 10} %` : '' };
  };

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
      { label: 'Stage', kind: 'tag', read: text('stage') },
      { label: 'Calls', kind: 'number', read: number('callCount') },
      { label: 'Last called', kind: 'time', read: text('lastCalledAt') },
      { label: 'Do not call', kind: 'tag', read: flag('doNotCall') },
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
      { label: 'Company', kind: 'link', read: related('company', 'companyId') },
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
      { label: 'Team', kind: 'link', read: related('salesTeam', 'teamId') },
      { label: 'Last call', kind: 'time', read: text('lastCallAt') },
    ],
  },
  {
    objectName: 'salesTeam',
    namePlural: 'salesTeams',
    label: 'Sales teams',
    newestBy: (row) => row.createdAt,
    columns: [
      { label: 'Name', kind: 'record', read: self('salesTeam') },
      { label: 'Manager', kind: 'link', read: related('workspaceMember', 'managerId') },
    ],
  },
  {
    objectName: 'dailyCallStats',
    namePlural: 'dailyCallStatsEntries',
    label: 'Daily figures',
    newestBy: (row) => textAt(row, 'day'),
    columns: [
      { label: 'Name', kind: 'record', read: self('dailyCallStats') },
      { label: 'Rep', kind: 'link', read: related('workspaceMember', 'memberId') },
      { label: 'Calls', kind: 'number', read: number('calls') },
      { label: 'Dials', kind: 'number', read: number('dials') },
      { label: 'Answered', kind: 'number', read: number('answered') },
      { label: 'Connected', kind: 'number', read: number('connected') },
      { label: 'Connection rate', kind: 'number', read: share('connectionRate') },
      { label: 'Talk (min)', kind: 'number', read: number('talkMinutes') },
    ],
  },
  {
    objectName: 'callSession',
    namePlural: 'callSessions',
    label: 'Call sessions',
    newestBy: (row) => textAt(row, 'startedAt') || row.createdAt,
    columns: [
      { label: 'Name', kind: 'record', read: self('callSession') },
      { label: 'Rep', kind: 'link', read: related('workspaceMember', 'memberId') },
      { label: 'Started', kind: 'time', read: text('startedAt') },
      { label: 'Ended', kind: 'time', read: text('endedAt') },
      { label: 'Calls', kind: 'number', read: number('calls') },
      { label: 'Connected', kind: 'number', read: number('connected') },
      { label: 'Talk (s)', kind: 'number', read: number('talkSeconds') },
    ],
  },
  {
    objectName: 'doNotCallEntry',
    namePlural: 'doNotCallEntries',
    label: 'Do not call',
    newestBy: (row) => textAt(row, 'addedAt') || row.createdAt,
    columns: [
      { label: 'Number', kind: 'record', read: self('doNotCallEntry') },
      { label: 'Person', kind: 'link', read: related('person', 'personId') },
      { label: 'Reason', kind: 'text', read: text('reason') },
      { label: 'Source', kind: 'tag', read: text('source') },
      { label: 'Added by', kind: 'link', read: related('workspaceMember', 'addedById') },
      { label: 'Added', kind: 'time', read: text('addedAt') },
      { label: 'Expires', kind: 'time', read: text('expiresAt') },
    ],
  },
  {
    objectName: 'syncLogEntry',
    namePlural: 'syncLogEntries',
    label: 'Sync log',
    newestBy: (row) => textAt(row, 'at') || row.createdAt,
    columns: [
      { label: 'Name', kind: 'record', read: self('syncLogEntry') },
      { label: 'Object', kind: 'text', read: text('objectName') },
      { label: 'Action', kind: 'tag', read: text('action') },
      { label: 'Status', kind: 'tag', read: text('status') },
      { label: 'Message', kind: 'text', read: text('message') },
      { label: 'Records', kind: 'number', read: number('count') },
      { label: 'At', kind: 'time', read: text('at') },
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

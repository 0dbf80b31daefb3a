import { capitalize, type ObjectDefinition } from './definitions.ts';
import { field, SYSTEM_FIELDS } from './system-fields.ts';

/** Twenty's own objects, as far as the dialer meets them, with the fields that a 2.31 server has. */
export const standardObjects = (custom: readonly ObjectDefinition[]): readonly ObjectDefinition[] => [
  {
    nameSingular: 'person',
    namePlural: 'people',
    labelSingular: 'Person',
    labelPlural: 'People',
    isCustom: false,
    fields: [
      ...SYSTEM_FIELDS,
      field('name', 'FULL_NAME'),
      field('emails', 'EMAILS', { isUnique: true }),
      field('linkedinLink', 'LINKS', { label: 'Linkedin' }),
      field('jobTitle', 'TEXT'),
      field('phones', 'PHONES'),
      field('avatarUrl', 'TEXT'),
    ],
    manyToOne: [
      {
        name: 'company',
        joinColumn: 'companyId',
        target: 'company',
        inverseName: 'people',
        onDestroy: 'set-null',
      },
    ],
  },
  {
    nameSingular: 'company',
    namePlural: 'companies',
    labelSingular: 'Company',
    labelPlural: 'Companies',
    isCustom: false,
    fields: [
      ...SYSTEM_FIELDS,
      field('name', 'TEXT'),
      field('domainName', 'LINKS', { isUnique: true, label: 'Domain Name' }),
      field('address', 'ADDRESS'),
      field('linkedinLink', 'LINKS', { label: 'Linkedin' }),
      field('annualRevenue', 'CURRENCY'),
    ],
    manyToOne: [
      {
        name: 'accountOwner',
        joinColumn: 'accountOwnerId',
        target: 'workspaceMember',
        inverseName: 'accountOwnerForCompanies',
        onDestroy: 'set-null',
      },
    ],
  },
  {
    nameSingular: 'workspaceMember',
    namePlural: 'workspaceMembers',
    labelSingular: 'Workspace Member',
    labelPlural: 'Workspace Members',
    isCustom: false,
    fields: [
      ...SYSTEM_FIELDS,
      field('name', 'FULL_NAME'),
      field('userEmail', 'TEXT'),
      field('userId', 'UUID'),
      field('avatarUrl', 'TEXT'),
      field('jobTitle', 'TEXT'),
      field('locale', 'TEXT', { defaultValue: 'en' }),
      field('timeZone', 'TEXT', { defaultValue: 'system' }),
      field('colorScheme', 'TEXT', { defaultValue: 'System' }),
    ],
    manyToOne: [],
  },
  {
    nameSingular: 'opportunity',
    namePlural: 'opportunities',
    labelSingular: 'Opportunity',
    labelPlural: 'Opportunities',
    isCustom: false,
    fields: [...SYSTEM_FIELDS, field('name', 'TEXT'), field('closeDate', 'DATE_TIME')],
    manyToOne: [
      {
        name: 'company',
        joinColumn: 'companyId',
        target: 'company',
        inverseName: 'opportunities',
        onDestroy: 'set-null',
      },
      {
        name: 'pointOfContact',
        joinColumn: 'pointOfContactId',
        target: 'person',
        inverseName: 'pointOfContactForOpportunities',
        onDestroy: 'set-null',
      },
    ],
  },
  {
    nameSingular: 'note',
    namePlural: 'notes',
    labelSingular: 'Note',
    labelPlural: 'Notes',
    isCustom: false,
    fields: [...SYSTEM_FIELDS, field('title', 'TEXT'), field('bodyV2', 'RICH_TEXT', { label: 'Body' })],
    manyToOne: [],
  },
  {
    // The app's role does not see it: what becomes of asking all the same can be tried.
    nameSingular: 'task',
    namePlural: 'tasks',
    labelSingular: 'Task',
    labelPlural: 'Tasks',
    isCustom: false,
    fields: [
      ...SYSTEM_FIELDS,
      field('title', 'TEXT'),
      field('bodyV2', 'RICH_TEXT', { label: 'Body' }),
      field('dueAt', 'DATE_TIME'),
      field('status', 'SELECT', { options: ['TODO', 'IN_PROGRESS', 'DONE'], defaultValue: 'TODO' }),
    ],
    manyToOne: [
      {
        name: 'assignee',
        joinColumn: 'assigneeId',
        target: 'workspaceMember',
        inverseName: 'assignedTasks',
        onDestroy: 'set-null',
      },
    ],
  },
  {
    nameSingular: 'noteTarget',
    namePlural: 'noteTargets',
    labelSingular: 'Note Target',
    labelPlural: 'Note Targets',
    isCustom: false,
    fields: SYSTEM_FIELDS,
    manyToOne: [
      {
        name: 'note',
        joinColumn: 'noteId',
        target: 'note',
        inverseName: 'noteTargets',
        onDestroy: 'cascade',
      },
      ...['person', 'company', 'opportunity'].map((target) => noteTargetOf(target, 'cascade')),
      // A link to a record of an app stays when that is destroyed, and points at nothing (as seen on 2.31).
      ...custom.map((object) => noteTargetOf(object.nameSingular, 'set-null')),
    ],
  },
];

const noteTargetOf = (target: string, onDestroy: 'cascade' | 'set-null') => ({
  name: `target${capitalize(target)}`,
  joinColumn: `target${capitalize(target)}Id`,
  target,
  inverseName: 'noteTargets',
  onDestroy,
});

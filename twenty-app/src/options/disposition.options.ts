import type { SelectOption } from './select-option.ts';

/** How the call ended, worked out from what the line did. */
export const DISPOSITION_OPTIONS: SelectOption[] = [
  {
    id: 'c933da7a-dcfd-4a25-b8b8-9d94bc1b25fe',
    value: 'ANSWERED',
    label: 'Answered',
    color: 'green',
    position: 0,
  },
  {
    id: 'f0efe753-c936-4349-bbf5-8b9f6762ab0f',
    value: 'NO_ANSWER',
    label: 'No answer',
    color: 'yellow',
    position: 1,
  },
  {
    id: '4f416944-9cb5-4672-8da5-6c739dc317b0',
    value: 'VOICEMAIL_LEFT',
    label: 'Voicemail left',
    color: 'sky',
    position: 2,
  },
  { id: 'f98b7895-3bdb-41e0-9064-7da5b5ae550a', value: 'BUSY', label: 'Busy', color: 'orange', position: 3 },
  {
    id: '2d7b6e63-faf8-4121-930b-b9805406fea6',
    value: 'BLOCKED',
    label: 'Blocked',
    color: 'red',
    position: 4,
  },
  { id: 'c16edca5-f49b-473c-95a1-46d2692c3906', value: 'ERROR', label: 'Error', color: 'red', position: 5 },
  {
    id: '66522a4c-1a7d-4d19-bb75-3af8a4221e6d',
    value: 'ABANDONED',
    label: 'Abandoned',
    color: 'gray',
    position: 6,
  },
];

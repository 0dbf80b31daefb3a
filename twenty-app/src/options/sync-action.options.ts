import type { SelectOption } from './select-option.ts';

/** What the dialer was about to do in Twenty. */
export const SYNC_ACTION_OPTIONS: SelectOption[] = [
  {
    id: '47c7e344-c6ad-4e26-b3ec-36d4d573643f',
    value: 'CREATE',
    label: 'Create',
    color: 'green',
    position: 0,
  },
  {
    id: 'd715491b-5335-4809-9857-5e56cde45cbc',
    value: 'UPDATE',
    label: 'Change',
    color: 'blue',
    position: 1,
  },
  {
    id: '559f65e0-1ace-4b45-bb18-febebc3fcda4',
    value: 'DELIVER',
    label: 'Deliver',
    color: 'gray',
    position: 2,
  },
];

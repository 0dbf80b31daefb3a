import type { SelectOption } from './select-option.ts';

/** How a number came on the list. */
export const DO_NOT_CALL_SOURCE_OPTIONS: SelectOption[] = [
  {
    id: '8b56c35d-5ee6-4ec4-a316-5372441f194e',
    value: 'DIALER',
    label: 'Chosen in a wrap-up',
    color: 'blue',
    position: 0,
  },
  {
    id: 'f712da6c-0f78-4751-8805-23ec294c7dca',
    value: 'MANUAL',
    label: 'Entered by hand',
    color: 'gray',
    position: 1,
  },
  {
    id: '4a8f9f9d-3e99-4091-912d-2aaefa83267e',
    value: 'IMPORT',
    label: 'Imported',
    color: 'purple',
    position: 2,
  },
  {
    id: '83e8997a-4c86-4076-a13c-f8ff39d09f7f',
    value: 'REGISTRY',
    label: 'Public registry',
    color: 'red',
    position: 3,
  },
];

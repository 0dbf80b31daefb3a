import type { SelectOption } from './select-option.ts';

/** Where calling a person stands. People set it. */
export const CALL_STATUS_OPTIONS: SelectOption[] = [
  {
    id: 'f5cdf667-b863-4fe2-a091-ef9fbfcc5506',
    value: 'NOT_CALLED',
    label: 'Not called',
    color: 'gray',
    position: 0,
  },
  {
    id: '80d35e63-5e0d-411c-bbbb-6f1304f22d5a',
    value: 'NOT_REACHED',
    label: 'Not reached',
    color: 'orange',
    position: 1,
  },
  {
    id: '7be86576-a52c-4fef-a647-56cd68847181',
    value: 'REACHED',
    label: 'Reached',
    color: 'green',
    position: 2,
  },
  {
    id: '71df08ef-2031-4316-9f83-ca7915d39c8e',
    value: 'CALL_BACK',
    label: 'Call back',
    color: 'blue',
    position: 3,
  },
  {
    id: '17efd893-f15a-4a7b-bda9-e22b06a8b625',
    value: 'NOT_INTERESTED',
    label: 'Not interested',
    color: 'sky',
    position: 4,
  },
  {
    id: 'aa04143c-0ac2-426a-8a87-a6c5120cf3ff',
    value: 'BAD_NUMBER',
    label: 'Bad number',
    color: 'red',
    position: 5,
  },
];

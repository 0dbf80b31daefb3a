import type { SelectOption } from './select-option.ts';

/** Which line carried the call, or that its rep entered it later. */
export const LINE_OPTIONS: SelectOption[] = [
  {
    id: '337bc93c-ea53-468d-8b8c-93fcd628aa9b',
    value: 'PRACTICE',
    label: 'Practice',
    color: 'gray',
    position: 0,
  },
  {
    id: '467eae80-0522-4ecb-be24-b137a0c682ad',
    value: 'MANUAL',
    label: 'Own telephone',
    color: 'sky',
    position: 1,
  },
  { id: '01a23606-9316-43fe-bf0c-e31f017547e3', value: 'TWILIO', label: 'Twilio', color: 'red', position: 2 },
  {
    id: 'd4176eaa-311e-425f-a251-4dfd6e81de98',
    value: 'ENTERED',
    label: 'Entered afterwards',
    color: 'yellow',
    position: 3,
  },
];

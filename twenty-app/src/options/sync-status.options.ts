import type { SelectOption } from './select-option.ts';

/** What came of it. */
export const SYNC_STATUS_OPTIONS: SelectOption[] = [
  {
    id: 'e0374cff-6ce9-4c7d-8246-ed447aadd7a6',
    value: 'DELIVERED',
    label: 'Delivered',
    color: 'green',
    position: 0,
  },
  { id: 'b1018b57-f414-41ba-9d66-c855ebff4c89', value: 'FAILED', label: 'Failed', color: 'red', position: 1 },
  {
    id: 'e40b866f-22ca-4fe3-8a02-11d25835ab67',
    value: 'RESOLVED',
    label: 'Delivered after all',
    color: 'sky',
    position: 2,
  },
  {
    id: 'd8af96d2-8a57-46a8-8486-d52887e98440',
    value: 'DISMISSED',
    label: 'Dismissed',
    color: 'gray',
    position: 3,
  },
];

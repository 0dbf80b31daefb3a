import type { SelectOption } from './select-option.ts';

/** How far a person has come on the way to a customer. People set it. */
export const PERSON_STAGE_OPTIONS: SelectOption[] = [
  { id: '1f61fefd-18aa-4261-9845-2a85b6589bce', value: 'NEW', label: 'New', color: 'gray', position: 0 },
  {
    id: 'dfc14baf-007e-44e8-87b3-61e73f45359f',
    value: 'CONTACTED',
    label: 'Contacted',
    color: 'sky',
    position: 1,
  },
  {
    id: 'fef9bb7c-6486-4657-be42-d88d8e3592ba',
    value: 'QUALIFIED',
    label: 'Qualified',
    color: 'blue',
    position: 2,
  },
  {
    id: '4970d0d7-b816-496c-9ffc-89c645fb0e3f',
    value: 'MEETING',
    label: 'Meeting',
    color: 'purple',
    position: 3,
  },
  {
    id: '14eee7f5-f1af-440c-ae25-900a6e6caaa1',
    value: 'CUSTOMER',
    label: 'Customer',
    color: 'green',
    position: 4,
  },
  { id: '9e226b15-3ed5-47f0-b68b-c31bbeafba34', value: 'LOST', label: 'Lost', color: 'red', position: 5 },
];

import type { SelectOption } from './select-option.ts';

/** Marks that people put on a person, any number of them. */
export const PERSON_TAGS_OPTIONS: SelectOption[] = [
  {
    id: '706078ac-f88a-43e8-866e-1b623813b525',
    value: 'DECISION_MAKER',
    label: 'Decision maker',
    color: 'purple',
    position: 0,
  },
  {
    id: '1a32903a-bf75-4e26-a864-4160b5c7d7f0',
    value: 'CHAMPION',
    label: 'Champion',
    color: 'green',
    position: 1,
  },
  {
    id: 'cf56cf48-efe4-4a61-90cd-e0dac62fe2c1',
    value: 'REFERRAL',
    label: 'Referral',
    color: 'sky',
    position: 2,
  },
  {
    id: 'fa7a4d9a-dfd9-4e4c-87b2-c780cfbecf5d',
    value: 'EVENT',
    label: 'Met at an event',
    color: 'yellow',
    position: 3,
  },
  {
    id: '857e3ca1-f92a-4293-bb8e-bf79db3af88f',
    value: 'KEY_ACCOUNT',
    label: 'Key account',
    color: 'gold',
    position: 4,
  },
];

import type { SelectOption } from './select-option.ts';

/** Seen from the workspace member. */
export const DIRECTION_OPTIONS: SelectOption[] = [
  {
    id: '85b7154d-6be7-45d2-a639-3771b44b273a',
    value: 'OUTBOUND',
    label: 'Outbound',
    color: 'blue',
    position: 0,
  },
  {
    id: 'eb059f4a-0655-40a0-b01d-fe7c35420bd9',
    value: 'INBOUND',
    label: 'Inbound',
    color: 'green',
    position: 1,
  },
];

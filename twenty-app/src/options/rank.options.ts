import type { SelectOption } from './select-option.ts';

/** Ranks, lowest first. */
export const RANK_OPTIONS: SelectOption[] = [
  {
    id: 'a3a1d33d-397d-47f0-9bb8-48fa440b0712',
    value: 'ROOKIE_1',
    label: 'Rookie I',
    color: 'gray',
    position: 0,
  },
  {
    id: '98652930-3acb-442d-8a6d-6fac699cd64d',
    value: 'ROOKIE_2',
    label: 'Rookie II',
    color: 'gray',
    position: 1,
  },
  {
    id: '20d2f52f-2419-4ee1-ac28-688a000c9d48',
    value: 'ROOKIE_3',
    label: 'Rookie III',
    color: 'gray',
    position: 2,
  },
  {
    id: '212c751e-b345-4783-80d1-dfb8e755551f',
    value: 'CALLER_1',
    label: 'Caller I',
    color: 'sky',
    position: 3,
  },
  {
    id: 'd3ede7b1-2a8e-442b-b5b5-97aae3649e19',
    value: 'CALLER_2',
    label: 'Caller II',
    color: 'sky',
    position: 4,
  },
  {
    id: '939902ca-30dc-41d7-a84a-9dc0704d22c5',
    value: 'CALLER_3',
    label: 'Caller III',
    color: 'sky',
    position: 5,
  },
  {
    id: '328d137b-e957-484e-9f08-765190ff564b',
    value: 'CLOSER_1',
    label: 'Closer I',
    color: 'purple',
    position: 6,
  },
  {
    id: 'f3cf2d68-9b44-4a4a-a84f-d7ebeb99271d',
    value: 'CLOSER_2',
    label: 'Closer II',
    color: 'purple',
    position: 7,
  },
  {
    id: '6ca2ad68-9eab-49ef-927c-607d6855cc08',
    value: 'CLOSER_3',
    label: 'Closer III',
    color: 'purple',
    position: 8,
  },
  {
    id: '82218b34-9f98-4275-b335-ae923879f032',
    value: 'LEGEND',
    label: 'Legend',
    color: 'gold',
    position: 9,
  },
];

import type { SelectOption } from './select-option.ts';

/** What the line did, in the carrier's words. */
export const STATUS_OPTIONS: SelectOption[] = [
  {
    id: '02a64691-0c19-4943-a7f1-97bf3fd5a544',
    value: 'QUEUED',
    label: 'Queued',
    color: 'gray',
    position: 0,
  },
  {
    id: '0acb3e9c-bc7b-4591-a0de-a1a24d25236e',
    value: 'INITIATED',
    label: 'Initiated',
    color: 'gray',
    position: 1,
  },
  {
    id: 'b3136e9d-8386-463c-a94f-2ae34f0084ef',
    value: 'RINGING',
    label: 'Ringing',
    color: 'sky',
    position: 2,
  },
  {
    id: '1ddb1043-954a-4c71-b6a3-81b12d11e94f',
    value: 'IN_PROGRESS',
    label: 'In progress',
    color: 'blue',
    position: 3,
  },
  {
    id: '9fc4a6a6-6480-425c-93b1-7f231bcae141',
    value: 'COMPLETED',
    label: 'Completed',
    color: 'green',
    position: 4,
  },
  { id: '11c06f5d-06b7-46c7-9bb3-6eba6b2169e4', value: 'BUSY', label: 'Busy', color: 'orange', position: 5 },
  {
    id: 'd99939cc-85b7-462d-a626-32ae06ef393e',
    value: 'NO_ANSWER',
    label: 'No answer',
    color: 'yellow',
    position: 6,
  },
  { id: 'db871791-8967-41af-961b-e10ebb6a06c9', value: 'FAILED', label: 'Failed', color: 'red', position: 7 },
  {
    id: 'df8c2a46-6335-4300-98e4-0ac24cf2056f',
    value: 'CANCELED',
    label: 'Canceled',
    color: 'gray',
    position: 8,
  },
  {
    id: '66ede10d-bf89-4326-9e88-440ef76ef37c',
    value: 'REJECTED',
    label: 'Rejected',
    color: 'orange',
    position: 9,
  },
  {
    id: '1fb2e62c-d2de-4997-92d6-555b41452eaa',
    value: 'MISSED',
    label: 'Missed',
    color: 'yellow',
    position: 10,
  },
];

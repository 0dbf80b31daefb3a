/**
 * Identifiers that several definitions share. Twenty knows what belongs to us by these, so they never change:
 * a new identifier means a new object, and the rows of the old one are gone.
 */
export const APPLICATION_ID = 'f9d2bcb1-b3e6-44f9-9ed6-2229e3b60b47';
export const WORKER_ROLE_ID = '571fb57f-cc49-4063-b4fe-5b1cb25315f5';

export const PHONE_CALL_ID = '7d7a8461-58ab-4484-bddc-6b9b3d424137';
export const PHONE_CALL_FIELD = {
  name: 'a46bec49-d1d2-4ff8-a4ce-917442f2d25a',
  callId: '97ff14f2-30fb-46e5-92a0-6b36b64672ca',
  line: 'dc05fbc8-2146-4560-a321-de6b8095d70f',
  direction: 'f2a371e9-05a7-4a3d-b2f3-ce413023a741',
  status: '802a3777-8f39-4559-85dc-70b03662e863',
  disposition: 'd3e1731b-1b71-45e5-aacc-dbd735869392',
  outcome: '6a9e5cf3-3762-4d2d-91da-561c66a3e88b',
  fromNumber: '3df186b5-d277-4859-8dcc-766f00e085ef',
  toNumber: 'b87dea54-b7f6-422d-9e6a-0d23ece1d511',
  startedAt: '2f5f4f95-bfa3-47bb-9593-34baf24cbc3e',
  answeredAt: '775e2fed-d3d9-4906-b954-e762972583a4',
  endedAt: '902ed719-2aba-49d2-8e89-0afbd1bb4566',
  wrappedUpAt: '8173fab3-1f90-4304-9ee8-155c1c0560b6',
  ringSeconds: 'cd0d437f-da2b-44cb-b456-b7398902e549',
  talkSeconds: '84580939-666d-4b6d-864a-5115d4111cb7',
  wrapUpSeconds: 'ad18ded1-08a3-48ad-ab06-e1138690ff0a',
  callSessionId: 'f754de21-0c7c-4208-a663-500415101b36',
  callSid: 'cd38360c-88e5-4206-a594-6ad1bcc28c11',
  recording: '6b7f6c59-1330-48ce-b63f-8b54b4ef429c',
  person: 'e1344371-8c48-4b34-9204-b54afce12ea3',
  member: '4f7814d5-e769-4afc-b96d-41892e2d292d',
} as const;

export const REP_PROGRESSION_ID = '1987ac9e-cf2e-455d-80d1-15198a1ff2ce';
export const REP_PROGRESSION_FIELD = {
  name: '6e89b7e9-ef93-4a75-b3cc-975158e8d1b1',
  workspaceMemberId: '201c4eac-bf9e-4f1b-80f9-f53eca572196',
  totalXp: '4c413124-165c-426e-9073-0e39556d54f0',
  rank: '26f78358-2fd4-400f-9dc1-2d6ca58820c6',
  totalCalls: 'c4063efd-d14b-4c84-a55f-3934f8be9355',
  totalTalkSeconds: 'f2b3f5f6-8cfa-4609-b61b-c4a5689c80ab',
  lastCallAt: '6451d8a1-fbb4-4066-baa5-13cf4c926e49',
  streakDays: '189c5b13-378a-48d2-9d13-06b8f882b26a',
  streakThrough: '71033667-eeab-4af7-9a71-e1b78cd01859',
  member: '9ff8ddbf-6b1d-407b-a704-efaefb15fde5',
} as const;

/** The other side of each relation, added to objects of Twenty's own. */
export const INVERSE_FIELD = {
  personPhoneCalls: 'adbe2e7b-dede-4e9f-ad61-b40cf754b04c',
  memberPhoneCalls: '29806122-e30b-46e5-b810-1ce57fee7aa7',
  memberRepProgressions: '47224f5b-24b8-4f29-bef5-f275ea6d781e',
} as const;

export const VIEW = {
  recentPhoneCalls: '0d08b4e3-7f62-4eb9-b9a2-f91a4040b1ef',
  repProgression: '8b3e79a1-1bd1-4cec-8f75-3e638c477a27',
} as const;

export const DIALER_FOLDER_ID = 'ca6a8feb-8898-4175-8861-d1aabbdbe73f';

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
  company: 'fe470589-2181-48ba-9113-855fb648bfaf',
  opportunity: '4c9e848a-5ad7-4ede-a868-e34fec51a721',
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
  team: '8a4cc2ef-08bc-41c5-94f1-f09c9d2044da',
} as const;

export const CALL_SESSION_ID = '2bca68dd-56bb-40ed-b12f-f97b9e2d9e7d';
export const CALL_SESSION_FIELD = {
  name: 'e39c4793-8671-4e4f-9c83-e7a71e7b0c7c',
  sessionId: '8959528a-c078-4d8a-8cfd-6e6e623d4317',
  startedAt: '85145adf-36c2-439c-83c1-4b8cea110717',
  endedAt: 'e7637f6b-ae24-4e0e-97bb-d21ea55d6879',
  calls: '7e8d8ba7-b172-4d24-96d5-0d8594441e93',
  answered: '34732910-f9ea-4088-b6b1-804618fa023b',
  connected: 'bb85d2c4-8eeb-4759-bd2d-527d0e4ae3f3',
  talkSeconds: '73ef1af2-4b36-4b48-8493-668220ba01c7',
  member: 'bca85c1f-4520-402d-a55c-f0f32caf5969',
} as const;

export const DAILY_CALL_STATS_ID = 'b450cfea-2cbc-47cf-958f-d74389f90d04';
export const DAILY_CALL_STATS_FIELD = {
  name: '5c5bb8db-cf5a-4196-8ba8-2b39825e052b',
  dayKey: '5398a3fe-a41c-4808-ac72-6456f5b1f247',
  day: '1908c5e3-1951-4189-abd0-64dad50a2e9c',
  calls: '51df54aa-dadc-41bf-b803-4877c7f67545',
  dials: 'b2ee54ff-f47d-4a83-9263-d20a17ac235c',
  answered: 'f90a1a25-cff1-40a3-a9b4-ddc33d62ec7e',
  connected: 'fc88fa9b-5048-4467-ae18-eda28bf61226',
  connectionRate: '0bf0b367-809e-4240-97bf-239f48ac7170',
  averageDurationSeconds: 'c974f2d5-5f3b-4875-9cc8-29097a9e901a',
  talkMinutes: 'fabfb86f-d983-466a-8f8f-b228140cae7e',
  member: '9ea0d7c3-d8ea-476c-aa61-80e4765c8e77',
} as const;

export const DO_NOT_CALL_ENTRY_ID = '6bc3742d-1e26-4208-a786-0ff085011591';
export const DO_NOT_CALL_ENTRY_FIELD = {
  name: '04ffb12f-b6d0-486c-8840-8f5f81405f85',
  number: 'd47e092f-400a-4b96-9abe-efa6df7bf626',
  reason: '11e9f665-499b-42ac-b9a3-7efac43915e4',
  source: 'dab34694-a233-4801-a72d-a07440e51ff3',
  addedAt: 'c9a442a7-e2f2-4d40-9db0-6a7c7a1188e4',
  expiresAt: '089bda56-509b-4aea-8b9a-a86b27b5b8a5',
  person: '6057b687-a52c-4db4-b982-e01eaed13754',
  addedBy: 'fa684c3b-b9d5-4930-ac66-c3ecac920cc8',
} as const;

export const SALES_TEAM_ID = '301e57ed-c769-4fb0-902e-e319d52ab1a7';
export const SALES_TEAM_FIELD = {
  name: 'babdd7c2-1bde-44a8-a4f6-b655293e22a6',
  manager: '17e987d1-2e4b-413d-854b-4cac1689acca',
} as const;

export const SYNC_LOG_ENTRY_ID = '1f8dcdaa-50e0-4707-b77f-0229f031fd4d';
export const SYNC_LOG_ENTRY_FIELD = {
  name: 'b2765404-5c54-4902-870b-fff59acdc0d7',
  entryKey: 'caf44773-4909-4200-9ea4-124e72b36370',
  objectName: '89628c98-7378-457a-8e80-62aefef738ee',
  recordId: '39e11e83-1f40-4244-bfd3-e989105aa564',
  action: 'b366b596-a1e2-4f7d-8ae8-2ef4a0d73d11',
  status: 'abf94817-ee58-4687-89c7-7e7a4b8e1b21',
  message: 'aae9f71a-5202-4174-84e7-92317b3c8d0a',
  count: '002b1234-6ef0-4a73-aa17-8ecb9bc0dc9f',
  at: 'bf55b71f-fef0-464d-a7cc-7d4726206a92',
} as const;

/** What the dialer adds to a person. */
export const PERSON_FIELD = {
  callStatus: 'e13f4978-2fc8-467b-9ce1-a4ad623e44b5',
  doNotCall: '08740f37-e02c-44d8-889b-c1ef5410047a',
  lastCalledAt: '5dcd25f9-efad-43db-826c-f074224e2574',
  callCount: 'a89cd391-8da1-4ffc-9429-3a527fecf0d5',
  nextCallAt: '8b12f366-5b83-4082-a55f-a538a45d4967',
  assignedTo: '32f244c0-8e8f-455d-9e3b-4b3501b45dde',
  timezone: 'ad0f3915-74ff-4219-af53-93370f2a8ec9',
  leadScore: 'b68e1c8d-1878-40fb-8108-f5b6c34c3e27',
  stage: '662441be-3a92-417b-99d8-4af979d83ca8',
  tags: '9c6e9339-d717-4543-ba27-a8950ad0e245',
} as const;

/** The other side of each relation, added to objects of Twenty's own. */
export const INVERSE_FIELD = {
  personPhoneCalls: 'adbe2e7b-dede-4e9f-ad61-b40cf754b04c',
  memberPhoneCalls: '29806122-e30b-46e5-b810-1ce57fee7aa7',
  memberRepProgressions: '47224f5b-24b8-4f29-bef5-f275ea6d781e',
  companyPhoneCalls: 'edf72f28-7ddd-4480-bda8-de6d660a3c65',
  opportunityPhoneCalls: 'c8eff1e0-029d-41cb-befe-af1f183ddd37',
  teamRepProgressions: '67be259c-ce0f-4ef6-8b95-cfd6f601d719',
  memberManagedTeams: '9c25d924-0b46-4d14-954b-3511191e2fc5',
  memberCallSessions: '78a1e76a-25fc-4588-b067-33d90088e13c',
  personDoNotCallEntries: 'dc73ba0d-badc-46dd-8ca5-ae1acf2f42e9',
  memberDoNotCallEntries: '1da71deb-dd56-4015-a041-7d726c345f4d',
  memberDailyCallStats: 'fa8bc2e9-0cd5-4405-937f-3c6e16007f5b',
  memberAssignedPeople: 'cc2a4039-fba7-4a54-8228-a2e11ab1cffb',
} as const;

export const VIEW = {
  allCalls: '0d08b4e3-7f62-4eb9-b9a2-f91a4040b1ef',
  leaderboard: '8b3e79a1-1bd1-4cec-8f75-3e638c477a27',
  callsToday: 'a8992909-abd7-436a-899b-0374a3a39478',
  callsThisWeek: 'aa68159b-20cc-4815-8776-b3b7fe85715a',
  myCalls: '74f4cf3d-6a34-4813-ab31-2d333811651c',
  callsByRep: '07fe2138-866d-465b-8a82-5edfb98e283c',
  callsByOutcome: '35798b73-b1d0-45f7-a08a-450237b7a9d8',
  callCalendar: '0311433b-568d-4fe3-b262-b07812b611ae',
  unansweredCalls: '42e818df-da0c-4a85-8cb6-9526f613e63a',
  personCalls: '17459d0b-72a0-4e79-ab95-e4c1ac0b8f94',
  failedSyncs: 'a78ddc29-0f5a-4af3-a865-67a0df102c4f',
  syncLog: '606ddc1f-6f1b-4221-8759-c65ddc06b922',
  doNotCall: 'c0dc4533-448a-41e5-8911-8b62297132b0',
  callSessions: '887d1547-72eb-41f0-a432-3b840beeb8d1',
  dailyFigures: '1be272ab-0d48-43f5-8edc-7da356bc5275',
  salesTeams: 'f745adaa-002a-4e37-a230-3a9af813b683',
} as const;

export const DIALER_FOLDER_ID = 'ca6a8feb-8898-4175-8861-d1aabbdbe73f';

export const CALL_CHARTS_ID = '8d4d6eb8-eb33-465e-8af2-c8e8e36b1372';
export const PERSON_CALL_TAB_ID = '5cdf37a9-f07c-44a8-a770-7cd70922f127';
export const PERSON_CALLS_TAB_ID = '41ecc887-ae2d-4d33-9c29-3be7ca239165';

export const FRONT_COMPONENT = {
  callPerson: '94744e07-dabb-4aeb-b211-d6ac7d32e0ad',
  openDialer: '779457c4-9ab8-4c88-a634-9b50dbda0a01',
  callFromPage: '1357656c-33c1-416a-8e76-8b31670e350f',
} as const;

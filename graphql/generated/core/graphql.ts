/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  ConnectionCursor: { input: string; output: string; }
  Date: { input: string; output: string; }
  DateTime: { input: string; output: string; }
  JSON: { input: unknown; output: unknown; }
  UUID: { input: string; output: string; }
};

export type Actor = {
  name: Maybe<Scalars['String']['output']>;
  source: Maybe<ActorSourceEnum>;
  workspaceMemberId: Maybe<Scalars['UUID']['output']>;
};

export type ActorCreateInput = {
  name?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<ActorSourceEnum>;
  workspaceMemberId?: InputMaybe<Scalars['UUID']['input']>;
};

export type ActorSourceEnum =
  | 'AGENT'
  | 'API'
  | 'APPLICATION'
  | 'CALENDAR'
  | 'EMAIL'
  | 'IMPORT'
  | 'MANUAL'
  | 'SYSTEM'
  | 'WEBHOOK'
  | 'WORKFLOW';

export type BooleanFilter = {
  eq?: InputMaybe<Scalars['Boolean']['input']>;
  is?: InputMaybe<FilterIs>;
};

export type CallSession = {
  answered: Maybe<Scalars['Int']['output']>;
  calls: Maybe<Scalars['Int']['output']>;
  connected: Maybe<Scalars['Int']['output']>;
  createdAt: Scalars['DateTime']['output'];
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  endedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['UUID']['output'];
  memberId: Maybe<Scalars['ID']['output']>;
  name: Maybe<Scalars['String']['output']>;
  sessionId: Maybe<Scalars['String']['output']>;
  startedAt: Maybe<Scalars['DateTime']['output']>;
  talkSeconds: Maybe<Scalars['Int']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  updatedBy: Actor;
};

export type CallSessionConnection = {
  edges: Array<CallSessionEdge>;
  pageInfo: PageInfo;
  totalCount: Maybe<Scalars['Int']['output']>;
};

export type CallSessionCreateInput = {
  answered?: InputMaybe<Scalars['Int']['input']>;
  calls?: InputMaybe<Scalars['Int']['input']>;
  connected?: InputMaybe<Scalars['Int']['input']>;
  createdBy?: InputMaybe<ActorCreateInput>;
  endedAt?: InputMaybe<Scalars['DateTime']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  memberId?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  sessionId?: InputMaybe<Scalars['String']['input']>;
  startedAt?: InputMaybe<Scalars['DateTime']['input']>;
  talkSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type CallSessionEdge = {
  node: CallSession;
};

export type CallSessionFilterInput = {
  and?: InputMaybe<Array<InputMaybe<CallSessionFilterInput>>>;
  answered?: InputMaybe<IntFilter>;
  calls?: InputMaybe<IntFilter>;
  connected?: InputMaybe<IntFilter>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  endedAt?: InputMaybe<DateTimeFilter>;
  id?: InputMaybe<UuidFilter>;
  memberId?: InputMaybe<UuidFilter>;
  name?: InputMaybe<StringFilter>;
  not?: InputMaybe<CallSessionFilterInput>;
  or?: InputMaybe<Array<InputMaybe<CallSessionFilterInput>>>;
  sessionId?: InputMaybe<StringFilter>;
  startedAt?: InputMaybe<DateTimeFilter>;
  talkSeconds?: InputMaybe<IntFilter>;
  updatedAt?: InputMaybe<DateTimeFilter>;
};

export type CallSessionOrderByInput = {
  id?: InputMaybe<OrderByDirection>;
  updatedAt?: InputMaybe<OrderByDirection>;
};

export type Company = {
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['UUID']['output'];
  name: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
};

export type CompanyConnection = {
  edges: Array<CompanyEdge>;
  maxUpdatedAt: Maybe<Scalars['DateTime']['output']>;
  pageInfo: PageInfo;
  totalCount: Maybe<Scalars['Int']['output']>;
};

export type CompanyEdge = {
  node: Company;
};

export type CompanyFilterInput = {
  and?: InputMaybe<Array<InputMaybe<CompanyFilterInput>>>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  id?: InputMaybe<UuidFilter>;
  name?: InputMaybe<StringFilter>;
  not?: InputMaybe<CompanyFilterInput>;
  or?: InputMaybe<Array<InputMaybe<CompanyFilterInput>>>;
  updatedAt?: InputMaybe<DateTimeFilter>;
};

export type CompanyOrderByInput = {
  id?: InputMaybe<OrderByDirection>;
  name?: InputMaybe<OrderByDirection>;
  updatedAt?: InputMaybe<OrderByDirection>;
};

export type DailyCallStats = {
  answered: Maybe<Scalars['Int']['output']>;
  averageDurationSeconds: Maybe<Scalars['Int']['output']>;
  calls: Maybe<Scalars['Int']['output']>;
  connected: Maybe<Scalars['Int']['output']>;
  connectionRate: Maybe<Scalars['Float']['output']>;
  createdAt: Scalars['DateTime']['output'];
  day: Maybe<Scalars['Date']['output']>;
  dayKey: Maybe<Scalars['String']['output']>;
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  dials: Maybe<Scalars['Int']['output']>;
  id: Scalars['UUID']['output'];
  memberId: Maybe<Scalars['ID']['output']>;
  name: Maybe<Scalars['String']['output']>;
  talkMinutes: Maybe<Scalars['Int']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  updatedBy: Actor;
};

export type DailyCallStatsConnection = {
  edges: Array<DailyCallStatsEdge>;
  pageInfo: PageInfo;
  totalCount: Maybe<Scalars['Int']['output']>;
};

export type DailyCallStatsCreateInput = {
  answered?: InputMaybe<Scalars['Int']['input']>;
  averageDurationSeconds?: InputMaybe<Scalars['Int']['input']>;
  calls?: InputMaybe<Scalars['Int']['input']>;
  connected?: InputMaybe<Scalars['Int']['input']>;
  connectionRate?: InputMaybe<Scalars['Float']['input']>;
  createdBy?: InputMaybe<ActorCreateInput>;
  day?: InputMaybe<Scalars['Date']['input']>;
  dayKey?: InputMaybe<Scalars['String']['input']>;
  dials?: InputMaybe<Scalars['Int']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  memberId?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  talkMinutes?: InputMaybe<Scalars['Int']['input']>;
};

export type DailyCallStatsEdge = {
  node: DailyCallStats;
};

export type DailyCallStatsFilterInput = {
  and?: InputMaybe<Array<InputMaybe<DailyCallStatsFilterInput>>>;
  answered?: InputMaybe<IntFilter>;
  averageDurationSeconds?: InputMaybe<IntFilter>;
  calls?: InputMaybe<IntFilter>;
  connected?: InputMaybe<IntFilter>;
  day?: InputMaybe<DateFilter>;
  dayKey?: InputMaybe<StringFilter>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  dials?: InputMaybe<IntFilter>;
  id?: InputMaybe<UuidFilter>;
  memberId?: InputMaybe<UuidFilter>;
  name?: InputMaybe<StringFilter>;
  not?: InputMaybe<DailyCallStatsFilterInput>;
  or?: InputMaybe<Array<InputMaybe<DailyCallStatsFilterInput>>>;
  talkMinutes?: InputMaybe<IntFilter>;
  updatedAt?: InputMaybe<DateTimeFilter>;
};

export type DailyCallStatsOrderByInput = {
  id?: InputMaybe<OrderByDirection>;
  updatedAt?: InputMaybe<OrderByDirection>;
};

export type DateFilter = {
  eq?: InputMaybe<Scalars['Date']['input']>;
  gte?: InputMaybe<Scalars['Date']['input']>;
  is?: InputMaybe<FilterIs>;
  lt?: InputMaybe<Scalars['Date']['input']>;
};

export type DateTimeFilter = {
  eq?: InputMaybe<Scalars['DateTime']['input']>;
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  is?: InputMaybe<FilterIs>;
  lt?: InputMaybe<Scalars['DateTime']['input']>;
  lte?: InputMaybe<Scalars['DateTime']['input']>;
};

export type DoNotCallEntry = {
  addedAt: Maybe<Scalars['DateTime']['output']>;
  addedById: Maybe<Scalars['ID']['output']>;
  createdAt: Scalars['DateTime']['output'];
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['UUID']['output'];
  name: Maybe<Scalars['String']['output']>;
  number: Maybe<Scalars['String']['output']>;
  personId: Maybe<Scalars['ID']['output']>;
  reason: Maybe<Scalars['String']['output']>;
  source: Maybe<DoNotCallEntrySourceEnum>;
  updatedAt: Scalars['DateTime']['output'];
  updatedBy: Actor;
};

export type DoNotCallEntryConnection = {
  edges: Array<DoNotCallEntryEdge>;
  maxUpdatedAt: Maybe<Scalars['DateTime']['output']>;
  pageInfo: PageInfo;
  totalCount: Maybe<Scalars['Int']['output']>;
};

export type DoNotCallEntryCreateInput = {
  addedAt?: InputMaybe<Scalars['DateTime']['input']>;
  addedById?: InputMaybe<Scalars['ID']['input']>;
  createdBy?: InputMaybe<ActorCreateInput>;
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  personId?: InputMaybe<Scalars['ID']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  source?: InputMaybe<DoNotCallEntrySourceEnum>;
};

export type DoNotCallEntryEdge = {
  node: DoNotCallEntry;
};

export type DoNotCallEntryFilterInput = {
  addedAt?: InputMaybe<DateTimeFilter>;
  addedById?: InputMaybe<UuidFilter>;
  and?: InputMaybe<Array<InputMaybe<DoNotCallEntryFilterInput>>>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  expiresAt?: InputMaybe<DateTimeFilter>;
  id?: InputMaybe<UuidFilter>;
  name?: InputMaybe<StringFilter>;
  not?: InputMaybe<DoNotCallEntryFilterInput>;
  number?: InputMaybe<StringFilter>;
  or?: InputMaybe<Array<InputMaybe<DoNotCallEntryFilterInput>>>;
  personId?: InputMaybe<UuidFilter>;
  reason?: InputMaybe<StringFilter>;
  updatedAt?: InputMaybe<DateTimeFilter>;
};

export type DoNotCallEntryOrderByInput = {
  id?: InputMaybe<OrderByDirection>;
  updatedAt?: InputMaybe<OrderByDirection>;
};

export type DoNotCallEntrySourceEnum =
  | 'DIALER'
  | 'IMPORT'
  | 'MANUAL'
  | 'REGISTRY';

export type Emails = {
  additionalEmails: Maybe<Scalars['JSON']['output']>;
  primaryEmail: Maybe<Scalars['String']['output']>;
};

export type EmailsCreateInput = {
  additionalEmails?: InputMaybe<Scalars['JSON']['input']>;
  primaryEmail?: InputMaybe<Scalars['String']['input']>;
};

export type EmailsFilterInput = {
  additionalEmails?: InputMaybe<RawJsonFilter>;
  primaryEmail?: InputMaybe<StringFilter>;
};

export type FilterIs =
  | 'NOT_NULL'
  | 'NULL';

export type FullName = {
  firstName: Maybe<Scalars['String']['output']>;
  lastName: Maybe<Scalars['String']['output']>;
};

export type FullNameCreateInput = {
  firstName?: InputMaybe<Scalars['String']['input']>;
  lastName?: InputMaybe<Scalars['String']['input']>;
};

export type FullNameFilterInput = {
  firstName?: InputMaybe<StringFilter>;
  lastName?: InputMaybe<StringFilter>;
};

export type FullNameOrderByInput = {
  firstName?: InputMaybe<OrderByDirection>;
  lastName?: InputMaybe<OrderByDirection>;
};

export type IntFilter = {
  eq?: InputMaybe<Scalars['Int']['input']>;
  gt?: InputMaybe<Scalars['Int']['input']>;
  is?: InputMaybe<FilterIs>;
  lt?: InputMaybe<Scalars['Int']['input']>;
};

export type Links = {
  primaryLinkLabel: Maybe<Scalars['String']['output']>;
  primaryLinkUrl: Maybe<Scalars['String']['output']>;
  secondaryLinks: Maybe<Scalars['JSON']['output']>;
};

export type LinksCreateInput = {
  primaryLinkLabel?: InputMaybe<Scalars['String']['input']>;
  primaryLinkUrl?: InputMaybe<Scalars['String']['input']>;
  secondaryLinks?: InputMaybe<Scalars['JSON']['input']>;
};

export type Mutation = {
  createCallSessions: Maybe<Array<CallSession>>;
  createDailyCallStatsEntries: Maybe<Array<DailyCallStats>>;
  createDoNotCallEntries: Maybe<Array<DoNotCallEntry>>;
  createNoteTargets: Maybe<Array<NoteTarget>>;
  createNotes: Maybe<Array<Note>>;
  createPeople: Maybe<Array<Person>>;
  createPhoneCalls: Maybe<Array<PhoneCall>>;
  createRepProgressions: Maybe<Array<RepProgression>>;
  createSalesTeams: Maybe<Array<SalesTeam>>;
  createSyncLogEntries: Maybe<Array<SyncLogEntry>>;
  updatePerson: Maybe<Person>;
};


export type MutationCreateCallSessionsArgs = {
  data: Array<CallSessionCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateDailyCallStatsEntriesArgs = {
  data: Array<DailyCallStatsCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateDoNotCallEntriesArgs = {
  data: Array<DoNotCallEntryCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateNoteTargetsArgs = {
  data: Array<NoteTargetCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateNotesArgs = {
  data: Array<NoteCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreatePeopleArgs = {
  data: Array<PersonCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreatePhoneCallsArgs = {
  data: Array<PhoneCallCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateRepProgressionsArgs = {
  data: Array<RepProgressionCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateSalesTeamsArgs = {
  data: Array<SalesTeamCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateSyncLogEntriesArgs = {
  data: Array<SyncLogEntryCreateInput>;
  upsert: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationUpdatePersonArgs = {
  data: PersonUpdateInput;
  id: Scalars['UUID']['input'];
};

export type Note = {
  bodyV2: Maybe<RichText>;
  createdAt: Scalars['DateTime']['output'];
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['UUID']['output'];
  title: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  updatedBy: Actor;
};

export type NoteConnection = {
  edges: Array<NoteEdge>;
};

export type NoteCreateInput = {
  bodyV2?: InputMaybe<RichTextCreateInput>;
  createdBy?: InputMaybe<ActorCreateInput>;
  id?: InputMaybe<Scalars['ID']['input']>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type NoteEdge = {
  node: Note;
};

export type NoteFilterInput = {
  and?: InputMaybe<Array<InputMaybe<NoteFilterInput>>>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  id?: InputMaybe<UuidFilter>;
  not?: InputMaybe<NoteFilterInput>;
  or?: InputMaybe<Array<InputMaybe<NoteFilterInput>>>;
};

export type NoteTarget = {
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['UUID']['output'];
  note: Maybe<Note>;
  noteId: Maybe<Scalars['ID']['output']>;
  targetPersonId: Maybe<Scalars['ID']['output']>;
  targetPhoneCallId: Maybe<Scalars['ID']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  updatedBy: Actor;
};

export type NoteTargetConnection = {
  edges: Array<NoteTargetEdge>;
};

export type NoteTargetCreateInput = {
  createdBy?: InputMaybe<ActorCreateInput>;
  id?: InputMaybe<Scalars['ID']['input']>;
  noteId?: InputMaybe<Scalars['ID']['input']>;
  targetPersonId?: InputMaybe<Scalars['ID']['input']>;
  targetPhoneCallId?: InputMaybe<Scalars['ID']['input']>;
};

export type NoteTargetEdge = {
  node: NoteTarget;
};

export type NoteTargetFilterInput = {
  and?: InputMaybe<Array<InputMaybe<NoteTargetFilterInput>>>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  id?: InputMaybe<UuidFilter>;
  not?: InputMaybe<NoteTargetFilterInput>;
  noteId?: InputMaybe<UuidFilter>;
  or?: InputMaybe<Array<InputMaybe<NoteTargetFilterInput>>>;
  targetPhoneCallId?: InputMaybe<UuidFilter>;
};

export type Opportunity = {
  company: Maybe<Company>;
  companyId: Maybe<Scalars['ID']['output']>;
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['UUID']['output'];
  name: Maybe<Scalars['String']['output']>;
  pointOfContactId: Maybe<Scalars['ID']['output']>;
  stage: Maybe<OpportunityStageEnum>;
  updatedAt: Scalars['DateTime']['output'];
};

export type OpportunityConnection = {
  edges: Array<OpportunityEdge>;
  pageInfo: PageInfo;
};

export type OpportunityEdge = {
  node: Opportunity;
};

export type OpportunityFilterInput = {
  and?: InputMaybe<Array<InputMaybe<OpportunityFilterInput>>>;
  companyId?: InputMaybe<UuidFilter>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  id?: InputMaybe<UuidFilter>;
  name?: InputMaybe<StringFilter>;
  not?: InputMaybe<OpportunityFilterInput>;
  or?: InputMaybe<Array<InputMaybe<OpportunityFilterInput>>>;
  pointOfContactId?: InputMaybe<UuidFilter>;
  updatedAt?: InputMaybe<DateTimeFilter>;
};

export type OpportunityOrderByInput = {
  id?: InputMaybe<OrderByDirection>;
  name?: InputMaybe<OrderByDirection>;
  updatedAt?: InputMaybe<OrderByDirection>;
};

export type OpportunityStageEnum =
  | 'CUSTOMER'
  | 'MEETING'
  | 'NEW'
  | 'PROPOSAL'
  | 'SCREENING';

export type OrderByDirection =
  | 'AscNullsFirst'
  | 'AscNullsLast'
  | 'DescNullsFirst'
  | 'DescNullsLast';

export type PageInfo = {
  endCursor: Maybe<Scalars['ConnectionCursor']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

export type Person = {
  assignedToId: Maybe<Scalars['ID']['output']>;
  callCount: Maybe<Scalars['Int']['output']>;
  callStatus: Maybe<PersonCallStatusEnum>;
  company: Maybe<Company>;
  companyId: Maybe<Scalars['ID']['output']>;
  createdAt: Scalars['DateTime']['output'];
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  doNotCall: Maybe<Scalars['Boolean']['output']>;
  emails: Maybe<Emails>;
  id: Scalars['UUID']['output'];
  jobTitle: Maybe<Scalars['String']['output']>;
  lastCalledAt: Maybe<Scalars['DateTime']['output']>;
  leadScore: Maybe<Scalars['Int']['output']>;
  name: Maybe<FullName>;
  nextCallAt: Maybe<Scalars['DateTime']['output']>;
  phones: Maybe<Phones>;
  stage: Maybe<PersonStageEnum>;
  tags: Maybe<Array<Maybe<PersonTagsEnum>>>;
  timezone: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  updatedBy: Actor;
};

export type PersonCallStatusEnum =
  | 'BAD_NUMBER'
  | 'CALL_BACK'
  | 'NOT_CALLED'
  | 'NOT_INTERESTED'
  | 'NOT_REACHED'
  | 'REACHED';

export type PersonConnection = {
  edges: Array<PersonEdge>;
  maxUpdatedAt: Maybe<Scalars['DateTime']['output']>;
  pageInfo: PageInfo;
  totalCount: Maybe<Scalars['Int']['output']>;
};

export type PersonCreateInput = {
  assignedToId?: InputMaybe<Scalars['ID']['input']>;
  callCount?: InputMaybe<Scalars['Int']['input']>;
  callStatus?: InputMaybe<PersonCallStatusEnum>;
  companyId?: InputMaybe<Scalars['ID']['input']>;
  createdBy?: InputMaybe<ActorCreateInput>;
  doNotCall?: InputMaybe<Scalars['Boolean']['input']>;
  emails?: InputMaybe<EmailsCreateInput>;
  id?: InputMaybe<Scalars['ID']['input']>;
  jobTitle?: InputMaybe<Scalars['String']['input']>;
  lastCalledAt?: InputMaybe<Scalars['DateTime']['input']>;
  leadScore?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<FullNameCreateInput>;
  nextCallAt?: InputMaybe<Scalars['DateTime']['input']>;
  phones?: InputMaybe<PhonesCreateInput>;
  stage?: InputMaybe<PersonStageEnum>;
  tags?: InputMaybe<Array<InputMaybe<PersonTagsEnum>>>;
  timezone?: InputMaybe<Scalars['String']['input']>;
};

export type PersonEdge = {
  node: Person;
};

export type PersonFilterInput = {
  and?: InputMaybe<Array<InputMaybe<PersonFilterInput>>>;
  assignedToId?: InputMaybe<UuidFilter>;
  company?: InputMaybe<CompanyFilterInput>;
  companyId?: InputMaybe<UuidFilter>;
  createdAt?: InputMaybe<DateTimeFilter>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  doNotCall?: InputMaybe<BooleanFilter>;
  emails?: InputMaybe<EmailsFilterInput>;
  id?: InputMaybe<UuidFilter>;
  jobTitle?: InputMaybe<StringFilter>;
  name?: InputMaybe<FullNameFilterInput>;
  not?: InputMaybe<PersonFilterInput>;
  or?: InputMaybe<Array<InputMaybe<PersonFilterInput>>>;
  phones?: InputMaybe<PhonesFilterInput>;
  updatedAt?: InputMaybe<DateTimeFilter>;
};

export type PersonOrderByInput = {
  createdAt?: InputMaybe<OrderByDirection>;
  id?: InputMaybe<OrderByDirection>;
  name?: InputMaybe<FullNameOrderByInput>;
  updatedAt?: InputMaybe<OrderByDirection>;
};

export type PersonStageEnum =
  | 'CONTACTED'
  | 'CUSTOMER'
  | 'LOST'
  | 'MEETING'
  | 'NEW'
  | 'QUALIFIED';

export type PersonTagsEnum =
  | 'CHAMPION'
  | 'DECISION_MAKER'
  | 'EVENT'
  | 'KEY_ACCOUNT'
  | 'REFERRAL';

export type PersonUpdateInput = {
  assignedToId?: InputMaybe<Scalars['ID']['input']>;
  callCount?: InputMaybe<Scalars['Int']['input']>;
  callStatus?: InputMaybe<PersonCallStatusEnum>;
  doNotCall?: InputMaybe<Scalars['Boolean']['input']>;
  lastCalledAt?: InputMaybe<Scalars['DateTime']['input']>;
  leadScore?: InputMaybe<Scalars['Int']['input']>;
  nextCallAt?: InputMaybe<Scalars['DateTime']['input']>;
  stage?: InputMaybe<PersonStageEnum>;
  tags?: InputMaybe<Array<InputMaybe<PersonTagsEnum>>>;
  timezone?: InputMaybe<Scalars['String']['input']>;
};

export type PhoneCall = {
  answeredAt: Maybe<Scalars['DateTime']['output']>;
  callId: Maybe<Scalars['String']['output']>;
  callSessionId: Maybe<Scalars['String']['output']>;
  callSid: Maybe<Scalars['String']['output']>;
  company: Maybe<Company>;
  companyId: Maybe<Scalars['ID']['output']>;
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  direction: Maybe<PhoneCallDirectionEnum>;
  disposition: Maybe<PhoneCallDispositionEnum>;
  endedAt: Maybe<Scalars['DateTime']['output']>;
  fromNumber: Maybe<Scalars['String']['output']>;
  id: Scalars['UUID']['output'];
  line: Maybe<PhoneCallLineEnum>;
  member: Maybe<WorkspaceMember>;
  memberId: Maybe<Scalars['ID']['output']>;
  name: Maybe<Scalars['String']['output']>;
  opportunity: Maybe<Opportunity>;
  opportunityId: Maybe<Scalars['ID']['output']>;
  outcome: Maybe<PhoneCallOutcomeEnum>;
  person: Maybe<Person>;
  personId: Maybe<Scalars['ID']['output']>;
  recording: Maybe<Links>;
  ringSeconds: Maybe<Scalars['Int']['output']>;
  startedAt: Maybe<Scalars['DateTime']['output']>;
  status: Maybe<PhoneCallStatusEnum>;
  talkSeconds: Maybe<Scalars['Int']['output']>;
  toNumber: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  updatedBy: Actor;
  wrapUpSeconds: Maybe<Scalars['Int']['output']>;
  wrappedUpAt: Maybe<Scalars['DateTime']['output']>;
};

export type PhoneCallConnection = {
  edges: Array<PhoneCallEdge>;
  totalCount: Maybe<Scalars['Int']['output']>;
};

export type PhoneCallCreateInput = {
  answeredAt?: InputMaybe<Scalars['DateTime']['input']>;
  callId?: InputMaybe<Scalars['String']['input']>;
  callSessionId?: InputMaybe<Scalars['String']['input']>;
  callSid?: InputMaybe<Scalars['String']['input']>;
  companyId?: InputMaybe<Scalars['ID']['input']>;
  createdBy?: InputMaybe<ActorCreateInput>;
  direction?: InputMaybe<PhoneCallDirectionEnum>;
  disposition?: InputMaybe<PhoneCallDispositionEnum>;
  endedAt?: InputMaybe<Scalars['DateTime']['input']>;
  fromNumber?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  line?: InputMaybe<PhoneCallLineEnum>;
  memberId?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  opportunityId?: InputMaybe<Scalars['ID']['input']>;
  outcome?: InputMaybe<PhoneCallOutcomeEnum>;
  personId?: InputMaybe<Scalars['ID']['input']>;
  recording?: InputMaybe<LinksCreateInput>;
  ringSeconds?: InputMaybe<Scalars['Int']['input']>;
  startedAt?: InputMaybe<Scalars['DateTime']['input']>;
  status?: InputMaybe<PhoneCallStatusEnum>;
  talkSeconds?: InputMaybe<Scalars['Int']['input']>;
  toNumber?: InputMaybe<Scalars['String']['input']>;
  wrapUpSeconds?: InputMaybe<Scalars['Int']['input']>;
  wrappedUpAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type PhoneCallDirectionEnum =
  | 'INBOUND'
  | 'OUTBOUND';

export type PhoneCallDirectionEnumFilter = {
  eq?: InputMaybe<PhoneCallDirectionEnum>;
};

export type PhoneCallDispositionEnum =
  | 'ABANDONED'
  | 'ANSWERED'
  | 'BLOCKED'
  | 'BUSY'
  | 'ERROR'
  | 'NO_ANSWER'
  | 'VOICEMAIL_LEFT';

export type PhoneCallEdge = {
  node: PhoneCall;
};

export type PhoneCallFilterInput = {
  and?: InputMaybe<Array<InputMaybe<PhoneCallFilterInput>>>;
  callId?: InputMaybe<StringFilter>;
  callSessionId?: InputMaybe<StringFilter>;
  companyId?: InputMaybe<UuidFilter>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  direction?: InputMaybe<PhoneCallDirectionEnumFilter>;
  fromNumber?: InputMaybe<StringFilter>;
  id?: InputMaybe<UuidFilter>;
  line?: InputMaybe<PhoneCallLineEnumFilter>;
  memberId?: InputMaybe<UuidFilter>;
  name?: InputMaybe<StringFilter>;
  not?: InputMaybe<PhoneCallFilterInput>;
  opportunityId?: InputMaybe<UuidFilter>;
  or?: InputMaybe<Array<InputMaybe<PhoneCallFilterInput>>>;
  outcome?: InputMaybe<PhoneCallOutcomeEnumFilter>;
  personId?: InputMaybe<UuidFilter>;
  startedAt?: InputMaybe<DateTimeFilter>;
  toNumber?: InputMaybe<StringFilter>;
};

export type PhoneCallLineEnum =
  | 'ENTERED'
  | 'MANUAL'
  | 'PRACTICE'
  | 'TWILIO';

export type PhoneCallLineEnumFilter = {
  in?: InputMaybe<Array<InputMaybe<PhoneCallLineEnum>>>;
};

export type PhoneCallOrderByInput = {
  callId?: InputMaybe<OrderByDirection>;
  id?: InputMaybe<OrderByDirection>;
  startedAt?: InputMaybe<OrderByDirection>;
};

export type PhoneCallOutcomeEnum =
  | 'BUSY'
  | 'CALLBACK'
  | 'DISQUALIFIED'
  | 'DO_NOT_CALL'
  | 'GATEKEEPER'
  | 'INTERESTED'
  | 'MEETING_BOOKED'
  | 'NEEDS_WRAP_UP'
  | 'NOT_INTERESTED'
  | 'NO_ANSWER'
  | 'OUT_OF_SERVICE'
  | 'VOICEMAIL'
  | 'WRONG_NUMBER';

export type PhoneCallOutcomeEnumFilter = {
  in?: InputMaybe<Array<InputMaybe<PhoneCallOutcomeEnum>>>;
  is?: InputMaybe<FilterIs>;
};

export type PhoneCallStatusEnum =
  | 'BUSY'
  | 'CANCELED'
  | 'COMPLETED'
  | 'FAILED'
  | 'INITIATED'
  | 'IN_PROGRESS'
  | 'MISSED'
  | 'NO_ANSWER'
  | 'QUEUED'
  | 'REJECTED'
  | 'RINGING';

export type Phones = {
  additionalPhones: Maybe<Scalars['JSON']['output']>;
  primaryPhoneCallingCode: Maybe<Scalars['String']['output']>;
  primaryPhoneCountryCode: Maybe<Scalars['String']['output']>;
  primaryPhoneNumber: Maybe<Scalars['String']['output']>;
};

export type PhonesCreateInput = {
  additionalPhones?: InputMaybe<Scalars['JSON']['input']>;
  primaryPhoneCallingCode?: InputMaybe<Scalars['String']['input']>;
  primaryPhoneCountryCode?: InputMaybe<Scalars['String']['input']>;
  primaryPhoneNumber?: InputMaybe<Scalars['String']['input']>;
};

export type PhonesFilterInput = {
  additionalPhones?: InputMaybe<RawJsonFilter>;
  primaryPhoneCallingCode?: InputMaybe<StringFilter>;
  primaryPhoneCountryCode?: InputMaybe<StringFilter>;
  primaryPhoneNumber?: InputMaybe<StringFilter>;
};

export type Query = {
  callSessions: Maybe<CallSessionConnection>;
  companies: Maybe<CompanyConnection>;
  dailyCallStatsEntries: Maybe<DailyCallStatsConnection>;
  doNotCallEntries: Maybe<DoNotCallEntryConnection>;
  noteTargets: Maybe<NoteTargetConnection>;
  notes: Maybe<NoteConnection>;
  opportunities: Maybe<OpportunityConnection>;
  people: Maybe<PersonConnection>;
  phoneCalls: Maybe<PhoneCallConnection>;
  repProgressions: Maybe<RepProgressionConnection>;
  salesTeams: Maybe<SalesTeamConnection>;
  syncLogEntries: Maybe<SyncLogEntryConnection>;
  workspaceMembers: Maybe<WorkspaceMemberConnection>;
};


export type QueryCallSessionsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CallSessionFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<CallSessionOrderByInput>>>;
};


export type QueryCompaniesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CompanyFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<CompanyOrderByInput>>>;
};


export type QueryDailyCallStatsEntriesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<DailyCallStatsFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<DailyCallStatsOrderByInput>>>;
};


export type QueryDoNotCallEntriesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<DoNotCallEntryFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<DoNotCallEntryOrderByInput>>>;
};


export type QueryNoteTargetsArgs = {
  filter: InputMaybe<NoteTargetFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryNotesArgs = {
  filter: InputMaybe<NoteFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOpportunitiesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<OpportunityFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<OpportunityOrderByInput>>>;
};


export type QueryPeopleArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<PersonFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<PersonOrderByInput>>>;
};


export type QueryPhoneCallsArgs = {
  filter: InputMaybe<PhoneCallFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<PhoneCallOrderByInput>>>;
};


export type QueryRepProgressionsArgs = {
  filter: InputMaybe<RepProgressionFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySalesTeamsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<SalesTeamFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<SalesTeamOrderByInput>>>;
};


export type QuerySyncLogEntriesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<SyncLogEntryFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<SyncLogEntryOrderByInput>>>;
};


export type QueryWorkspaceMembersArgs = {
  filter: InputMaybe<WorkspaceMemberFilterInput>;
  first: InputMaybe<Scalars['Int']['input']>;
  orderBy: InputMaybe<Array<InputMaybe<WorkspaceMemberOrderByInput>>>;
};

export type RawJsonFilter = {
  is?: InputMaybe<FilterIs>;
  like?: InputMaybe<Scalars['String']['input']>;
};

export type RepProgression = {
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['UUID']['output'];
  lastCallAt: Maybe<Scalars['DateTime']['output']>;
  member: Maybe<WorkspaceMember>;
  memberId: Maybe<Scalars['ID']['output']>;
  name: Maybe<Scalars['String']['output']>;
  rank: Maybe<RepProgressionRankEnum>;
  streakDays: Maybe<Scalars['Int']['output']>;
  streakThrough: Maybe<Scalars['Date']['output']>;
  teamId: Maybe<Scalars['ID']['output']>;
  totalCalls: Maybe<Scalars['Int']['output']>;
  totalTalkSeconds: Maybe<Scalars['Int']['output']>;
  totalXp: Maybe<Scalars['Int']['output']>;
  updatedBy: Actor;
  workspaceMemberId: Maybe<Scalars['String']['output']>;
};

export type RepProgressionConnection = {
  edges: Array<RepProgressionEdge>;
};

export type RepProgressionCreateInput = {
  createdBy?: InputMaybe<ActorCreateInput>;
  id?: InputMaybe<Scalars['ID']['input']>;
  lastCallAt?: InputMaybe<Scalars['DateTime']['input']>;
  memberId?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  rank?: InputMaybe<RepProgressionRankEnum>;
  streakDays?: InputMaybe<Scalars['Int']['input']>;
  streakThrough?: InputMaybe<Scalars['Date']['input']>;
  teamId?: InputMaybe<Scalars['ID']['input']>;
  totalCalls?: InputMaybe<Scalars['Int']['input']>;
  totalTalkSeconds?: InputMaybe<Scalars['Int']['input']>;
  totalXp?: InputMaybe<Scalars['Int']['input']>;
  workspaceMemberId?: InputMaybe<Scalars['String']['input']>;
};

export type RepProgressionEdge = {
  node: RepProgression;
};

export type RepProgressionFilterInput = {
  and?: InputMaybe<Array<InputMaybe<RepProgressionFilterInput>>>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  id?: InputMaybe<UuidFilter>;
  not?: InputMaybe<RepProgressionFilterInput>;
  or?: InputMaybe<Array<InputMaybe<RepProgressionFilterInput>>>;
  teamId?: InputMaybe<UuidFilter>;
  workspaceMemberId?: InputMaybe<StringFilter>;
};

export type RepProgressionRankEnum =
  | 'CALLER_1'
  | 'CALLER_2'
  | 'CALLER_3'
  | 'CLOSER_1'
  | 'CLOSER_2'
  | 'CLOSER_3'
  | 'LEGEND'
  | 'ROOKIE_1'
  | 'ROOKIE_2'
  | 'ROOKIE_3';

export type RichText = {
  blocknote: Maybe<Scalars['String']['output']>;
  markdown: Maybe<Scalars['String']['output']>;
};

export type RichTextCreateInput = {
  blocknote?: InputMaybe<Scalars['String']['input']>;
  markdown?: InputMaybe<Scalars['String']['input']>;
};

export type SalesTeam = {
  createdAt: Scalars['DateTime']['output'];
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['UUID']['output'];
  managerId: Maybe<Scalars['ID']['output']>;
  name: Maybe<Scalars['String']['output']>;
  updatedAt: Scalars['DateTime']['output'];
  updatedBy: Actor;
};

export type SalesTeamConnection = {
  edges: Array<SalesTeamEdge>;
  pageInfo: PageInfo;
  totalCount: Maybe<Scalars['Int']['output']>;
};

export type SalesTeamCreateInput = {
  createdBy?: InputMaybe<ActorCreateInput>;
  id?: InputMaybe<Scalars['ID']['input']>;
  managerId?: InputMaybe<Scalars['ID']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
};

export type SalesTeamEdge = {
  node: SalesTeam;
};

export type SalesTeamFilterInput = {
  and?: InputMaybe<Array<InputMaybe<SalesTeamFilterInput>>>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  id?: InputMaybe<UuidFilter>;
  managerId?: InputMaybe<UuidFilter>;
  name?: InputMaybe<StringFilter>;
  not?: InputMaybe<SalesTeamFilterInput>;
  or?: InputMaybe<Array<InputMaybe<SalesTeamFilterInput>>>;
  updatedAt?: InputMaybe<DateTimeFilter>;
};

export type SalesTeamOrderByInput = {
  id?: InputMaybe<OrderByDirection>;
  updatedAt?: InputMaybe<OrderByDirection>;
};

export type StringFilter = {
  eq?: InputMaybe<Scalars['String']['input']>;
  ilike?: InputMaybe<Scalars['String']['input']>;
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  is?: InputMaybe<FilterIs>;
  like?: InputMaybe<Scalars['String']['input']>;
  lt?: InputMaybe<Scalars['String']['input']>;
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

export type SyncLogEntry = {
  action: Maybe<SyncLogEntryActionEnum>;
  at: Maybe<Scalars['DateTime']['output']>;
  count: Maybe<Scalars['Int']['output']>;
  createdAt: Scalars['DateTime']['output'];
  deletedAt: Maybe<Scalars['DateTime']['output']>;
  entryKey: Maybe<Scalars['String']['output']>;
  id: Scalars['UUID']['output'];
  message: Maybe<Scalars['String']['output']>;
  name: Maybe<Scalars['String']['output']>;
  objectName: Maybe<Scalars['String']['output']>;
  recordId: Maybe<Scalars['String']['output']>;
  status: Maybe<SyncLogEntryStatusEnum>;
  updatedAt: Scalars['DateTime']['output'];
  updatedBy: Actor;
};

export type SyncLogEntryActionEnum =
  | 'CREATE'
  | 'DELIVER'
  | 'UPDATE';

export type SyncLogEntryConnection = {
  edges: Array<SyncLogEntryEdge>;
  pageInfo: PageInfo;
  totalCount: Maybe<Scalars['Int']['output']>;
};

export type SyncLogEntryCreateInput = {
  action?: InputMaybe<SyncLogEntryActionEnum>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
  count?: InputMaybe<Scalars['Int']['input']>;
  createdBy?: InputMaybe<ActorCreateInput>;
  entryKey?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  message?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  objectName?: InputMaybe<Scalars['String']['input']>;
  recordId?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<SyncLogEntryStatusEnum>;
};

export type SyncLogEntryEdge = {
  node: SyncLogEntry;
};

export type SyncLogEntryFilterInput = {
  and?: InputMaybe<Array<InputMaybe<SyncLogEntryFilterInput>>>;
  at?: InputMaybe<DateTimeFilter>;
  count?: InputMaybe<IntFilter>;
  deletedAt?: InputMaybe<DateTimeFilter>;
  entryKey?: InputMaybe<StringFilter>;
  id?: InputMaybe<UuidFilter>;
  message?: InputMaybe<StringFilter>;
  name?: InputMaybe<StringFilter>;
  not?: InputMaybe<SyncLogEntryFilterInput>;
  objectName?: InputMaybe<StringFilter>;
  or?: InputMaybe<Array<InputMaybe<SyncLogEntryFilterInput>>>;
  recordId?: InputMaybe<StringFilter>;
  updatedAt?: InputMaybe<DateTimeFilter>;
};

export type SyncLogEntryOrderByInput = {
  id?: InputMaybe<OrderByDirection>;
  updatedAt?: InputMaybe<OrderByDirection>;
};

export type SyncLogEntryStatusEnum =
  | 'DELIVERED'
  | 'DISMISSED'
  | 'FAILED'
  | 'RESOLVED';

export type UuidFilter = {
  eq?: InputMaybe<Scalars['UUID']['input']>;
  gt?: InputMaybe<Scalars['UUID']['input']>;
  in?: InputMaybe<Array<InputMaybe<Scalars['UUID']['input']>>>;
  is?: InputMaybe<FilterIs>;
};

export type WorkspaceMember = {
  id: Scalars['UUID']['output'];
  name: FullName;
  userEmail: Maybe<Scalars['String']['output']>;
};

export type WorkspaceMemberConnection = {
  edges: Array<WorkspaceMemberEdge>;
};

export type WorkspaceMemberEdge = {
  node: WorkspaceMember;
};

export type WorkspaceMemberFilterInput = {
  id?: InputMaybe<UuidFilter>;
};

export type WorkspaceMemberOrderByInput = {
  name?: InputMaybe<FullNameOrderByInput>;
};

/**
 * The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.
 *
 * Depending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.
 */
export type __Type = {
  kind: __TypeKind;
  name: Maybe<Scalars['String']['output']>;
  description: Maybe<Scalars['String']['output']>;
  specifiedByURL: Maybe<Scalars['String']['output']>;
  fields: Maybe<Array<__Field>>;
  interfaces: Maybe<Array<__Type>>;
  possibleTypes: Maybe<Array<__Type>>;
  enumValues: Maybe<Array<__EnumValue>>;
  inputFields: Maybe<Array<__InputValue>>;
  ofType: Maybe<__Type>;
  isOneOf: Maybe<Scalars['Boolean']['output']>;
};


/**
 * The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.
 *
 * Depending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.
 */
export type __TypeFieldsArgs = {
  includeDeprecated?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.
 *
 * Depending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.
 */
export type __TypeEnumValuesArgs = {
  includeDeprecated?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.
 *
 * Depending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.
 */
export type __TypeInputFieldsArgs = {
  includeDeprecated?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An enum describing what kind of type a given `__Type` is. */
export type __TypeKind =
  /** Indicates this type is a scalar. */
  | 'SCALAR'
  /** Indicates this type is an object. `fields` and `interfaces` are valid fields. */
  | 'OBJECT'
  /** Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields. */
  | 'INTERFACE'
  /** Indicates this type is a union. `possibleTypes` is a valid field. */
  | 'UNION'
  /** Indicates this type is an enum. `enumValues` is a valid field. */
  | 'ENUM'
  /** Indicates this type is an input object. `inputFields` is a valid field. */
  | 'INPUT_OBJECT'
  /** Indicates this type is a list. `ofType` is a valid field. */
  | 'LIST'
  /** Indicates this type is a non-null. `ofType` is a valid field. */
  | 'NON_NULL';

/** Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type. */
export type __Field = {
  name: Scalars['String']['output'];
  description: Maybe<Scalars['String']['output']>;
  args: Array<__InputValue>;
  type: __Type;
  isDeprecated: Scalars['Boolean']['output'];
  deprecationReason: Maybe<Scalars['String']['output']>;
};


/** Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type. */
export type __FieldArgsArgs = {
  includeDeprecated?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value. */
export type __InputValue = {
  name: Scalars['String']['output'];
  description: Maybe<Scalars['String']['output']>;
  type: __Type;
  /** A GraphQL-formatted string representing the default value for this input value. */
  defaultValue: Maybe<Scalars['String']['output']>;
  isDeprecated: Scalars['Boolean']['output'];
  deprecationReason: Maybe<Scalars['String']['output']>;
};

/** One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string. */
export type __EnumValue = {
  name: Scalars['String']['output'];
  description: Maybe<Scalars['String']['output']>;
  isDeprecated: Scalars['Boolean']['output'];
  deprecationReason: Maybe<Scalars['String']['output']>;
};

export type SearchCompaniesQueryVariables = Exact<{
  filter: CompanyFilterInput;
  first: Scalars['Int']['input'];
  orderBy: InputMaybe<Array<InputMaybe<CompanyOrderByInput>> | InputMaybe<CompanyOrderByInput>>;
}>;


export type SearchCompaniesQuery = { companies: { edges: Array<{ node: { id: string, name: string | null } }> } | null };

export type SearchOpportunitiesQueryVariables = Exact<{
  filter: OpportunityFilterInput;
  first: Scalars['Int']['input'];
  orderBy: InputMaybe<Array<InputMaybe<OpportunityOrderByInput>> | InputMaybe<OpportunityOrderByInput>>;
}>;


export type SearchOpportunitiesQuery = { opportunities: { edges: Array<{ node: { id: string, name: string | null, stage: OpportunityStageEnum | null, company: { name: string | null } | null } }> } | null };

export type ListPhoneCallsWithTotalQueryVariables = Exact<{
  filter: PhoneCallFilterInput;
  first: Scalars['Int']['input'];
  orderBy: Array<InputMaybe<PhoneCallOrderByInput>> | InputMaybe<PhoneCallOrderByInput>;
}>;


export type ListPhoneCallsWithTotalQuery = { phoneCalls: { totalCount: number | null, edges: Array<{ node: { id: string, callId: string | null, line: PhoneCallLineEnum | null, direction: PhoneCallDirectionEnum | null, status: PhoneCallStatusEnum | null, disposition: PhoneCallDispositionEnum | null, outcome: PhoneCallOutcomeEnum | null, fromNumber: string | null, toNumber: string | null, startedAt: string | null, talkSeconds: number | null, callSessionId: string | null, person: { id: string, name: { firstName: string | null, lastName: string | null } | null } | null, member: { id: string, name: { firstName: string | null, lastName: string | null } } | null } }> } | null };

export type ListPhoneCallsQueryVariables = Exact<{
  filter: PhoneCallFilterInput;
  first: Scalars['Int']['input'];
  orderBy: Array<InputMaybe<PhoneCallOrderByInput>> | InputMaybe<PhoneCallOrderByInput>;
}>;


export type ListPhoneCallsQuery = { phoneCalls: { edges: Array<{ node: { id: string, callId: string | null, line: PhoneCallLineEnum | null, direction: PhoneCallDirectionEnum | null, status: PhoneCallStatusEnum | null, disposition: PhoneCallDispositionEnum | null, outcome: PhoneCallOutcomeEnum | null, fromNumber: string | null, toNumber: string | null, startedAt: string | null, talkSeconds: number | null, callSessionId: string | null, person: { id: string, name: { firstName: string | null, lastName: string | null } | null } | null, member: { id: string, name: { firstName: string | null, lastName: string | null } } | null } }> } | null };

export type ListNotesOfPhoneCallQueryVariables = Exact<{
  phoneCallId: Scalars['UUID']['input'];
}>;


export type ListNotesOfPhoneCallQuery = { noteTargets: { edges: Array<{ node: { note: { id: string, title: string | null, createdAt: string, deletedAt: string | null, bodyV2: { markdown: string | null } | null } | null } }> } | null };

export type ListWorkspaceMembersQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  orderBy: Array<InputMaybe<WorkspaceMemberOrderByInput>> | InputMaybe<WorkspaceMemberOrderByInput>;
}>;


export type ListWorkspaceMembersQuery = { workspaceMembers: { edges: Array<{ node: { id: string, userEmail: string | null, name: { firstName: string | null, lastName: string | null } } }> } | null };

export type CallInHistoryFragment = { id: string, callId: string | null, line: PhoneCallLineEnum | null, direction: PhoneCallDirectionEnum | null, status: PhoneCallStatusEnum | null, disposition: PhoneCallDispositionEnum | null, outcome: PhoneCallOutcomeEnum | null, fromNumber: string | null, toNumber: string | null, startedAt: string | null, talkSeconds: number | null, callSessionId: string | null, person: { id: string, name: { firstName: string | null, lastName: string | null } | null } | null, member: { id: string, name: { firstName: string | null, lastName: string | null } } | null };

export type LookAtRepProgressionQueryVariables = Exact<{
  id: Scalars['UUID']['input'];
}>;


export type LookAtRepProgressionQuery = { repProgressions: { edges: Array<{ node: { id: string, deletedAt: string | null, name: string | null, workspaceMemberId: string | null, memberId: string | null, totalXp: number | null, rank: RepProgressionRankEnum | null, totalCalls: number | null, totalTalkSeconds: number | null, lastCallAt: string | null, streakDays: number | null, streakThrough: string | null } }> } | null };

export type LookAtCallSessionQueryVariables = Exact<{
  id: Scalars['UUID']['input'];
}>;


export type LookAtCallSessionQuery = { callSessions: { edges: Array<{ node: { id: string, deletedAt: string | null, name: string | null, sessionId: string | null, memberId: string | null, startedAt: string | null, endedAt: string | null, calls: number | null, answered: number | null, connected: number | null, talkSeconds: number | null } }> } | null };

export type LookAtDailyCallStatsQueryVariables = Exact<{
  id: Scalars['UUID']['input'];
}>;


export type LookAtDailyCallStatsQuery = { dailyCallStatsEntries: { edges: Array<{ node: { id: string, deletedAt: string | null, name: string | null, dayKey: string | null, memberId: string | null, day: string | null, calls: number | null, dials: number | null, answered: number | null, connected: number | null, connectionRate: number | null, averageDurationSeconds: number | null, talkMinutes: number | null } }> } | null };

export type LookAtSyncLogEntryQueryVariables = Exact<{
  id: Scalars['UUID']['input'];
}>;


export type LookAtSyncLogEntryQuery = { syncLogEntries: { edges: Array<{ node: { id: string, deletedAt: string | null, name: string | null, entryKey: string | null, objectName: string | null, recordId: string | null, action: SyncLogEntryActionEnum | null, status: SyncLogEntryStatusEnum | null, message: string | null, count: number | null, at: string | null } }> } | null };

export type LookAtDoNotCallEntryQueryVariables = Exact<{
  id: Scalars['UUID']['input'];
}>;


export type LookAtDoNotCallEntryQuery = { doNotCallEntries: { edges: Array<{ node: { id: string, deletedAt: string | null, number: string | null, name: string | null, reason: string | null, source: DoNotCallEntrySourceEnum | null, addedAt: string | null, expiresAt: string | null, addedById: string | null, personId: string | null } }> } | null };

export type MirrorPeopleQueryVariables = Exact<{
  filter: PersonFilterInput;
  orderBy: Array<InputMaybe<PersonOrderByInput>> | InputMaybe<PersonOrderByInput>;
  first: Scalars['Int']['input'];
}>;


export type MirrorPeopleQuery = { people: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null, jobTitle: string | null, companyId: string | null, callStatus: PersonCallStatusEnum | null, assignedToId: string | null, doNotCall: boolean | null, timezone: string | null, name: { firstName: string | null, lastName: string | null } | null, emails: { primaryEmail: string | null } | null, phones: { primaryPhoneNumber: string | null, primaryPhoneCountryCode: string | null, primaryPhoneCallingCode: string | null, additionalPhones: unknown | null } | null, company: { name: string | null } | null } }> } | null };

export type MirrorPeopleMarksQueryVariables = Exact<{
  filter: PersonFilterInput;
  orderBy: Array<InputMaybe<PersonOrderByInput>> | InputMaybe<PersonOrderByInput>;
  first: Scalars['Int']['input'];
}>;


export type MirrorPeopleMarksQuery = { people: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null } }> } | null };

export type MirrorPeopleExtentQueryVariables = Exact<{
  filter: PersonFilterInput;
}>;


export type MirrorPeopleExtentQuery = { people: { totalCount: number | null, maxUpdatedAt: string | null } | null };

export type PersonInMirrorFragment = { id: string, updatedAt: string, deletedAt: string | null, jobTitle: string | null, companyId: string | null, callStatus: PersonCallStatusEnum | null, assignedToId: string | null, doNotCall: boolean | null, timezone: string | null, name: { firstName: string | null, lastName: string | null } | null, emails: { primaryEmail: string | null } | null, phones: { primaryPhoneNumber: string | null, primaryPhoneCountryCode: string | null, primaryPhoneCallingCode: string | null, additionalPhones: unknown | null } | null, company: { name: string | null } | null };

export type MirrorDoNotCallEntriesQueryVariables = Exact<{
  filter: DoNotCallEntryFilterInput;
  orderBy: Array<InputMaybe<DoNotCallEntryOrderByInput>> | InputMaybe<DoNotCallEntryOrderByInput>;
  first: Scalars['Int']['input'];
}>;


export type MirrorDoNotCallEntriesQuery = { doNotCallEntries: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null, number: string | null, reason: string | null, source: DoNotCallEntrySourceEnum | null, personId: string | null, addedAt: string | null, expiresAt: string | null } }> } | null };

export type MirrorDoNotCallEntriesMarksQueryVariables = Exact<{
  filter: DoNotCallEntryFilterInput;
  orderBy: Array<InputMaybe<DoNotCallEntryOrderByInput>> | InputMaybe<DoNotCallEntryOrderByInput>;
  first: Scalars['Int']['input'];
}>;


export type MirrorDoNotCallEntriesMarksQuery = { doNotCallEntries: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null } }> } | null };

export type MirrorDoNotCallEntriesExtentQueryVariables = Exact<{
  filter: DoNotCallEntryFilterInput;
}>;


export type MirrorDoNotCallEntriesExtentQuery = { doNotCallEntries: { totalCount: number | null, maxUpdatedAt: string | null } | null };

export type DoNotCallEntryInMirrorFragment = { id: string, updatedAt: string, deletedAt: string | null, number: string | null, reason: string | null, source: DoNotCallEntrySourceEnum | null, personId: string | null, addedAt: string | null, expiresAt: string | null };

export type MirrorCompaniesQueryVariables = Exact<{
  filter: CompanyFilterInput;
  orderBy: Array<InputMaybe<CompanyOrderByInput>> | InputMaybe<CompanyOrderByInput>;
  first: Scalars['Int']['input'];
}>;


export type MirrorCompaniesQuery = { companies: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null, name: string | null } }> } | null };

export type MirrorCompaniesExtentQueryVariables = Exact<{
  filter: CompanyFilterInput;
}>;


export type MirrorCompaniesExtentQuery = { companies: { totalCount: number | null, maxUpdatedAt: string | null } | null };

export type CompanyInMirrorFragment = { id: string, updatedAt: string, deletedAt: string | null, name: string | null };

export type SearchPeopleQueryVariables = Exact<{
  filter: PersonFilterInput;
  first: Scalars['Int']['input'];
  orderBy: InputMaybe<Array<InputMaybe<PersonOrderByInput>> | InputMaybe<PersonOrderByInput>>;
}>;


export type SearchPeopleQuery = { people: { edges: Array<{ node: { id: string, jobTitle: string | null, companyId: string | null, name: { firstName: string | null, lastName: string | null } | null, emails: { primaryEmail: string | null } | null, phones: { primaryPhoneNumber: string | null, primaryPhoneCountryCode: string | null, primaryPhoneCallingCode: string | null, additionalPhones: unknown | null } | null, company: { name: string | null } | null } }> } | null };

export type GetPersonQueryVariables = Exact<{
  id: Scalars['UUID']['input'];
}>;


export type GetPersonQuery = { people: { edges: Array<{ node: { id: string, jobTitle: string | null, companyId: string | null, name: { firstName: string | null, lastName: string | null } | null, emails: { primaryEmail: string | null } | null, phones: { primaryPhoneNumber: string | null, primaryPhoneCountryCode: string | null, primaryPhoneCallingCode: string | null, additionalPhones: unknown | null } | null, company: { name: string | null } | null } }> } | null };

export type CreatePersonToDialMutationVariables = Exact<{
  data: Array<PersonCreateInput> | PersonCreateInput;
}>;


export type CreatePersonToDialMutation = { createPeople: Array<{ id: string, jobTitle: string | null, companyId: string | null, name: { firstName: string | null, lastName: string | null } | null, emails: { primaryEmail: string | null } | null, phones: { primaryPhoneNumber: string | null, primaryPhoneCountryCode: string | null, primaryPhoneCallingCode: string | null, additionalPhones: unknown | null } | null, company: { name: string | null } | null }> | null };

export type PersonToDialFragment = { id: string, jobTitle: string | null, companyId: string | null, name: { firstName: string | null, lastName: string | null } | null, emails: { primaryEmail: string | null } | null, phones: { primaryPhoneNumber: string | null, primaryPhoneCountryCode: string | null, primaryPhoneCallingCode: string | null, additionalPhones: unknown | null } | null, company: { name: string | null } | null };

export type RepProgressionOfQueryVariables = Exact<{
  memberId: Scalars['String']['input'];
}>;


export type RepProgressionOfQuery = { repProgressions: { edges: Array<{ node: { totalXp: number | null, totalCalls: number | null, totalTalkSeconds: number | null, lastCallAt: string | null, streakDays: number | null, streakThrough: string | null } }> } | null };

export type ReadPhoneCallsQueryVariables = Exact<{
  ids: Array<InputMaybe<Scalars['UUID']['input']>> | InputMaybe<Scalars['UUID']['input']>;
}>;


export type ReadPhoneCallsQuery = { phoneCalls: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null, name: string | null, callId: string | null, line: PhoneCallLineEnum | null, direction: PhoneCallDirectionEnum | null, status: PhoneCallStatusEnum | null, disposition: PhoneCallDispositionEnum | null, outcome: PhoneCallOutcomeEnum | null, fromNumber: string | null, toNumber: string | null, startedAt: string | null, answeredAt: string | null, endedAt: string | null, wrappedUpAt: string | null, ringSeconds: number | null, talkSeconds: number | null, wrapUpSeconds: number | null, callSessionId: string | null, callSid: string | null, personId: string | null, companyId: string | null, opportunityId: string | null, memberId: string | null, updatedBy: { source: ActorSourceEnum | null } } }> } | null };

export type ReadNotesQueryVariables = Exact<{
  ids: Array<InputMaybe<Scalars['UUID']['input']>> | InputMaybe<Scalars['UUID']['input']>;
}>;


export type ReadNotesQuery = { notes: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null, title: string | null, updatedBy: { source: ActorSourceEnum | null }, bodyV2: { markdown: string | null } | null } }> } | null };

export type ReadNoteTargetsQueryVariables = Exact<{
  ids: Array<InputMaybe<Scalars['UUID']['input']>> | InputMaybe<Scalars['UUID']['input']>;
}>;


export type ReadNoteTargetsQuery = { noteTargets: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null, noteId: string | null, targetPersonId: string | null, targetPhoneCallId: string | null, updatedBy: { source: ActorSourceEnum | null } } }> } | null };

export type ReadPeopleQueryVariables = Exact<{
  ids: Array<InputMaybe<Scalars['UUID']['input']>> | InputMaybe<Scalars['UUID']['input']>;
}>;


export type ReadPeopleQuery = { people: { edges: Array<{ node: { id: string, deletedAt: string | null, callCount: number | null, lastCalledAt: string | null, doNotCall: boolean | null } }> } | null };

export type ExistingPeopleQueryVariables = Exact<{
  ids: Array<InputMaybe<Scalars['UUID']['input']>> | InputMaybe<Scalars['UUID']['input']>;
}>;


export type ExistingPeopleQuery = { people: { edges: Array<{ node: { id: string } }> } | null };

export type ExistingWorkspaceMembersQueryVariables = Exact<{
  ids: Array<InputMaybe<Scalars['UUID']['input']>> | InputMaybe<Scalars['UUID']['input']>;
}>;


export type ExistingWorkspaceMembersQuery = { workspaceMembers: { edges: Array<{ node: { id: string } }> } | null };

export type PhoneCallRowFragment = { id: string, updatedAt: string, deletedAt: string | null, name: string | null, callId: string | null, line: PhoneCallLineEnum | null, direction: PhoneCallDirectionEnum | null, status: PhoneCallStatusEnum | null, disposition: PhoneCallDispositionEnum | null, outcome: PhoneCallOutcomeEnum | null, fromNumber: string | null, toNumber: string | null, startedAt: string | null, answeredAt: string | null, endedAt: string | null, wrappedUpAt: string | null, ringSeconds: number | null, talkSeconds: number | null, wrapUpSeconds: number | null, callSessionId: string | null, callSid: string | null, personId: string | null, companyId: string | null, opportunityId: string | null, memberId: string | null, updatedBy: { source: ActorSourceEnum | null } };

export type NoteRowFragment = { id: string, updatedAt: string, deletedAt: string | null, title: string | null, updatedBy: { source: ActorSourceEnum | null }, bodyV2: { markdown: string | null } | null };

export type NoteTargetRowFragment = { id: string, updatedAt: string, deletedAt: string | null, noteId: string | null, targetPersonId: string | null, targetPhoneCallId: string | null, updatedBy: { source: ActorSourceEnum | null } };

export type ReconcilePhoneCallsQueryVariables = Exact<{
  filter: PhoneCallFilterInput;
  orderBy: Array<InputMaybe<PhoneCallOrderByInput>> | InputMaybe<PhoneCallOrderByInput>;
  first: Scalars['Int']['input'];
}>;


export type ReconcilePhoneCallsQuery = { phoneCalls: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null, name: string | null, callId: string | null, line: PhoneCallLineEnum | null, direction: PhoneCallDirectionEnum | null, status: PhoneCallStatusEnum | null, disposition: PhoneCallDispositionEnum | null, outcome: PhoneCallOutcomeEnum | null, fromNumber: string | null, toNumber: string | null, startedAt: string | null, answeredAt: string | null, endedAt: string | null, wrappedUpAt: string | null, ringSeconds: number | null, talkSeconds: number | null, wrapUpSeconds: number | null, callSessionId: string | null, callSid: string | null, personId: string | null, companyId: string | null, opportunityId: string | null, memberId: string | null, updatedBy: { source: ActorSourceEnum | null } } }> } | null };

export type ReconcileDaysQueryVariables = Exact<{
  ids: Array<InputMaybe<Scalars['UUID']['input']>> | InputMaybe<Scalars['UUID']['input']>;
}>;


export type ReconcileDaysQuery = { dailyCallStatsEntries: { edges: Array<{ node: { id: string, updatedAt: string, deletedAt: string | null, calls: number | null, dials: number | null, answered: number | null, connected: number | null, talkMinutes: number | null, updatedBy: { source: ActorSourceEnum | null } } }> } | null };

export type ReconcileProgressionsQueryVariables = Exact<{
  memberIds: Array<Scalars['String']['input']> | Scalars['String']['input'];
}>;


export type ReconcileProgressionsQuery = { repProgressions: { edges: Array<{ node: { id: string, workspaceMemberId: string | null, totalXp: number | null, totalCalls: number | null, totalTalkSeconds: number | null } }> } | null };

export type ListManagedTeamsQueryVariables = Exact<{
  managerId: Scalars['UUID']['input'];
  first: Scalars['Int']['input'];
}>;


export type ListManagedTeamsQuery = { salesTeams: { edges: Array<{ node: { id: string, name: string | null } }> } | null };

export type ListTeamMembersQueryVariables = Exact<{
  teamIds: Array<InputMaybe<Scalars['UUID']['input']>> | InputMaybe<Scalars['UUID']['input']>;
  first: Scalars['Int']['input'];
}>;


export type ListTeamMembersQuery = { repProgressions: { edges: Array<{ node: { teamId: string | null, member: { id: string, userEmail: string | null, name: { firstName: string | null, lastName: string | null } } | null } }> } | null };

export type TypeShapeQueryVariables = Exact<{
  name: Scalars['String']['input'];
}>;


export type TypeShapeQuery = { __type: { fields: Array<{ name: string }> | null, enumValues: Array<{ name: string }> | null } | null };

export type CreatePhoneCallsMutationVariables = Exact<{
  data: Array<PhoneCallCreateInput> | PhoneCallCreateInput;
}>;


export type CreatePhoneCallsMutation = { createPhoneCalls: Array<{ id: string, callId: string | null }> | null };

export type CreateNotesMutationVariables = Exact<{
  data: Array<NoteCreateInput> | NoteCreateInput;
}>;


export type CreateNotesMutation = { createNotes: Array<{ id: string }> | null };

export type CreateNoteTargetsMutationVariables = Exact<{
  data: Array<NoteTargetCreateInput> | NoteTargetCreateInput;
}>;


export type CreateNoteTargetsMutation = { createNoteTargets: Array<{ id: string }> | null };

export type CreateRepProgressionsMutationVariables = Exact<{
  data: Array<RepProgressionCreateInput> | RepProgressionCreateInput;
}>;


export type CreateRepProgressionsMutation = { createRepProgressions: Array<{ id: string, workspaceMemberId: string | null }> | null };

export type CreateCallSessionsMutationVariables = Exact<{
  data: Array<CallSessionCreateInput> | CallSessionCreateInput;
}>;


export type CreateCallSessionsMutation = { createCallSessions: Array<{ id: string, sessionId: string | null }> | null };

export type CreateDailyCallStatsEntriesMutationVariables = Exact<{
  data: Array<DailyCallStatsCreateInput> | DailyCallStatsCreateInput;
}>;


export type CreateDailyCallStatsEntriesMutation = { createDailyCallStatsEntries: Array<{ id: string, dayKey: string | null }> | null };

export type CreateSyncLogEntriesMutationVariables = Exact<{
  data: Array<SyncLogEntryCreateInput> | SyncLogEntryCreateInput;
}>;


export type CreateSyncLogEntriesMutation = { createSyncLogEntries: Array<{ id: string, entryKey: string | null }> | null };

export type CreateDoNotCallEntriesMutationVariables = Exact<{
  data: Array<DoNotCallEntryCreateInput> | DoNotCallEntryCreateInput;
}>;


export type CreateDoNotCallEntriesMutation = { createDoNotCallEntries: Array<{ id: string, number: string | null }> | null };

export type WritePeopleMutationVariables = Exact<{
  data: Array<PersonCreateInput> | PersonCreateInput;
}>;


export type WritePeopleMutation = { createPeople: Array<{ id: string }> | null };

export const CallInHistoryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallInHistory"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callId"}},{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"disposition"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"fromNumber"}},{"kind":"Field","name":{"kind":"Name","value":"toNumber"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"talkSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"callSessionId"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}}]}}]} as unknown as DocumentNode<CallInHistoryFragment, unknown>;
export const PersonInMirrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonInMirror"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"emails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryEmail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"phones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCountryCode"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCallingCode"}},{"kind":"Field","name":{"kind":"Name","value":"additionalPhones"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"callStatus"}},{"kind":"Field","name":{"kind":"Name","value":"assignedToId"}},{"kind":"Field","name":{"kind":"Name","value":"doNotCall"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}}]} as unknown as DocumentNode<PersonInMirrorFragment, unknown>;
export const DoNotCallEntryInMirrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DoNotCallEntryInMirror"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DoNotCallEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"addedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<DoNotCallEntryInMirrorFragment, unknown>;
export const CompanyInMirrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompanyInMirror"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<CompanyInMirrorFragment, unknown>;
export const PersonToDialFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonToDial"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"emails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryEmail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCountryCode"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCallingCode"}},{"kind":"Field","name":{"kind":"Name","value":"additionalPhones"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PersonToDialFragment, unknown>;
export const PhoneCallRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PhoneCallRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"callId"}},{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"disposition"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"fromNumber"}},{"kind":"Field","name":{"kind":"Name","value":"toNumber"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"wrappedUpAt"}},{"kind":"Field","name":{"kind":"Name","value":"ringSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"talkSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"wrapUpSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"callSessionId"}},{"kind":"Field","name":{"kind":"Name","value":"callSid"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"opportunityId"}},{"kind":"Field","name":{"kind":"Name","value":"memberId"}}]}}]} as unknown as DocumentNode<PhoneCallRowFragment, unknown>;
export const NoteRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"bodyV2"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markdown"}}]}}]}}]} as unknown as DocumentNode<NoteRowFragment, unknown>;
export const NoteTargetRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteTargetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NoteTarget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"noteId"}},{"kind":"Field","name":{"kind":"Name","value":"targetPersonId"}},{"kind":"Field","name":{"kind":"Name","value":"targetPhoneCallId"}}]}}]} as unknown as DocumentNode<NoteTargetRowFragment, unknown>;
export const SearchCompaniesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchCompanies"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompanyFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompanyOrderByInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchCompaniesQuery, SearchCompaniesQueryVariables>;
export const SearchOpportunitiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchOpportunities"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpportunityFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpportunityOrderByInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opportunities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchOpportunitiesQuery, SearchOpportunitiesQueryVariables>;
export const ListPhoneCallsWithTotalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListPhoneCallsWithTotal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCallFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCallOrderByInput"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phoneCalls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallInHistory"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallInHistory"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callId"}},{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"disposition"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"fromNumber"}},{"kind":"Field","name":{"kind":"Name","value":"toNumber"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"talkSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"callSessionId"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}}]}}]} as unknown as DocumentNode<ListPhoneCallsWithTotalQuery, ListPhoneCallsWithTotalQueryVariables>;
export const ListPhoneCallsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListPhoneCalls"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCallFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCallOrderByInput"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phoneCalls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CallInHistory"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CallInHistory"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callId"}},{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"disposition"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"fromNumber"}},{"kind":"Field","name":{"kind":"Name","value":"toNumber"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"talkSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"callSessionId"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}}]}}]} as unknown as DocumentNode<ListPhoneCallsQuery, ListPhoneCallsQueryVariables>;
export const ListNotesOfPhoneCallDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListNotesOfPhoneCall"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"phoneCallId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noteTargets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"targetPhoneCallId"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phoneCallId"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"bodyV2"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markdown"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListNotesOfPhoneCallQuery, ListNotesOfPhoneCallQueryVariables>;
export const ListWorkspaceMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListWorkspaceMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkspaceMemberOrderByInput"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaceMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userEmail"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListWorkspaceMembersQuery, ListWorkspaceMembersQueryVariables>;
export const LookAtRepProgressionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookAtRepProgression"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repProgressions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NULL"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NOT_NULL"}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceMemberId"}},{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"totalXp"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"totalCalls"}},{"kind":"Field","name":{"kind":"Name","value":"totalTalkSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"lastCallAt"}},{"kind":"Field","name":{"kind":"Name","value":"streakDays"}},{"kind":"Field","name":{"kind":"Name","value":"streakThrough"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LookAtRepProgressionQuery, LookAtRepProgressionQueryVariables>;
export const LookAtCallSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookAtCallSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callSessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NULL"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NOT_NULL"}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sessionId"}},{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"answered"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"talkSeconds"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LookAtCallSessionQuery, LookAtCallSessionQueryVariables>;
export const LookAtDailyCallStatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookAtDailyCallStats"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dailyCallStatsEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NULL"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NOT_NULL"}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"dayKey"}},{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"dials"}},{"kind":"Field","name":{"kind":"Name","value":"answered"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"connectionRate"}},{"kind":"Field","name":{"kind":"Name","value":"averageDurationSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"talkMinutes"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LookAtDailyCallStatsQuery, LookAtDailyCallStatsQueryVariables>;
export const LookAtSyncLogEntryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookAtSyncLogEntry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"syncLogEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NULL"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NOT_NULL"}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"entryKey"}},{"kind":"Field","name":{"kind":"Name","value":"objectName"}},{"kind":"Field","name":{"kind":"Name","value":"recordId"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LookAtSyncLogEntryQuery, LookAtSyncLogEntryQueryVariables>;
export const LookAtDoNotCallEntryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LookAtDoNotCallEntry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"doNotCallEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NULL"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NOT_NULL"}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"addedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"addedById"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LookAtDoNotCallEntryQuery, LookAtDoNotCallEntryQueryVariables>;
export const MirrorPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MirrorPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonOrderByInput"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonInMirror"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonInMirror"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"emails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryEmail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"phones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCountryCode"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCallingCode"}},{"kind":"Field","name":{"kind":"Name","value":"additionalPhones"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"callStatus"}},{"kind":"Field","name":{"kind":"Name","value":"assignedToId"}},{"kind":"Field","name":{"kind":"Name","value":"doNotCall"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}}]} as unknown as DocumentNode<MirrorPeopleQuery, MirrorPeopleQueryVariables>;
export const MirrorPeopleMarksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MirrorPeopleMarks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonOrderByInput"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MirrorPeopleMarksQuery, MirrorPeopleMarksQueryVariables>;
export const MirrorPeopleExtentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MirrorPeopleExtent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"maxUpdatedAt"}}]}}]}}]} as unknown as DocumentNode<MirrorPeopleExtentQuery, MirrorPeopleExtentQueryVariables>;
export const MirrorDoNotCallEntriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MirrorDoNotCallEntries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DoNotCallEntryFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DoNotCallEntryOrderByInput"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"doNotCallEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DoNotCallEntryInMirror"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DoNotCallEntryInMirror"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DoNotCallEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"addedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<MirrorDoNotCallEntriesQuery, MirrorDoNotCallEntriesQueryVariables>;
export const MirrorDoNotCallEntriesMarksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MirrorDoNotCallEntriesMarks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DoNotCallEntryFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DoNotCallEntryOrderByInput"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"doNotCallEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MirrorDoNotCallEntriesMarksQuery, MirrorDoNotCallEntriesMarksQueryVariables>;
export const MirrorDoNotCallEntriesExtentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MirrorDoNotCallEntriesExtent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DoNotCallEntryFilterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"doNotCallEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"maxUpdatedAt"}}]}}]}}]} as unknown as DocumentNode<MirrorDoNotCallEntriesExtentQuery, MirrorDoNotCallEntriesExtentQueryVariables>;
export const MirrorCompaniesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MirrorCompanies"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompanyFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompanyOrderByInput"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CompanyInMirror"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CompanyInMirror"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Company"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<MirrorCompaniesQuery, MirrorCompaniesQueryVariables>;
export const MirrorCompaniesExtentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MirrorCompaniesExtent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompanyFilterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"maxUpdatedAt"}}]}}]}}]} as unknown as DocumentNode<MirrorCompaniesExtentQuery, MirrorCompaniesExtentQueryVariables>;
export const SearchPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonOrderByInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonToDial"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonToDial"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"emails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryEmail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCountryCode"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCallingCode"}},{"kind":"Field","name":{"kind":"Name","value":"additionalPhones"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<SearchPeopleQuery, SearchPeopleQueryVariables>;
export const GetPersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GetPerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonToDial"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonToDial"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"emails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryEmail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCountryCode"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCallingCode"}},{"kind":"Field","name":{"kind":"Name","value":"additionalPhones"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<GetPersonQuery, GetPersonQueryVariables>;
export const CreatePersonToDialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePersonToDial"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPeople"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PersonToDial"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PersonToDial"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"emails"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryEmail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phones"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCountryCode"}},{"kind":"Field","name":{"kind":"Name","value":"primaryPhoneCallingCode"}},{"kind":"Field","name":{"kind":"Name","value":"additionalPhones"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CreatePersonToDialMutation, CreatePersonToDialMutationVariables>;
export const RepProgressionOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RepProgressionOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"memberId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repProgressions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"workspaceMemberId"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"memberId"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalXp"}},{"kind":"Field","name":{"kind":"Name","value":"totalCalls"}},{"kind":"Field","name":{"kind":"Name","value":"totalTalkSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"lastCallAt"}},{"kind":"Field","name":{"kind":"Name","value":"streakDays"}},{"kind":"Field","name":{"kind":"Name","value":"streakThrough"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RepProgressionOfQuery, RepProgressionOfQueryVariables>;
export const ReadPhoneCallsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadPhoneCalls"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phoneCalls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NULL"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NOT_NULL"}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PhoneCallRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PhoneCallRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"callId"}},{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"disposition"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"fromNumber"}},{"kind":"Field","name":{"kind":"Name","value":"toNumber"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"wrappedUpAt"}},{"kind":"Field","name":{"kind":"Name","value":"ringSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"talkSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"wrapUpSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"callSessionId"}},{"kind":"Field","name":{"kind":"Name","value":"callSid"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"opportunityId"}},{"kind":"Field","name":{"kind":"Name","value":"memberId"}}]}}]} as unknown as DocumentNode<ReadPhoneCallsQuery, ReadPhoneCallsQueryVariables>;
export const ReadNotesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadNotes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NULL"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NOT_NULL"}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoteRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Note"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"bodyV2"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markdown"}}]}}]}}]} as unknown as DocumentNode<ReadNotesQuery, ReadNotesQueryVariables>;
export const ReadNoteTargetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadNoteTargets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noteTargets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NULL"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NOT_NULL"}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoteTargetRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoteTargetRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NoteTarget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"noteId"}},{"kind":"Field","name":{"kind":"Name","value":"targetPersonId"}},{"kind":"Field","name":{"kind":"Name","value":"targetPhoneCallId"}}]}}]} as unknown as DocumentNode<ReadNoteTargetsQuery, ReadNoteTargetsQueryVariables>;
export const ReadPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"or"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NULL"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"deletedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"NOT_NULL"}}]}}]}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"callCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastCalledAt"}},{"kind":"Field","name":{"kind":"Name","value":"doNotCall"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReadPeopleQuery, ReadPeopleQueryVariables>;
export const ExistingPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExistingPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ExistingPeopleQuery, ExistingPeopleQueryVariables>;
export const ExistingWorkspaceMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExistingWorkspaceMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workspaceMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ExistingWorkspaceMembersQuery, ExistingWorkspaceMembersQueryVariables>;
export const ReconcilePhoneCallsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReconcilePhoneCalls"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCallFilterInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCallOrderByInput"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phoneCalls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PhoneCallRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PhoneCallRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCall"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"callId"}},{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"disposition"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"fromNumber"}},{"kind":"Field","name":{"kind":"Name","value":"toNumber"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"wrappedUpAt"}},{"kind":"Field","name":{"kind":"Name","value":"ringSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"talkSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"wrapUpSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"callSessionId"}},{"kind":"Field","name":{"kind":"Name","value":"callSid"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"opportunityId"}},{"kind":"Field","name":{"kind":"Name","value":"memberId"}}]}}]} as unknown as DocumentNode<ReconcilePhoneCallsQuery, ReconcilePhoneCallsQueryVariables>;
export const ReconcileDaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReconcileDays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dailyCallStatsEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"dials"}},{"kind":"Field","name":{"kind":"Name","value":"answered"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"talkMinutes"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReconcileDaysQuery, ReconcileDaysQueryVariables>;
export const ReconcileProgressionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReconcileProgressions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"memberIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repProgressions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"workspaceMemberId"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"memberIds"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceMemberId"}},{"kind":"Field","name":{"kind":"Name","value":"totalXp"}},{"kind":"Field","name":{"kind":"Name","value":"totalCalls"}},{"kind":"Field","name":{"kind":"Name","value":"totalTalkSeconds"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReconcileProgressionsQuery, ReconcileProgressionsQueryVariables>;
export const ListManagedTeamsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListManagedTeams"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"managerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"salesTeams"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"managerId"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"managerId"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListManagedTeamsQuery, ListManagedTeamsQueryVariables>;
export const ListTeamMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListTeamMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"teamIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repProgressions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"teamId"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"teamIds"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"teamId"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userEmail"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ListTeamMembersQuery, ListTeamMembersQueryVariables>;
export const TypeShapeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TypeShape"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__type"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enumValues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<TypeShapeQuery, TypeShapeQueryVariables>;
export const CreatePhoneCallsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePhoneCalls"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PhoneCallCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPhoneCalls"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callId"}}]}}]}}]} as unknown as DocumentNode<CreatePhoneCallsMutation, CreatePhoneCallsMutationVariables>;
export const CreateNotesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateNotes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoteCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createNotes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<CreateNotesMutation, CreateNotesMutationVariables>;
export const CreateNoteTargetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateNoteTargets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoteTargetCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createNoteTargets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<CreateNoteTargetsMutation, CreateNoteTargetsMutationVariables>;
export const CreateRepProgressionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateRepProgressions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RepProgressionCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createRepProgressions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceMemberId"}}]}}]}}]} as unknown as DocumentNode<CreateRepProgressionsMutation, CreateRepProgressionsMutationVariables>;
export const CreateCallSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateCallSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CallSessionCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createCallSessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sessionId"}}]}}]}}]} as unknown as DocumentNode<CreateCallSessionsMutation, CreateCallSessionsMutationVariables>;
export const CreateDailyCallStatsEntriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDailyCallStatsEntries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DailyCallStatsCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDailyCallStatsEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dayKey"}}]}}]}}]} as unknown as DocumentNode<CreateDailyCallStatsEntriesMutation, CreateDailyCallStatsEntriesMutationVariables>;
export const CreateSyncLogEntriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSyncLogEntries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SyncLogEntryCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSyncLogEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"entryKey"}}]}}]}}]} as unknown as DocumentNode<CreateSyncLogEntriesMutation, CreateSyncLogEntriesMutationVariables>;
export const CreateDoNotCallEntriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDoNotCallEntries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DoNotCallEntryCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDoNotCallEntries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]} as unknown as DocumentNode<CreateDoNotCallEntriesMutation, CreateDoNotCallEntriesMutationVariables>;
export const WritePeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WritePeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"data"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonCreateInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPeople"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"data"},"value":{"kind":"Variable","name":{"kind":"Name","value":"data"}}},{"kind":"Argument","name":{"kind":"Name","value":"upsert"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<WritePeopleMutation, WritePeopleMutationVariables>;
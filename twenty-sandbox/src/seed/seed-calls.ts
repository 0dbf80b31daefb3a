import { v5 as uuidV5 } from 'uuid';
import type { JsonObject } from '../json.ts';
import type { Records } from '../records/records.ts';
import { completeRichText } from '../records/rich-text.ts';
import { wordsOf } from '../words.ts';
import { baseRow } from './base-row.ts';
import { NOTES } from './invented.ts';
import { DEMO_MEMBERS, type DemoMember } from './members.ts';
import type { Random } from './random.ts';
import type { SeededPerson } from './seed-people.ts';
import { createTally } from './tally.ts';

/** The dialer's namespace: the seeded past has the ids that the dialer itself would have given it. */
const NAMESPACE = '6f1f4a52-3c1c-5d0b-9f0e-2b7f5a1c9d34';
export const idOf = (slot: string): string => uuidV5(slot, NAMESPACE);

const DAYS = 42;
const DAY_MS = 86_400_000;
const FIRST_HOUR_UTC = 14;
/** So few that the reps stand in the middle of the ranks, with some to climb. */
const CALLS_A_DAY = [3, 6] as const;

interface Shape {
  readonly status: string;
  readonly disposition: string;
  readonly talk: readonly [from: number, to: number];
  readonly ring: readonly [from: number, to: number];
}

const ANSWERED = { status: 'COMPLETED', disposition: 'ANSWERED', ring: [4, 18] } as const;
const SHAPES: Readonly<Record<string, Shape>> = {
  INTERESTED: { ...ANSWERED, talk: [90, 540] },
  MEETING_BOOKED: { ...ANSWERED, talk: [180, 780] },
  CALLBACK: { ...ANSWERED, talk: [20, 90] },
  NOT_INTERESTED: { ...ANSWERED, talk: [15, 160] },
  GATEKEEPER: { ...ANSWERED, talk: [20, 120] },
  DISQUALIFIED: { ...ANSWERED, talk: [40, 200] },
  WRONG_NUMBER: { ...ANSWERED, talk: [8, 30] },
  VOICEMAIL: { status: 'COMPLETED', disposition: 'VOICEMAIL_LEFT', ring: [18, 26], talk: [15, 40] },
  NO_ANSWER: { status: 'NO_ANSWER', disposition: 'NO_ANSWER', ring: [22, 32], talk: [0, 0] },
  BUSY: { status: 'BUSY', disposition: 'BUSY', ring: [1, 4], talk: [0, 0] },
};
const OUTCOME_WEIGHTS = [
  ['NO_ANSWER', 38],
  ['VOICEMAIL', 22],
  ['NOT_INTERESTED', 11],
  ['CALLBACK', 8],
  ['INTERESTED', 7],
  ['GATEKEEPER', 6],
  ['BUSY', 4],
  ['MEETING_BOOKED', 2.5],
  ['WRONG_NUMBER', 1],
  ['DISQUALIFIED', 0.5],
] as const;

/**
 * Six weeks of working days for both reps, up to yesterday, and the progression that adds up from them.
 * @returns the calls, for what else adds up from them
 */
export const seedCalls = ({
  records,
  random,
  nowMs,
  people,
}: {
  records: Records;
  random: Random;
  nowMs: number;
  people: readonly SeededPerson[];
}): readonly SeededCall[] => {
  const seeded: SeededCall[] = [];
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  for (const member of DEMO_MEMBERS.filter((one) => one.isRep)) {
    const tally = createTally();
    for (let day = DAYS; day >= 1; day -= 1) {
      const midnight = today - day * DAY_MS;
      if ([0, 6].includes(new Date(midnight).getUTCDay())) continue;
      let atMs = midnight + FIRST_HOUR_UTC * 3_600_000;
      const calls = random.between(...CALLS_A_DAY);
      for (let index = 0; index < calls; index += 1) {
        atMs += random.between(120, 1_500) * 1000;
        const person = people[random.between(0, people.length - 1)];
        if (person === undefined) continue;
        const call = putCall({ records, random, member, person, atMs });
        tally.add(call);
        seeded.push(call);
      }
    }
    records.put('repProgression', {
      ...baseRow({ id: idOf(`repProgression:${member.id}`), atMs: nowMs, position: 0, by: member }),
      name: `${member.firstName} ${member.lastName}`,
      workspaceMemberId: member.id,
      memberId: member.id,
      teamId: null,
      ...tally.result(),
    });
  }
  return seeded;
};

export interface SeededCall {
  readonly member: DemoMember;
  readonly person: SeededPerson;
  /** One sitting a day. */
  readonly sessionId: string;
  /** `2026-03-04`; the demo's calls are made at hours that are the same day in most places. */
  readonly day: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly outcome: string;
  readonly talkSeconds: number;
}

const putCall = ({
  records,
  random,
  member,
  person,
  atMs,
}: {
  records: Records;
  random: Random;
  member: DemoMember;
  person: SeededPerson;
  atMs: number;
}): SeededCall => {
  const callId = random.uuid();
  const outcome = random.weighted(OUTCOME_WEIGHTS, 'NO_ANSWER');
  const shape = SHAPES[outcome] ?? { ...ANSWERED, talk: [30, 60] as const };
  const ringSeconds = random.between(...shape.ring);
  const talkSeconds = random.between(...shape.talk);
  const wrapUpSeconds = random.between(5, 60);
  const ringing = atMs + 2_000;
  const answered = talkSeconds > 0 ? ringing + ringSeconds * 1000 : null;
  const ended = (answered ?? ringing + ringSeconds * 1000) + talkSeconds * 1000;
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const day = new Date(atMs).toISOString().slice(0, 10);
  const sessionId = idOf(`sitting:${member.id}:${day}`);
  records.put('phoneCall', {
    ...baseRow({
      id: idOf(`phoneCall:${callId}`),
      atMs: ended,
      position: -Math.floor(atMs / 1000),
      by: member,
    }),
    name: `Call to ${person.name}`,
    callId,
    line: 'MANUAL',
    direction: 'OUTBOUND',
    status: shape.status,
    disposition: shape.disposition,
    outcome,
    fromNumber: null,
    toNumber: person.phone,
    startedAt: iso(atMs),
    answeredAt: iso(answered),
    endedAt: iso(ended),
    wrappedUpAt: iso(ended + wrapUpSeconds * 1000),
    ringSeconds,
    talkSeconds,
    wrapUpSeconds,
    callSessionId: sessionId,
    callSid: null,
    recording: null,
    personId: person.id,
    companyId: person.companyId,
    opportunityId: null,
    memberId: member.id,
  });
  const texts = NOTES[outcome] ?? [];
  const text = texts[random.between(0, Math.max(0, texts.length - 1))];
  if (text !== undefined && random.next() < 0.7)
    putNote({ records, member, person, callId, outcome, text, atMs: ended });
  return { member, person, sessionId, day, startedAtMs: atMs, endedAtMs: ended, outcome, talkSeconds };
};

const putNote = ({
  records,
  member,
  person,
  callId,
  outcome,
  text,
  atMs,
}: {
  records: Records;
  member: DemoMember;
  person: SeededPerson;
  callId: string;
  outcome: string;
  text: string;
  atMs: number;
}): void => {
  const base = (slot: string) =>
    baseRow({ id: idOf(slot), atMs, position: -Math.floor(atMs / 1000), by: member });
  const noteId = idOf(`note:${callId}`);
  records.put('note', {
    ...base(`note:${callId}`),
    title: `Call with ${person.name}: ${wordsOf(outcome)}`,
    bodyV2: completeRichText({ markdown: text }),
  });
  const link = (kind: 'person' | 'call', target: JsonObject) =>
    records.put('noteTarget', {
      ...base(`noteTarget:${callId}:${kind}`),
      noteId,
      targetPersonId: null,
      targetPhoneCallId: null,
      ...target,
    });
  link('person', { targetPersonId: person.id });
  link('call', { targetPhoneCallId: idOf(`phoneCall:${callId}`) });
};

import type { Records } from '../records/records.ts';
import { baseRow } from './base-row.ts';
import { idOf, type SeededCall } from './seed-calls.ts';
import { CONNECTED } from './tally.ts';

/** What the seeded calls add up to: by sitting, by day, and by person. */
export const seedFigures = (records: Records, calls: readonly SeededCall[]): void => {
  for (const ofSitting of groupsOf(calls, (call) => call.sessionId)) {
    putSession(records, ofSitting);
    putDay(records, ofSitting);
  }
  for (const ofPerson of groupsOf(calls, (call) => call.person.id)) putPerson(records, ofPerson);
};

const putSession = (records: Records, calls: readonly SeededCall[]): void => {
  const { first, figures, talkSeconds } = sumOf(calls);
  if (first === undefined) return;
  const { member, sessionId, startedAtMs } = first;
  const started = new Date(startedAtMs).toISOString();
  records.put('callSession', {
    ...baseRow({
      id: idOf(`callSession:${sessionId}`),
      atMs: startedAtMs,
      position: -startedAtMs,
      by: member,
    }),
    name: `${member.firstName} ${member.lastName}, ${started.slice(0, 10)}, ${started.slice(11, 16)}`,
    sessionId,
    startedAt: started,
    endedAt: new Date(Math.max(...calls.map((call) => call.endedAtMs))).toISOString(),
    ...figures,
    talkSeconds,
    memberId: member.id,
  });
};

const putDay = (records: Records, calls: readonly SeededCall[]): void => {
  const { first, figures, talkSeconds } = sumOf(calls);
  if (first === undefined) return;
  const { member, day, startedAtMs } = first;
  records.put('dailyCallStats', {
    ...baseRow({
      id: idOf(`dailyCallStats:${member.id}:${day}`),
      atMs: startedAtMs,
      position: -startedAtMs,
      by: member,
    }),
    name: `${member.firstName} ${member.lastName}, ${day}`,
    dayKey: `${member.id}:${day}`,
    day,
    ...figures,
    dials: figures.calls,
    connectionRate: Math.round((figures.connected / figures.calls) * 10_000) / 10_000,
    averageDurationSeconds: figures.answered === 0 ? null : Math.round(talkSeconds / figures.answered),
    talkMinutes: Math.round(talkSeconds / 60),
    memberId: member.id,
  });
};

const putPerson = (records: Records, calls: readonly SeededCall[]): void => {
  const id = calls[0]?.person.id ?? '';
  const person = records.table('person').get(id);
  if (person === undefined) return;
  records.put('person', {
    ...person,
    callCount: calls.length,
    lastCalledAt: new Date(Math.max(...calls.map((call) => call.startedAtMs))).toISOString(),
  });
};

/** Every seeded call is a dial that reached the carrier. */
const sumOf = (calls: readonly SeededCall[]) => ({
  first: calls[0],
  figures: {
    calls: calls.length,
    answered: calls.filter((call) => call.talkSeconds > 0).length,
    connected: calls.filter((call) => CONNECTED.has(call.outcome)).length,
  },
  talkSeconds: calls.reduce((sum, call) => sum + call.talkSeconds, 0),
});

const groupsOf = (
  calls: readonly SeededCall[],
  key: (call: SeededCall) => string,
): Iterable<readonly SeededCall[]> => {
  const groups = new Map<string, SeededCall[]>();
  for (const call of calls) groups.set(key(call), [...(groups.get(key(call)) ?? []), call]);
  return groups.values();
};

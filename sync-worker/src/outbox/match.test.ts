import { randomUUID } from 'node:crypto';
import { E164, MemberId, PersonId } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import { aReport } from '../testing/store-fixtures.ts';
import { byLikelihood, type Candidate, matchOf, numberToMatch } from './match.ts';

const rep = MemberId.parse(randomUUID());
const someone = (name: string, changes: Partial<Candidate> = {}): Candidate => ({
  personId: PersonId.parse(randomUUID()),
  name,
  ownerId: null,
  lastCalledAt: null,
  isRemembered: false,
  ...changes,
});

describe('a call is matched', () => {
  test('with the only one who has its number', () => {
    const ada = someone('Ada');
    expect(matchOf([ada], 'with-the-report')).toEqual({ personId: ada.personId, how: 'number' });
    expect(matchOf([ada], 'later')).toEqual({ personId: ada.personId, how: 'later' });
  });

  test('among several with whom the rep chose before, and with nobody else: the worker does not guess', () => {
    const [ada, bob] = [someone('Ada', { ownerId: rep }), someone('Bob')];
    expect(matchOf([ada, bob], 'with-the-report')).toBeNull();
    expect(matchOf([ada, { ...bob, isRemembered: true }], 'with-the-report')).toEqual({
      personId: bob.personId,
      how: 'remembered',
    });
    expect(matchOf([], 'later')).toBeNull();
  });
});

test('whom to think of first: chosen before, then one’s own, then called last, then by name', () => {
  const people = [
    someone('Zoe'),
    someone('Adam'),
    someone('Old', { lastCalledAt: '2026-11-01T09:00:00.000Z' }),
    someone('New', { lastCalledAt: '2026-11-20T09:00:00.000Z' }),
    someone('Mine', { ownerId: rep }),
    someone('Chosen', { isRemembered: true }),
  ];
  expect(byLikelihood(people, rep).map(({ candidate, because }) => [candidate.name, because])).toEqual([
    ['Chosen', 'remembered'],
    ['Mine', 'owner'],
    ['New', 'last-called'],
    ['Old', 'last-called'],
    ['Adam', 'name'],
    ['Zoe', 'name'],
  ]);
  expect(byLikelihood([someone('Solo')], rep)[0]?.because).toBe('only-one');
});

describe('nobody is looked for', () => {
  const own = new Set(['+12025550100']);
  const to = (number: string) => aReport(rep, { to: E164.parse(number) });

  test.each([
    ['when the rep named somebody', { ...to('+12025550123'), personId: PersonId.parse(randomUUID()) }],
    ['when the rep said that it was nobody', { ...to('+12025550123'), isNobody: true }],
    ['behind a number of the team itself', to('+12025550100')],
    [
      'when somebody called without showing a number',
      { ...to('+12025550123'), direction: 'inbound' as const },
    ],
  ])('%s', (_why, report) => {
    expect(numberToMatch(report, own)).toBeNull();
  });

  test('and otherwise the number of the other side decides', () => {
    expect(numberToMatch(to('+12025550123'), own)).toBe('+12025550123');
    const inbound = {
      ...to('+12025550100'),
      direction: 'inbound' as const,
      from: E164.parse('+12025550199'),
    };
    expect(numberToMatch(inbound, own)).toBe('+12025550199');
  });
});

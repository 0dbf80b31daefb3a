import { expect, test } from 'vitest';
import type { Figure } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';
import { budgetFigures, ratioFigures } from './delivery/figures.ts';
import { historyFigures } from './history/figures.ts';
import type { BuiltScript } from './ui/build.ts';
import { uiFigures } from './ui/figures.ts';

const verdicts = (figures: readonly Figure[]) => figures.map(verdictOf);

test('a delivery that spends a token more than it may is seen', () => {
  const documents = (count: number) =>
    Array.from({ length: count }, () => ({ rootFields: ['createNotes'], isThrottled: false }));
  expect(verdicts(budgetFigures(documents(30), { calls: 1_000, people: 10, how: '' }))).toEqual([
    'ok',
    'ok',
    'ok',
  ]);
  expect(verdicts(budgetFigures(documents(31), { calls: 1_000, people: 10, how: '' }))).toEqual([
    'ok',
    'MISSED',
    'ok',
  ]);
});

test('one throttled document in a hundred is one too many', () => {
  const documents = Array.from({ length: 100 }, (_, index) => ({
    rootFields: ['createNotes'],
    isThrottled: index === 0,
  }));
  expect(verdicts(budgetFigures(documents, { calls: 100_000, people: 10, how: '' }))).toEqual([
    'ok',
    'ok',
    'MISSED',
  ]);
});

test('a delivery without any document is no success', () => {
  expect(verdicts(budgetFigures([], { calls: 10, people: 10, how: '' }))).toContain('MISSED');
});

test('a delivery slower than four fifths of the bare loop is seen', () => {
  expect(verdicts(ratioFigures({ worker: 80, bare: 100, documents: 1, isJudged: true }))).toEqual(['ok', '']);
  expect(verdicts(ratioFigures({ worker: 79, bare: 100, documents: 1, isJudged: true }))).toEqual([
    'MISSED',
    '',
  ]);
});

test('a page of history may take 1.3 times the bare document and 20 ms', () => {
  const rounds = (few: number, many: number) => [{ bare: 10, few, many }];
  const counts = { few: 1_000, many: 100_000 };
  expect(verdicts(historyFigures(rounds(33, 33), counts))).toEqual(['ok', 'ok', 'ok']);
  expect(verdicts(historyFigures(rounds(33, 34), counts))).toEqual(['ok', 'MISSED', 'ok']);
});

test('many calls may cost the worker a fifth or 3 ms more, whichever is more', () => {
  const share = (few: number, many: number) =>
    verdicts(historyFigures([{ bare: 50, few: 50 + few, many: 50 + many }], { few: 1, many: 2 }))[2];
  expect(share(2, 5)).toBe('ok');
  expect(share(2, 5.1)).toBe('MISSED');
  expect(share(20, 24)).toBe('ok');
  expect(share(20, 24.1)).toBe('MISSED');
});

test('only what the first screen needs is held against the bar, and the voice SDK is never part of it', () => {
  const script = (path: string, sources: string[] = []): BuiltScript => ({
    path,
    gzipBytes: 150_000,
    sources,
  });
  const build = [
    script('/first.js'),
    script('/later.js'),
    script('/voice.js', ['node_modules/@twilio/voice-sdk/a.js']),
  ];
  const loaded = new Map([
    ['http://dialer/first.js', 120_000],
    ['http://dialer/later.js', 120_000],
  ]);
  const neededUrls = new Set(['http://dialer/first.js']);
  expect(uiFigures({ build, loaded, neededUrls }).map(({ value }) => value)).toEqual([120, 150, 240, 450]);
  loaded.set('http://dialer/voice.js', 1);
  expect(() => uiFigures({ build, loaded, neededUrls })).toThrow('voice SDK');
});

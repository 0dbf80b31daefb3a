import type { CallReport, CallView, HistoryCall } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import type { HeardCalls } from '../app/heard-calls.ts';
import {
  callIdNumber,
  inventedHistoryCall,
  inventedReport,
  inventedSession,
  inventedView,
} from '../testing/invented.ts';
import type { UnsentReport } from '../worker-client/unsent-reports.ts';
import { mergeHistory, type ReadPage } from './history-rows.ts';

const pageOf = (
  calls: HistoryCall[],
  { heardBefore = 0, nextCursor = null as string | null, inTwenty = calls.length } = {},
): ReadPage => ({
  heardBefore,
  page: { calls, nextCursor, counts: { inTwenty, onTheWay: 0 }, twenty: { state: 'read' } },
});
const heardOf = (...views: CallView[]): HeardCalls => ({
  count: views.length,
  calls: new Map(views.map((view, index) => [view.report.callId, { view, at: index + 1 }])),
});
const unsentOf = (report: CallReport, change: Partial<UnsentReport> = {}): UnsentReport => ({
  workspaceMemberId: report.workspaceMemberId,
  callId: report.callId,
  report,
  state: 'waiting',
  fields: [],
  words: '',
  present: null,
  others: [],
  keptAt: 0,
  ...change,
});
const reportNumber = (count: number, change = {}) =>
  inventedReport({
    callId: callIdNumber(count),
    startedAt: inventedHistoryCall(count).startedAt,
    ringingAt: null,
    answeredAt: null,
    ...change,
  });
const merge = (sources: Partial<Parameters<typeof mergeHistory>[0]>) => {
  const { rows, counts } = mergeHistory({
    pages: [],
    heard: heardOf(),
    unsent: [],
    owner: inventedSession(),
    isWanted: () => true,
    ...sources,
  });
  return { ids: rows.map(({ call }) => call.key), marks: rows.map(({ mark }) => mark), rows, counts };
};
const idsOf = (...counts: number[]) => counts.map(callIdNumber);

describe('every call appears once', () => {
  test('when pages overlap, the worker told of it, and it is still on this computer', () => {
    const report = reportNumber(2, { revision: 4 });
    const { ids, marks } = merge({
      pages: [pageOf([inventedHistoryCall(1), inventedHistoryCall(2)]), pageOf([inventedHistoryCall(2)])],
      heard: heardOf(inventedView(reportNumber(2, { revision: 3 }), { state: 'on-its-way' })),
      unsent: [unsentOf(report)],
    });
    expect(ids).toEqual(idsOf(1, 2));
    expect(marks).toEqual(['in-twenty', 'on-this-computer']);
  });

  test('a call that nobody but this computer knows stands at its time', () => {
    const pages = [pageOf([inventedHistoryCall(1), inventedHistoryCall(3)])];
    expect(merge({ pages, unsent: [unsentOf(reportNumber(2))] }).ids).toEqual(idsOf(1, 2, 3));
  });

  test('without any answer of the worker what this computer holds is still there', () => {
    const { ids, counts } = merge({ pages: undefined, unsent: [unsentOf(reportNumber(2))] });
    expect(ids).toEqual(idsOf(2));
    expect(counts).toEqual({ inTwenty: null, onTheWay: 1 });
  });

  test('a call from below what was read waits for its page, and stays there when that page brings it', () => {
    const first = pageOf([inventedHistoryCall(1)], { nextCursor: 'more', inTwenty: 3 });
    const view = inventedView(reportNumber(9), { state: 'saved' });
    expect(merge({ pages: [first], heard: heardOf(view) }).ids).toEqual(idsOf(1));
    const second = pageOf([inventedHistoryCall(5), inventedHistoryCall(9)], { heardBefore: 1 });
    expect(merge({ pages: [first, second], heard: heardOf(view) }).ids).toEqual(idsOf(1, 5, 9));
  });
});

describe('whoever knows it newest is believed', () => {
  test('an answer that was asked for after the event is not taken back to it', () => {
    const pages = [pageOf([inventedHistoryCall(1)], { heardBefore: 1 })];
    const heard = heardOf(inventedView(reportNumber(1), { state: 'saved' }));
    expect(merge({ pages, heard }).marks).toEqual(['in-twenty']);
  });

  test('an answer that was on its way during the event does not hide it', () => {
    const pages = [pageOf([inventedHistoryCall(1)], { heardBefore: 0 })];
    const heard = heardOf(inventedView(reportNumber(1), { state: 'needs-attention' }));
    expect(merge({ pages, heard }).marks).toEqual(['needs-attention']);
  });

  test('a report that was confirmed a moment ago is not on this computer any more', () => {
    const report = reportNumber(1);
    const heard = heardOf(inventedView(report, { state: 'on-its-way' }));
    expect(merge({ pages: [pageOf([])], heard, unsent: [unsentOf(report)] }).marks).toEqual(['on-its-way']);
  });

  test('one that was refused asks for attention', () => {
    const unsent = [unsentOf(reportNumber(1), { state: 'refused' })];
    expect(merge({ pages: [pageOf([])], unsent }).marks).toEqual(['needs-attention']);
  });

  test('a call that a correction takes out of the filter leaves the list', () => {
    const unsent = [unsentOf(reportNumber(1, { revision: 4 }))];
    const isWanted = (call: HistoryCall) => call.outcome === 'interested';
    expect(merge({ pages: [pageOf([inventedHistoryCall(1)])], unsent, isWanted }).ids).toEqual([]);
  });
});

describe('the counts are those of the calls', () => {
  const inTwenty = { state: 'in-twenty' as const, deliveredAt: '2026-11-21T09:05:00.000Z' };

  test('a new call is on its way until Twenty has it', () => {
    const pages = [pageOf([inventedHistoryCall(2)], { inTwenty: 1_204 })];
    const saved = inventedView(reportNumber(1), { state: 'saved' });
    expect(merge({ pages, heard: heardOf(saved) }).counts).toEqual({ inTwenty: 1_204, onTheWay: 1 });
    const there = inventedView(reportNumber(1), inTwenty);
    expect(merge({ pages, heard: heardOf(there) }).counts).toEqual({ inTwenty: 1_205, onTheWay: 0 });
  });

  test('one call that is heard of and still on this computer counts once', () => {
    const pages = [pageOf([], { inTwenty: 5 })];
    const heard = heardOf(inventedView(reportNumber(1), { state: 'saved' }));
    const unsent = [unsentOf(reportNumber(1, { revision: 5 }))];
    expect(merge({ pages, heard, unsent }).counts).toEqual({ inTwenty: 5, onTheWay: 1 });
  });

  test('a correction of a call that is in Twenty counts as in Twenty', () => {
    const unsent = [unsentOf(reportNumber(1, { revision: 5 }))];
    expect(merge({ pages: [pageOf([inventedHistoryCall(1)])], unsent }).counts).toEqual({
      inTwenty: 1,
      onTheWay: 0,
    });
  });
});

test('a person who was chosen here is linked to their record in Twenty', () => {
  const report = reportNumber(1, {
    personId: '55555555-5555-4555-8555-555555555556',
    personName: 'Ivo Brand',
  });
  const [row] = merge({ pages: [pageOf([inventedHistoryCall(1)])], unsent: [unsentOf(report)] }).rows;
  expect(row?.call.person).toEqual({
    id: report.personId,
    name: 'Ivo Brand',
    twentyUrl: `http://localhost:4410/object/person/${report.personId}`,
  });
});

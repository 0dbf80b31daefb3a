import { CallSessionId, MemberId } from '@twenty-dialer/contract';
import { describe, expect, test } from 'vitest';
import { callSessionRecord, type SessionFigures } from './call-session-record.ts';
import { type DayFigures, dailyCallStatsRecord } from './daily-call-stats-record.ts';
import { type SyncLogLine, syncLogEntryRecord } from './sync-log-record.ts';

const member = { id: MemberId.parse('24a030a9-9a50-40ee-92d2-8d04420958da'), name: 'Ada Bell' };

describe('a day of a rep', () => {
  const day = (changes: Partial<DayFigures>): DayFigures => ({
    member,
    day: '2026-11-21',
    calls: 0,
    dials: 0,
    answered: 0,
    connectedDials: 0,
    talkSeconds: 0,
    ...changes,
  });

  test.each<[string, Partial<DayFigures>, object]>([
    [
      'has no rate and no average without calls',
      {},
      { connectionRate: null, averageDurationSeconds: null, talkMinutes: 0 },
    ],
    [
      'has no rate when calls only came in',
      { calls: 2, answered: 2, talkSeconds: 90 },
      { connectionRate: null, averageDurationSeconds: 45, talkMinutes: 2 },
    ],
    [
      'has a rate of none when nobody was reached',
      { calls: 4, dials: 4 },
      { connectionRate: 0, averageDurationSeconds: null },
    ],
    [
      'has a rate out of its dials',
      { calls: 4, dials: 3, answered: 2, connectedDials: 1, talkSeconds: 100 },
      { connectionRate: 0.3333, averageDurationSeconds: 50 },
    ],
  ])('%s', (_name, figures, expected) => {
    expect(dailyCallStatsRecord(day(figures)).payload).toMatchObject(expected);
  });

  test('is one record per member and day, whatever it counts', () => {
    const [one, other] = [day({ calls: 1 }), day({ calls: 2 })].map(dailyCallStatsRecord);
    expect(one?.recordId).toBe(other?.recordId);
    expect(one?.payload).toMatchObject({ dayKey: `${member.id}:2026-11-21`, name: 'Ada Bell, 2026-11-21' });
    expect(dailyCallStatsRecord({ ...day({}), day: '2026-11-22' }).recordId).not.toBe(one?.recordId);
  });
});

describe('a sitting', () => {
  const session: SessionFigures = {
    sessionId: CallSessionId.parse('33333333-3333-4333-8333-333333333333'),
    member,
    startedAt: '2026-11-21T08:04:00.000Z',
    endedAt: '2026-11-21T09:00:00.000Z',
    timeZone: 'Europe/Berlin',
    calls: 3,
    answered: 2,
    connected: 1,
    talkSeconds: 100,
  };

  test('is named after the rep and the time that their clock showed', () => {
    expect(callSessionRecord(session).payload.name).toBe('Ada Bell, 21 Nov 2026, 09:04');
  });

  test('that lost its calls keeps its name and its rep in Twenty', () => {
    const { payload } = callSessionRecord({ ...session, member: null, calls: 0 });
    expect(payload).not.toHaveProperty('name');
    expect(payload).not.toHaveProperty('memberId');
    expect(payload).toMatchObject({ sessionId: session.sessionId, calls: 0 });
  });
});

describe('a line of the log', () => {
  const line: SyncLogLine = {
    entryKey: 'note:1@1',
    objectName: 'note',
    recordId: '1',
    action: 'create',
    status: 'failed',
    message: 'Too long.',
    count: 1,
    at: '2026-11-21T09:00:00.000Z',
  };
  test.each<[Partial<SyncLogLine>, string]>([
    [{}, 'note needs attention'],
    [{ status: 'resolved' }, 'note is settled'],
    [{ objectName: '' }, 'Delivery stands still'],
    [{ objectName: '', status: 'resolved' }, 'Delivery goes on again'],
    [{ status: 'delivered', count: 1 }, '1 record delivered'],
    [{ status: 'delivered', count: 12 }, '12 records delivered'],
  ])('%j reads "%s"', (changes, name) => {
    expect(syncLogEntryRecord({ ...line, ...changes }).payload.name).toBe(name);
  });

  test('is the same record whatever becomes of it', () => {
    const later = syncLogEntryRecord({ ...line, status: 'resolved' });
    expect(later).toMatchObject({
      recordId: syncLogEntryRecord(line).recordId,
      payload: { status: 'RESOLVED' },
    });
  });
});

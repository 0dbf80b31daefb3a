import {
  AuditList,
  MemberSettings,
  Problem,
  ReportReceipt,
  SessionView,
  WorkspaceSettingsView,
} from '@twenty-dialer/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../store/port.ts';
import { USUAL_SETTINGS } from '../testing/settings.ts';
import { openTestStore } from '../testing/test-store.ts';
import { ADMIN_ROLE, createTestWorker, type Rep, reportOf, type TestWorker } from '../testing/test-worker.ts';
import { createSettingsInForce } from './workspace-settings.ts';

let store: Store;
let worker: TestWorker;
let ann: Rep;
let boss: Rep;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  worker = await createTestWorker(store);
  ann = await worker.signIn({ firstName: 'Ann' });
  boss = await worker.signIn({ firstName: 'Boss', lastName: 'Bell' }, [ADMIN_ROLE]);
});

const change = (body: unknown) => worker.ask('/api/workspace-settings', { as: boss, body });
const sessionOf = async (as: Rep) =>
  SessionView.parse(await (await worker.ask('/api/session', { as })).json());

describe('what an admin sets for everybody', () => {
  test('holds for the next rep who looks, says who set it, and is in the trail', async () => {
    const changed = await change({ outcomes: ['no-answer', 'do-not-call'] });
    expect(WorkspaceSettingsView.parse(await changed.json())).toMatchObject({
      values: { outcomes: ['no-answer', 'do-not-call'] },
      usual: USUAL_SETTINGS,
      set: { outcomes: { by: 'Boss Bell' } },
    });
    await vi.waitFor(async () => {
      const { outcomes } = await sessionOf(ann);
      expect(outcomes.filter(({ isOffered }) => isOffered).map(({ key }) => key)).toEqual([
        'no-answer',
        'do-not-call',
      ]);
      // A call that has another outcome is still shown with its name.
      expect(outcomes).toHaveLength(12);
    });
    const trail = await worker.ask('/api/audit?type=workspace-setting', { as: boss });
    expect(AuditList.parse(await trail.json()).events).toMatchObject([
      { action: 'created', recordId: 'outcomes', by: { name: 'Boss Bell' } },
    ]);
  });

  test('is taken back with null, and the usual holds again', async () => {
    await change({ xp: { manual: false, entered: false, practice: false } });
    const view = WorkspaceSettingsView.parse(await (await change({ xp: null })).json());
    expect(view).toMatchObject({ values: { xp: USUAL_SETTINGS.xp }, set: {} });
  });

  test('decides from then on which calls earn, and leaves what was earned', async () => {
    const earned = async () => {
      const report = { ...reportOf(ann), line: 'manual' };
      const answer = await worker.ask('/api/call-reports', { as: ann, body: report });
      return ReportReceipt.parse(await answer.json()).call.points;
    };
    expect(await earned()).toBeGreaterThan(0);
    await change({ xp: { manual: false, entered: true, practice: true } });
    await vi.waitFor(async () => expect(await earned()).toBe(0));
  });

  test.each([
    [{ outcomes: [] }, 'outcomes'],
    [{ outcomes: ['busy', 'busy'] }, 'outcomes'],
    [{ outcomes: ['made-up'] }, 'outcomes.0'],
    [{ outcomes: ['interested'] }, 'outcomes'],
    [{ ownNumbers: ['0171 234'] }, 'ownNumbers.0'],
    [{ alerts: { waitingMinutes: 0, deadLetters: 0 } }, 'alerts.waitingMinutes'],
  ])('%j is refused by the name of its field, and nothing changes', async (body, path) => {
    const refused = await change(body);
    expect(refused.status).toBe(422);
    expect(Problem.parse(await refused.json()).fields.map((field) => field.path)).toContain(path);
    const view = await (await worker.ask('/api/workspace-settings', { as: boss })).json();
    expect(view).toEqual({ values: USUAL_SETTINGS, usual: USUAL_SETTINGS, set: {} });
  });

  test('another worker on the same store hears of it', async () => {
    const other = createSettingsInForce({ store, usual: USUAL_SETTINGS, log: pino({ level: 'silent' }) });
    expect((await other.of(worker.workspaceId)).ownNumbers).toEqual([]);
    await change({ ownNumbers: ['+12025550100'] });
    await vi.waitFor(async () =>
      expect((await other.of(worker.workspaceId)).ownNumbers).toEqual(['+12025550100']),
    );
    other.close();
  });

  test('is not for reps to read or to set', async () => {
    for (const request of [{}, { body: { xp: null } }]) {
      expect((await worker.ask('/api/workspace-settings', { as: ann, ...request })).status).toBe(403);
    }
  });
});

describe('what somebody sets for themselves', () => {
  test('goes with them to every computer, and is nobody else’s', async () => {
    const body = { theme: 'dark', ownNumber: '+12025550111' };
    const changed = await worker.ask('/api/settings', { as: ann, body });
    expect(MemberSettings.parse(await changed.json())).toEqual({ ...body, singleKeys: true });
    const elsewhere = await worker.signIn(ann.member);
    expect((await sessionOf(elsewhere)).settings).toMatchObject(body);
    expect((await sessionOf(boss)).settings).toMatchObject({ theme: 'system', ownNumber: null });
  });

  test('outlives a new name and a new e-mail address', async () => {
    await worker.ask('/api/settings', { as: ann, body: { singleKeys: false } });
    const renamed = await worker.signIn({ ...ann.member, lastName: 'Other', email: 'other@example.com' });
    expect((await sessionOf(renamed)).settings.singleKeys).toBe(false);
  });

  test('a number that is none is refused by name', async () => {
    const refused = await worker.ask('/api/settings', { as: ann, body: { ownNumber: '0171' } });
    expect(Problem.parse(await refused.json()).fields[0]?.path).toBe('ownNumber');
  });
});

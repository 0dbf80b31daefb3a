import { E164 } from '@twenty-dialer/contract';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browserProfile, openWindow } from '../testing/dialer-rig.ts';
import { ADA, BEN } from '../testing/invented.ts';
import type { Callee } from './call-machine.ts';

const callee: Callee = {
  to: E164.parse('+12025550101'),
  personId: null,
  personName: 'Mara Lind',
  subtitle: '',
};

beforeEach(() => localStorage.clear());

const noteOf = (dialer: ReturnType<typeof openWindow>['dialer']) => {
  const state = dialer.getState();
  return state.phase === 'idle' ? null : state.call.report.note;
};

/** A draft is kept a moment after the keystroke, in the background. */
const untilKept = (profile: ReturnType<typeof browserProfile>, note: string) =>
  vi.waitFor(async () => {
    expect((await profile.box.list(ADA)).some((draft) => draft.call.report.note === note)).toBe(true);
  });

describe('what a rep typed outlives the window', () => {
  test('a reload in the middle of a practice call brings the note back, and the call is over', async () => {
    const profile = browserProfile();
    const before = openWindow(profile);
    before.dialer.dial(callee, 'practice');
    profile.held.pass(5_000);
    before.dialer.write('Likes the blue one');
    before.dialer.flush();
    before.close();
    profile.held.pass(2_000);

    const after = openWindow(profile, { name: 'after' });
    await after.dialer.restore();
    expect(noteOf(after.dialer)).toBe('Likes the blue one');
    expect(after.dialer.getState()).toMatchObject({
      phase: 'ended',
      call: { report: { status: 'completed', endedAt: '2026-11-21T09:00:05.000Z' } },
    });
    expect(profile.reports.map(({ revision, stage }) => `${revision} ${stage}`)).toEqual([
      '1 dialed',
      '2 ended',
    ]);
  });

  test('a practice call that was not answered yet is reported as failed after a reload, not as talked', async () => {
    const profile = browserProfile();
    const before = openWindow(profile);
    before.dialer.dial(callee, 'practice');
    profile.held.pass(700);
    before.dialer.flush();
    before.close();
    const after = openWindow(profile, { name: 'after' });
    await after.dialer.restore();
    expect(profile.reports.at(-1)).toMatchObject({ stage: 'ended', status: 'failed', answeredAt: null });
  });

  test('a manual call goes on after a reload with its times kept, because the telephone did not notice', async () => {
    const profile = browserProfile();
    const before = openWindow(profile);
    before.dialer.dial(callee, 'manual');
    profile.held.pass(4_000);
    before.dialer.markAnswered();
    before.dialer.flush();
    before.close();
    const after = openWindow(profile, { name: 'after' });
    await after.dialer.restore();
    profile.held.pass(1_000);
    expect(after.dialer.getState().phase).toBe('in-progress');
    profile.held.pass(55_000);
    after.dialer.hangUp();
    expect(profile.reports.at(-1)).toMatchObject({
      revision: 2,
      answeredAt: '2026-11-21T09:00:04.000Z',
      endedAt: '2026-11-21T09:01:00.000Z',
    });
  });

  test('a crash without any warning keeps every keystroke that reached the disk', async () => {
    const profile = browserProfile();
    const before = openWindow(profile);
    before.dialer.dial(callee, 'practice');
    before.dialer.write('Half a sent');
    await untilKept(profile, 'Half a sent');
    before.close();
    const after = openWindow(profile, { name: 'after' });
    await after.dialer.restore();
    expect(noteOf(after.dialer)).toBe('Half a sent');
  });

  test('a second window does not take the call away from the first', async () => {
    const profile = browserProfile();
    const first = openWindow(profile, { name: 'first' });
    first.dialer.dial(callee, 'practice');
    first.dialer.write('Mine');
    await untilKept(profile, 'Mine');
    const second = openWindow(profile, { name: 'second' });
    await second.dialer.restore();
    expect(second.dialer.getState().phase).toBe('idle');
  });

  test('another rep who signs in on this computer does not see the draft', async () => {
    const profile = browserProfile();
    const first = openWindow(profile);
    first.dialer.dial(callee, 'practice');
    first.dialer.write('Private words');
    first.dialer.flush();
    first.close();
    const second = openWindow(profile, { member: BEN, name: 'second' });
    await second.dialer.restore();
    expect(second.dialer.getState().phase).toBe('idle');
  });

  test('a saved wrap-up does not come back as a draft', async () => {
    const profile = browserProfile();
    const { dialer, close } = openWindow(profile);
    dialer.dial(callee, 'practice');
    profile.held.pass(5_000);
    dialer.flush(); // The window was hidden for a while.
    dialer.hangUp();
    dialer.choose('interested');
    expect(dialer.save()).toBe(true);
    dialer.next();
    close();
    const after = openWindow(profile, { name: 'after' });
    await vi.waitFor(async () =>
      expect(await after.drafts.list(profile.reports[0]?.workspaceMemberId ?? '')).toEqual([]),
    );
    await after.dialer.restore();
    expect(after.dialer.getState().phase).toBe('idle');
  });

  test('a wrap-up whose report could not be kept is still a draft, also after going on to the next call', async () => {
    const profile = browserProfile();
    const { dialer, close } = openWindow(profile);
    dialer.dial(callee, 'practice');
    profile.held.pass(5_000);
    dialer.hangUp();
    dialer.write('Wants an offer');
    dialer.choose('interested');
    await untilKept(profile, 'Wants an offer');
    profile.disk.isFull = true;
    dialer.save();
    dialer.next();
    await vi.waitFor(() => expect(profile.disk.troubles).toHaveLength(1));
    close();
    const after = openWindow(profile, { name: 'after' });
    await after.dialer.restore();
    expect(noteOf(after.dialer)).toBe('Wants an offer');
  });

  test('a reload right after "later" does not ask again, and what was typed is reported', async () => {
    const profile = browserProfile();
    const box = { ...profile.box };
    const { dialer, close } = openWindow({ ...profile, box });
    dialer.dial(callee, 'practice');
    profile.held.pass(5_000);
    dialer.hangUp();
    dialer.write('Ring back in spring');
    await untilKept(profile, 'Ring back in spring');
    box.change = () => new Promise(() => {}); // The page is gone before its disk has answered.
    dialer.later();
    close();
    profile.reports.length = 0;

    const after = openWindow(profile, { name: 'after' });
    await after.dialer.restore();
    expect(after.dialer.getState().phase).toBe('idle');
    expect(profile.reports).toMatchObject([{ stage: 'ended', note: 'Ring back in spring' }]);
    await vi.waitFor(async () => expect(await profile.box.list(ADA)).toEqual([]));
    expect(localStorage).toHaveLength(1); // The sitting, and nothing of the call.
  });

  test('what was put off and could not be kept is on the screen again after a reload', async () => {
    const profile = browserProfile();
    const { dialer, close } = openWindow(profile);
    dialer.dial(callee, 'practice');
    profile.held.pass(5_000);
    dialer.hangUp();
    dialer.write('Ring back in spring');
    await untilKept(profile, 'Ring back in spring');
    profile.disk.isFull = true;
    dialer.later();
    await vi.waitFor(() => expect(profile.disk.troubles).toHaveLength(1));
    close();
    const after = openWindow(profile, { name: 'after' });
    await after.dialer.restore();
    expect(noteOf(after.dialer)).toBe('Ring back in spring');
  });

  test('leaving the wrap-up for later reports what was typed so far', () => {
    const profile = browserProfile();
    const { dialer } = openWindow(profile);
    dialer.dial(callee, 'practice');
    profile.held.pass(5_000);
    dialer.hangUp();
    dialer.write('Ring back in spring');
    dialer.later();
    expect(profile.reports.at(-1)).toMatchObject({
      revision: 3,
      stage: 'ended',
      note: 'Ring back in spring',
    });
    expect(dialer.getState().phase).toBe('idle');
  });
});

test('a call left for later in one window is not locked up in it', async () => {
  const profile = browserProfile();
  const { dialer } = openWindow(profile);
  dialer.dial(callee, 'practice');
  profile.held.pass(5_000);
  dialer.hangUp();
  expect(profile.claimed.size).toBe(1);
  dialer.later();
  await vi.waitFor(() => expect(profile.claimed.size).toBe(0));
});

test('dialing during a call does nothing: no second call, no lost one', () => {
  const profile = browserProfile();
  const { dialer } = openWindow(profile);
  expect(dialer.dial(callee, 'practice')).toBe(true);
  expect(dialer.dial(callee, 'practice')).toBe(false);
  profile.held.pass(5_000);
  dialer.hangUp();
  expect(dialer.dial(callee, 'practice')).toBe(false);
  expect(new Set(profile.reports.map(({ callId }) => callId)).size).toBe(1);
});

test('a manual call cannot be shown as muted: its sound is not on this computer', () => {
  const profile = browserProfile();
  const { dialer } = openWindow(profile);
  dialer.dial(callee, 'manual');
  profile.held.pass(1_000);
  dialer.markAnswered();
  dialer.toggleMute();
  expect(dialer.getState()).toMatchObject({ phase: 'in-progress', call: { isMuted: false } });
});

test('the calls of one sitting share a call session', () => {
  const profile = browserProfile();
  const { dialer } = openWindow(profile);
  for (const _call of [1, 2]) {
    dialer.dial(callee, 'practice');
    dialer.hangUp();
    dialer.later();
  }
  expect(new Set(profile.reports.map(({ callId }) => callId)).size).toBe(2);
  expect(new Set(profile.reports.map(({ callSessionId }) => callSessionId)).size).toBe(1);
});

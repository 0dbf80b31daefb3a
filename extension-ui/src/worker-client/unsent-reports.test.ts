import 'fake-indexeddb/auto';
import type { CallReport, MemberId } from '@twenty-dialer/contract';
import { HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { heldTimers } from '../testing/held-timers.ts';
import { ADA, BEN, callIdNumber, inventedReport, inventedView } from '../testing/invented.ts';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';
import { keptBox, openBoxDatabase } from './box.ts';
import { createReportSender } from './report-sender.ts';
import { createUnsentReports, holdsAllOf, parseUnsentReport, type UnsentReport } from './unsent-reports.ts';
import { createWorkerClient } from './worker-client.ts';

const worker = standInWorker();
beforeAll(() => worker.server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => worker.reset());
afterAll(() => worker.server.close());

let profiles = 0;
/** One browser profile; each `window` is a page on it, as after a reload or in a second tab. */
const openProfile = () => {
  const name = `profile-${++profiles}`;
  const held = heldTimers();
  let lock = Promise.resolve();
  const session = { member: ADA as MemberId | null, doubts: 0 };
  const words = { noRoom: null as string | null };
  const onTheWay: { action: () => Promise<void> } = { action: async () => undefined };
  const openWindow = () => {
    const box = keptBox<UnsentReport>(openBoxDatabase(name), {
      name: 'unsentReports',
      parse: parseUnsentReport,
    });
    const unsent = createUnsentReports({ box, now: held.timers.now, announce: () => undefined });
    const sender = createReportSender({
      unsent,
      reportCall: async (report) => {
        const receipt = await createWorkerClient({ fetch, baseUrl: WORKER }).reportCall(report);
        await onTheWay.action();
        return receipt;
      },
      signedInMember: () => session.member,
      withLock: (_name, act) => {
        lock = lock.then(act);
        return lock;
      },
      timers: held.timers,
      random: () => 0.5,
      onConfirmed: () => undefined,
      onNoRoom: (error) => {
        words.noRoom = error?.problem.remedy ?? null;
      },
      onSessionDoubt: () => {
        session.doubts += 1;
      },
    });
    return { unsent, sender };
  };
  return { held, session, words, openWindow, onTheWay };
};

const dialed = inventedReport({ revision: 1, stage: 'dialed', status: 'in-progress', endedAt: null });
const ended = inventedReport({ revision: 2 });
const wrappedUp = inventedReport({
  revision: 3,
  stage: 'wrapped-up',
  outcome: 'interested',
  wrappedUpAt: '2026-11-21T09:01:20.000Z',
  note: 'Wants an offer',
});

describe('a report that was not confirmed is kept', () => {
  test('a tab that is closed before sending loses nothing: the next window sends it', async () => {
    const profile = openProfile();
    await profile.openWindow().unsent.put(wrappedUp);
    const next = profile.openWindow();
    await next.sender.wake();
    expect(worker.received).toEqual([wrappedUp]);
    expect(await next.unsent.list(ADA)).toEqual([]);
  });

  test('with the network gone it stays, and is sent when the wait is over', async () => {
    const { openWindow, held } = openProfile();
    const { unsent, sender } = openWindow();
    await unsent.put(wrappedUp);
    worker.answerWith(() => HttpResponse.error());
    await sender.wake();
    expect(await unsent.list(ADA)).toMatchObject([{ state: 'waiting' }]);
    worker.answerWith(null);
    held.pass(2_000);
    await vi.waitFor(async () => expect(await unsent.list(ADA)).toEqual([]));
    expect(worker.held.get(wrappedUp.callId)?.report.note).toBe('Wants an offer');
  });

  test('an answer of 500 or a gateway page never takes it away', async () => {
    const { unsent, sender } = openProfile().openWindow();
    await unsent.put(wrappedUp);
    for (const answer of [
      () => problemAnswer('internal-error'),
      () => problemAnswer('store-unavailable'),
      () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 }),
      () => new HttpResponse('{"fine":true}', { status: 202 }),
    ]) {
      worker.answerWith(answer);
      await sender.wake();
      expect(await unsent.list(ADA)).toMatchObject([{ state: 'waiting' }]);
    }
  });

  test('a dialer whose disk is full: calls stay on this computer, the rep is told, and they go when there is room', async () => {
    const { openWindow, held, words } = openProfile();
    const { unsent, sender } = openWindow();
    const second = { ...wrappedUp, callId: inventedReport({ callId: callIdNumber(2) }).callId };
    await unsent.put(wrappedUp);
    await unsent.put(second);
    worker.answerWith(() => problemAnswer('store-full', { remedy: 'Go on working.' }));
    await sender.wake();
    expect(worker.received).toHaveLength(1);
    expect((await unsent.list(ADA)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(words.noRoom).toBe('Go on working.');
    worker.answerWith(null);
    held.pass(2_000);
    await vi.waitFor(async () => expect(await unsent.list(ADA)).toEqual([]));
    expect([...worker.held.keys()].sort()).toEqual([wrappedUp.callId, second.callId].sort());
    expect(words.noRoom).toBeNull();
  });

  test('a dialer that is asked too often: calls stay on this computer, nothing more is sent for a while, then they go', async () => {
    const { openWindow, held } = openProfile();
    const { unsent, sender } = openWindow();
    const second = { ...wrappedUp, callId: inventedReport({ callId: callIdNumber(2) }).callId };
    await unsent.put(wrappedUp);
    await unsent.put(second);
    worker.answerWith(() => problemAnswer('too-many-requests'));
    await sender.wake();
    expect(worker.received).toHaveLength(1);
    expect((await unsent.list(ADA)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    worker.answerWith(null);
    held.pass(2_000);
    await vi.waitFor(async () => expect(await unsent.list(ADA)).toEqual([]));
  });

  test('an expired session keeps it and asks to sign in; after that it goes', async () => {
    const { openWindow, session } = openProfile();
    const { unsent, sender } = openWindow();
    await unsent.put(wrappedUp);
    worker.answerWith(() => problemAnswer('not-signed-in'));
    await sender.wake();
    expect(session.doubts).toBe(1);
    expect(await unsent.list(ADA)).toMatchObject([{ state: 'waiting' }]);
    worker.answerWith(null);
    await sender.wake();
    expect(await unsent.list(ADA)).toEqual([]);
  });

  test('another member\u2019s session never sends it', async () => {
    const { openWindow, session } = openProfile();
    const { unsent, sender } = openWindow();
    await unsent.put(wrappedUp);
    session.member = BEN;
    await sender.wake();
    expect(worker.received).toEqual([]);
    session.member = null;
    await sender.wake();
    expect(worker.received).toEqual([]);
    session.member = ADA;
    await sender.wake();
    expect(worker.received).toHaveLength(1);
  });

  test('a session that turned into somebody else\u2019s keeps it for the right person', async () => {
    const { openWindow, session } = openProfile();
    const { unsent, sender } = openWindow();
    await unsent.put(wrappedUp);
    worker.answerWith(() => problemAnswer('not-yours'));
    await sender.wake();
    expect(session.doubts).toBe(1);
    expect(await unsent.list(ADA)).toMatchObject([{ state: 'waiting' }]);
  });

  test('one report that the worker cannot take does not hold up the others', async () => {
    const { unsent, sender } = openProfile().openWindow();
    await unsent.put(wrappedUp);
    await unsent.put({ ...ended, callId: inventedReport({ callId: callIdNumber(2) }).callId });
    let answers = 0;
    worker.answerWith(() =>
      answers++ === 0 ? problemAnswer('internal-error') : problemAnswer('invalid-request'),
    );
    await sender.wake();
    expect(worker.received).toHaveLength(2);
    expect((await unsent.list(ADA)).map(({ state }) => state)).toEqual(['waiting', 'refused']);
  });
});

describe('the newest words of a call win on this computer', () => {
  test('only the newest revision of a call waits', async () => {
    const { unsent } = openProfile().openWindow();
    await unsent.put(dialed);
    await unsent.put(wrappedUp);
    await unsent.put(ended);
    expect((await unsent.list(ADA)).map(({ report }) => report.revision)).toEqual([3]);
  });

  test('a wrap-up saved while an earlier report is on its way is not taken away by that answer', async () => {
    const { openWindow, onTheWay } = openProfile();
    const { unsent, sender } = openWindow();
    await unsent.put(dialed);
    onTheWay.action = () => unsent.put(wrappedUp);
    await sender.wake();
    expect(worker.received.map(({ revision }) => revision)).toEqual([1]);
    expect((await unsent.list(ADA)).map(({ report }) => report.revision)).toEqual([3]);
    await sender.wake();
    expect(worker.held.get(wrappedUp.callId)?.report.revision).toBe(3);
  });

  test('two tabs do not send the same report twice', async () => {
    const { openWindow } = openProfile();
    const [one, two] = [openWindow(), openWindow()];
    await one.unsent.put(wrappedUp);
    await Promise.all([one.sender.wake(), two.sender.wake()]);
    expect(worker.received).toHaveLength(1);
  });
});

describe('two windows wrote about the same call from the same state', () => {
  const mine = wrappedUp;
  const alsoMine = { ...wrappedUp, note: 'Ring back in spring' };
  const notes = ({ report, others }: UnsentReport) => [report, ...others].map(({ note }) => note);
  const only = async (unsent: ReturnType<typeof createUnsentReports>) => {
    const [entry] = await unsent.list(ADA);
    if (entry === undefined) throw new Error('The report is gone.');
    return entry;
  };
  const twoWindows = () => {
    const profile = openProfile();
    const [one, two] = [profile.openWindow(), profile.openWindow()];
    return { profile, one, two };
  };

  test('the words of both are kept until a person chooses, and the choice is sent', async () => {
    const { one, two } = twoWindows();
    await one.unsent.put(mine);
    await two.unsent.put(alsoMine);
    await one.sender.wake();
    expect(worker.received).toEqual([]);
    const entry = await only(one.unsent);
    expect(entry.state).toBe('conflict');
    expect(notes(entry)).toEqual(['Wants an offer', 'Ring back in spring']);
    await one.unsent.settle(entry, 'theirs');
    await one.sender.wake();
    expect(worker.received).toMatchObject([{ revision: 4, note: 'Ring back in spring' }]);
    expect(await one.unsent.list(ADA)).toEqual([]);
  });

  test('an older revision with other words is kept too', async () => {
    const { one, two } = twoWindows();
    await one.unsent.put({ ...mine, revision: 5 });
    await two.unsent.put(alsoMine);
    expect(notes(await only(one.unsent))).toEqual(['Wants an offer', 'Ring back in spring']);
  });

  test('a second edit by either of them takes nothing from the other', async () => {
    const { one, two } = twoWindows();
    await one.unsent.put(mine);
    await two.unsent.put(alsoMine);
    await two.unsent.put({ ...alsoMine, revision: 4, note: 'Ring back in May' });
    expect(notes(await only(one.unsent))).toEqual([
      'Ring back in May',
      'Wants an offer',
      'Ring back in spring',
    ]);
  });

  test('an edit that has the words of both ends the conflict, and is sent', async () => {
    const { one, two } = twoWindows();
    await one.unsent.put({ ...mine, note: '' });
    await two.unsent.put(alsoMine);
    await two.unsent.put({ ...alsoMine, revision: 4 });
    await two.sender.wake();
    expect(worker.received).toMatchObject([{ revision: 4, note: 'Ring back in spring' }]);
  });

  test('the answer to one of them does not take away the other', async () => {
    const { profile, one, two } = twoWindows();
    await one.unsent.put(mine);
    profile.onTheWay.action = () => two.unsent.put(alsoMine);
    await one.sender.wake();
    expect(notes(await only(one.unsent))).toContain('Ring back in spring');
  });

  test('what the worker holds of somebody else is still to be chosen about afterwards', async () => {
    const { one, two } = twoWindows();
    const present = inventedView({ ...wrappedUp, note: 'The manager\u2019s words' });
    await one.unsent.put(mine);
    await one.unsent.setAside(mine, { state: 'conflict', fields: [], words: '', present });
    await two.unsent.put(alsoMine);
    await one.unsent.settle(await only(one.unsent), mine);
    expect(await only(one.unsent)).toMatchObject({ state: 'conflict', others: [], report: { revision: 4 } });
  });

  test('the same words twice are one report', async () => {
    const { one, two } = twoWindows();
    await one.unsent.put(mine);
    await two.unsent.put(mine);
    expect(await only(one.unsent)).toMatchObject({ state: 'waiting', others: [] });
  });
});

describe('when the worker will not take it as it is', () => {
  const theirs = inventedView({
    ...wrappedUp,
    revision: 3,
    note: 'The manager\u2019s words',
    outcome: 'callback',
  });

  test('a conflict keeps both versions until a person chooses, and the choice is sent as the newest', async () => {
    const { unsent, sender } = openProfile().openWindow();
    await unsent.put(wrappedUp);
    worker.answerWith(() => problemAnswer('report-conflict', { present: theirs }));
    await sender.wake();
    await sender.wake();
    expect(worker.received).toHaveLength(1);
    const [entry] = await unsent.list(ADA);
    if (entry === undefined) throw new Error('The report is gone.');
    expect(entry.report.note).toBe('Wants an offer');
    expect(entry.present?.report.note).toBe('The manager\u2019s words');
    worker.answerWith(null);
    await unsent.settle(entry, { ...entry.report, note: `${entry.report.note}\n\n${theirs.report.note}` });
    await sender.wake();
    expect(worker.held.get(wrappedUp.callId)?.report).toMatchObject({
      revision: 4,
      note: 'Wants an offer\n\nThe manager\u2019s words',
    });
  });

  test('words typed during a conflict do not silently overwrite the other side', async () => {
    const { unsent, sender } = openProfile().openWindow();
    await unsent.put(ended);
    worker.answerWith(() => problemAnswer('report-conflict', { present: theirs }));
    await sender.wake();
    await unsent.put(wrappedUp);
    expect(await unsent.list(ADA)).toMatchObject([{ state: 'conflict', report: { note: 'Wants an offer' } }]);
  });

  test('a newer report by somebody else that lacks our note is a conflict, not the end of our note', async () => {
    const { unsent, sender } = openProfile().openWindow();
    await unsent.put(wrappedUp);
    worker.answerWith(() => HttpResponse.json({ result: 'superseded', call: theirs }, { status: 202 }));
    await sender.wake();
    expect(await unsent.list(ADA)).toMatchObject([{ state: 'conflict', report: { note: 'Wants an offer' } }]);
  });

  test('refused fields are kept to show, and a corrected report is sent again', async () => {
    const { unsent, sender } = openProfile().openWindow();
    await unsent.put(ended);
    const fields = [{ path: 'to', message: 'Use E.164.' }];
    worker.answerWith(() => problemAnswer('invalid-request', { fields }));
    await sender.wake();
    expect(await unsent.list(ADA)).toMatchObject([{ state: 'refused', fields }]);
    worker.answerWith(null);
    await unsent.put(wrappedUp);
    await sender.wake();
    expect(await unsent.list(ADA)).toEqual([]);
  });
});

describe('a further note', () => {
  const note = (count: number) => ({
    noteId: `bbbbbbbb-bbbb-4bbb-8bbb-00000000000${count}`,
    text: `Note ${count}`,
    writtenAt: `2026-11-21T10:00:0${count}.000Z`,
  });
  const saved = { ...wrappedUp, furtherNotes: [] };
  const withNotes = (...counts: number[]) => inventedReport({ ...wrappedUp, furtherNotes: counts.map(note) });
  const textsOf = ({ furtherNotes }: CallReport) => furtherNotes.map(({ text }) => text);

  test('written in two windows is two notes, and nobody has to choose', async () => {
    const { unsent } = openProfile().openWindow();
    await unsent.put({ ...withNotes(1), revision: 4 });
    await unsent.put({ ...withNotes(2), revision: 4 });
    const [entry] = await unsent.list(ADA);
    expect(entry?.state).toBe('waiting');
    expect(entry && textsOf(entry.report)).toEqual(['Note 1', 'Note 2']);
  });

  test('is not lost when another window saves the call from an earlier state', async () => {
    const { unsent } = openProfile().openWindow();
    await unsent.put({ ...withNotes(1), revision: 4 });
    await unsent.put({ ...saved, revision: 5, outcome: 'callback' });
    const [entry] = await unsent.list(ADA);
    expect(entry && textsOf(entry.report)).toEqual(['Note 1']);
  });

  test('that comes while the report without it is on its way is sent afterwards', async () => {
    const { openWindow, onTheWay } = openProfile();
    const { unsent, sender } = openWindow();
    await unsent.put({ ...saved, revision: 4 });
    onTheWay.action = async () => {
      onTheWay.action = async () => undefined;
      await unsent.put({ ...withNotes(1), revision: 4 });
      void sender.wake();
    };
    await sender.wake();
    expect(await unsent.list(ADA)).toEqual([]);
    expect(worker.received.map(textsOf)).toEqual([[], ['Note 1']]);
  });

  test('stays when the other version of the call is chosen', async () => {
    const { unsent } = openProfile().openWindow();
    const ours = { ...withNotes(1), revision: 4 };
    const present = inventedView({ ...saved, revision: 4, outcome: 'callback' });
    await unsent.put(ours);
    await unsent.setAside(ours, { state: 'conflict', fields: [], words: '', present });
    const [entry] = await unsent.list(ADA);
    if (entry !== undefined) await unsent.settle(entry, 'theirs');
    const [kept] = await unsent.list(ADA);
    expect(kept).toMatchObject({ state: 'waiting', report: { outcome: 'callback', revision: 5 } });
    expect(kept && textsOf(kept.report)).toEqual(['Note 1']);
  });
});

describe('a newer report from elsewhere is not the same as mine', () => {
  const person = '55555555-5555-4555-8555-555555555555';
  const mine = inventedReport({ ...wrappedUp, personId: person, personName: 'Mara Lind' });

  test('when it lacks the person whom I chose', () => {
    expect(holdsAllOf({ ...mine, personId: null }, mine)).toBe(false);
  });
  test('when it has the person whom I took off', () => {
    const takenOff = inventedReport({ ...mine, personId: null, seenInTwenty: { personId: person } });
    expect(holdsAllOf(mine, takenOff)).toBe(false);
    expect(holdsAllOf(mine, { ...takenOff, seenInTwenty: null })).toBe(true);
  });
});

import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { AuditList, type CallPage, FurtherNote, ROUTES } from '@twenty-dialer/contract';
import { EXAMPLES } from '@twenty-dialer/contract/examples';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPhoneNumbers } from '../dialer/phone-format.ts';
import {
  ADA,
  as,
  BEN,
  inventedHistoryCall,
  inventedPerson,
  inventedReport,
  inventedSession,
  inventedView,
} from '../testing/invented.ts';
import { openApp } from '../testing/open-app.tsx';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
beforeAll(async () => {
  window.scrollTo = () => undefined;
  worker.server.listen({ onUnhandledRequest: 'error' });
  await loadPhoneNumbers();
});
beforeEach(() => localStorage.clear());
let close: () => void = () => undefined;
afterEach(() => {
  cleanup();
  close();
  worker.reset();
});
afterAll(() => worker.server.close());

const mine = inventedReport({
  revision: 3,
  stage: 'wrapped-up',
  outcome: 'interested',
  wrappedUpAt: '2026-11-21T09:02:00.000Z',
  note: 'What I typed',
  personId: '55555555-5555-4555-8555-555555555555',
  personName: 'Mara Lind',
});
const inTwenty = {
  outcome: 'interested',
  personId: mine.personId,
  personName: 'Mara Lind',
  noteMarkdown: 'What I typed',
  isBehind: false,
};
/** The page of a call that is in Twenty as it was reported, unless changed. */
const pageInTwenty = (change: Partial<CallPage> = {}): CallPage => {
  const own = inventedView(mine, { state: 'in-twenty', deliveredAt: '2026-11-21T09:02:01.000Z' });
  const call = inventedHistoryCall(1, {
    person: { id: mine.personId, name: 'Mara Lind', twentyUrl: 'http://t.test/p' },
  });
  return {
    call,
    own,
    moments: [{ type: 'initiated', source: 'browser', at: mine.startedAt }],
    edits: [],
    notes: [{ id: 'n1', text: 'What I typed', writtenAt: null, state: 'in-twenty', twentyUrl: null }],
    inTwenty,
    twenty: { state: 'read' },
    ...change,
  };
};
const openPage = (page: CallPage | null = pageInTwenty()) => {
  if (page !== null) worker.pages.set(mine.callId, page);
  const opened = openApp(`#/calls/${mine.callId}`);
  close = opened.close;
  const kept = async () => (await opened.services.unsent.list(ADA))[0];
  return { ...opened, kept };
};
const click = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
const sent = () => waitFor(() => worker.received.at(-1) ?? Promise.reject(new Error('nothing was sent')));

describe('correcting a saved call', () => {
  test('sends the next revision with what was seen in Twenty, and leaves stage, times and line alone', async () => {
    openPage();
    await click('Correct');
    fireEvent.click(await screen.findByRole('radio', { name: /Callback/ }));
    await click(/^Save correction/);
    expect(await sent()).toEqual({
      ...mine,
      revision: 4,
      outcome: 'callback',
      seenInTwenty: { outcome: 'interested', personId: mine.personId, noteMarkdown: 'What I typed' },
    });
  });

  test('by the key of an outcome and Ctrl+Enter, without the mouse', async () => {
    openPage();
    await click('Correct');
    // Nothing moves to where it was: a second press does not call somebody.
    expect(screen.getByRole('button', { name: 'Correct' }).getAttribute('aria-expanded')).toBe('true');
    await screen.findByRole('heading', { name: 'Correct this call' });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: '3' });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true });
    expect(await sent()).toMatchObject({ outcome: 'callback' });
  });

  test('what somebody wrote in Twenty since then stays, if it is not touched here', async () => {
    openPage(pageInTwenty({ inTwenty: { ...inTwenty, noteMarkdown: 'The manager\u2019s words' } }));
    await click('Correct');
    fireEvent.click(await screen.findByRole('radio', { name: /Callback/ }));
    await click(/^Save correction/);
    expect(await sent()).toMatchObject({
      outcome: 'callback',
      note: 'The manager\u2019s words',
      seenInTwenty: { noteMarkdown: 'The manager\u2019s words' },
    });
  });

  test('after a clash both versions are shown, and the person chooses', async () => {
    const attention = [
      { kind: 'clash' as const, message: 'Two words for one outcome.', objectName: 'phoneCall' },
    ];
    const own = inventedView(mine, { state: 'needs-attention', attention });
    openPage(pageInTwenty({ own, inTwenty: { ...inTwenty, outcome: 'busy' } }));
    await click('Correct');
    const choice = within(await screen.findByRole('group', { name: 'Which outcome?' }));
    expect(choice.getByRole('radio', { name: /Yours/ })).toHaveProperty('checked', true);
    fireEvent.click(choice.getByRole('radio', { name: /In Twenty/ }));
    await click(/^Save correction/);
    expect(await sent()).toMatchObject({ outcome: 'busy', seenInTwenty: { outcome: 'busy' } });
  });

  test('while an earlier correction is on its way, Twenty\u2019s older words are not taken for somebody\u2019s', async () => {
    const own = inventedView({ ...mine, outcome: 'callback' }, { state: 'on-its-way' });
    openPage(pageInTwenty({ own }));
    await click('Correct');
    await type('Note', 'Longer now');
    await click(/^Save correction/);
    const report = await sent();
    expect(report).toMatchObject({ outcome: 'callback', note: 'Longer now' });
    expect(report.seenInTwenty).not.toHaveProperty('outcome');
  });

  test('nor while the call needs attention for something else, which hides that it is on its way', async () => {
    const attention = [{ kind: 'missing-link', message: 'No person.', objectName: 'noteTarget' }] as const;
    const own = inventedView(
      { ...mine, outcome: 'callback' },
      { state: 'needs-attention', attention: [...attention] },
    );
    openPage(pageInTwenty({ own, inTwenty: { ...inTwenty, isBehind: true } }));
    await click('Correct');
    expect(screen.queryByText(/Somebody changed this call in Twenty/)).toBeNull();
    await type('Note', 'Longer now');
    await click(/^Save correction/);
    expect(await sent()).toMatchObject({ outcome: 'callback', note: 'Longer now' });
  });

  test('another person is searched and linked; or taken off', async () => {
    const { unmount } = openPage();
    await click('Correct');
    await click('Change person');
    fireEvent.change(screen.getByRole('combobox', { name: 'Search people' }), { target: { value: 'mara' } });
    fireEvent.pointerUp(await screen.findByRole('option', { name: /Mara Lind/ }));
    await click('Remove person');
    await click(/^Save correction/);
    expect(await sent()).toMatchObject({
      personId: null,
      personName: null,
      seenInTwenty: { personId: mine.personId },
    });
    unmount();
  });

  test('what was typed is there again after a reload, and is forgotten once it is saved', async () => {
    const first = openPage();
    await click('Correct');
    await type('Note', 'Half a sen');
    first.unmount();
    close();
    openPage();
    expect(await screen.findByDisplayValue('Half a sen')).toBeDefined();
    await click(/^Save correction/);
    expect(await sent()).toMatchObject({ note: 'Half a sen' });
    await waitFor(() => expect(screen.queryByDisplayValue('Half a sen')).toBeNull());
    expect(Object.keys(localStorage).filter((key) => key.includes(':form:'))).toEqual([]);
  });

  test('with the worker away is kept on this computer and shown as that', async () => {
    const { kept } = openPage();
    await click('Correct');
    worker.answerWith(() => new Response(null, { status: 503 }));
    fireEvent.click(await screen.findByRole('radio', { name: /Callback/ }));
    await click(/^Save correction/);
    expect((await screen.findAllByText('On this computer')).length).toBeGreaterThan(0);
    expect(await kept()).toMatchObject({ state: 'waiting', report: { revision: 4, outcome: 'callback' } });
    expect(screen.getByText('Callback requested')).toBeDefined();
  });
});

describe('a further note', () => {
  test('is one entry more in the report, and is seen at once', async () => {
    openPage();
    await type('Add a note', 'A second thought');
    await click('Add note');
    expect(await screen.findByText('A second thought')).toBeDefined();
    const report = await sent();
    expect(report).toMatchObject({ revision: 4, note: 'What I typed' });
    expect(report.furtherNotes.map(({ text }) => text)).toEqual(['A second thought']);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Add a note').value).toBe('');
  });

  test('can be added before the wrap-up too, and survives a reload while it is typed', async () => {
    const unwrapped = inventedReport({ personName: 'Mara Lind' });
    worker.held.set(unwrapped.callId, inventedView(unwrapped));
    const first = openPage(null);
    await type('Add a note', 'Not yet wr');
    first.unmount();
    close();
    openPage(null);
    expect(await screen.findByDisplayValue('Not yet wr')).toBeDefined();
    await click('Add note');
    expect(await sent()).toMatchObject({ stage: 'ended', furtherNotes: [{ text: 'Not yet wr' }] });
  });

  test('stays on the page while the empty wrap-up note gets its first words', async () => {
    const noteId = '66666666-6666-4666-8666-666666666666';
    const writtenAt = '2026-11-21T10:00:00.000Z';
    const own = inventedView(
      {
        ...mine,
        note: '',
        furtherNotes: [FurtherNote.parse({ noteId, text: 'A second thought', writtenAt })],
      },
      { state: 'in-twenty' },
    );
    openPage(
      pageInTwenty({
        own,
        notes: [{ id: noteId, text: 'A second thought', writtenAt, state: 'in-twenty', twentyUrl: null }],
      }),
    );
    await click('Correct');
    worker.answerWith(() => new Response(null, { status: 503 }));
    await type('Note', 'First words');
    await click(/^Save correction/);
    expect(await screen.findByText('First words')).toBeDefined();
    expect(screen.getByText('A second thought')).toBeDefined();
  });

  test('that is empty is not sent', async () => {
    openPage();
    await click('Add note');
    expect(await screen.findByText('Write something first.')).toBeDefined();
    expect(worker.received).toEqual([]);
  });
});

describe('what can be done with a call', () => {
  test('one that was not wrapped up opens on the dial page with its note', async () => {
    const later = inventedReport({ note: 'So far', personName: 'Mara Lind' });
    worker.held.set(later.callId, inventedView(later));
    openPage(null);
    await click('Wrap up');
    expect(await screen.findByDisplayValue('So far')).toBeDefined();
    expect(screen.getByRole('button', { name: /^Save/ })).toBeDefined();
  });

  test('a call of somebody else is read, and neither corrected nor added to', async () => {
    const call = inventedHistoryCall(1, {
      isMine: false,
      member: { id: BEN, name: 'Ben Adler' },
      points: null,
    });
    openPage(pageInTwenty({ call, own: null }));
    expect(await screen.findByText('Ben Adler')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Correct' })).toBeNull();
    expect(screen.queryByLabelText('Add a note')).toBeNull();
  });

  test('calling again makes the person ready on the dial page', async () => {
    openPage();
    await click('Call again');
    expect(await screen.findByRole('heading', { name: inventedPerson().name })).toBeDefined();
  });
});

describe('what is shown', () => {
  test('edits say what was changed into what', async () => {
    const changes = [{ field: 'outcome' as const, from: 'callback', to: 'interested' }];
    openPage(pageInTwenty({ edits: [{ revision: 3, at: '2026-11-20T16:00:00.000Z', changes }] }));
    const edits = await screen.findByRole('heading', { name: 'Edits' });
    expect(edits.parentElement?.textContent).toContain('Outcome: Callback requested');
    expect(edits.parentElement?.textContent).toContain('Interested');
  });

  test('Twenty away is said, and what the dialer holds is shown', async () => {
    openPage(pageInTwenty({ twenty: { state: 'away', message: '' }, inTwenty: null }));
    expect(await screen.findByText(/Twenty cannot be reached/)).toBeDefined();
    expect(screen.getByText('What I typed')).toBeDefined();
  });

  test('a call that only this computer knows has its page all the same', async () => {
    const { services } = openPage(null);
    await act(() => services.unsent.put(mine));
    expect(await screen.findByRole('heading', { name: 'Mara Lind' })).toBeDefined();
    expect(screen.getByText('What I typed')).toBeDefined();
  });

  test('an address without a call says so, with a code to quote', async () => {
    openPage(null);
    expect(await screen.findByText(/There is no such call/)).toBeDefined();
    expect(screen.getByText(/request-1/)).toBeDefined();
  });

  test('the page begins at its heading for whoever comes by keyboard', async () => {
    openPage();
    const heading = await screen.findByRole('heading', { level: 1, name: 'Mara Lind' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });
});

describe('two people edited one call', () => {
  const theirs = inventedView(
    { ...mine, note: 'What the manager typed', outcome: 'callback' },
    { state: 'in-twenty' },
  );
  const withConflict = async () => {
    const opened = openPage();
    const { unsent, queries } = opened.services;
    await screen.findByText('Notes');
    worker.answerWith(() => problemAnswer('report-conflict', { present: theirs }));
    await act(async () => {
      await unsent.put(mine);
      await unsent.setAside(mine, { state: 'conflict', fields: [], words: '', present: theirs });
      await queries.invalidateQueries({ queryKey: ['unsent'] });
    });
    await screen.findByText('Yours, on this computer');
    worker.answerWith(null);
    return opened;
  };

  test('both texts are there to read before anything is decided, and nothing else can be changed', async () => {
    await withConflict();
    expect(screen.getAllByText('What I typed').length).toBeGreaterThan(0);
    expect(screen.getByText('What the manager typed')).toBeDefined();
    expect(screen.getByText('Needs attention')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Correct' })).toBeNull();
  });

  test('keeping mine sends my words as the newest revision', async () => {
    await withConflict();
    await click('Keep mine');
    expect(await sent()).toMatchObject({ note: 'What I typed', revision: 4 });
  });

  test('both notes can be kept, one below the other', async () => {
    await withConflict();
    await click('My outcome, both notes');
    expect(await sent()).toMatchObject({ note: 'What I typed\n\nWhat the manager typed' });
  });

  test('only a press of the button lets my words go', async () => {
    const { kept } = await withConflict();
    expect(await kept()).toBeDefined();
    await click('Keep the other');
    await waitFor(async () => expect(await kept()).toBeUndefined());
  });

  test('what another window of mine wrote is there to read and to keep', async () => {
    const { services } = openPage();
    await screen.findByText('Notes');
    worker.answerWith(() => new Response(null, { status: 503 }));
    await act(async () => {
      await services.unsent.put(mine);
      await services.unsent.put({ ...mine, note: 'What I typed in the other window' });
    });
    expect(await screen.findByText(/Another window changed this call/)).toBeDefined();
    expect(screen.getByText('What I typed in the other window')).toBeDefined();
    worker.answerWith(null);
    await click('My outcome, both notes');
    expect(await sent()).toMatchObject({ note: 'What I typed\n\nWhat I typed in the other window' });
  });
});

test('a refused report shows the fields, the words and the code, stays, and can be sent again', async () => {
  const { services, kept } = openPage();
  const fields = [{ path: 'to', message: 'Use E.164.' }];
  const words = 'Some fields are not right. (request-9)';
  await act(async () => {
    await services.unsent.put(mine);
    await services.unsent.setAside(mine, { state: 'refused', fields, words, present: null });
  });
  expect(await screen.findByText(words)).toBeDefined();
  expect(screen.getByText(/Use E\.164/)).toBeDefined();
  expect(await kept()).toBeDefined();
  await click('Send again');
  await waitFor(async () => expect(await kept()).toBeUndefined());
});

describe('who changed the call', () => {
  test('stands on its page for whoever may see the trail, and is asked for by nobody else', async () => {
    const asked: string[] = [];
    worker.server.use(
      http.get(WORKER + ROUTES.audit.path, ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('record') ?? '');
        return HttpResponse.json(AuditList.parse(EXAMPLES.audit.response?.value));
      }),
      http.get(WORKER + ROUTES.deliveryJobs.path, () => HttpResponse.json({ jobs: [] })),
    );
    openPage();
    await screen.findByRole('button', { name: 'Correct' });
    expect(asked).toEqual([]);
    cleanup();
    close();
    worker.setSession(inventedSession(as('rep', 'admin')));
    openPage();
    const trail = within(await screen.findByRole('region', { name: 'Audit trail' }));
    expect(trail.getByText('Call: changed')).toBeTruthy();
    expect(asked).toEqual([mine.callId]);
  });
});

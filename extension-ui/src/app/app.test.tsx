import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPhoneNumbers } from '../dialer/phone-format.ts';
import { ADA, BEN, inventedReport, inventedSession, inventedView } from '../testing/invented.ts';
import { inventedServices } from '../testing/screen.tsx';
import { giveElementsSize } from '../testing/screen-size.ts';
import { problemAnswer, standInWorker } from '../testing/stand-in-worker.ts';
import { App } from './app.tsx';

const worker = standInWorker();
beforeAll(async () => {
  // The router scrolls to the top of a new page; jsdom has nothing to scroll.
  window.scrollTo = () => undefined;
  giveElementsSize();
  worker.server.listen({ onUnhandledRequest: 'error' });
  await loadPhoneNumbers();
});
beforeEach(() => {
  localStorage.clear();
  window.location.hash = '#/';
});
let closeWindow: () => void = () => undefined;
afterEach(() => {
  cleanup();
  closeWindow();
  worker.reset();
});
afterAll(() => worker.server.close());

const openApp = (hash = '#/') => {
  window.location.hash = hash;
  const { services, held, streams } = inventedServices();
  closeWindow = services.links.stop;
  render(<App services={services} />);
  return { services, held, streams };
};
const follow = (hash: string) =>
  act(() => {
    window.location.hash = hash;
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

/** Types a number, and Enter twice: choose, call. */
const callNumber = async (held: ReturnType<typeof inventedServices>['held'], digits = '2025550101') => {
  fireEvent.change(await screen.findByRole('combobox'), { target: { value: digits } });
  press('Enter');
  fireEvent.click(await screen.findByRole('button', { name: /^Call / }));
  act(() => held.pass(5_000));
};

describe('a link from Twenty', () => {
  test('fills the dialer and waits: nothing is called before Enter', async () => {
    const { held } = openApp('#dial=+12025550142&person=55555555-5555-4555-8555-555555555555&n=1');
    expect(await screen.findByRole('heading', { name: 'Mara Lind' })).toBeDefined();
    act(() => held.pass(30_000));
    expect(worker.received).toEqual([]);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Call (202) 555-0142'));
    fireEvent.click(screen.getByRole('button', { name: /^Call / }));
    await waitFor(() =>
      expect(worker.received).toMatchObject([
        { to: '+12025550142', personId: '55555555-5555-4555-8555-555555555555', personName: 'Mara Lind' },
      ]),
    );
  });

  test('during a call disturbs nothing and is offered afterwards', async () => {
    const { held } = openApp();
    await callNumber(held);
    fireEvent.change(screen.getByLabelText('Note'), { target: { value: 'In the middle of a sen' } });
    follow('#dial=+12025550142&n=2');
    expect(screen.getAllByText('Talking')).not.toEqual([]);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('In the middle of a sen');
    expect(await screen.findByText('(202) 555-0142')).toBeDefined();
    press('H', { ctrlKey: true, shiftKey: true });
    press('7', { altKey: true });
    press('Enter', { ctrlKey: true });
    fireEvent.click(await screen.findByRole('button', { name: /^Next: \(202\) 555-0142/ }));
    expect(await screen.findByRole('button', { name: /^Call \(202\) 555-0142/ })).toBeDefined();
  });
});

describe('when the session ends', () => {
  test('before anything is on the screen, the way in is shown', async () => {
    worker.answerWith(() => problemAnswer('not-signed-in'));
    openApp();
    const link = await screen.findByRole('link', { name: 'Sign in with Twenty' });
    expect(link.getAttribute('href')).toContain('/auth/sign-in?returnTo=');
  });

  test('whom Twenty did not bring back is told what happened, and goes on with one press', async () => {
    worker.answerWith(() => problemAnswer('not-signed-in'));
    const first = openApp();
    const link = await screen.findByRole('link', { name: 'Sign in with Twenty' });
    expect(screen.queryByText(/forgot that you came/)).toBeNull();
    link.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link);
    cleanup();
    first.services.queries.clear();
    const second = openApp();
    const goOn = await screen.findByRole('link', { name: 'Go on signing in' });
    expect(screen.getByRole('status').textContent).toMatch(/forgot that you came from the dialer.*one press/);
    expect(goOn.getAttribute('href')).toContain('/auth/sign-in?returnTo=');
    expect(document.activeElement).toBe(goOn);
    // Once they are in, it is over: the next time nothing is told of it.
    worker.answerWith(null);
    await act(() => second.services.queries.refetchQueries({ queryKey: ['session'] }));
    await waitFor(() => expect(localStorage.getItem('twenty-dialer:sign-in-began-at')).toBeNull());
  });

  test('in the middle of a call, the call, the note and the report stay, and sign-in is offered beside them', async () => {
    const { held, services } = openApp();
    await callNumber(held);
    await waitFor(() => expect(worker.received).toHaveLength(1));
    worker.answerWith(() => problemAnswer('not-signed-in'));
    fireEvent.change(screen.getByLabelText('Note'), { target: { value: 'Important' } });
    press('H', { ctrlKey: true, shiftKey: true });
    press('1', { altKey: true });
    press('Enter', { ctrlKey: true });
    expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeDefined();
    expect(await services.unsent.list(ADA)).toMatchObject([
      { report: { note: 'Important', outcome: 'interested' } },
    ]);
    worker.answerWith(null);
    await act(() => services.queries.refetchQueries({ queryKey: ['session'] }));
    await waitFor(async () => expect(await services.unsent.list(ADA)).toEqual([]));
    expect([...worker.held.values()].map(({ report }) => report.note)).toEqual(['Important']);
  });

  test('and somebody else signs in, the call stays with its owner', async () => {
    const { held, services } = openApp();
    await callNumber(held);
    worker.setSession(
      inventedSession({ member: { id: BEN, firstName: 'Ben', lastName: 'Adler', email: '' } }),
    );
    await act(() => services.queries.refetchQueries({ queryKey: ['session'] }));
    expect(await screen.findByText('Ben signed in here.')).toBeDefined();
    expect(screen.getAllByText('Talking')).not.toEqual([]);
  });
});

describe('signing out', () => {
  test('with a call that was not sent says how many would wait here, and leaves the choice', async () => {
    const { services } = openApp('#/me');
    await screen.findByRole('button', { name: 'Sign out' });
    worker.answerWith(() => HttpResponse.error());
    await services.unsent.put(inventedReport());
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('1 call is only on this computer');
    fireEvent.click(screen.getByRole('button', { name: 'Stay signed in' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });
});

describe('the one quiet line', () => {
  test('says that the worker cannot be reached and that work is kept', async () => {
    const { services } = openApp();
    await screen.findByRole('combobox');
    worker.answerWith(() => HttpResponse.error());
    await act(() => services.queries.refetchQueries({ queryKey: ['session'] }));
    expect(await screen.findByText(/Saved on this computer/)).toBeDefined();
    expect(screen.getByRole('combobox')).toBeDefined();
  });

  test('says that the dialer has no room for more calls, and what to do, until it has', async () => {
    const { services } = openApp();
    await screen.findByRole('combobox');
    worker.answerWith(() => problemAnswer('store-full'));
    await services.unsent.put(inventedReport());
    await act(() => services.sender.wake());
    expect(await screen.findByText(/no room left. Saved on this computer/)).toBeDefined();
    worker.answerWith(null);
    await act(() => services.sender.wake());
    expect(await services.unsent.list(ADA)).toEqual([]);
    await waitFor(() => expect(screen.queryByText(/no room left/)).toBeNull());
  });

  test('says since when Twenty is away', async () => {
    const delivery = { state: 'waiting-for-twenty', since: '2026-11-21T08:00:00.000Z', message: 'Wait.' };
    worker.setSession(inventedSession({ delivery }));
    openApp();
    expect(await screen.findByText(/Twenty is away since .* Nothing is lost/)).toBeDefined();
  });
});

test('a call that reaches Twenty changes its mark in the list without a reload', async () => {
  const { streams, services } = openApp('#/calls');
  const startedAt = new Date(services.timers.now()).toISOString();
  const report = inventedReport({
    startedAt,
    ringingAt: null,
    answeredAt: null,
    endedAt: startedAt,
    personId: '55555555-5555-4555-8555-555555555555',
    personName: 'Mara Lind',
  });
  expect(await screen.findByText(/Your calls appear here/)).toBeDefined();
  const tell = (call: ReturnType<typeof inventedView>) =>
    act(() => {
      const data = JSON.stringify({ type: 'call', call });
      streams[0]?.dispatchEvent(new MessageEvent('call', { data, lastEventId: String(call.changeSeq) }));
    });
  tell(inventedView(report, { state: 'saved' }, 1));
  expect(await screen.findByText('Saved')).toBeDefined();
  tell(inventedView(report, { state: 'in-twenty' }, 2));
  expect(await screen.findByText('In Twenty')).toBeDefined();
  expect(screen.getAllByText('Mara Lind')).toHaveLength(1);
});

test('single keys do nothing while somebody types', async () => {
  openApp();
  const field = await screen.findByRole('combobox');
  field.focus();
  press('?');
  press('c');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('combobox')).toBe(field);
  act(() => field.blur());
  press('?');
  expect(await screen.findByRole('dialog')).toBeDefined();
});

test('another page begins at its own top, however far down the one before was read', async () => {
  openApp('#/me');
  await screen.findByText('How points are earned');
  const page = screen.getByRole('main');
  page.scrollTop = 400;
  follow('#/calls/new');
  await screen.findByRole('heading', { name: 'Enter a past call' });
  expect(page.scrollTop).toBe(0);
});

import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { RedeemRequest, ROUTES } from '@twenty-dialer/contract';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPhoneNumbers } from '../dialer/phone-format.ts';
import { follow, openApp } from '../testing/open-app.tsx';
import { giveElementsSize } from '../testing/screen-size.ts';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
const TICKET = 'q3Zx0b9cJk1uWm5TtYh7Lr2Vd8Fs4Ng6Pa0Ee_Ci-Xo';
const LINK = `#dial=%2B12025550101&ticket=${TICKET}&n=1`;
/** Tickets as the worker was shown them. */
let shown: RedeemRequest[] = [];
let app: ReturnType<typeof openApp> | null = null;

beforeAll(async () => {
  window.scrollTo = () => undefined;
  giveElementsSize();
  worker.server.listen({ onUnhandledRequest: 'error' });
  await loadPhoneNumbers();
});
beforeEach(() => {
  localStorage.clear();
  shown = [];
  ticketsAre(() => HttpResponse.json({ mayDial: true }));
});
afterEach(() => {
  cleanup();
  app?.close();
  worker.reset();
  worker.server.resetHandlers();
});
afterAll(() => worker.server.close());

const ticketsAre = (answer: () => Response) =>
  worker.server.use(
    http.post(WORKER + ROUTES.redeemDialTicket.path, async ({ request }) => {
      shown.push(RedeemRequest.parse(await request.json()));
      return answer();
    }),
  );
const open = (hash = '#/') => {
  app = openApp(hash);
  return app;
};
const countdown = () => screen.findByText(/^Calls in/);
const callButton = () => screen.findByRole('button', { name: /^Call / });
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('a link with a good ticket', () => {
  test('counts down in plain sight, then calls, once', async () => {
    const { held } = open(LINK);
    expect((await countdown()).textContent).toBe('Calls in 2 s');
    expect(shown).toEqual([{ ticket: TICKET, number: '+12025550101' }]);
    act(() => held.pass(1_000));
    expect((await countdown()).textContent).toBe('Calls in 1 s');
    expect(worker.received).toEqual([]);
    act(() => held.pass(1_000));
    await waitFor(() => expect(worker.received).toMatchObject([{ to: '+12025550101', stage: 'dialed' }]));
    act(() => held.pass(60_000));
    expect(new Set(worker.received.map(({ callId }) => callId)).size).toBe(1);
  });

  test('is stopped by Escape, which leaves the number ready', async () => {
    const { held } = open(LINK);
    await countdown();
    press('Escape');
    expect(screen.queryByText(/^Calls in/)).toBeNull();
    act(() => held.pass(60_000));
    expect(worker.received).toEqual([]);
    fireEvent.click(await callButton());
    await waitFor(() => expect(worker.received).toMatchObject([{ to: '+12025550101' }]));
  });

  test('is stopped by the button, and by choosing otherwise', async () => {
    const { held } = open(LINK);
    await countdown();
    fireEvent.click(screen.getByRole('button', { name: /^Cancel/ }));
    act(() => held.pass(60_000));
    follow(LINK.replace('n=1', 'n=2'));
    await countdown();
    fireEvent.click(screen.getByRole('button', { name: 'Back to search' }));
    act(() => held.pass(60_000));
    expect(worker.received).toEqual([]);
  });

  test('calls at once on Enter, and not a second time', async () => {
    const { held } = open(LINK);
    await countdown();
    fireEvent.click(await screen.findByRole('button', { name: /^Call now/ }));
    await waitFor(() => expect(worker.received).toHaveLength(1));
    act(() => held.pass(3_000));
    expect(new Set(worker.received.map(({ callId }) => callId)).size).toBe(1);
  });

  test('does not call when the computer comes round too late', async () => {
    const { held } = open(LINK);
    await countdown();
    held.setClock('2026-11-21T09:30:00.000Z');
    act(() => held.pass(10));
    expect(await callButton()).toBeDefined();
    expect(worker.received).toEqual([]);
  });

  test('calls the number of the link, also where another one was picked before', async () => {
    const person = '55555555-5555-4555-8555-555555555555';
    const { held } = open(`#dial=%2B12025550199&person=${person}&n=1`);
    await screen.findByRole('heading', { name: 'Mara Lind' });
    fireEvent.click(screen.getByRole('radio', { name: '(202) 555-0142' }));
    follow(`#dial=%2B12025550199&person=${person}&ticket=${TICKET}&n=2`);
    await countdown();
    act(() => held.pass(2_000));
    await waitFor(() => expect(worker.received).toMatchObject([{ to: '+12025550199' }]));
  });
});

test('a link with a good ticket does not call a number that must not be called', async () => {
  const block = {
    ...{ by: 'list', reason: '', source: 'manual', personName: null, since: null, until: null },
    twentyUrl: 'http://localhost:4410/object/doNotCallEntry/1',
  };
  worker.server.use(
    http.get(WORKER + ROUTES.dialCheck.path, () => HttpResponse.json({ verdict: 'blocked', block })),
  );
  const { held } = open(LINK);
  await screen.findByRole('button', { name: /Must not be called/ });
  act(() => held.pass(10_000));
  expect(worker.received).toEqual([]);
});

describe('a link only fills the dialer, and alarms nobody,', () => {
  test.each<[string, string, () => Response]>([
    ['without a ticket', '#dial=%2B12025550101&n=1', () => HttpResponse.json({ mayDial: true })],
    ['with a ticket that is used, late or not theirs', LINK, () => HttpResponse.json({ mayDial: false })],
    ['when the worker refuses it', LINK, () => problemAnswer('invalid-request')],
    ['when the worker cannot be reached', LINK, () => HttpResponse.error()],
  ])('%s', async (_why, hash, answer) => {
    ticketsAre(answer);
    const { held } = open(hash);
    await callButton();
    if (hash === LINK) await waitFor(() => expect(shown).toHaveLength(1));
    act(() => held.pass(30_000));
    expect(screen.queryByText(/^Calls in/)).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(worker.received).toEqual([]);
  });

  test('beside a call in another window', async () => {
    app = openApp();
    await screen.findByRole('combobox');
    app.services.callsInOtherWindows = async () => ['c0ffee00-2f5b-4c58-9d5e-6a1f0d2b3c4d'];
    follow(LINK);
    await callButton();
    act(() => app?.held.pass(30_000));
    expect(worker.received).toEqual([]);
  });
});

test('a live call is left alone: the link’s number waits, and its ticket is not spent', async () => {
  const { held } = open(LINK);
  await countdown();
  act(() => held.pass(2_000));
  act(() => held.pass(5_000));
  await screen.findAllByText('Talking');
  follow(`#dial=%2B12025550142&ticket=${TICKET}&n=2`);
  expect(await screen.findByText('(202) 555-0142')).toBeDefined();
  act(() => held.pass(10_000));
  expect(screen.getAllByText('Talking')).not.toEqual([]);
  expect(shown).toHaveLength(1);
});

test('a phone link of another page fills the dialer, in the rep’s own country', async () => {
  open('#dial=tel%3A202-555-0142');
  expect(await screen.findByRole('button', { name: /^Call \(202\) 555-0142/ })).toBeDefined();
  expect(worker.received).toEqual([]);
});

describe('phone links of other pages', () => {
  const withHandler = (register: (scheme: string, address: string) => void) =>
    Object.defineProperty(navigator, 'registerProtocolHandler', { value: register, configurable: true });
  afterEach(() => Reflect.deleteProperty(navigator, 'registerProtocolHandler'));

  test('can be opened with the dialer, when the rep says so', async () => {
    const registered: string[][] = [];
    withHandler((...asked) => registered.push(asked));
    open('#/me');
    fireEvent.click(await screen.findByRole('button', { name: 'Open phone links with the dialer' }));
    expect(registered).toEqual([['tel', `${window.location.origin}/#dial=%s`]]);
    expect(await screen.findByText(/Your browser may ask now/)).toBeDefined();
  });

  test('are not offered by a browser that cannot', async () => {
    open('#/me');
    await screen.findByRole('button', { name: 'Sign out' });
    expect(screen.queryByRole('button', { name: /phone links/ })).toBeNull();
  });
});

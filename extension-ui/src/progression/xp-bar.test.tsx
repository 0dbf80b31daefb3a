import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import type { Progression } from '@twenty-dialer/contract';
import { HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { App } from '../app/app.tsx';
import { progressionKey, readProgression, rememberProgression } from '../app/cache.ts';
import { createQueries } from '../app/services.ts';
import { loadPhoneNumbers } from '../dialer/phone-format.ts';
import { ADA, inventedProgression } from '../testing/invented.ts';
import { inventedServices } from '../testing/screen.tsx';
import { problemAnswer, standInWorker } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
beforeAll(async () => {
  window.scrollTo = () => undefined;
  worker.server.listen({ onUnhandledRequest: 'error' });
  await loadPhoneNumbers();
});
let closeWindow: () => void = () => undefined;
beforeEach(() => {
  localStorage.clear();
});
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
  const tell = (progression: Progression) =>
    act(() => {
      const data = JSON.stringify({ type: 'progression', progression });
      streams[0]?.dispatchEvent(new MessageEvent('progression', { data }));
    });
  return { services, held, tell };
};
const bar = () => screen.getAllByRole('progressbar')[0];
const onItsWay = inventedProgression({
  totalXp: 440,
  sync: { state: 'on-its-way', deliveredAt: '2026-11-20T15:07:42.180Z', totalXpInTwenty: 435 },
});

test('rank and XP are in sight on every page, and told to those who do not see the bar', async () => {
  openApp();
  expect(await screen.findByText('Caller II · 435 XP')).toBeDefined();
  expect(screen.getByText('65 to Caller III')).toBeDefined();
  expect(bar()?.getAttribute('aria-valuenow')).toBe('35');
  expect(bar()?.getAttribute('aria-valuetext')).toBe('Caller II, 435 XP, 65 to Caller III');
});

test('points that the ledger got move the bar and the mark without a reload', async () => {
  const { tell } = openApp();
  await screen.findByText('Caller II · 435 XP');
  expect(screen.getByText('In Twenty')).toBeDefined();
  tell(onItsWay);
  expect(await screen.findByText('Caller II · 440 XP')).toBeDefined();
  expect(bar()?.getAttribute('aria-valuenow')).toBe('40');
  expect(screen.getByText('On its way')).toBeDefined();
});

test('points heard while an older answer was on its way are not taken back by it', async () => {
  const queries = createQueries();
  let answer: (progression: Progression) => void = () => undefined;
  const read = () => new Promise<Progression>((resolve) => (answer = resolve));
  const queryFn = () => readProgression(queries, ADA, read);
  const reading = queries.fetchQuery({ queryKey: progressionKey(ADA), queryFn });
  rememberProgression(queries, ADA, onItsWay);
  answer(inventedProgression());
  await reading;
  expect(queries.getQueryData<Progression>(progressionKey(ADA))?.totalXp).toBe(440);
  queries.clear();
});

test('a new rank is told once: not after ten seconds, not at the next opening, not when it comes back', async () => {
  const { tell, held } = openApp();
  await screen.findByText('Caller II · 435 XP');
  const up = inventedProgression({ totalXp: 502, rank: 'caller-3' });
  tell(up);
  expect((await screen.findAllByText('New rank: Caller III')).length).toBe(2);
  // Its ten seconds begin with an effect that may run a moment after the words are there.
  await waitFor(() => {
    act(() => held.pass(10_000));
    expect(screen.queryByText('New rank: Caller III')).toBeNull();
  });
  tell(inventedProgression({ totalXp: 499 }));
  tell(up);
  expect(await screen.findByText('Caller III · 502 XP')).toBeDefined();
  expect(screen.queryByText('New rank: Caller III')).toBeNull();
});

test('the rank one already has is no news on a new computer', async () => {
  openApp();
  await screen.findByText('Caller II · 435 XP');
  expect(screen.queryByText(/New rank/)).toBeNull();
});

test('without a connection the last figures stay and say of when they are', async () => {
  const { services } = openApp('#/me');
  await screen.findAllByText(/435 XP/);
  worker.answerWith(() => HttpResponse.error());
  await act(() => services.queries.refetchQueries({ queryKey: ['session'] }));
  expect(await screen.findByText(/^As of /)).toBeDefined();
  expect(screen.getByText('Caller II · 435 XP')).toBeDefined();
});

test('points that cannot be read are not shown as none, and can be asked for again', async () => {
  worker.answerWith(null);
  const { services } = openApp('#/me');
  await screen.findAllByText(/435 XP/);
  worker.answerWith(() => problemAnswer('internal-error'));
  await act(() => services.queries.resetQueries({ queryKey: progressionKey(ADA) }));
  expect(await screen.findByText('Your XP could not be read')).toBeDefined();
  worker.answerWith(null);
  act(() => screen.getByRole('button', { name: 'Try again' }).click());
  await waitFor(() => expect(screen.getByText('Caller II · 435 XP')).toBeDefined());
});

test('the page about me explains totals, streak and how points are earned', async () => {
  openApp('#/me');
  expect(await screen.findByText('2:32:00')).toBeDefined();
  expect(screen.getByText('150')).toBeDefined();
  // The time held in these tests is a Saturday; the last call was on Friday.
  expect(screen.getByText(/^4 days in a row, through/)).toBeDefined();
  expect(screen.getByText('2 XP for every call you place that reaches the line.')).toBeDefined();
  expect(screen.getByText(/Twenty has these 435 XP since/, { selector: 'p' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Settings' })).toBeDefined();
});

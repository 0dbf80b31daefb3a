import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { E164, type LikelyBecause, PersonId, ROUTES } from '@twenty-dialer/contract';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inventedPerson } from '../testing/invented.ts';
import { showAtDesk } from '../testing/screen.tsx';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';
import type { Callee } from './call-machine.ts';
import { ReadyCard } from './ready-card.tsx';
import type { Target } from './target.ts';

const worker = standInWorker();
beforeAll(() => worker.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  worker.server.resetHandlers();
});
afterAll(() => worker.server.close());

const MARAS_NUMBER = E164.parse('+12025550142');
const show = (target: Target) => {
  const called: Callee[] = [];
  showAtDesk(
    <ReadyCard
      target={target}
      line="practice"
      onCall={(callee) => called.push(callee)}
      onBack={() => undefined}
    />,
  );
  const call = () => fireEvent.click(screen.getByRole('button', { name: /^Call / }));
  return { called, call };
};
const ownersAre = (because: LikelyBecause, ...people: ReturnType<typeof inventedPerson>[]) =>
  worker.server.use(
    http.get(WORKER + ROUTES.numberOwners.path, () =>
      HttpResponse.json({
        owners: people.map((person, at) => ({ person, because: at === 0 ? because : 'name' })),
      }),
    ),
  );
const checkSays = (answer: () => Response) =>
  worker.server.use(http.get(WORKER + ROUTES.dialCheck.path, answer));
const JO = inventedPerson({ id: '66666666-6666-4666-8666-666666666666', name: 'Jo Park' });

test('a typed number that one person has is called as that person', async () => {
  const { called, call } = show({ to: MARAS_NUMBER, personId: null, person: null });
  await screen.findByRole('heading', { name: 'Mara Lind' });
  call();
  await waitFor(() =>
    expect(called).toMatchObject([{ personId: inventedPerson().id, personName: 'Mara Lind' }]),
  );
});

test('a number that several people share is linked to none of them by guess', async () => {
  ownersAre('name', inventedPerson(), JO);
  const { called, call } = show({ to: MARAS_NUMBER, personId: null, person: null });
  await screen.findByText(/2 people have this number/);
  call();
  await waitFor(() => expect(called).toMatchObject([{ personId: null, personName: null, isNobody: false }]));
});

test('among several the one that the rep chose before is suggested, and another choice counts', async () => {
  ownersAre('remembered', JO, inventedPerson());
  const { called, call } = show({ to: MARAS_NUMBER, personId: null, person: null });
  await screen.findByRole('heading', { name: 'Jo Park' });
  fireEvent.click(await screen.findByRole('radio', { name: /Mara Lind/ }));
  call();
  await waitFor(() => expect(called).toMatchObject([{ personId: inventedPerson().id }]));
});

test('a rep who says that it is none of them is believed', async () => {
  ownersAre('owner', JO, inventedPerson());
  const { called, call } = show({ to: MARAS_NUMBER, personId: null, person: null });
  fireEvent.click(await screen.findByRole('radio', { name: 'None of them' }));
  call();
  await waitFor(() => expect(called).toMatchObject([{ personId: null, isNobody: true }]));
});

describe('a number that must not be called', () => {
  const block = {
    by: 'list',
    reason: 'Asked us twice',
    source: 'manual',
    personName: 'Mara Lind',
    since: '2026-11-01T09:00:00.000Z',
    until: null,
    twentyUrl: 'http://localhost:4410/object/doNotCallEntry/1',
  };

  test('says why, and is not dialed by click or by Enter', async () => {
    checkSays(() => HttpResponse.json({ verdict: 'blocked', block }));
    const { called } = show({ to: MARAS_NUMBER, personId: null, person: null });
    expect((await screen.findByRole('alert')).textContent).toContain('do-not-call list, for Mara Lind');
    expect(screen.getByText(/Asked us twice · entered by hand · since .* · for good/)).toBeDefined();
    const button = screen.getByRole<HTMLButtonElement>('button', { name: /Must not be called/ });
    expect(button.disabled).toBe(true);
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(called).toEqual([]);
  });

  test('is not dialed by an Enter that came before the answer', async () => {
    checkSays(() => HttpResponse.json({ verdict: 'blocked', block }));
    const { called } = show({ to: MARAS_NUMBER, personId: null, person: null });
    fireEvent.keyDown(document.body, { key: 'Enter' });
    await screen.findByRole('button', { name: /Must not be called/ });
    expect(called).toEqual([]);
  });
});

test.each([
  ['the worker cannot be reached', () => HttpResponse.error()],
  ['the list was never read', () => HttpResponse.json({ verdict: 'unknown' })],
])('when %s, a number is dialed only on the rep’s explicit word', async (_why, answer) => {
  checkSays(answer);
  const { called, call } = show({ to: MARAS_NUMBER, personId: null, person: null });
  call();
  expect((await screen.findByRole('alert')).textContent).toContain('could not be checked');
  expect(called).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: /without the check/ }));
  expect(called).toMatchObject([{ to: MARAS_NUMBER }]);
});

test('a call that was wanted while the list was still being read goes out once the list allows it', async () => {
  let isRead = false;
  checkSays(() => HttpResponse.json({ verdict: isRead ? 'allowed' : 'unknown' }));
  const { called, call } = show({ to: MARAS_NUMBER, personId: null, person: null });
  call();
  await screen.findByRole('alert');
  expect(called).toEqual([]);
  isRead = true;
  await waitFor(() => expect(called).toMatchObject([{ to: MARAS_NUMBER }]), { timeout: 5_000 });
});

test('a link to a person who is not in Twenty calls the number and links nobody', async () => {
  worker.server.use(http.get(`${WORKER}/api/people/:personId`, () => problemAnswer('not-found')));
  const personId = PersonId.parse('77777777-7777-4777-8777-777777777777');
  const { called, call } = show({ to: MARAS_NUMBER, personId, person: null });
  await screen.findByText(/is not in Twenty/);
  call();
  await waitFor(() => expect(called).toMatchObject([{ to: MARAS_NUMBER, personId: null }]));
});

test('a number that is not on the linked person\u2019s record is pointed out before the call', async () => {
  show({ to: E164.parse('+12025550199'), personId: inventedPerson().id, person: null });
  expect(await screen.findByText(/not on the person\u2019s record/)).toBeDefined();
});

test('an Enter that is still held down from choosing does not dial', async () => {
  const { called } = show({ to: MARAS_NUMBER, personId: null, person: null });
  fireEvent.keyDown(document.body, { key: 'Enter', repeat: true });
  expect(called).toEqual([]);
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await waitFor(() => expect(called).toHaveLength(1));
});

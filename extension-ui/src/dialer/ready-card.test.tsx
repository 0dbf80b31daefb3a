import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { E164, PersonId, ROUTES } from '@twenty-dialer/contract';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
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
const peopleAre = (...people: ReturnType<typeof inventedPerson>[]) =>
  worker.server.use(http.get(WORKER + ROUTES.searchPeople.path, () => HttpResponse.json({ people })));

test('a typed number that one person has is called as that person', async () => {
  const { called, call } = show({ to: MARAS_NUMBER, personId: null, person: null });
  await screen.findByRole('heading', { name: 'Mara Lind' });
  call();
  expect(called).toMatchObject([{ personId: inventedPerson().id, personName: 'Mara Lind' }]);
});

test('a number that several people share is linked to none of them by guess', async () => {
  const other = inventedPerson({ id: '66666666-6666-4666-8666-666666666666', name: 'Jo Park' });
  peopleAre(inventedPerson(), other);
  const { called, call } = show({ to: MARAS_NUMBER, personId: null, person: null });
  await screen.findByText(/2 people have this number/);
  call();
  expect(called).toMatchObject([{ personId: null, personName: null }]);
});

test('a person whose number only looks alike is not taken for its owner', async () => {
  peopleAre(inventedPerson({ phones: ['+442025550142'] }));
  const { called, call } = show({ to: MARAS_NUMBER, personId: null, person: null });
  call();
  expect(called).toMatchObject([{ personId: null }]);
});

test('a link to a person who is not in Twenty calls the number and links nobody', async () => {
  worker.server.use(http.get(`${WORKER}/api/people/:personId`, () => problemAnswer('not-found')));
  const personId = PersonId.parse('77777777-7777-4777-8777-777777777777');
  const { called, call } = show({ to: MARAS_NUMBER, personId, person: null });
  await screen.findByText(/is not in Twenty/);
  call();
  expect(called).toMatchObject([{ to: MARAS_NUMBER, personId: null }]);
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

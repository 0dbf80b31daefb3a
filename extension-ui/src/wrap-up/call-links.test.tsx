import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { E164, NewPerson, ROUTES } from '@twenty-dialer/contract';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DialPage } from '../dialer/dial-page.tsx';
import { inventedPerson } from '../testing/invented.ts';
import { showAtDesk } from '../testing/screen.tsx';
import { problemAnswer, standInWorker, WORKER } from '../testing/stand-in-worker.ts';

const worker = standInWorker();
beforeAll(() => worker.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  worker.server.resetHandlers();
});
afterAll(() => worker.server.close());

const WORKS = '0c1d2e3f-4a5b-4c6d-8e7f-8091a2b3c4d5';
const SEATS = '1d2e3f4a-5b6c-4d7e-8f90-91a2b3c4d5e6';
const OTTO = inventedPerson({
  id: '66666666-6666-4666-8666-666666666666',
  name: 'Otto Neumann',
  companyId: WORKS,
});

/** A call to a number that nobody has, whose line has ended; `saved` is its wrap-up, once the rep has saved it. */
const endedCall = async (to = '+12025550177') => {
  const shown = showAtDesk(<DialPage keypad={{ isOpen: false, close: () => undefined }} />);
  const callee = { to: E164.parse(to), personId: null, personName: null, subtitle: '' };
  act(() => void shown.dialer.dial(callee, 'practice'));
  act(() => shown.profile.held.pass(5_000));
  act(() => void shown.dialer.hangUp());
  await screen.findByRole('region', { name: 'Linked to' });
  const saved = () => {
    act(() => {
      shown.dialer.choose('interested');
      shown.dialer.save();
    });
    return shown.profile.reports.at(-1);
  };
  return { ...shown, saved };
};
const pick = async (what: string, name: RegExp) => {
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^(Choose|Change) ${what}`) }));
  fireEvent.click(await screen.findByRole('button', { name }));
};

test('a wrap-up without a word about people or companies is saved as it is: nothing is made, nobody is denied', async () => {
  const { saved } = await endedCall();
  expect(saved()).toMatchObject({ personId: null, isNobody: false, companyId: null, opportunityId: null });
});

test('a person is made in Twenty when the rep says so, and the call is theirs', async () => {
  const asked: NewPerson[] = [];
  worker.server.use(
    http.post(WORKER + ROUTES.createPerson.path, async ({ request }) => {
      asked.push(NewPerson.parse(await request.json()));
      return HttpResponse.json(OTTO);
    }),
  );
  const { saved } = await endedCall();
  fireEvent.click(screen.getByRole('button', { name: 'Create person' }));
  fireEvent.change(screen.getByLabelText('First name'), { target: { value: 'Otto' } });
  fireEvent.change(screen.getByLabelText('Last name'), { target: { value: 'Neumann' } });
  fireEvent.click(screen.getByRole('button', { name: 'Create in Twenty' }));
  await waitFor(() => expect(screen.queryByLabelText('First name')).toBeNull());
  expect(asked).toMatchObject([{ number: '+12025550177', firstName: 'Otto', lastName: 'Neumann' }]);
  expect(saved()).toMatchObject({ personId: OTTO.id, personName: 'Otto Neumann', companyId: WORKS });
});

test('a person whom Twenty refuses is not made, and the name that was typed stays', async () => {
  worker.server.use(http.post(WORKER + ROUTES.createPerson.path, () => problemAnswer('twenty-unavailable')));
  const { saved } = await endedCall();
  fireEvent.click(screen.getByRole('button', { name: 'Create person' }));
  const name = screen.getByLabelText<HTMLInputElement>('First name');
  fireEvent.change(name, { target: { value: 'Otto' } });
  fireEvent.keyDown(name, { key: 'Enter' });
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(name.value).toBe('Otto');
  expect(saved()).toMatchObject({ personId: null });
});

test('who of those with the number it was can be said afterwards, also that it was none of them', async () => {
  const { saved, dialer } = await endedCall('+12025550142');
  fireEvent.click(await screen.findByRole('radio', { name: /Mara Lind/ }));
  expect(saved()).toMatchObject({ personId: inventedPerson().id, isNobody: false });
  act(() => void dialer.reopen());
  fireEvent.click(await screen.findByRole('button', { name: 'Remove person' }));
  expect(saved()).toMatchObject({ personId: null, personName: null, isNobody: true });
});

test('company and opportunity are chosen by name, and can be taken away again', async () => {
  const asked: string[] = [];
  worker.server.use(
    http.get(WORKER + ROUTES.searchCompanies.path, () =>
      HttpResponse.json({ companies: [{ id: WORKS, name: 'Example Works' }] }),
    ),
    http.get(WORKER + ROUTES.searchOpportunities.path, ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('companyId') ?? '');
      return HttpResponse.json({
        opportunities: [{ id: SEATS, name: 'Twenty seats', companyName: 'Example Works' }],
      });
    }),
  );
  const { saved, dialer } = await endedCall();
  await pick('company', /Example Works/);
  await pick('opportunity', /Twenty seats/);
  expect(asked).toEqual([WORKS]);
  expect(saved()).toMatchObject({ companyId: WORKS, opportunityId: SEATS });
  act(() => void dialer.reopen());
  fireEvent.click(await screen.findByRole('button', { name: 'Remove company' }));
  expect(saved()).toMatchObject({ companyId: null, opportunityId: SEATS });
});
